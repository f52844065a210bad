/* Circumstances as they are asked: read from a query or a body. */
#include "api/circumstances.h"

#include "api/document.h"
#include "api/parsing.h"
#include "api/pointer.h"
#include "api/schema.h"
#include "api/slip.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define TEXT_LENGTH_MAX 128
#define SLIP_SENTENCE                                                                                        \
    "'%.64s' is no value that a provision asks for, but looks like '%.64s': write that, or leave it out."
/* More names than this are not listed to whoever mistook one. */
#define KNOWN_LISTED_MAX 64

const struct field *circumstances_find(const struct rules *rules, const char *name)
{
    const struct field *field = rules_find_field(rules, name);
    return field && field - rules->fields >= ITEM_FIELD_COUNT ? field : NULL;
}

/* Why the name is no circumstance, as a sentence. */
static void describe_unknown(const struct rules *rules, const char *name, struct nearest *nearest,
                             char detail[static 512])
{
    if (rules_find_field(rules, name)) {
        snprintf(detail, 512,
                 "%.64s is a fact of the chip, not a circumstance: a hypothetical chip of "
                 "POST /v1/eligibility can have any.",
                 name);
        return;
    }
    const char *words[KNOWN_LISTED_MAX + 1] = {NULL};
    char known[380];
    for (size_t i = ITEM_FIELD_COUNT; i < rules->field_count; i++) {
        nearest_offer(nearest, rules->fields[i].name);
        if (i - ITEM_FIELD_COUNT < KNOWN_LISTED_MAX)
            words[i - ITEM_FIELD_COUNT] = rules->fields[i].name;
    }
    parsing_list_words(words, known, sizeof known);
    snprintf(detail, 512, "No provision asks for a circumstance '%.64s'; there are %s.", name, known);
}

static const char *type_phrase(enum value_type type)
{
    if (type == VALUE_BOOLEAN)
        return "true or false";
    return type == VALUE_NUMBER ? "a number" : "a text of 1 to 128 characters";
}

/* A decimal number as JSON has it, but for leading zeros. */
static bool parse_number(const char *text, double *number)
{
    char *end;
    if (!*text || strspn(text, "+-.0123456789eE") != strlen(text))
        return false;
    *number = strtod(text, &end);
    return *end == '\0' && isfinite(*number);
}

static bool parse_value(enum value_type type, const char *text, struct value *value)
{
    *value = (struct value){.type = type};
    switch (type) {
    case VALUE_BOOLEAN:
        value->boolean = strcasecmp(text, "true") == 0 || strcmp(text, "1") == 0;
        return value->boolean || strcasecmp(text, "false") == 0 || strcmp(text, "0") == 0;
    case VALUE_NUMBER:
        return parse_number(text, &value->number);
    case VALUE_TEXT:
        value->text = text;
        return *text && param_count_characters(text) <= TEXT_LENGTH_MAX;
    case VALUE_UNKNOWN:
        break;
    }
    return false;
}

static const char *find_spelling(const struct predicate *predicate, unsigned field, const char *text)
{
    const bool asks = predicate->kind == PREDICATE_COMPARE && predicate->field == field;
    for (unsigned i = 0; asks && i < predicate->value_count; i++) {
        const struct value *value = &predicate->values[i];
        if (value->type == VALUE_TEXT && strcasecmp(value->text, text) == 0)
            return value->text;
    }
    const char *found = NULL;
    for (unsigned i = 0; !found && i < predicate->child_count; i++)
        found = find_spelling(&predicate->children[i], field, text);
    return found;
}

/* As a provision spells it that compares with it: who writes g42 for G42 must not pass for somebody else. */
static void spell_as_recorded(const struct rules *rules, const struct field *field, struct value *value)
{
    const char *found = NULL;
    if (value->type != VALUE_TEXT)
        return;
    for (size_t i = 0; !found && i < rules->provision_count; i++) {
        if (rules->provisions[i]->predicate)
            found = find_spelling(rules->provisions[i]->predicate, (unsigned)(field - rules->fields),
                                  value->text);
    }
    if (found)
        value->text = found;
}

struct meaning_of {
    char plain[SLIP_SIZE];
    const char *meant;
};

static void find_meant(const struct provision *provision, const struct predicate *comparison, void *context)
{
    struct meaning_of *of = context;
    (void)provision;
    for (unsigned i = 0; i < comparison->value_count; i++) {
        const struct value *value = &comparison->values[i];
        char word[SLIP_SIZE];
        if (value->type != VALUE_TEXT)
            continue;
        slip_make_plain(value->text, strlen(value->text), word);
        if (*word && slip_is_near(of->plain, word))
            of->meant = value->text;
    }
}

/* The value of some provision for which a text that none compares with is probably a slip; NULL: for none.
 * Who states what nobody asks for loses nothing by leaving it out; who mistypes what is asked for would be
 * answered as somebody else. */
static const char *find_slip(const struct rules *rules, const struct field *field, const struct value *value)
{
    struct meaning_of of = {.meant = NULL};
    if (value->type != VALUE_TEXT || circumstance_is_compared(rules, field, value))
        return NULL;
    slip_make_plain(value->text, strlen(value->text), of.plain);
    rules_each_comparison(rules, field, find_meant, &of);
    return of.meant;
}

bool circumstance_parse(const struct rules *rules, const struct field *field, const char *text,
                        struct value *value)
{
    if (!parse_value(field->type, text, value))
        return false;
    spell_as_recorded(rules, field, value);
    return !find_slip(rules, field, value);
}

/* Why the text is no value of the field. */
static void describe_value(const struct rules *rules, const struct field *field,
                           struct parameter_fault *fault)
{
    struct value value;
    const char *meant =
        parse_value(field->type, fault->value, &value) ? find_slip(rules, field, &value) : NULL;
    if (!meant) {
        snprintf(fault->detail, sizeof fault->detail, "%s must be %s.", fault->parameter,
                 type_phrase(field->type));
        return;
    }
    snprintf(fault->detail, sizeof fault->detail, SLIP_SENTENCE, fault->value, meant);
    snprintf(fault->suggestion, sizeof fault->suggestion, "%.120s", meant);
}

/* One parameter; false with the fault told. */
static bool take_pair(const struct rules *rules, const struct pair *pair, struct value *stated,
                      struct parameter_fault *fault, enum problem *problem)
{
    const char *name = pair->name + strlen(CIRCUMSTANCE_PREFIX);
    const struct field *field = circumstances_find(rules, name);
    *fault = (struct parameter_fault){.parameter = pair->name, .value = pair->value};
    if (field && circumstance_parse(rules, field, pair->value, &stated[field - rules->fields]))
        return true;
    if (field) {
        *problem = PROBLEM_INVALID_PARAMETER;
        describe_value(rules, field, fault);
        return false;
    }
    struct nearest nearest = nearest_to(name);
    *problem = PROBLEM_UNKNOWN_PARAMETER;
    describe_unknown(rules, name, &nearest, fault->detail);
    if (nearest.best[0])
        snprintf(fault->suggestion, sizeof fault->suggestion, CIRCUMSTANCE_PREFIX "%.100s", nearest.best);
    return false;
}

static bool is_circumstance(const struct pair *pair)
{
    return strncmp(pair->name, CIRCUMSTANCE_PREFIX, strlen(CIRCUMSTANCE_PREFIX)) == 0;
}

static bool any_circumstance(const struct request *request)
{
    for (size_t i = 0; i < request->query_count; i++) {
        if (is_circumstance(&request->query[i]))
            return true;
    }
    return false;
}

static enum problem take_pairs(const struct context *context, struct value *values, struct reply *reply)
{
    struct parameter_fault faults[PARAM_FAULTS_MAX];
    size_t fault_count = 0;
    enum problem first = PROBLEM_NONE, problem = PROBLEM_NONE;
    for (size_t i = 0; i < context->request->query_count && fault_count < PARAM_FAULTS_MAX; i++) {
        const struct pair *pair = &context->request->query[i];
        if (!is_circumstance(pair) || take_pair(context->rules, pair, values, &faults[fault_count], &problem))
            continue;
        first = fault_count++ == 0 ? problem : first;
    }
    return fault_count > 0 ? reply_fail_parameters(reply, first, faults, fault_count) : PROBLEM_NONE;
}

enum problem circumstances_of_query(const struct context *context, const struct value **stated,
                                    struct reply *reply)
{
    if (!any_circumstance(context->request)) {
        *stated = NULL;
        return PROBLEM_NONE;
    }
    struct value *values = scratch_circumstances(context->scratch);
    const enum problem problem = take_pairs(context, values, reply);
    if (problem == PROBLEM_NONE)
        *stated = values;
    return problem;
}

static void refuse_name(const struct rules *rules, const char *name, const char *pointer,
                        struct faults *faults)
{
    char detail[512];
    struct nearest nearest = nearest_to(name);
    if (faults->count >= FAULTS_SUGGESTED_MAX) {
        faults_add(faults, pointer, "Is no circumstance that a provision asks for.");
        return;
    }
    describe_unknown(rules, name, &nearest, detail);
    if (nearest.best[0])
        faults_add(faults, pointer, "%s Did you mean '%s'?", detail, nearest.best);
    else
        faults_add(faults, pointer, "%s", detail);
}

static void take_member(const struct field *field, const json_t *member, const char *pointer,
                        struct value *value, struct faults *faults)
{
    static const struct schema text = {.types = SCHEMA_TEXT, .min_length = 1, .max_length = TEXT_LENGTH_MAX};
    *value = (struct value){.type = VALUE_UNKNOWN};
    if (json_is_null(member))
        return;
    if (field->type == VALUE_BOOLEAN && json_is_boolean(member))
        *value = (struct value){.type = VALUE_BOOLEAN, .boolean = json_is_true(member)};
    else if (field->type == VALUE_NUMBER && json_is_number(member))
        *value = (struct value){.type = VALUE_NUMBER, .number = json_number_value(member)};
    else if (field->type == VALUE_TEXT && json_is_string(member))
        *value = (struct value){.type = VALUE_TEXT, .text = json_string_value(member)};
    else
        faults_add(faults, pointer, "%s must be %s, or null.", field->name, type_phrase(field->type));
    if (value->type == VALUE_TEXT)
        schema_check(&text, member, pointer, faults);
}

bool circumstances_of_json(const struct rules *rules, const json_t *object, const char *pointer,
                           struct value *stated, struct faults *faults)
{
    json_t *members = (json_t *)(uintptr_t)object; /* Jansson iterates only over what is not const */
    const char *name;
    json_t *member;
    json_object_foreach(members, name, member)
    {
        char at[POINTER_SIZE];
        pointer_join(pointer, name, at);
        const struct field *field = circumstances_find(rules, name);
        if (!field) {
            refuse_name(rules, name, at, faults);
            continue;
        }
        take_member(field, member, at, &stated[field - rules->fields], faults);
        struct value *value = &stated[field - rules->fields];
        spell_as_recorded(rules, field, value);
        const char *meant = find_slip(rules, field, value);
        if (meant)
            faults_add(faults, at, SLIP_SENTENCE, value->text, meant);
    }
    for (size_t i = ITEM_FIELD_COUNT; i < rules->field_count; i++) {
        if (stated[i].type != VALUE_UNKNOWN)
            return true;
    }
    return false;
}

void circumstances_each(const struct rules *rules, const struct value *stated, circumstance_fn *each,
                        void *context)
{
    for (size_t i = ITEM_FIELD_COUNT; stated && i < rules->field_count; i++) {
        if (stated[i].type != VALUE_UNKNOWN)
            each(&rules->fields[i], &stated[i], context);
    }
}

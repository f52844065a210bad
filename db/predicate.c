/* Reads and checks predicates: trees of {"all": […]}, {"any": […]} and {"field", "op", "value"}. */

#include "db/predicate.h"

#include "rules/words.h"

#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A pointer to a member at the greatest depth fits many times over. */
#define POINTER_SIZE 512
#define FIELD_NAME_MAX 64

/* Writes the JSON pointer of a member. */
__attribute__((format(printf, 2, 3))) static void point(char at[static POINTER_SIZE], const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(at, POINTER_SIZE, format, arguments);
    va_end(arguments);
}

struct checking {
    struct faults *faults;
    unsigned comparisons;
};

static enum value_type type_of(const json_t *value)
{
    if (json_is_boolean(value))
        return VALUE_BOOLEAN;
    if (json_is_number(value))
        return VALUE_NUMBER;
    return json_is_string(value) ? VALUE_TEXT : VALUE_UNKNOWN;
}

static const char *type_word(enum value_type type)
{
    if (type == VALUE_BOOLEAN)
        return "true or false";
    return type == VALUE_NUMBER ? "a number" : "a text";
}

/* VALUE_UNKNOWN for a circumstance: its values may be of any type. */
static enum value_type type_of_fact(const char *name)
{
    enum item_field field;
    if (!item_field_parse(name, &field))
        return VALUE_UNKNOWN;
    if (field == ITEM_VENDOR || field == ITEM_KIND)
        return VALUE_TEXT;
    return field == ITEM_DATA_CENTER || field == ITEM_ASSEMBLY ? VALUE_BOOLEAN : VALUE_NUMBER;
}

static bool is_ordering(enum comparison comparison)
{
    return comparison == COMPARE_LESS || comparison == COMPARE_AT_MOST || comparison == COMPARE_MORE ||
           comparison == COMPARE_AT_LEAST;
}

static void check_value(const json_t *value, const char *field, enum comparison comparison,
                        const char *pointer, struct faults *faults)
{
    const enum value_type type = type_of(value), wanted = type_of_fact(field);
    if (type == VALUE_UNKNOWN)
        faults_add(faults, pointer, "must be a text, a number, true or false");
    else if (wanted != VALUE_UNKNOWN && type != wanted)
        faults_add(faults, pointer, "'%s' is compared with %s", field, type_word(wanted));
    else if (is_ordering(comparison) && type != VALUE_NUMBER)
        faults_add(faults, pointer, "'%s' compares numbers", comparison_word(comparison));
}

static void check_list(const json_t *list, const char *field, const char *pointer, struct faults *faults)
{
    if (!json_is_array(list) || json_array_size(list) == 0) {
        faults_add(faults, pointer, "'in' takes a list of at least one value");
        return;
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        char at[POINTER_SIZE];
        point(at, "%s/%zu", pointer, i);
        check_value(json_array_get(list, i), field, COMPARE_IN, at, faults);
        if (type_of(json_array_get(list, i)) != type_of(json_array_get(list, 0)))
            faults_add(faults, at, "all values of the list must be of one type");
    }
}

static bool is_field_name(const char *name)
{
    const size_t length = strlen(name);
    return length > 0 && length <= FIELD_NAME_MAX && name[0] >= 'a' && name[0] <= 'z' &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == length;
}

static void check_comparison(const json_t *node, const char *pointer, struct faults *faults)
{
    const json_t *field = json_object_get(node, "field"), *op = json_object_get(node, "op");
    char at[POINTER_SIZE];
    enum comparison comparison;
    if (!json_is_string(field) || !is_field_name(json_string_value(field))) {
        point(at, "%s/field", pointer);
        faults_add(faults, at, "must be the name of a fact or circumstance: small letters, digits and '_'");
        return;
    }
    if (!json_is_string(op) || !comparison_parse(json_string_value(op), &comparison)) {
        point(at, "%s/op", pointer);
        faults_add(faults, at, "must be one of ==, !=, <, <=, >, >=, in");
        return;
    }
    point(at, "%s/value", pointer);
    if (comparison == COMPARE_IN)
        check_list(json_object_get(node, "value"), json_string_value(field), at, faults);
    else
        check_value(json_object_get(node, "value"), json_string_value(field), comparison, at, faults);
}

/* These members, all of them and no others. */
static bool has_only(const json_t *node, const char *first, const char *second, const char *third)
{
    size_t wanted = 1;
    wanted += second != NULL;
    wanted += third != NULL;
    return json_object_size(node) == wanted && json_object_get(node, first) &&
           (!second || json_object_get(node, second)) && (!third || json_object_get(node, third));
}

static void check_node(const json_t *node, const char *pointer, unsigned depth, struct checking *checking);

static void check_children(const json_t *list, const char *key, const char *pointer, unsigned depth,
                           struct checking *checking)
{
    char at[POINTER_SIZE];
    if (!json_is_array(list) || json_array_size(list) == 0) {
        point(at, "%s/%s", pointer, key);
        faults_add(checking->faults, at, "must be a list of at least one predicate");
        return;
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        point(at, "%s/%s/%zu", pointer, key, i);
        check_node(json_array_get(list, i), at, depth + 1, checking);
    }
}

static void check_node(const json_t *node, const char *pointer, unsigned depth, struct checking *checking)
{
    if (depth > PREDICATE_DEPTH_MAX) {
        faults_add(checking->faults, pointer, "is nested more than %d deep", PREDICATE_DEPTH_MAX);
        return;
    }
    if (has_only(node, "all", NULL, NULL)) {
        check_children(json_object_get(node, "all"), "all", pointer, depth, checking);
        return;
    }
    if (has_only(node, "any", NULL, NULL)) {
        check_children(json_object_get(node, "any"), "any", pointer, depth, checking);
        return;
    }
    if (!has_only(node, "field", "op", "value")) {
        faults_add(checking->faults, pointer,
                   "must be {\"all\": […]}, {\"any\": […]} or {\"field\", \"op\", \"value\"}");
        return;
    }
    if (checking->comparisons++ == PREDICATE_COMPARISONS_MAX)
        faults_add(checking->faults, pointer, "the predicate has more than %d comparisons",
                   PREDICATE_COMPARISONS_MAX);
    check_comparison(node, pointer, checking->faults);
}

void predicate_check(const json_t *predicate, const char *pointer, struct faults *faults)
{
    struct checking checking = {.faults = faults};
    check_node(predicate, pointer, 1, &checking);
}

static struct value value_of(const json_t *value)
{
    if (json_is_boolean(value))
        return (struct value){.type = VALUE_BOOLEAN, .boolean = json_is_true(value)};
    if (json_is_number(value))
        return (struct value){.type = VALUE_NUMBER, .number = json_number_value(value)};
    return (struct value){.type = VALUE_TEXT, .text = json_string_value(value)};
}

static bool load_comparison(struct rules_builder *builder, const json_t *node, struct predicate *out)
{
    const json_t *value = json_object_get(node, "value");
    const bool list = json_is_array(value);
    const size_t count = list ? json_array_size(value) : 1;
    struct value *values = calloc(count, sizeof *values);
    if (!values)
        return false;
    for (size_t i = 0; i < count; i++)
        values[i] = value_of(list ? json_array_get(value, i) : value);
    out->kind = PREDICATE_COMPARE;
    (void)comparison_parse(json_string_value(json_object_get(node, "op")), &out->comparison);
    out->values = values;
    out->value_count = (unsigned)count;
    out->field = rules_field(builder, json_string_value(json_object_get(node, "field")), values[0].type);
    return out->field != UINT_MAX;
}

/* What is filled so far is always a tree that predicate_free understands. */
static bool load_node(struct rules_builder *builder, const json_t *node, struct predicate *out)
{
    const json_t *all = json_object_get(node, "all"), *any = json_object_get(node, "any");
    const json_t *list = all ? all : any;
    if (!list)
        return load_comparison(builder, node, out);
    struct predicate *children = calloc(json_array_size(list), sizeof *children);
    if (!children)
        return false;
    out->kind = all ? PREDICATE_ALL : PREDICATE_ANY;
    out->children = children;
    for (size_t i = 0; i < json_array_size(list); i++) {
        out->child_count = (unsigned)i + 1;
        if (!load_node(builder, json_array_get(list, i), &children[i]))
            return false;
    }
    return true;
}

struct predicate *predicate_load(struct rules_builder *builder, const json_t *predicate)
{
    struct predicate *loaded = calloc(1, sizeof *loaded);
    if (loaded && load_node(builder, predicate, loaded))
        return loaded;
    predicate_free(loaded);
    return NULL;
}

static void free_within(const struct predicate *predicate)
{
    for (unsigned i = 0; i < predicate->child_count; i++)
        free_within(&predicate->children[i]);
    /* The tree is ours; only its readers see it as const. */
    free((void *)(uintptr_t)predicate->children);
    free((void *)(uintptr_t)predicate->values);
}

void predicate_free(struct predicate *predicate)
{
    if (!predicate)
        return;
    free_within(predicate);
    free(predicate);
}

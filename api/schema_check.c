/* Checks documents against the schemas of openapi.yaml, in the form of tables, and tells every fault by JSON
 * pointer. */
#include "api/document.h"
#include "api/schema.h"
#include "api/schema_text.h"
#include "rules/names.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#define POINTER_MAX 512
/* The largest whole number that every reader of JSON takes exactly. */
#define WHOLE_MAX 9007199254740992.0

struct checker {
    char pointer[POINTER_MAX];
    size_t length;
    struct faults *faults;
    struct schema_patterns patterns;
};

static void check_value(struct checker *checker, const struct schema *schema, const json_t *value);

/* Appends "/step", escaped, and returns the length to go back to. What does not fit is left out: the pointer
 * then names what holds it. */
static size_t descend(struct checker *checker, const char *step)
{
    const size_t before = checker->length;
    size_t length = before;
    if (before + 2 * strlen(step) + 2 > sizeof checker->pointer)
        return before;
    checker->pointer[length++] = '/';
    for (; *step; step++) {
        if (*step == '~' || *step == '/') {
            checker->pointer[length++] = '~';
            checker->pointer[length++] = *step == '~' ? '0' : '1';
        } else {
            checker->pointer[length++] = *step;
        }
    }
    checker->pointer[length] = '\0';
    checker->length = length;
    return before;
}

static void ascend(struct checker *checker, size_t length)
{
    checker->length = length;
    checker->pointer[length] = '\0';
}

static bool is_whole(const json_t *value)
{
    const double number = json_number_value(value);
    return number >= -WHOLE_MAX && number <= WHOLE_MAX && number == (double)(int64_t)number;
}

static unsigned type_of(const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return SCHEMA_OBJECT;
    case JSON_ARRAY:
        return SCHEMA_ARRAY;
    case JSON_STRING:
        return SCHEMA_TEXT;
    case JSON_INTEGER:
    case JSON_REAL:
        return is_whole(value) ? SCHEMA_INTEGER | SCHEMA_NUMBER : SCHEMA_NUMBER;
    case JSON_TRUE:
    case JSON_FALSE:
        return SCHEMA_BOOLEAN;
    case JSON_NULL:
        return SCHEMA_NULL;
    }
    return 0;
}

static void refuse_type(const struct checker *checker, unsigned types)
{
    static const struct {
        unsigned type;
        const char *word;
    } names[] = {{SCHEMA_BOOLEAN, "true or false"}, {SCHEMA_INTEGER, "a whole number"},
                 {SCHEMA_NUMBER, "a number"},       {SCHEMA_TEXT, "a text"},
                 {SCHEMA_ARRAY, "a list"},          {SCHEMA_OBJECT, "an object"}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (!(types & names[i].type))
            continue;
        faults_add(checker->faults, checker->pointer, "Must be %s%s.", names[i].word,
                   types & SCHEMA_NULL ? " or null" : "");
        return;
    }
}

static void check_number(const struct checker *checker, const struct schema *schema, const json_t *value)
{
    const double number = json_number_value(value);
    if (number < schema->minimum)
        faults_add(checker->faults, checker->pointer, "Must be at least %g.", schema->minimum);
    if (number > schema->maximum)
        faults_add(checker->faults, checker->pointer, "Must be at most %g.", schema->maximum);
}

/* Every earlier item is another. */
static bool is_new(const json_t *array, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (json_equal(json_array_get(array, i), json_array_get(array, index)))
            return false;
    return true;
}

static void check_array(struct checker *checker, const struct schema *schema, const json_t *array)
{
    const size_t count = json_array_size(array);
    if (count < schema->min_items)
        faults_add(checker->faults, checker->pointer, "Must have at least %zu items.", schema->min_items);
    if (count > schema->max_items) {
        faults_add(checker->faults, checker->pointer, "Must have at most %zu items.", schema->max_items);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        char step[24];
        snprintf(step, sizeof step, "%zu", i);
        const size_t back = descend(checker, step);
        check_value(checker, schema->items, json_array_get(array, i));
        if (schema->unique && !is_new(array, i))
            faults_add(checker->faults, checker->pointer, "Stands in the list already.");
        ascend(checker, back);
    }
}

static const struct schema_member *find_member(const struct schema *schema, const char *name)
{
    for (size_t i = 0; i < schema->member_count; i++)
        if (strcmp(schema->members[i].name, name) == 0)
            return &schema->members[i];
    return NULL;
}

static void refuse_member(const struct checker *checker, const struct schema *schema, const char *name)
{
    const char *nearest = NULL;
    unsigned distance = 4;
    const bool suggests = checker->faults->count < FAULTS_SUGGESTED_MAX;
    for (size_t i = 0; suggests && i < schema->member_count; i++) {
        if (schema->members[i].derived)
            continue;
        const unsigned far = names_distance(name, schema->members[i].name, distance);
        if (far >= distance)
            continue;
        distance = far;
        nearest = schema->members[i].name;
    }
    if (nearest)
        faults_add(checker->faults, checker->pointer, "There is no member '%.96s' here; did you mean '%s'?",
                   name, nearest);
    else
        faults_add(checker->faults, checker->pointer, "There is no member '%.96s' here.", name);
}

static void check_object(struct checker *checker, const struct schema *schema, const json_t *object)
{
    if (!schema->members)
        return;
    for (size_t i = 0; i < schema->member_count; i++) {
        const struct schema_member *member = &schema->members[i];
        const json_t *value = member->derived ? NULL : json_object_get(object, member->name);
        if (!value && member->required)
            faults_add(checker->faults, checker->pointer, "The member '%s' is missing.", member->name);
        if (!value)
            continue;
        const size_t back = descend(checker, member->name);
        check_value(checker, member->schema, value);
        ascend(checker, back);
    }
    const char *name;
    json_t *value;
    json_t *all =
        (json_t *)(uintptr_t)object; /* Jansson iterates over objects only when they are not const */
    json_object_foreach(all, name, value)
    {
        const struct schema_member *member = find_member(schema, name);
        if (member && !member->derived)
            continue;
        const size_t back = descend(checker, name);
        if (member)
            faults_add(checker->faults, checker->pointer, "Is computed from other members: leave it out.");
        else
            refuse_member(checker, schema, name);
        ascend(checker, back);
    }
}

static void check_value(struct checker *checker, const struct schema *schema, const json_t *value)
{
    const unsigned type = type_of(value);
    if (!(type & schema->types)) {
        refuse_type(checker, schema->types);
        return;
    }
    if (type == SCHEMA_TEXT)
        schema_check_text(schema, json_string_value(value), &checker->patterns, checker->pointer,
                          checker->faults);
    else if (type & SCHEMA_NUMBER)
        check_number(checker, schema, value);
    else if (type == SCHEMA_ARRAY && schema->items)
        check_array(checker, schema, value);
    else if (type == SCHEMA_OBJECT)
        check_object(checker, schema, value);
}

void schema_check(const struct schema *schema, const json_t *value, const char *pointer,
                  struct faults *faults)
{
    assert(value && strlen(pointer) < POINTER_MAX);
    struct checker checker = {.length = strlen(pointer), .faults = faults};
    memcpy(checker.pointer, pointer, checker.length + 1);
    check_value(&checker, schema, value);
    schema_patterns_done(&checker.patterns);
}

void document_check_shape(enum kind kind, const json_t *document, const char *pointer, struct faults *faults)
{
    schema_check(document_schemas[kind], document, pointer, faults);
}

static void remove_derived(const struct schema *schema, json_t *value)
{
    for (size_t i = 0; schema->items && i < json_array_size(value); i++)
        remove_derived(schema->items, json_array_get(value, i));
    for (size_t i = 0; i < schema->member_count; i++) {
        const struct schema_member *member = &schema->members[i];
        json_t *inner = json_object_get(value, member->name);
        if (inner && member->derived)
            json_object_del(value, member->name);
        else if (inner)
            remove_derived(member->schema, inner);
    }
}

void document_remove_derived(enum kind kind, json_t *document)
{
    remove_derived(document_schemas[kind], document);
}

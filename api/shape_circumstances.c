/* Circumstances as they are told: those of a question, and those that can be stated at all. */
#include "api/circumstances.h"

#include "api/member.h"
#include "api/value.h"
#include "rules/predicate.h"

struct search {
    const struct value *like;
    const struct value *found;
};

static void find_same(const struct provision *provision, const struct predicate *comparison, void *context)
{
    struct search *search = context;
    (void)provision;
    for (unsigned i = 0; i < comparison->value_count; i++) {
        if (!search->found && value_equal(search->like, &comparison->values[i]))
            search->found = &comparison->values[i];
    }
}

/* The first such value that a provision compares the field with, or NULL. */
static const struct value *first_same(const struct rules *rules, const struct field *field,
                                      const struct value *value)
{
    struct search search = {.like = value};
    rules_each_comparison(rules, field, find_same, &search);
    return search.found;
}

bool circumstance_is_compared(const struct rules *rules, const struct field *field, const struct value *value)
{
    return first_same(rules, field, value) != NULL;
}

static void write_stated(const struct field *field, const struct value *value, void *context)
{
    json_out_key(context, field->name);
    shape_value(context, *value);
}

void shape_circumstances(struct json_out *out, const struct rules *rules, const struct value *stated)
{
    json_out_begin_object(out);
    circumstances_each(rules, stated, write_stated, out);
    json_out_end_object(out);
}

/* What is told of one circumstance. */
struct telling {
    struct json_out *out;
    const struct rules *rules;
    const struct field *field;
    const struct provision *last;
};

/* Each value once. */
static void write_values(const struct provision *provision, const struct predicate *comparison, void *context)
{
    const struct telling *telling = context;
    (void)provision;
    for (unsigned i = 0; i < comparison->value_count; i++) {
        const struct value *value = &comparison->values[i];
        if (first_same(telling->rules, telling->field, value) == value)
            shape_value(telling->out, *value);
    }
}

static void write_provision(const struct provision *provision, const struct predicate *comparison,
                            void *context)
{
    struct telling *telling = context;
    (void)comparison;
    if (provision != telling->last)
        json_out_text(telling->out, provision->id);
    telling->last = provision;
}

static const char *type_word(enum value_type type)
{
    if (type == VALUE_BOOLEAN)
        return "boolean";
    return type == VALUE_NUMBER ? "number" : "string";
}

void shape_known_circumstances(struct json_out *out, const struct rules *rules)
{
    json_out_begin_array(out);
    for (size_t i = ITEM_FIELD_COUNT; i < rules->field_count; i++) {
        struct telling telling = {.out = out, .rules = rules, .field = &rules->fields[i]};
        json_out_begin_object(out);
        member_text(out, "field", rules->fields[i].name);
        member_text(out, "type", type_word(rules->fields[i].type));
        json_out_key(out, "values");
        json_out_begin_array(out);
        rules_each_comparison(rules, telling.field, write_values, &telling);
        json_out_end_array(out);
        json_out_key(out, "provisions");
        json_out_begin_array(out);
        rules_each_comparison(rules, telling.field, write_provision, &telling);
        json_out_end_array(out);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

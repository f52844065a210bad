/* Compares what is compiled, by texts and numbers: nothing in it is shared between data versions. */

#include "rules/recorded.h"

#include "rules/decide_compare.h"
#include "rules/predicate.h"

#include <string.h>

/* What is unknown in both is the same. */
static bool same_value(const struct value *a, const struct value *b)
{
    return value_equal(a, b) || (a->type == VALUE_UNKNOWN && b->type == VALUE_UNKNOWN);
}

static bool same_comparison(const struct rules *of_a, const struct predicate *a, const struct rules *of_b,
                            const struct predicate *b)
{
    if (a->comparison != b->comparison || a->value_count != b->value_count ||
        strcmp(of_a->fields[a->field].name, of_b->fields[b->field].name) != 0)
        return false;
    for (unsigned i = 0; i < a->value_count; i++) {
        if (!same_value(&a->values[i], &b->values[i]))
            return false;
    }
    return true;
}

static bool same_predicate(const struct rules *of_a, const struct predicate *a, const struct rules *of_b,
                           const struct predicate *b)
{
    if (!a || !b)
        return a == b;
    if (a->kind != b->kind || a->child_count != b->child_count)
        return false;
    if (a->kind == PREDICATE_COMPARE)
        return same_comparison(of_a, a, of_b, b);
    for (unsigned i = 0; i < a->child_count; i++) {
        if (!same_predicate(of_a, &a->children[i], of_b, &b->children[i]))
            return false;
    }
    return true;
}

static bool same_tokens(const struct tokens *a, const struct tokens *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (strcmp(a->items[i], b->items[i]) != 0)
            return false;
    }
    return true;
}

static bool same_reach(const struct provision *a, const struct provision *b)
{
    return a->any_chip == b->any_chip && same_tokens(&a->chips, &b->chips) &&
           same_tokens(&a->include, &b->include) && same_tokens(&a->exclude, &b->exclude) &&
           same_tokens(&a->headquartered_in, &b->headquartered_in) &&
           same_tokens(&a->export_from, &b->export_from) && same_tokens(&a->eccns, &b->eccns) &&
           same_tokens(&a->targets, &b->targets) && a->in_force.from.ymd == b->in_force.from.ymd &&
           a->in_force.until.ymd == b->in_force.until.ymd;
}

bool recorded_same_effect(const struct provision *a, const struct provision *b)
{
    return a == b || (a->effect == b->effect && a->policy == b->policy && a->priority == b->priority &&
                      a->import_status == b->import_status && a->no_exceptions == b->no_exceptions &&
                      compare_same_text(a->exception, b->exception) && compare_same_condition_texts(a, b));
}

bool recorded_same_provision(const struct rules *of_a, const struct provision *a, const struct rules *of_b,
                             const struct provision *b)
{
    return a == b ||
           (recorded_same_effect(a, b) && same_reach(a, b) && a->ruling->standing == b->ruling->standing &&
            strcmp(a->ruling->jurisdiction, b->ruling->jurisdiction) == 0 &&
            same_predicate(of_a, a->predicate, of_b, b->predicate));
}

bool recorded_same_chip(const struct chip *a, const struct chip *b)
{
    for (unsigned i = 0; i < ITEM_FIELD_COUNT; i++) {
        if (!same_value(&a->facts[i], &b->facts[i]))
            return false;
    }
    return a == b || strcmp(a->product, b->product) == 0;
}

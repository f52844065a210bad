/* Three-valued evaluation of predicates. */

#include "rules/predicate.h"

#include <string.h>

enum truth truth_and(enum truth a, enum truth b)
{
    if (a == TRUTH_NO || b == TRUTH_NO)
        return TRUTH_NO;
    return a == TRUTH_YES && b == TRUTH_YES ? TRUTH_YES : TRUTH_UNKNOWN;
}

enum truth truth_not(enum truth a)
{
    if (a == TRUTH_UNKNOWN)
        return TRUTH_UNKNOWN;
    return a == TRUTH_YES ? TRUTH_NO : TRUTH_YES;
}

static enum truth truth_of(bool holds)
{
    return holds ? TRUTH_YES : TRUTH_NO;
}

bool value_equal(const struct value *a, const struct value *b)
{
    if (a->type != b->type)
        return false;
    switch (a->type) {
    case VALUE_BOOLEAN:
        return a->boolean == b->boolean;
    case VALUE_NUMBER:
        return a->number >= b->number && a->number <= b->number;
    case VALUE_TEXT:
        return strcmp(a->text, b->text) == 0;
    case VALUE_UNKNOWN:
        break;
    }
    return false;
}

static bool is_among(const struct value *value, const struct predicate *comparison)
{
    for (unsigned i = 0; i < comparison->value_count; i++) {
        if (value_equal(value, &comparison->values[i]))
            return true;
    }
    return false;
}

/* Order exists only between numbers. */
static bool holds_in_order(double a, enum comparison comparison, double b)
{
    switch (comparison) {
    case COMPARE_LESS:
        return a < b;
    case COMPARE_AT_MOST:
        return a <= b;
    case COMPARE_MORE:
        return a > b;
    case COMPARE_AT_LEAST:
        return a >= b;
    case COMPARE_EQUAL:
    case COMPARE_NOT_EQUAL:
    case COMPARE_IN:
        break;
    }
    return false;
}

static bool holds(const struct value *value, const struct predicate *comparison)
{
    switch (comparison->comparison) {
    case COMPARE_EQUAL:
    case COMPARE_IN:
        return is_among(value, comparison);
    case COMPARE_NOT_EQUAL:
        return !is_among(value, comparison);
    case COMPARE_LESS:
    case COMPARE_AT_MOST:
    case COMPARE_MORE:
    case COMPARE_AT_LEAST:
        break;
    }
    if (comparison->value_count != 1 || value->type != VALUE_NUMBER ||
        comparison->values[0].type != VALUE_NUMBER)
        return false;
    return holds_in_order(value->number, comparison->comparison, comparison->values[0].number);
}

struct value predicate_value(const struct predicate *comparison, const struct known *known)
{
    if (comparison->field < ITEM_FIELD_COUNT)
        return known->facts[comparison->field];
    if (known->circumstances)
        return known->circumstances[comparison->field];
    return (struct value){.type = VALUE_UNKNOWN};
}

enum truth predicate_compare(const struct predicate *comparison, const struct known *known)
{
    const struct value value = predicate_value(comparison, known);
    if (value.type != VALUE_UNKNOWN)
        return truth_of(holds(&value, comparison));
    if (comparison->field < ITEM_FIELD_COUNT || known->unstated_is_unknown)
        return TRUTH_UNKNOWN;
    const bool boolean = comparison->value_count > 0 && comparison->values[0].type == VALUE_BOOLEAN;
    const struct value unstated = {.type = VALUE_BOOLEAN, .boolean = false};
    return boolean ? truth_of(holds(&unstated, comparison)) : TRUTH_NO;
}

/* One child that is `decides` settles it; else one unknown leaves it unknown. */
static enum truth evaluate_children(const struct predicate *predicate, const struct known *known,
                                    enum truth decides)
{
    enum truth truth = truth_not(decides);
    for (unsigned i = 0; i < predicate->child_count; i++) {
        const enum truth child = predicate_evaluate(&predicate->children[i], known);
        if (child == decides)
            return decides;
        if (child == TRUTH_UNKNOWN)
            truth = TRUTH_UNKNOWN;
    }
    return truth;
}

enum truth predicate_evaluate(const struct predicate *predicate, const struct known *known)
{
    if (!predicate)
        return TRUTH_YES;
    switch (predicate->kind) {
    case PREDICATE_COMPARE:
        return predicate_compare(predicate, known);
    case PREDICATE_ALL:
        return evaluate_children(predicate, known, TRUTH_NO);
    case PREDICATE_ANY:
        return evaluate_children(predicate, known, TRUTH_YES);
    }
    return TRUTH_UNKNOWN;
}

void predicate_each_unknown(const struct predicate *predicate, const struct known *known,
                            predicate_field_fn *each, void *context)
{
    if (predicate_evaluate(predicate, known) != TRUTH_UNKNOWN)
        return;
    if (predicate->kind == PREDICATE_COMPARE) {
        each(predicate->field, context);
        return;
    }
    for (unsigned i = 0; i < predicate->child_count; i++)
        predicate_each_unknown(&predicate->children[i], known, each, context);
}

/* Whether two decisions are the same answer. */

#include "rules/decide_compare.h"

#include <math.h>
#include <string.h>

bool compare_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_provision(const struct provision *a, const struct provision *b)
{
    return a == b || (a && b && strcmp(a->id, b->id) == 0);
}

static bool same_provisions(const struct provision_list *a, const struct provision_list *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (!same_provision(a->items[i], b->items[i]))
            return false;
    }
    return true;
}

static bool same_number(double a, double b)
{
    return isnan(a) ? isnan(b) : a >= b && a <= b;
}

/* A provision of the same id may carry other conditions in another data version. */
bool compare_same_condition_texts(const struct provision *a, const struct provision *b)
{
    if (a == b)
        return true;
    if (a->condition_count != b->condition_count)
        return false;
    for (size_t i = 0; i < a->condition_count; i++) {
        if (!compare_same_text(a->conditions[i].type, b->conditions[i].type) ||
            !compare_same_text(a->conditions[i].text, b->conditions[i].text) ||
            !same_number(a->conditions[i].value, b->conditions[i].value))
            return false;
    }
    return true;
}

bool compare_same_conditions(const struct leg *a, const struct leg *b)
{
    if (!same_provisions(&a->conditions, &b->conditions))
        return false;
    for (size_t i = 0; i < a->conditions.count; i++) {
        if (!compare_same_condition_texts(a->conditions.items[i], b->conditions.items[i]))
            return false;
    }
    return true;
}

static bool same_missing(const struct missing_list *a, const struct missing_list *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (!compare_same_text(a->items[i].field->name, b->items[i].field->name) ||
            !same_provisions(&a->items[i].provisions, &b->items[i].provisions))
            return false;
    }
    return true;
}

bool compare_same_grounds(const struct leg *a, const struct leg *b)
{
    return same_provisions(&a->because, &b->because) && same_missing(&a->missing, &b->missing);
}

static bool same_finding(const struct leg *a, const struct leg *b)
{
    return a->side == b->side && compare_same_text(a->jurisdiction, b->jurisdiction) &&
           a->domestic == b->domestic && a->status == b->status && a->possible == b->possible &&
           a->import_status == b->import_status && a->import_possible == b->import_possible &&
           a->policy == b->policy && compare_same_text(a->eccn, b->eccn) &&
           a->eccn_uncertain == b->eccn_uncertain && same_provision(a->exception, b->exception);
}

bool decision_equal(const struct decision *a, const struct decision *b)
{
    if (a->outcome != b->outcome || a->possible != b->possible || a->before_coverage != b->before_coverage ||
        a->leg_count != b->leg_count)
        return false;
    for (size_t i = 0; i < a->leg_count; i++) {
        const struct leg *first = &a->legs[i], *second = &b->legs[i];
        if (!same_finding(first, second) || !compare_same_conditions(first, second) ||
            !compare_same_grounds(first, second))
            return false;
    }
    return true;
}

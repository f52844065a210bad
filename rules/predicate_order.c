/* Predicates told apart by what they say, not by what they come to. */

#include "rules/predicate.h"

#include <string.h>

static int order_of(unsigned a, unsigned b)
{
    return (a > b) - (a < b);
}

static int value_order(const struct value *a, const struct value *b)
{
    if (a->type != b->type)
        return order_of(a->type, b->type);
    switch (a->type) {
    case VALUE_BOOLEAN:
        return order_of(a->boolean, b->boolean);
    case VALUE_NUMBER:
        return (a->number > b->number) - (a->number < b->number);
    case VALUE_TEXT:
        return strcmp(a->text, b->text);
    case VALUE_UNKNOWN:
        break;
    }
    return 0;
}

static int comparison_order(const struct predicate *a, const struct predicate *b)
{
    int order = order_of(a->comparison, b->comparison);
    if (order == 0)
        order = order_of(a->field, b->field);
    if (order == 0)
        order = order_of(a->value_count, b->value_count);
    for (unsigned i = 0; order == 0 && i < a->value_count; i++)
        order = value_order(&a->values[i], &b->values[i]);
    return order;
}

int predicate_order(const struct predicate *a, const struct predicate *b)
{
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    int order = order_of(a->kind, b->kind);
    if (order == 0 && a->kind == PREDICATE_COMPARE)
        return comparison_order(a, b);
    if (order == 0)
        order = order_of(a->child_count, b->child_count);
    for (unsigned i = 0; order == 0 && i < a->child_count; i++)
        order = predicate_order(&a->children[i], &b->children[i]);
    return order;
}

bool predicate_asks_circumstances(const struct predicate *predicate)
{
    if (!predicate)
        return false;
    if (predicate->kind == PREDICATE_COMPARE)
        return predicate->field >= ITEM_FIELD_COUNT;
    for (unsigned i = 0; i < predicate->child_count; i++) {
        if (predicate_asks_circumstances(&predicate->children[i]))
            return true;
    }
    return false;
}

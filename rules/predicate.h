#pragma once
/* Whether a predicate holds: Kleene's three values over comparisons of an item's facts and the stated
 * circumstances. */

#include "rules/rules.h"

/* What is known. An unstated circumstance counts as false for a boolean and fails any other comparison,
 * unless `unstated_is_unknown`: then its comparisons are unknown. */
struct known {
    const struct value *facts;         /* ITEM_FIELD_COUNT of them */
    const struct value *circumstances; /* by field index, or NULL: none stated */
    bool unstated_is_unknown;
};

/* NULL is true. */
enum truth predicate_evaluate(const struct predicate *predicate, const struct known *known);
/* Of a PREDICATE_COMPARE alone. */
enum truth predicate_compare(const struct predicate *comparison, const struct known *known);
/* The value that a comparison reads; VALUE_UNKNOWN: not known or not stated. */
struct value predicate_value(const struct predicate *comparison, const struct known *known);

/* Calls `each` with the field of every comparison that keeps the predicate unknown. */
typedef void predicate_field_fn(unsigned field, void *context);
void predicate_each_unknown(const struct predicate *predicate, const struct known *known,
                            predicate_field_fn *each, void *context);

/* Whether it names some circumstance. */
bool predicate_asks_circumstances(const struct predicate *predicate);

/* An order in which equal predicates, and no others, are neither before nor after one another; as of strcmp.
 */
int predicate_order(const struct predicate *a, const struct predicate *b);

/* Of one type and the same; what is unknown equals nothing. */
bool value_equal(const struct value *a, const struct value *b);

/* Kleene's conjunction and negation. */
enum truth truth_and(enum truth a, enum truth b);
enum truth truth_not(enum truth a);

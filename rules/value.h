#pragma once
/* What predicates compare: values that may be unknown, and the truth of a comparison, which may be unknown
 * too. */

#include <stdbool.h>

enum truth { TRUTH_UNKNOWN, TRUTH_NO, TRUTH_YES };

enum value_type { VALUE_UNKNOWN, VALUE_BOOLEAN, VALUE_NUMBER, VALUE_TEXT };

struct value {
    enum value_type type;
    union {
        bool boolean;
        double number;
        const char *text;
    };
};

enum comparison {
    COMPARE_EQUAL,
    COMPARE_NOT_EQUAL,
    COMPARE_LESS,
    COMPARE_AT_MOST,
    COMPARE_MORE,
    COMPARE_AT_LEAST,
    COMPARE_IN
};

enum predicate_kind { PREDICATE_COMPARE, PREDICATE_ALL, PREDICATE_ANY };

/* A tree over comparisons. `field` indexes the fields of struct rules; an empty `all` is true, an empty `any`
 * false. */
struct predicate {
    enum predicate_kind kind;
    enum comparison comparison;
    unsigned field;
    const struct value *values; /* one, or for COMPARE_IN any number */
    unsigned value_count;
    const struct predicate *children;
    unsigned child_count;
};

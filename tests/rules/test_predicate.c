/* Kleene's three values over comparisons. */

#include "rules/predicate.h"

#include <criterion/criterion.h>

enum { FIELD_FLAG = ITEM_FIELD_COUNT, FIELD_TEXT, FIELD_END };

#define NUMBER(n) (&(const struct value){.type = VALUE_NUMBER, .number = (n)})
#define BOOLEAN(b) (&(const struct value){.type = VALUE_BOOLEAN, .boolean = (b)})
#define TEXT(t) (&(const struct value){.type = VALUE_TEXT, .text = (t)})

static enum truth test(unsigned field, enum comparison comparison, const struct value *value,
                       bool unstated_is_unknown)
{
    struct value facts[ITEM_FIELD_COUNT] = {[ITEM_TPP] = {.type = VALUE_NUMBER, .number = 2400},
                                            [ITEM_VENDOR] = {.type = VALUE_TEXT, .text = "NVIDIA"}};
    const struct known known = {.facts = facts, .unstated_is_unknown = unstated_is_unknown};
    const struct predicate predicate = {
        .comparison = comparison, .field = field, .values = value, .value_count = 1};
    return predicate_evaluate(&predicate, &known);
}

struct line {
    enum comparison comparison;
    enum truth below, at,
        above; /* 2400 against 2300, 2400, 2500 as lines: the line is below, at, above the value */
};

Test(predicate, numbers_compare_with_the_line_itself_included_or_not)
{
    static const struct line rows[] = {
        {COMPARE_EQUAL, TRUTH_NO, TRUTH_YES, TRUTH_NO}, {COMPARE_NOT_EQUAL, TRUTH_YES, TRUTH_NO, TRUTH_YES},
        {COMPARE_LESS, TRUTH_NO, TRUTH_NO, TRUTH_YES},  {COMPARE_AT_MOST, TRUTH_NO, TRUTH_YES, TRUTH_YES},
        {COMPARE_MORE, TRUTH_YES, TRUTH_NO, TRUTH_NO},  {COMPARE_AT_LEAST, TRUTH_YES, TRUTH_YES, TRUTH_NO},
        {COMPARE_IN, TRUTH_NO, TRUTH_YES, TRUTH_NO},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cr_expect_eq(test(ITEM_TPP, rows[i].comparison, NUMBER(2300), false), rows[i].below);
        cr_expect_eq(test(ITEM_TPP, rows[i].comparison, NUMBER(2400), false), rows[i].at);
        cr_expect_eq(test(ITEM_TPP, rows[i].comparison, NUMBER(2500), false), rows[i].above);
    }
}

Test(predicate, a_missing_fact_is_unknown_whatever_is_asked)
{
    for (unsigned comparison = 0; comparison <= COMPARE_IN; comparison++)
        cr_expect_eq(test(ITEM_PERFORMANCE_DENSITY, (enum comparison)comparison, NUMBER(1.6), false),
                     TRUTH_UNKNOWN);
}

Test(predicate, an_unstated_boolean_is_false_and_anything_else_fails)
{
    cr_expect_eq(test(FIELD_FLAG, COMPARE_EQUAL, BOOLEAN(true), false), TRUTH_NO);
    cr_expect_eq(test(FIELD_FLAG, COMPARE_EQUAL, BOOLEAN(false), false), TRUTH_YES);
    cr_expect_eq(test(FIELD_FLAG, COMPARE_NOT_EQUAL, BOOLEAN(true), false), TRUTH_YES);
    cr_expect_eq(test(FIELD_TEXT, COMPARE_EQUAL, TEXT("mining"), false), TRUTH_NO);
    cr_expect_eq(test(FIELD_TEXT, COMPARE_NOT_EQUAL, TEXT("mining"), false), TRUTH_NO);
    cr_expect_eq(test(FIELD_FLAG, COMPARE_EQUAL, BOOLEAN(false), true), TRUTH_UNKNOWN);
    cr_expect_eq(test(FIELD_TEXT, COMPARE_EQUAL, TEXT("mining"), true), TRUTH_UNKNOWN);
}

Test(predicate, values_of_other_types_are_not_equal_and_have_no_order)
{
    cr_expect_eq(test(ITEM_VENDOR, COMPARE_EQUAL, TEXT("NVIDIA"), false), TRUTH_YES);
    cr_expect_eq(test(ITEM_VENDOR, COMPARE_EQUAL, TEXT("nvidia"), false), TRUTH_NO);
    cr_expect_eq(test(ITEM_VENDOR, COMPARE_EQUAL, NUMBER(1), false), TRUTH_NO);
    cr_expect_eq(test(ITEM_VENDOR, COMPARE_AT_LEAST, TEXT("A"), false), TRUTH_NO);
}

Test(predicate, an_order_is_asked_of_two_numbers_and_no_more)
{
    for (unsigned comparison = COMPARE_LESS; comparison <= COMPARE_AT_LEAST; comparison++) {
        const enum comparison order = (enum comparison)comparison;
        cr_expect_eq(test(ITEM_VENDOR, order, NUMBER(1), false), TRUTH_NO,
                     "a text has no place among numbers");
        cr_expect_eq(test(ITEM_TPP, order, TEXT("1"), false), TRUTH_NO);
        const struct value lines[] = {*NUMBER(2400), *NUMBER(2400)};
        struct value facts[ITEM_FIELD_COUNT] = {[ITEM_TPP] = *NUMBER(order == COMPARE_MORE ? 9000 : 10)};
        const struct known known = {.facts = facts};
        const struct predicate two = {
            .comparison = order, .field = ITEM_TPP, .values = lines, .value_count = 2};
        cr_expect_eq(predicate_evaluate(&two, &known), TRUTH_NO, "two lines are none");
    }
}

Test(predicate, a_circumstance_is_among_no_values_whether_stated_or_not)
{
    const struct value stated[FIELD_END] = {[FIELD_FLAG] = *BOOLEAN(false)};
    const struct known unstated = {.facts = stated}, known = {.facts = stated, .circumstances = stated};
    const struct predicate none = {.comparison = COMPARE_IN, .field = FIELD_FLAG};
    cr_expect_eq(predicate_evaluate(&none, &unstated), TRUTH_NO);
    cr_expect_eq(predicate_evaluate(&none, &known), TRUTH_NO);
}

Test(predicate, what_is_unknown_equals_nothing)
{
    const struct value unknown = {.type = VALUE_UNKNOWN};
    cr_expect_not(value_equal(&unknown, &unknown));
    cr_expect_not(value_equal(&unknown, BOOLEAN(false)));
    cr_expect(value_equal(BOOLEAN(false), BOOLEAN(false)));
}

Test(predicate, both_are_true_only_where_each_is)
{
    for (unsigned i = 0; i < 9; i++) {
        const enum truth a = (enum truth)(i / 3), b = (enum truth)(i % 3);
        const bool no = a == TRUTH_NO || b == TRUTH_NO, yes = a == TRUTH_YES && b == TRUTH_YES;
        cr_expect_eq(truth_and(a, b), no ? TRUTH_NO : yes ? TRUTH_YES : TRUTH_UNKNOWN, "%u and %u", a, b);
    }
}

/* A child of each truth: TPP is 1. */
static struct predicate child(enum truth truth)
{
    static const struct value one = {.type = VALUE_NUMBER, .number = 1},
                              two = {.type = VALUE_NUMBER, .number = 2};
    const bool unknown = truth == TRUTH_UNKNOWN;
    return (struct predicate){.comparison = COMPARE_EQUAL,
                              .field = unknown ? ITEM_PERFORMANCE_DENSITY : ITEM_TPP,
                              .values = truth == TRUTH_YES ? &one : &two,
                              .value_count = 1};
}

static enum truth join(enum predicate_kind kind, enum truth a, enum truth b)
{
    struct value facts[ITEM_FIELD_COUNT] = {[ITEM_TPP] = {.type = VALUE_NUMBER, .number = 1}};
    const struct known known = {.facts = facts};
    const struct predicate children[] = {child(a), child(b)};
    const struct predicate predicate = {.kind = kind, .children = children, .child_count = 2};
    return predicate_evaluate(&predicate, &known);
}

static enum truth expected_all(enum truth a, enum truth b)
{
    if (a == TRUTH_NO || b == TRUTH_NO)
        return TRUTH_NO;
    return a == TRUTH_YES && b == TRUTH_YES ? TRUTH_YES : TRUTH_UNKNOWN;
}

static enum truth expected_any(enum truth a, enum truth b)
{
    if (a == TRUTH_YES || b == TRUTH_YES)
        return TRUTH_YES;
    return a == TRUTH_NO && b == TRUTH_NO ? TRUTH_NO : TRUTH_UNKNOWN;
}

Test(predicate, all_and_any_follow_kleene)
{
    for (unsigned i = 0; i < 9; i++) {
        const enum truth a = (enum truth)(i / 3), b = (enum truth)(i % 3);
        cr_expect_eq(join(PREDICATE_ALL, a, b), expected_all(a, b), "all of %u", i);
        cr_expect_eq(join(PREDICATE_ANY, a, b), expected_any(a, b), "any of %u", i);
    }
}

Test(predicate, nothing_asked_holds_and_nothing_offered_fails)
{
    const struct known known = {.facts = NULL};
    const struct predicate all = {.kind = PREDICATE_ALL}, any = {.kind = PREDICATE_ANY};
    cr_expect_eq(predicate_evaluate(NULL, &known), TRUTH_YES);
    cr_expect_eq(predicate_evaluate(&all, &known), TRUTH_YES);
    cr_expect_eq(predicate_evaluate(&any, &known), TRUTH_NO);
}

static void count(unsigned field, void *context)
{
    cr_expect_eq(field, ITEM_PERFORMANCE_DENSITY);
    (*(unsigned *)context)++;
}

Test(predicate, only_comparisons_that_keep_it_unknown_are_told)
{
    struct value facts[ITEM_FIELD_COUNT] = {[ITEM_TPP] = {.type = VALUE_NUMBER, .number = 1}};
    const struct known known = {.facts = facts};
    const struct predicate failed[] = {child(TRUTH_UNKNOWN), child(TRUTH_NO)};
    const struct predicate open[] = {child(TRUTH_UNKNOWN), child(TRUTH_YES)};
    const struct predicate branches[] = {{.kind = PREDICATE_ALL, .children = failed, .child_count = 2},
                                         {.kind = PREDICATE_ALL, .children = open, .child_count = 2}};
    const struct predicate any = {.kind = PREDICATE_ANY, .children = branches, .child_count = 2};
    unsigned told = 0;
    predicate_each_unknown(&any, &known, count, &told);
    cr_expect_eq(told, 1, "the branch that failed is not blamed");
}

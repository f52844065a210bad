/* Faults quote what was sent, and are told as valid text whatever was cut off. */
#include "db/faults.h"

#include <criterion/criterion.h>
#include <stdio.h>

struct row {
    const char *quoted;
    const char *told;
};

Test(faults, a_quotation_cut_within_a_character_ends_before_it)
{
    static const struct row rows[] = {
        {"abcdefg", "'abcde' is wrong"},           {"abc\u00e9f", "'abc\u00e9' is wrong"},
        {"abcd\u00e9", "'abcd' is wrong"},         {"abc\u20ac", "'abc' is wrong"},
        {"ab\u20ac", "'ab\u20ac' is wrong"},       {"ab\U0001f600", "'ab' is wrong"},
        {"a\U0001f600", "'a\U0001f600' is wrong"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct faults faults = {0};
        faults_add(&faults, "/0", "'%.5s' is wrong", rows[i].quoted);
        cr_expect_str_eq(faults.items[0].detail, rows[i].told, "row %zu: %s", i, faults.items[0].detail);
        faults_done(&faults);
    }
}

Test(faults, more_than_fit_are_counted)
{
    struct faults faults = {0};
    for (int i = 0; i < FAULTS_MAX + 5; i++) {
        char pointer[16];
        snprintf(pointer, sizeof pointer, "/%d", i);
        faults_add(&faults, pointer, "it is wrong");
    }
    cr_expect_eq(faults.count, FAULTS_MAX);
    cr_expect_eq(faults.total, FAULTS_MAX + 5);
    cr_expect_str_eq(faults.items[FAULTS_MAX - 1].pointer, "/99");
    faults_done(&faults);
}

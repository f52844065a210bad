/* The words of the closed lists read back as what they stand for. */

#include "rules/words.h"

#include <criterion/criterion.h>

Test(words, every_word_reads_back)
{
    for (unsigned i = 0; i < EFFECT_COUNT; i++) {
        enum effect effect;
        cr_expect(effect_parse(effect_word((enum effect)i), &effect) && (unsigned)effect == i);
    }
    for (unsigned i = 1; i < POLICY_COUNT; i++) {
        enum policy policy;
        cr_expect(policy_parse(policy_word((enum policy)i), &policy) && (unsigned)policy == i);
    }
    for (unsigned i = 0; i < IMPORT_COUNT; i++) {
        enum import_status status;
        cr_expect(import_status_parse(import_status_word((enum import_status)i), &status) &&
                  (unsigned)status == i);
    }
    for (unsigned i = 0; i < STATUS_COUNT; i++) {
        enum status status;
        cr_expect(status_parse(status_word((enum status)i), &status) && (unsigned)status == i);
    }
    for (unsigned i = 0; i < STANDING_COUNT; i++) {
        enum standing standing;
        cr_expect(standing_parse(standing_word((enum standing)i), &standing) && (unsigned)standing == i);
    }
    for (unsigned i = 0; i <= COMPARE_IN; i++) {
        enum comparison comparison;
        cr_expect(comparison_parse(comparison_word((enum comparison)i), &comparison) &&
                  (unsigned)comparison == i);
    }
    for (unsigned i = 0; i < ITEM_FIELD_COUNT; i++) {
        enum item_field field;
        cr_expect(item_field_parse(item_field_word((enum item_field)i), &field) && (unsigned)field == i);
    }
}

Test(words, other_words_are_refused_and_change_nothing)
{
    enum effect effect = EFFECT_TARIFF;
    cr_expect_not(effect_parse("Classify", &effect));
    cr_expect_eq(effect, EFFECT_TARIFF);
    enum item_field field = ITEM_KIND;
    cr_expect_not(item_field_parse("end_use", &field));
    cr_expect_eq(field, ITEM_KIND);
    cr_expect_null(policy_word(POLICY_NONE));
    cr_expect_str_eq(precision_word(PRECISION_FP8), "fp8");
}

/* What lapsed by the calendar without having been checked: told from its end, of questions that it would bear
 * on, and of no others. */

#include "tests/rules/law.h"

/* An end on 1 March 2025 that nobody checked after New Year. */
#define VERIFIED .verified = {20250101}
#define UNTIL_MARCH .in_force = {{20240101}, {20250301}}

static const char *lapsed(struct law *law, const char *chip, const char *destination, int day)
{
    const struct decision decision = law_ask(law, chip, destination, day);
    return law_list(&decision.lapsed_unverified);
}

Test(currency, an_end_that_nobody_checked_is_told_from_its_day_on)
{
    LAW(law, {VERIFIED, .provision = {.effect = EFFECT_PROHIBIT, TO("SG"), UNTIL_MARCH}},
        {.verified = {20250301}, .provision = {.effect = EFFECT_PROHIBIT, TO("SG"), UNTIL_MARCH}});
    cr_expect_str_eq(lapsed(&law, "fast", "SG", 20250228), "", "not before its day");
    cr_expect_str_eq(lapsed(&law, "fast", "SG", 20250301), "a#1", "b was checked on the day");
    cr_expect_str_eq(lapsed(&law, "fast", "SG", 20300101), "a#1");
    cr_expect_str_eq(lapsed(&law, "fast", "CN", 20250301), "", "it reached no other place");
    law_close(&law);
}

Test(currency, a_date_after_the_last_check_is_projected)
{
    LAW(law, {VERIFIED, .provision = {.effect = EFFECT_GUIDANCE, ANYWHERE}},
        {.provision = {.effect = EFFECT_GUIDANCE, ANYWHERE}});
    cr_expect_not(law_ask(&law, "fast", "SG", 20250101).projected);
    cr_expect(law_ask(&law, "fast", "SG", 20250102).projected, "the least day counts");
    law_close(&law);
}

Test(currency, what_could_never_hold_for_the_chip_is_not_told)
{
    LAW(law,
        {VERIFIED, .provision = {.effect = EFFECT_PROHIBIT,
                                 TO("SG"),
                                 UNTIL_MARCH,
                                 .predicate = AT_LEAST(ITEM_TPP, 4800)}},
        {VERIFIED,
         .provision = {.effect = EFFECT_PROHIBIT, TO("SG"), UNTIL_MARCH, .predicate = IS(FIELD_LISTED, YES)}},
        {VERIFIED, .provision = {.effect = EFFECT_PROHIBIT, TO("SG"), UNTIL_MARCH, .chips = TOKENS("slow")}});
    cr_expect_str_eq(lapsed(&law, "fast", "SG", 20250301), "a#1 b#1", "an unstated circumstance may hold");
    cr_expect_str_eq(lapsed(&law, "slow", "SG", 20250301), "b#1 c#1");
    cr_expect_str_eq(lapsed(&law, "dark", "SG", 20250301), "a#1 b#1",
                     "nor may what is not known be passed over");
    law_close(&law);
}

Test(currency, a_stated_circumstance_can_settle_that_a_lapse_does_not_matter)
{
    LAW(law, {VERIFIED,
              .provision = {
                  .effect = EFFECT_PROHIBIT, TO("SG"), UNTIL_MARCH, .predicate = IS(FIELD_LISTED, YES)}});
    struct value stated[FIELD_END] = {{.type = VALUE_UNKNOWN}};
    struct value *listed = &stated[rules_find_field(law.rules, "hr_listed") - law.rules->fields];
    struct question question = law_question(&law, "fast", "SG", 20250301);
    question.circumstances = stated;
    listed->type = VALUE_BOOLEAN;
    cr_expect_eq(decide_eligibility(law.rules, &question, law.scratch).lapsed_unverified.count, 0);
    listed->boolean = true;
    cr_expect_eq(decide_eligibility(law.rules, &question, law.scratch).lapsed_unverified.count, 1);
    law_close(&law);
}

#define SUSPENDS(id) .effect = EFFECT_SUSPEND, ANYWHERE, .targets = TOKENS(id)

Test(currency, the_end_of_a_suspension_is_told_with_what_it_held_back)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN")}},
        {VERIFIED, .provision = {SUSPENDS("a"), UNTIL_MARCH}});
    cr_expect_eq(law_ask(&law, "fast", "CN", 20250228).outcome, STATUS_NO_LICENSE_REQUIRED);
    cr_expect_str_eq(lapsed(&law, "fast", "CN", 20250228), "");
    cr_expect_eq(law_ask(&law, "fast", "CN", 20250301).outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_str_eq(lapsed(&law, "fast", "CN", 20250301), "a#1 b#1");
    cr_expect_str_eq(lapsed(&law, "fast", "SG", 20250301), "", "what it held back does not reach there");
    law_close(&law);
}

Test(currency, the_end_of_a_suspension_is_not_told_of_chips_that_it_freed_of_nothing)
{
    LAW(law,
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN"), .predicate = AT_LEAST(ITEM_TPP, 4800)}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN"), .chips = TOKENS("dark")}},
        {VERIFIED,
         .provision = {.effect = EFFECT_SUSPEND, ANYWHERE, .targets = TOKENS("a", "b"), UNTIL_MARCH}});
    cr_expect_str_eq(lapsed(&law, "fast", "CN", 20250301), "a#1 c#1");
    cr_expect_str_eq(lapsed(&law, "dark", "CN", 20250301), "a#1 b#1 c#1");
    cr_expect_str_eq(lapsed(&law, "slow", "CN", 20250301), "");
    law_close(&law);
}

/* Nothing came back, so nothing must be said to have come back. */
Test(currency, a_suspension_that_was_followed_by_another_changed_nothing)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN")}},
        {VERIFIED, .provision = {SUSPENDS("a"), UNTIL_MARCH}},
        {.provision = {SUSPENDS("a"), .in_force = {{20250301}, {20260301}}}});
    cr_expect_eq(law_ask(&law, "fast", "CN", 20250301).outcome, STATUS_NO_LICENSE_REQUIRED);
    cr_expect_str_eq(lapsed(&law, "fast", "CN", 20250301), "");
    cr_expect_str_eq(lapsed(&law, "fast", "CN", 20260301), "a#1 b#1",
                     "with the second one, which was checked, the first one's end matters again");
    law_close(&law);
}

Test(currency, what_ended_or_has_not_begun_by_itself_does_not_come_back)
{
    LAW(law,
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN"), .in_force = {{20230101}, {20250201}}}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN"), .in_force = {{20250401}, {0}}}},
        {VERIFIED,
         .provision = {.effect = EFFECT_SUSPEND, ANYWHERE, .targets = TOKENS("a", "b"), UNTIL_MARCH}});
    cr_expect_str_eq(lapsed(&law, "fast", "CN", 20250301), "");
    cr_expect_str_eq(lapsed(&law, "fast", "CN", 20250401), "b#1 c#1", "it would be held back now");
    law_close(&law);
}

/* c suspends b, which suspends a: with the end of c, a is held back again. */
Test(currency, the_end_of_a_suspension_of_a_suspension_is_told)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN")}}, {.provision = {SUSPENDS("a")}},
        {VERIFIED, .provision = {SUSPENDS("b"), UNTIL_MARCH}});
    cr_expect_eq(law_ask(&law, "fast", "CN", 20250228).outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_eq(law_ask(&law, "fast", "CN", 20250301).outcome, STATUS_NO_LICENSE_REQUIRED);
    cr_expect_str_eq(lapsed(&law, "fast", "CN", 20250301), "b#1 c#1");
    cr_expect_str_eq(lapsed(&law, "fast", "SG", 20250301), "",
                     "what is held back in the end does not reach there");
    law_close(&law);
}

Test(currency, of_two_ends_in_a_chain_both_are_told)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN")}},
        {VERIFIED, .provision = {SUSPENDS("a"), .in_force = {{20240101}, {20250401}}}},
        {VERIFIED, .provision = {SUSPENDS("b"), UNTIL_MARCH}});
    cr_expect_str_eq(lapsed(&law, "fast", "CN", 20250331), "b#1 c#1");
    cr_expect_str_eq(lapsed(&law, "fast", "CN", 20250401), "a#1 b#1",
                     "b's own end frees a; of c's end nothing is left");
    law_close(&law);
}

Test(currency, an_end_under_a_suspension_in_force_does_not_matter)
{
    LAW(law, {VERIFIED, .provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN"), UNTIL_MARCH}},
        {.provision = {SUSPENDS("a")}});
    cr_expect_str_eq(lapsed(&law, "fast", "CN", 20250301), "");
    law_close(&law);
}

Test(currency, a_suspension_of_an_import_restriction_is_heard_at_the_border)
{
    LAW(law,
        {.jurisdiction = "CN",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION, TO("CN"), .import_status = IMPORT_NOT_ADMITTED}},
        {.jurisdiction = "CN", VERIFIED, .provision = {SUSPENDS("a"), UNTIL_MARCH}});
    cr_expect_eq(law_ask(&law, "fast", "CN", 20250228).outcome, STATUS_NO_LICENSE_REQUIRED);
    cr_expect_eq(law_ask(&law, "fast", "CN", 20250301).outcome, STATUS_PROHIBITED);
    cr_expect_str_eq(lapsed(&law, "fast", "CN", 20250301), "a#1 b#1");
    cr_expect_str_eq(lapsed(&law, "fast", "HK", 20250301), "", "Hong Kong has customs of its own");
    law_close(&law);
}

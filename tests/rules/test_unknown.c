/* What is missing never reads as permission: three values, the worlds they leave, and what turns on them. */

#include "tests/rules/law.h"

#define DAY 20250601
#define BIT(status) (1u << (STATUS_##status))

#define FAST_REQUIRES(...)                                                                                   \
    {                                                                                                        \
        .provision = {                                                                                       \
            .effect = EFFECT_LICENSE_REQUIRED,                                                               \
            ANYWHERE,                                                                                        \
            .predicate = AT_LEAST(ITEM_TPP, 4800),                                                           \
            __VA_ARGS__                                                                                      \
        }                                                                                                    \
    }

Test(unknown, an_uncertain_requirement_counts_both_ways)
{
    LAW(law, FAST_REQUIRES());
    const struct decision decision = law_ask(&law, "dark", "CN", DAY);
    const struct leg *leg = &decision.legs[0];
    cr_expect_eq(leg->status, STATUS_UNKNOWN);
    cr_expect_eq(leg->possible, BIT(NO_LICENSE_REQUIRED) | BIT(LICENSE_REQUIRED));
    cr_expect_eq(leg->because.count, 0);
    cr_assert_eq(leg->missing.count, 1);
    cr_expect_str_eq(leg->missing.items[0].field->name, "tpp");
    cr_expect_str_eq(law_list(&leg->missing.items[0].provisions), "a#1");
    law_close(&law);
}

Test(unknown, what_makes_no_difference_is_not_missing)
{
    LAW(law, FAST_REQUIRES(),
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE, .no_exceptions = true}});
    const struct decision decision = law_ask(&law, "dark", "CN", DAY);
    cr_expect_eq(decision.outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_str_eq(law_list(&decision.legs[0].because), "b#1");
    cr_expect_eq(decision.legs[0].missing.count, 0);
    law_close(&law);
}

Test(unknown, an_uncertain_prohibition_counts_both_ways)
{
    LAW(law, {.provision = {.effect = EFFECT_PROHIBIT, ANYWHERE, .predicate = AT_LEAST(ITEM_TPP, 4800)}});
    cr_expect_eq(law_ask(&law, "dark", "CN", DAY).possible, BIT(NO_LICENSE_REQUIRED) | BIT(PROHIBITED));
    law_close(&law);
}

Test(unknown, an_uncertain_exception_is_none_for_certain)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE}},
        {.provision = {
             .effect = EFFECT_LICENSE_EXCEPTION, ANYWHERE, .predicate = IS(ITEM_DATA_CENTER, YES)}});
    const struct decision decision = law_ask(&law, "dark", "CN", DAY);
    cr_expect_eq(decision.outcome, STATUS_UNKNOWN);
    cr_expect_eq(decision.possible, BIT(LICENSE_REQUIRED) | BIT(LICENSE_EXCEPTION_AVAILABLE));
    cr_expect_null(decision.legs[0].exception);
    law_close(&law);
}

Test(unknown, an_uncertain_classification_may_govern)
{
    LAW(law, {.provision = {.effect = EFFECT_CLASSIFY, ANYWHERE, .eccns = TOKENS("low"), .priority = 10}},
        {.provision = {.effect = EFFECT_CLASSIFY,
                       ANYWHERE,
                       .eccns = TOKENS("high"),
                       .priority = 20,
                       .predicate = AT_LEAST(ITEM_TPP, 1)}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN"), .eccns = TOKENS("high")}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("DE"), .eccns = TOKENS("high", "low")}});
    const struct decision china = law_ask(&law, "dark", "CN", DAY);
    cr_expect_str_eq(china.legs[0].eccn, "low");
    cr_expect(china.legs[0].eccn_uncertain);
    cr_expect_eq(china.possible, BIT(NO_LICENSE_REQUIRED) | BIT(LICENSE_REQUIRED));
    const struct decision germany = law_ask(&law, "dark", "DE", DAY);
    cr_expect_eq(germany.outcome, STATUS_LICENSE_REQUIRED, "whichever governs, the status is the same");
    cr_expect_eq(germany.legs[0].missing.count, 0);
    cr_expect_not(law_ask(&law, "fast", "CN", DAY).legs[0].eccn_uncertain);
    law_close(&law);
}

Test(unknown, an_uncertain_policy_above_leaves_none)
{
    LAW(law,
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED,
                       ANYWHERE,
                       .policy = POLICY_PRESUMPTION_OF_DENIAL,
                       .priority = 5}},
        {.provision = {.effect = EFFECT_LICENSE_POLICY,
                       ANYWHERE,
                       .policy = POLICY_CASE_BY_CASE,
                       .priority = 9,
                       .predicate = AT_LEAST(ITEM_TPP, 1)}},
        {.provision = {.effect = EFFECT_LICENSE_POLICY,
                       ANYWHERE,
                       .policy = POLICY_OF_DENIAL,
                       .priority = 1,
                       .predicate = AT_LEAST(ITEM_TPP, 1)}});
    const struct decision decision = law_ask(&law, "dark", "CN", DAY);
    cr_expect_eq(decision.legs[0].status, STATUS_LICENSE_REQUIRED);
    cr_expect_eq(decision.legs[0].policy, POLICY_NONE);
    cr_assert_eq(decision.legs[0].missing.count, 1);
    cr_expect_str_eq(law_list(&decision.legs[0].missing.items[0].provisions), "b#1",
                     "the lower one cannot prevail");
    law_close(&law);
}

Test(unknown, an_unstated_boolean_is_false_and_a_caveat_where_it_matters)
{
    LAW(law,
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED,
                       TO("CN", "SG"),
                       .predicate = IS(FIELD_LISTED, YES)}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN")}});
    const struct decision singapore = law_ask(&law, "fast", "SG", DAY);
    cr_expect_eq(singapore.outcome, STATUS_NO_LICENSE_REQUIRED);
    cr_assert_eq(singapore.caveat_count, 1);
    cr_expect_str_eq(singapore.caveats[0]->name, "hr_listed");
    cr_expect_eq(law_ask(&law, "fast", "CN", DAY).caveat_count, 0, "a license is required either way");
    cr_expect_eq(law_ask(&law, "fast", "DE", DAY).caveat_count, 0);
    law_close(&law);
}

Test(unknown, headquarters_are_a_caveat_where_they_matter)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED,
                            ANYWHERE,
                            .headquartered_in = TOKENS("CN"),
                            .chips = TOKENS("fast")}});
    const struct decision unstated = law_ask(&law, "fast", "SG", DAY);
    cr_expect_eq(unstated.outcome, STATUS_NO_LICENSE_REQUIRED);
    cr_assert_eq(unstated.caveat_count, 1);
    cr_expect_str_eq(unstated.caveats[0]->name, "hq");
    cr_expect_eq(law_ask(&law, "slow", "SG", DAY).caveat_count, 0, "whoever buys it");
    struct question question = law_question(&law, "fast", "SG", DAY);
    question.headquarters = rules_find_place(law.rules, "DE");
    cr_expect_eq(decide_eligibility(law.rules, &question, law.scratch).caveat_count, 0, "they are stated");
    law_close(&law);
}

Test(unknown, caveats_stand_in_the_order_of_their_names)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE, .predicate = IS(FIELD_LISTED, YES)}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE, .predicate = IS(FIELD_APPROVED, YES)}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE, .headquartered_in = TOKENS("CN")}});
    for (int again = 0; again < 2; again++) {
        const struct decision decision = law_ask(&law, "fast", "SG", DAY);
        cr_assert_eq(decision.caveat_count, 3);
        cr_expect_str_eq(decision.caveats[0]->name, "b_approved");
        cr_expect_str_eq(decision.caveats[1]->name, "hq");
        cr_expect_str_eq(decision.caveats[2]->name, "hr_listed");
    }
    cr_expect_eq(law_ask(&law, "fast", "PR", DAY).caveat_count, 0, "nothing is exported, whoever it is");
    cr_expect_eq(law_ask(&law, "fast", "SG", 20220731).caveat_count, 0, "nothing is said of those days");
    law_close(&law);
}

Test(unknown, what_is_stated_is_no_caveat)
{
    LAW(law,
        {.provision = {
             .effect = EFFECT_LICENSE_REQUIRED, ANYWHERE, .predicate = IS(FIELD_END_USE, WORD("mining"))}});
    struct question question = law_question(&law, "fast", "SG", DAY);
    cr_expect_eq(decide_eligibility(law.rules, &question, law.scratch).caveat_count, 1);
    struct value circumstances[FIELD_END] = {{.type = VALUE_UNKNOWN}};
    const struct field *field = rules_find_field(law.rules, "a_end_use");
    circumstances[field - law.rules->fields] = *WORD("mining");
    question.circumstances = circumstances;
    const struct decision stated = decide_eligibility(law.rules, &question, law.scratch);
    cr_expect_eq(stated.outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_eq(stated.caveat_count, 0);
    law_close(&law);
}

Test(unknown, an_uncertain_suspension_may_or_may_not_suspend)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE}},
        {.provision = {.effect = EFFECT_SUSPEND,
                       ANYWHERE,
                       .targets = TOKENS("a"),
                       .predicate = AT_LEAST(ITEM_TPP, 1)}});
    const struct decision decision = law_ask(&law, "dark", "CN", DAY);
    cr_expect_eq(decision.possible, BIT(NO_LICENSE_REQUIRED) | BIT(LICENSE_REQUIRED));
    cr_assert_eq(decision.legs[0].missing.count, 1);
    cr_expect_str_eq(decision.legs[0].missing.items[0].field->name, "tpp");
    law_close(&law);
}

Test(unknown, a_suspension_of_other_chips_frees_nothing)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE}},
        {.provision = {.effect = EFFECT_SUSPEND, ANYWHERE, .targets = TOKENS("a"), .chips = TOKENS("slow")}});
    cr_expect_eq(law_ask(&law, "fast", "CN", DAY).outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_eq(law_ask(&law, "slow", "CN", DAY).outcome, STATUS_NO_LICENSE_REQUIRED);
    law_close(&law);
}

Test(unknown, a_policy_that_can_never_prevail_is_not_missing)
{
    LAW(law,
        {.provision = {.effect = EFFECT_LICENSE_POLICY,
                       ANYWHERE,
                       .policy = POLICY_PRESUMPTION_OF_DENIAL,
                       .priority = 5,
                       .predicate = AT_LEAST(ITEM_MEMORY_BANDWIDTH_GB_S, 1)}},
        FAST_REQUIRES(.policy = POLICY_CASE_BY_CASE, .priority = 9));
    const struct decision decision = law_ask(&law, "dark", "CN", DAY);
    cr_expect_eq(decision.possible, BIT(NO_LICENSE_REQUIRED) | BIT(LICENSE_REQUIRED));
    cr_assert_eq(decision.legs[0].missing.count, 1, "where a license is required, the other policy prevails");
    cr_expect_str_eq(decision.legs[0].missing.items[0].field->name, "tpp");
    law_close(&law);
}

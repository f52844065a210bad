/* The steps of the decision where everything is known: each test is one claim of the specification. */

#include "tests/rules/law.h"

#define CLASSIFY(e, p, tree)                                                                                 \
    {                                                                                                        \
        .provision = {                                                                                       \
            .effect = EFFECT_CLASSIFY,                                                                       \
            ANYWHERE,                                                                                        \
            .eccns = TOKENS(e),                                                                              \
            .priority = (p),                                                                                 \
            .predicate = (tree)                                                                              \
        }                                                                                                    \
    }
#define REQUIRE(...)                                                                                         \
    {                                                                                                        \
        .provision = {.effect = EFFECT_LICENSE_REQUIRED, __VA_ARGS__ }                                       \
    }
#define EXCEPT(...)                                                                                          \
    {                                                                                                        \
        .provision = {.effect = EFFECT_LICENSE_EXCEPTION, __VA_ARGS__ }                                      \
    }
#define POLICY(...)                                                                                          \
    {                                                                                                        \
        .provision = {.effect = EFFECT_LICENSE_POLICY, __VA_ARGS__ }                                         \
    }
#define CONDITIONS(type_)                                                                                    \
    .conditions = (const struct condition[]){{.type = (type_), .text = "as said"}}, .condition_count = 1

#define DAY 20250601

Test(decide, nothing_recorded_requires_no_license)
{
    LAW(law, REQUIRE(TO("CN")));
    const struct decision decision = law_ask(&law, "fast", "SG", DAY);
    cr_expect_eq(decision.outcome, STATUS_NO_LICENSE_REQUIRED);
    cr_expect_eq(decision.possible, 1u << STATUS_NO_LICENSE_REQUIRED);
    cr_expect_eq(decision.legs[0].because.count, 0);
    law_close(&law);
}

struct reach {
    const char *destination;
    int day;
    enum status status;
};

static void expect_reach(struct law *law, const struct reach *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct decision decision = law_ask(law, "fast", rows[i].destination, rows[i].day);
        cr_expect_eq(decision.outcome, rows[i].status, "%s on %d is %d", rows[i].destination, rows[i].day,
                     decision.outcome);
    }
}

#define EXPECT_REACH(law, ...)                                                                               \
    do {                                                                                                     \
        const struct reach rows[] = {__VA_ARGS__};                                                           \
        expect_reach(law, rows, sizeof rows / sizeof rows[0]);                                               \
    } while (0)

Test(decide, a_destination_is_met_by_code_group_and_what_it_is_treated_as)
{
    LAW(law, REQUIRE(TO("CN", "group:A:5"), .exclude = TOKENS("FR")));
    EXPECT_REACH(&law, {"CN", DAY, STATUS_LICENSE_REQUIRED}, {"HK", DAY, STATUS_LICENSE_REQUIRED},
                 {"DE", DAY, STATUS_LICENSE_REQUIRED}, {"FR", DAY, STATUS_NO_LICENSE_REQUIRED},
                 {"MY", DAY, STATUS_NO_LICENSE_REQUIRED});
    law_close(&law);
}

Test(decide, memberships_are_those_of_the_day)
{
    LAW(law, REQUIRE(TO("group:D:5")));
    EXPECT_REACH(&law, {"CY", 20231231, STATUS_LICENSE_REQUIRED},
                 {"CY", 20240101, STATUS_NO_LICENSE_REQUIRED});
    law_close(&law);
}

Test(decide, an_undisclosed_destination_never_matches)
{
    LAW(law, REQUIRE(.priority = 1));
    EXPECT_REACH(&law, {"CN", DAY, STATUS_NO_LICENSE_REQUIRED});
    law_close(&law);
}

Test(decide, intervals_are_half_open)
{
    LAW(law, REQUIRE(ANYWHERE, .in_force = {{20230101}, {20240101}}));
    EXPECT_REACH(&law, {"CN", 20221231, STATUS_NO_LICENSE_REQUIRED},
                 {"CN", 20230101, STATUS_LICENSE_REQUIRED}, {"CN", 20231231, STATUS_LICENSE_REQUIRED},
                 {"CN", 20240101, STATUS_NO_LICENSE_REQUIRED});
    law_close(&law);
}

Test(decide, days_before_coverage_are_unknown)
{
    LAW(law, REQUIRE(ANYWHERE));
    const struct decision before = law_ask(&law, "fast", "CN", 20220731);
    cr_expect(before.before_coverage);
    cr_expect_eq(before.outcome, STATUS_UNKNOWN);
    const unsigned any_status = 1u << STATUS_PROHIBITED | 1u << STATUS_LICENSE_REQUIRED |
                                1u << STATUS_LICENSE_EXCEPTION_AVAILABLE | 1u << STATUS_NO_LICENSE_REQUIRED;
    cr_expect_eq(before.possible, any_status);
    cr_assert_eq(before.leg_count, 2);
    cr_expect_eq(before.legs[0].status, STATUS_UNKNOWN);
    cr_expect(before.legs[0].possible == any_status && before.legs[0].import_possible == 0);
    cr_expect_eq(before.legs[1].possible, 0);
    cr_expect_eq(before.legs[1].import_possible, (1u << IMPORT_COUNT) - 1);
    cr_expect_eq(law_ask(&law, "fast", "CN", 20220801).outcome, STATUS_LICENSE_REQUIRED);
    law_close(&law);
}

Test(decide, what_rests_on_no_ruling_is_projected_from_none)
{
    LAW(law, {.proposed = true, .provision = {.effect = EFFECT_PROHIBIT, ANYWHERE}});
    cr_expect_not(law_ask(&law, "fast", "CN", 20301231).projected);
    law_close(&law);
    LAW(verified, {.verified = {20260101}, .provision = {.effect = EFFECT_PROHIBIT, ANYWHERE}});
    cr_expect_not(law_ask(&verified, "fast", "CN", 20260101).projected);
    cr_expect(law_ask(&verified, "fast", "CN", 20260102).projected);
    law_close(&verified);
}

Test(decide, the_stricter_of_two_is_found_in_either_order)
{
    static const enum status falling[] = {STATUS_PROHIBITED, STATUS_LICENSE_REQUIRED, STATUS_UNKNOWN,
                                          STATUS_LICENSE_EXCEPTION_AVAILABLE, STATUS_NO_LICENSE_REQUIRED};
    for (size_t i = 0; i < sizeof falling / sizeof falling[0]; i++) {
        for (size_t j = i; j < sizeof falling / sizeof falling[0]; j++) {
            cr_expect_eq(status_stricter(falling[i], falling[j]), falling[i]);
            cr_expect_eq(status_stricter(falling[j], falling[i]), falling[i]);
        }
    }
}

Test(decide, nothing_is_exported_within_the_jurisdiction)
{
    LAW(law, {.provision = {.effect = EFFECT_PROHIBIT, ANYWHERE}});
    const struct decision decision = law_ask(&law, "fast", "PR", DAY);
    cr_expect(decision.legs[0].domestic);
    cr_expect_eq(decision.outcome, STATUS_NO_LICENSE_REQUIRED);
    struct question question = law_question(&law, "fast", "CN", DAY);
    question.export_from = question.destination;
    cr_expect_eq(decide_eligibility(law.rules, &question, law.scratch).outcome, STATUS_PROHIBITED,
                 "the rules reach transfers within another country");
    law_close(&law);
}

Test(decide, chips_are_named_by_id_or_product)
{
    LAW(law, REQUIRE(ANYWHERE, .chips = TOKENS("fast")));
    cr_expect_eq(law_ask(&law, "fast", "CN", DAY).outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_eq(law_ask(&law, "fast-lite", "CN", DAY).outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_eq(law_ask(&law, "slow", "CN", DAY).outcome, STATUS_NO_LICENSE_REQUIRED);
    law_close(&law);
}

Test(decide, the_highest_classification_governs)
{
    LAW(law, CLASSIFY("3A090.b", 20, AT_LEAST(ITEM_TPP, 500)),
        CLASSIFY("3A090.a", 40, AT_LEAST(ITEM_TPP, 4800)), REQUIRE(ANYWHERE, .eccns = TOKENS("3A090.b")));
    const struct decision fast = law_ask(&law, "fast", "CN", DAY);
    cr_expect_str_eq(fast.legs[0].eccn, "3A090.a");
    cr_expect_eq(fast.outcome, STATUS_NO_LICENSE_REQUIRED, "only the reported ECCN counts");
    const struct decision slow = law_ask(&law, "slow", "CN", DAY);
    cr_expect_str_eq(slow.legs[0].eccn, "3A090.b");
    cr_expect_eq(slow.outcome, STATUS_LICENSE_REQUIRED);
    law_close(&law);
}

Test(decide, equal_classifications_fall_to_the_first_id)
{
    LAW(law, CLASSIFY("first", 40, NULL), CLASSIFY("second", 40, NULL));
    cr_expect_str_eq(law_ask(&law, "fast", "CN", DAY).legs[0].eccn, "first");
    law_close(&law);
}

Test(decide, headquarters_count_only_when_given_and_elsewhere)
{
    LAW(law, REQUIRE(ANYWHERE, .headquartered_in = TOKENS("group:D:5")));
    struct question question = law_question(&law, "fast", "SG", DAY);
    cr_expect_eq(decide_eligibility(law.rules, &question, law.scratch).outcome, STATUS_NO_LICENSE_REQUIRED);
    question.headquarters = rules_find_place(law.rules, "HK");
    cr_expect_eq(decide_eligibility(law.rules, &question, law.scratch).outcome, STATUS_LICENSE_REQUIRED);
    question.headquarters = rules_find_place(law.rules, "DE");
    cr_expect_eq(decide_eligibility(law.rules, &question, law.scratch).outcome, STATUS_NO_LICENSE_REQUIRED);
    question.destination = question.headquarters = rules_find_place(law.rules, "CN");
    cr_expect_eq(decide_eligibility(law.rules, &question, law.scratch).outcome, STATUS_NO_LICENSE_REQUIRED);
    law_close(&law);
}

Test(decide, a_prohibition_goes_before_everything)
{
    LAW(law, EXCEPT(ANYWHERE), REQUIRE(ANYWHERE, .policy = POLICY_CASE_BY_CASE, .priority = 90),
        {.provision = {.effect = EFFECT_PROHIBIT, TO("CN"), .policy = POLICY_OF_DENIAL}});
    const struct decision decision = law_ask(&law, "fast", "CN", DAY);
    cr_expect_eq(decision.outcome, STATUS_PROHIBITED);
    cr_expect_eq(decision.legs[0].policy, POLICY_OF_DENIAL);
    cr_expect_str_eq(law_list(&decision.legs[0].because), "c#1");
    law_close(&law);
}

Test(decide, an_exception_needs_a_requirement_and_at_most_a_notification)
{
    LAW(law, REQUIRE(TO("CN", "DE"), CONDITIONS("kyc")),
        EXCEPT(TO("CN", "SG"), .exception = "NAC", CONDITIONS("notification")),
        EXCEPT(ANYWHERE, .exception = "VEU", CONDITIONS("reporting")));
    const struct decision china = law_ask(&law, "fast", "CN", DAY);
    cr_expect_eq(china.outcome, STATUS_LICENSE_EXCEPTION_AVAILABLE);
    cr_expect_str_eq(china.legs[0].exception->exception, "NAC");
    cr_expect_str_eq(law_list(&china.legs[0].because), "a#1 b#1");
    cr_expect_str_eq(law_list(&china.legs[0].conditions), "b#1");
    cr_expect_str_eq(law_list(&china.legs[0].other_exceptions), "c#1");
    const struct decision germany = law_ask(&law, "fast", "DE", DAY);
    cr_expect_eq(germany.outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_str_eq(law_list(&germany.legs[0].other_exceptions), "c#1");
    cr_expect_eq(law_ask(&law, "fast", "SG", DAY).outcome, STATUS_NO_LICENSE_REQUIRED);
    law_close(&law);
}

Test(decide, a_requirement_may_shut_exceptions_out)
{
    LAW(law, REQUIRE(ANYWHERE), EXCEPT(ANYWHERE), REQUIRE(TO("CN"), .no_exceptions = true));
    cr_expect_eq(law_ask(&law, "fast", "SG", DAY).outcome, STATUS_LICENSE_EXCEPTION_AVAILABLE);
    const struct decision china = law_ask(&law, "fast", "CN", DAY);
    cr_expect_eq(china.outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_eq(china.legs[0].other_exceptions.count, 0);
    law_close(&law);
}

Test(decide, an_exception_matched_through_headquarters_is_preferred)
{
    LAW(law, REQUIRE(ANYWHERE), EXCEPT(ANYWHERE), EXCEPT(ANYWHERE, .headquartered_in = TOKENS("CN")));
    struct question question = law_question(&law, "fast", "SG", DAY);
    question.headquarters = rules_find_place(law.rules, "CN");
    const struct decision decision = decide_eligibility(law.rules, &question, law.scratch);
    cr_expect_str_eq(decision.legs[0].exception->id, "c#1");
    law_close(&law);
}

Test(decide, the_review_policy_is_the_highest_then_the_latest)
{
    LAW(law, REQUIRE(ANYWHERE, .policy = POLICY_PRESUMPTION_OF_DENIAL, .priority = 5),
        POLICY(TO("CN"), .policy = POLICY_CASE_BY_CASE, .priority = 9, .in_force = {{20230101}, {0}},
               CONDITIONS("kyc")),
        POLICY(TO("CN"), .policy = POLICY_PRESUMPTION_OF_APPROVAL, .priority = 9,
               .in_force = {{20220101}, {0}}));
    const struct decision china = law_ask(&law, "fast", "CN", DAY);
    cr_expect_eq(china.legs[0].policy, POLICY_CASE_BY_CASE);
    cr_expect_str_eq(law_list(&china.legs[0].because), "a#1 b#1");
    cr_expect_str_eq(law_list(&china.legs[0].conditions), "b#1");
    cr_expect_eq(law_ask(&law, "fast", "SG", DAY).legs[0].policy, POLICY_PRESUMPTION_OF_DENIAL);
    law_close(&law);
}

Test(decide, conditions_come_from_policy_requirements_and_conditions)
{
    LAW(law, {.provision = {.effect = EFFECT_CONDITION, ANYWHERE, CONDITIONS("tariff")}},
        REQUIRE(TO("CN"), CONDITIONS("end_use")),
        {.provision = {.effect = EFFECT_GUIDANCE, ANYWHERE, CONDITIONS("reporting")}});
    const struct decision china = law_ask(&law, "fast", "CN", DAY);
    cr_expect_str_eq(law_list(&china.legs[0].conditions), "a#1 b#1");
    cr_expect_str_eq(law_list(&china.legs[0].notes), "c#1");
    cr_expect_eq(law_ask(&law, "fast", "SG", DAY).legs[0].conditions.count, 0, "no license, no conditions");
    law_close(&law);
}

Test(decide, proposals_are_pending_and_never_decide)
{
    LAW(law, {.proposed = true,
              .announced = {20240301},
              .provision = {.effect = EFFECT_PROHIBIT, TO("CN"), .in_force = {{0}, {20250101}}}});
    cr_expect_eq(law_ask(&law, "fast", "CN", 20240229).pending.count, 0,
                 "nobody knew of it, whenever it begins");
    const struct decision announced = law_ask(&law, "fast", "CN", 20240301);
    cr_expect_eq(announced.outcome, STATUS_NO_LICENSE_REQUIRED);
    cr_expect_str_eq(law_list(&announced.pending), "a#1");
    cr_expect_eq(law_ask(&law, "fast", "CN", 20250101).pending.count, 0);
    cr_expect_eq(law_ask(&law, "fast", "SG", 20240301).pending.count, 0);
    law_close(&law);
}

Test(decide, a_suspension_holds_for_its_own_destinations_and_days)
{
    LAW(law, REQUIRE(ANYWHERE),
        {.provision = {.effect = EFFECT_SUSPEND,
                       TO("CN"),
                       .targets = TOKENS("a"),
                       .in_force = {{20240101}, {20250101}}}});
    EXPECT_REACH(&law, {"CN", 20231231, STATUS_LICENSE_REQUIRED},
                 {"CN", 20240101, STATUS_NO_LICENSE_REQUIRED}, {"SG", 20240101, STATUS_LICENSE_REQUIRED},
                 {"CN", 20250101, STATUS_LICENSE_REQUIRED});
    law_close(&law);
}

Test(decide, a_suspension_may_target_one_provision_and_be_suspended_itself)
{
    LAW(law, REQUIRE(ANYWHERE), {.provision = {.effect = EFFECT_SUSPEND, ANYWHERE, .targets = TOKENS("a#1")}},
        {.provision = {
             .effect = EFFECT_SUSPEND, ANYWHERE, .targets = TOKENS("b"), .in_force = {{20250101}, {0}}}});
    EXPECT_REACH(&law, {"CN", 20241231, STATUS_NO_LICENSE_REQUIRED},
                 {"CN", 20250101, STATUS_LICENSE_REQUIRED});
    law_close(&law);
}

Test(decide, what_is_held_back_by_a_suspension_is_listed)
{
    LAW(law, REQUIRE(TO("CN", "SG"), .chips = TOKENS("fast")),
        {.provision = {.effect = EFFECT_SUSPEND, TO("CN"), .targets = TOKENS("a")}});
    const struct decision china = law_ask(&law, "fast", "CN", DAY);
    cr_expect_str_eq(law_list(&china.suspended), "a#1");
    cr_expect_eq(law_ask(&law, "fast", "SG", DAY).suspended.count, 0, "the suspension does not reach it");
    cr_expect_eq(law_ask(&law, "slow", "CN", DAY).suspended.count, 0, "it would not match anyhow");
    law_close(&law);
}

Test(decide, a_proposed_suspension_suspends_nothing)
{
    LAW(law, REQUIRE(ANYWHERE),
        {.proposed = true, .provision = {.effect = EFFECT_SUSPEND, ANYWHERE, .targets = TOKENS("a")}});
    EXPECT_REACH(&law, {"CN", DAY, STATUS_LICENSE_REQUIRED});
    law_close(&law);
}

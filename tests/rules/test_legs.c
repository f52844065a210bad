/* Whose law is heard, and how its answers join. */

#include "tests/rules/law.h"

#define DAY 20250601

static struct decision ask_from(struct law *law, const char *from, const char *destination)
{
    struct question question = law_question(law, "fast", destination, DAY);
    question.export_from = rules_find_place(law->rules, from);
    return decide_eligibility(law->rules, &question, law->scratch);
}

Test(legs, the_items_own_law_follows_it)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN")}});
    const struct decision decision = ask_from(&law, "MY", "CN");
    cr_expect_eq(decision.leg_count, 2);
    cr_expect_str_eq(decision.legs[0].jurisdiction, "US");
    cr_expect_eq(decision.outcome, STATUS_LICENSE_REQUIRED);
    law_close(&law);
}

Test(legs, the_place_of_export_is_heard_where_law_of_it_is_recorded)
{
    LAW(law,
        {.jurisdiction = "MY",
         .provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE, .eccns = TOKENS("3A090.a")}},
        {.provision = {.effect = EFFECT_CLASSIFY, ANYWHERE, .eccns = TOKENS("3A090.a")}});
    const struct decision abroad = ask_from(&law, "MY", "SG");
    cr_assert_eq(abroad.leg_count, 3);
    cr_expect_eq(abroad.legs[0].status, STATUS_NO_LICENSE_REQUIRED);
    cr_expect_str_eq(abroad.legs[1].jurisdiction, "MY");
    cr_expect_str_eq(abroad.legs[1].eccn, "3A090.a", "an ECCN follows the item");
    cr_expect_eq(abroad.outcome, STATUS_LICENSE_REQUIRED, "the more restrictive wins");
    cr_expect_eq(ask_from(&law, "US", "SG").leg_count, 2);
    law_close(&law);
}

Test(legs, a_union_legislates_for_its_members_and_within_it_nothing_is_exported)
{
    LAW(law, {.jurisdiction = "EU", .provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE}});
    const struct decision out = ask_from(&law, "DE", "CN");
    cr_assert_eq(out.leg_count, 3);
    cr_expect_str_eq(out.legs[1].jurisdiction, "EU");
    cr_expect_eq(out.legs[1].status, STATUS_LICENSE_REQUIRED);
    const struct decision within = ask_from(&law, "DE", "FR");
    cr_expect(within.legs[1].domestic);
    cr_expect_eq(within.legs[1].status, STATUS_NO_LICENSE_REQUIRED);
    cr_expect_str_eq(within.legs[2].jurisdiction, "EU");
    law_close(&law);
}

Test(legs, a_place_of_several_unions_is_heard_in_each)
{
    LAW(law, {.jurisdiction = "DE", .provision = {.effect = EFFECT_GUIDANCE, ANYWHERE}},
        {.jurisdiction = "EU", .provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE}},
        {.jurisdiction = "A:5", .provision = {.effect = EFFECT_PROHIBIT, ANYWHERE}});
    const struct decision out = ask_from(&law, "DE", "CN");
    const struct decision in = ask_from(&law, "US", "DE");
    static const char *const heard[] = {"US", "A:5", "DE", "EU"};
    cr_assert_eq(out.leg_count, 5);
    cr_assert_eq(in.leg_count, 4);
    for (size_t i = 0; i < 4; i++) {
        cr_expect_str_eq(out.legs[i].jurisdiction, heard[i]);
        cr_expect_str_eq(in.legs[i].jurisdiction, heard[i]);
        cr_expect_eq(in.legs[i].side, i == 0 ? SIDE_EXPORT : SIDE_IMPORT);
    }
    law_close(&law);
}

Test(legs, guidance_of_the_place_of_export_is_told)
{
    LAW(law, {.jurisdiction = "DE", .provision = {.effect = EFFECT_GUIDANCE, ANYWHERE}});
    cr_expect_str_eq(law_list(&ask_from(&law, "DE", "CN").legs[1].notes), "a#1");
    law_close(&law);
}

/* Of a place that lies in more unions than any does, the first are heard. */
Test(legs, there_is_an_end_to_the_legs)
{
    static const char *const codes[] = {"O", "P", "Q", "R", "U", "V", "W", "X"};
    const struct membership memberships[] = {
        {"group:O", {{0}, {0}}}, {"group:P", {{0}, {0}}}, {"group:Q", {{0}, {0}}}, {"group:R", {{0}, {0}}},
        {"group:U", {{0}, {0}}}, {"group:V", {{0}, {0}}}, {"group:W", {{0}, {0}}}, {"group:X", {{0}, {0}}}};
    const struct place places[] = {
        {.code = "AA", .name = "AA", .memberships = memberships, .membership_count = 4},
        {.code = "BB", .name = "BB", .memberships = memberships + 4, .membership_count = 4},
    };
    const struct chip chip = {.id = "chip", .product = "chip", .name = "chip"};
    struct rules_builder *builder = rules_builder_open(1);
    for (size_t i = 0; i < 8; i++) {
        const struct ruling ruling = {.id = codes[i], .jurisdiction = codes[i], .title = codes[i]};
        cr_assert(rules_add_ruling(builder, &ruling));
    }
    cr_assert(rules_add_place(builder, &places[0], NULL, 0) && rules_add_place(builder, &places[1], NULL, 0));
    cr_assert(rules_add_chip(builder, &chip, NULL, 0));
    struct rules *rules = rules_compile(builder);
    struct scratch *scratch = scratch_open(rules);
    const struct question question = {.chip = rules->chips,
                                      .destination = rules_find_place(rules, "BB"),
                                      .export_from = rules_find_place(rules, "AA"),
                                      .date = {DAY}};
    const struct decision decision = decide_eligibility(rules, &question, scratch);
    cr_assert_eq(decision.leg_count, DECISION_LEGS_MAX);
    static const char *const heard[] = {"US", "O", "P", "Q", "U", "V", "W"};
    for (size_t i = 0; i < DECISION_LEGS_MAX; i++)
        cr_expect_str_eq(decision.legs[i].jurisdiction, heard[i]);
    scratch_close(scratch);
    rules_builder_close(builder);
    rules_release(rules);
}

Test(legs, what_cannot_be_restricted_misses_no_fact)
{
    LAW(law,
        {.jurisdiction = "CN",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION,
                       TO("CN"),
                       .import_status = IMPORT_NOT_ADMITTED,
                       .eccns = TOKENS("high")}},
        {.provision = {.effect = EFFECT_CLASSIFY,
                       ANYWHERE,
                       .eccns = TOKENS("low"),
                       .predicate = AT_LEAST(ITEM_TPP, 1)}});
    const struct leg *leg = &law_ask(&law, "dark", "CN", DAY).legs[1];
    cr_expect_eq(leg->import_possible, 1u << IMPORT_NO_RESTRICTION_RECORDED);
    cr_expect_eq(leg->missing.count, 0);
    law_close(&law);
}

Test(legs, being_treated_as_another_does_not_choose_the_law)
{
    LAW(law, {.jurisdiction = "CN", .provision = {.effect = EFFECT_PROHIBIT, ANYWHERE}});
    cr_expect_eq(ask_from(&law, "HK", "SG").outcome, STATUS_NO_LICENSE_REQUIRED);
    cr_expect_eq(ask_from(&law, "CN", "SG").outcome, STATUS_PROHIBITED);
    cr_expect_eq(ask_from(&law, "CN", "HK").legs[1].status, STATUS_PROHIBITED, "to China's law it is abroad");
    cr_expect(ask_from(&law, "PR", "US").legs[0].domestic,
              "the item's own law treats it as the United States");
    law_close(&law);
}

Test(legs, tariffs_stand_on_the_import_side_and_guidance_once)
{
    LAW(law, {.provision = {.effect = EFFECT_TARIFF, ANYWHERE}},
        {.provision = {.effect = EFFECT_GUIDANCE, ANYWHERE}},
        {.jurisdiction = "CN", .provision = {.effect = EFFECT_GUIDANCE, ANYWHERE}});
    const struct decision home = ask_from(&law, "SG", "US");
    cr_expect_str_eq(law_list(&home.legs[0].notes), "b#1");
    cr_expect_str_eq(law_list(&home.legs[1].notes), "a#1");
    const struct decision china = ask_from(&law, "US", "CN");
    cr_expect_str_eq(law_list(&china.legs[0].notes), "b#1");
    cr_expect_str_eq(law_list(&china.legs[1].notes), "c#1", "guidance of who is heard on import only");
    law_close(&law);
}

Test(legs, the_import_leg_is_always_listed_and_stands_beside_the_outcome)
{
    LAW(law,
        {.jurisdiction = "CN",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION, TO("CN"), .import_status = IMPORT_DISCOURAGED}},
        {.jurisdiction = "CN",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION, TO("CN"), .import_status = IMPORT_INSPECTION}});
    const struct decision china = law_ask(&law, "fast", "CN", DAY);
    cr_expect_eq(china.legs[1].side, SIDE_IMPORT);
    cr_expect_eq(china.legs[1].import_status, IMPORT_DISCOURAGED);
    cr_expect_str_eq(law_list(&china.legs[1].because), "a#1 b#1");
    cr_expect_eq(china.outcome, STATUS_NO_LICENSE_REQUIRED);
    const struct decision elsewhere = law_ask(&law, "fast", "SG", DAY);
    cr_expect_str_eq(elsewhere.legs[1].jurisdiction, "SG");
    cr_expect_eq(elsewhere.legs[1].import_status, IMPORT_NO_RESTRICTION_RECORDED);
    law_close(&law);
}

Test(legs, only_refusing_admission_turns_the_outcome)
{
    LAW(law,
        {.jurisdiction = "CN",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION, TO("CN"), .import_status = IMPORT_NOT_ADMITTED}});
    const struct decision decision = law_ask(&law, "fast", "CN", DAY);
    cr_expect_eq(decision.outcome, STATUS_PROHIBITED);
    cr_expect_eq(decision.possible, 1u << STATUS_PROHIBITED, "whatever the export leg leaves open");
    cr_expect_eq(decision.legs[0].status, STATUS_NO_LICENSE_REQUIRED);
    cr_assert_not_null(decision.not_admitted);
    cr_expect_str_eq(decision.not_admitted->jurisdiction, "CN");
    law_close(&law);
}

Test(legs, pending_guidance_is_told_by_whom_it_is_heard_from_on_import_alone)
{
    LAW(law, {.jurisdiction = "CN", .proposed = true, .provision = {.effect = EFFECT_GUIDANCE, ANYWHERE}},
        {.jurisdiction = "CN", .proposed = true, .provision = {.effect = EFFECT_PROHIBIT, ANYWHERE}},
        {.proposed = true, .provision = {.effect = EFFECT_IMPORT_RESTRICTION, ANYWHERE}});
    const struct decision china = law_ask(&law, "fast", "CN", DAY);
    cr_expect_str_eq(law_list(&china.pending), "a#1", "an export law of the destination is not heard");
    law_close(&law);
}

Test(legs, conditions_of_every_import_restriction_apply)
{
    static const struct condition each[] = {{.type = "kyc", .text = "Know whom."}};
    LAW(law,
        {.jurisdiction = "CN",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION,
                       TO("CN"),
                       .import_status = IMPORT_INSPECTION,
                       .conditions = each,
                       .condition_count = 1}},
        {.jurisdiction = "CN",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION, TO("CN"), .import_status = IMPORT_DISCOURAGED}},
        {.jurisdiction = "CN",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION,
                       TO("CN"),
                       .import_status = IMPORT_INSPECTION,
                       .conditions = each,
                       .condition_count = 1}});
    const struct decision decision = law_ask(&law, "fast", "CN", DAY);
    cr_expect_str_eq(law_list(&decision.legs[1].because), "a#1 b#1 c#1");
    cr_expect_str_eq(law_list(&decision.legs[1].conditions), "a#1 c#1");
    law_close(&law);
}

Test(legs, an_uncertain_refusal_leaves_the_outcome_unknown)
{
    LAW(law, {.jurisdiction = "CN",
              .provision = {.effect = EFFECT_IMPORT_RESTRICTION,
                            TO("CN"),
                            .import_status = IMPORT_NOT_ADMITTED,
                            .predicate = AT_LEAST(ITEM_TPP, 4800)}});
    const struct decision decision = law_ask(&law, "dark", "CN", DAY);
    cr_expect_eq(decision.outcome, STATUS_UNKNOWN);
    cr_expect_eq(decision.possible, 1u << STATUS_NO_LICENSE_REQUIRED | 1u << STATUS_PROHIBITED);
    cr_assert_eq(decision.legs[1].missing.count, 1);
    cr_expect_str_eq(decision.legs[1].missing.items[0].field->name, "tpp");
    law_close(&law);
}

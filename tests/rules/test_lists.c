/* What a leg lists besides its status: each claim is of one list, and of what must stay out of it. */

#include "tests/rules/law.h"

#include <stdio.h>

#define DAY 20250601
#define TEXT_SIZE 512 /* ten lists of two */
#define REQUIRE .effect = EFFECT_LICENSE_REQUIRED
#define EXCEPT .effect = EFFECT_LICENSE_EXCEPTION
#define IF_STRONG .predicate = AT_LEAST(ITEM_TPP, 4800)
#define TERMS(type_)                                                                                         \
    .conditions = (const struct condition[]){{.type = (type_), .text = "as said"}}, .condition_count = 1

static const char *others(struct law *law, const char *destination)
{
    return law_list(&law_ask(law, "fast", destination, DAY).legs[0].other_exceptions);
}

static const char *perhaps(struct law *law, const char *destination)
{
    return law_list(&law_ask(law, "dark", destination, DAY).legs[0].perhaps);
}

Test(lists, what_may_decide_is_told_even_where_the_outcome_is_certain)
{
    LAW(law, {.provision = {REQUIRE, ANYWHERE}}, {.provision = {REQUIRE, TO("CN"), IF_STRONG}},
        {.provision = {REQUIRE, TO("SG"), IF_STRONG}},
        {.provision = {.effect = EFFECT_CONDITION, ANYWHERE, IF_STRONG, TERMS("kyc")}});
    const struct decision decision = law_ask(&law, "dark", "CN", DAY);
    cr_expect_eq(decision.outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_str_eq(law_list(&decision.legs[0].perhaps), "b#1", "conditions go with what decides");
    cr_expect_str_eq(perhaps(&law, "DE"), "");
    cr_expect_eq(law_ask(&law, "fast", "CN", DAY).legs[0].perhaps.count, 0, "of a known chip all is certain");
    law_close(&law);
}

Test(lists, what_one_of_two_classifications_brings_may_decide)
{
    LAW(law, {.provision = {.effect = EFFECT_CLASSIFY, ANYWHERE, .eccns = TOKENS("low"), .priority = 1}},
        {.provision = {.effect = EFFECT_CLASSIFY,
                       ANYWHERE,
                       .eccns = TOKENS("high"),
                       .priority = 2,
                       .predicate = AT_LEAST(ITEM_TPP, 1)}},
        {.provision = {REQUIRE, ANYWHERE, .eccns = TOKENS("high")}},
        {.provision = {REQUIRE, ANYWHERE, .eccns = TOKENS("low")}},
        {.provision = {REQUIRE, ANYWHERE, .eccns = TOKENS("other")}},
        {.provision = {REQUIRE, ANYWHERE, .eccns = TOKENS("high", "low")}});
    cr_expect_str_eq(perhaps(&law, "CN"), "c#1 d#1", "f decides under either");
    law_close(&law);
}

Test(lists, exceptions_are_told_only_where_they_were_heard)
{
    LAW(law, {.provision = {EXCEPT, ANYWHERE, TERMS("kyc")}}, {.provision = {REQUIRE, TO("CN", "DE", "MY")}},
        {.provision = {REQUIRE, TO("DE"), .no_exceptions = true}},
        {.provision = {.effect = EFFECT_PROHIBIT, TO("MY")}});
    cr_expect_str_eq(others(&law, "CN"), "a#1");
    cr_expect_str_eq(others(&law, "SG"), "", "nothing is required from which to except");
    cr_expect_str_eq(others(&law, "DE"), "", "they are shut out");
    cr_expect_str_eq(others(&law, "MY"), "", "it is prohibited");
    law_close(&law);
}

/* All that the legs list, in one text. */
static void list_all(struct decision decision, char text[static TEXT_SIZE])
{
    size_t used = 0;
    for (size_t i = 0; i < decision.leg_count; i++) {
        const struct leg *leg = &decision.legs[i];
        const struct provision_list *lists[] = {&leg->because, &leg->perhaps, &leg->conditions,
                                                &leg->other_exceptions, &leg->notes};
        for (size_t j = 0; j < sizeof lists / sizeof lists[0]; j++)
            used += (size_t)snprintf(text + used, TEXT_SIZE - used, "%s;", law_list(lists[j]));
    }
}

/* The same working memory serves one question after another. */
Test(lists, nothing_is_kept_of_the_question_before)
{
    static const enum effect effects[] = {EFFECT_LICENSE_REQUIRED, EFFECT_LICENSE_EXCEPTION, EFFECT_PROHIBIT,
                                          EFFECT_LICENSE_POLICY,   EFFECT_CONDITION,         EFFECT_GUIDANCE,
                                          EFFECT_TARIFF,           EFFECT_IMPORT_RESTRICTION};
    for (size_t i = 0; i < 8 * sizeof effects / sizeof effects[0]; i++) {
        const enum effect effect = effects[i / 8];
        const struct predicate *predicate = i % 2 ? AT_LEAST(ITEM_TPP, 1) : NULL;
        const char *law_of = effect == EFFECT_IMPORT_RESTRICTION ? "EU" : "US";
        LAW(law,
            {.jurisdiction = law_of,
             .provision = {.effect = effect == EFFECT_IMPORT_RESTRICTION ? effect : EFFECT_LICENSE_REQUIRED,
                           TO("FR", "DE"),
                           .import_status = IMPORT_INSPECTION}},
            {.provision = {EXCEPT, TO("FR", "DE"), TERMS("kyc")}},
            {.jurisdiction = law_of,
             .provision = {.effect = effect,
                           TO("FR"),
                           .policy = POLICY_CASE_BY_CASE,
                           .import_status = IMPORT_DISCOURAGED,
                           .no_exceptions = i / 2 % 2,
                           .predicate = predicate,
                           TERMS(i / 4 % 2 ? "kyc" : "notification")}});
        char text[TEXT_SIZE], fresh[TEXT_SIZE];
        const struct question question = law_question(&law, "dark", "DE", DAY);
        const struct decision alone = decide_eligibility(law.rules, &question, law.other);
        list_all(alone, fresh);
        const struct question before = law_question(&law, "dark", "FR", DAY);
        decide_without_caveats(law.rules, &before, law.scratch);
        const struct decision after = decide_without_caveats(law.rules, &question, law.scratch);
        list_all(after, text);
        cr_expect(decision_equal(&after, &alone), "effect %d", effect);
        cr_expect_str_eq(text, fresh, "effect %d", effect);
        law_close(&law);
    }
}

#define LOW_OR_HIGH                                                                                          \
    {.provision = {.effect = EFFECT_CLASSIFY, ANYWHERE, .eccns = TOKENS("low"), .priority = 1}},             \
    {                                                                                                        \
        .provision = {                                                                                       \
            .effect = EFFECT_CLASSIFY,                                                                       \
            ANYWHERE,                                                                                        \
            .eccns = TOKENS("high"),                                                                         \
            .priority = 2,                                                                                   \
            .predicate = AT_LEAST(ITEM_TPP, 1)                                                               \
        }                                                                                                    \
    }
#define UNDER_EITHER .eccns = TOKENS("high", "low")

static const char *missing(const struct leg *leg)
{
    return leg->missing.count == 1 ? leg->missing.items[0].field->name : leg->missing.count ? "several" : "";
}

Test(lists, a_status_that_is_certain_of_no_certain_provision_misses_the_fact)
{
    LAW(law, LOW_OR_HIGH, {.provision = {REQUIRE, ANYWHERE, .eccns = TOKENS("low")}},
        {.provision = {REQUIRE, ANYWHERE, .eccns = TOKENS("high")}});
    const struct leg *leg = &law_ask(&law, "dark", "CN", DAY).legs[0];
    cr_expect_eq(leg->status, STATUS_LICENSE_REQUIRED);
    cr_expect_eq(leg->because.count, 0);
    cr_expect_str_eq(leg->perhaps_classified->id, "b#1");
    cr_expect_str_eq(missing(leg), "tpp");
    law_close(&law);
}

Test(lists, what_needs_no_license_either_way_misses_nothing)
{
    LAW(law, LOW_OR_HIGH);
    const struct leg *leg = &law_ask(&law, "dark", "CN", DAY).legs[0];
    cr_expect_eq(leg->status, STATUS_NO_LICENSE_REQUIRED);
    cr_expect_str_eq(missing(leg), "");
    law_close(&law);
}

Test(lists, of_two_exceptions_either_of_which_may_be_the_one_none_is_told)
{
    LAW(law, LOW_OR_HIGH, {.provision = {REQUIRE, ANYWHERE, UNDER_EITHER}},
        {.provision = {EXCEPT, TO("CN"), .eccns = TOKENS("low")}},
        {.provision = {EXCEPT, TO("CN"), .eccns = TOKENS("high")}},
        {.provision = {EXCEPT, TO("SG"), UNDER_EITHER}});
    const struct leg *leg = &law_ask(&law, "dark", "CN", DAY).legs[0];
    cr_expect_eq(leg->status, STATUS_LICENSE_EXCEPTION_AVAILABLE);
    cr_expect_null(leg->exception);
    cr_expect_str_eq(missing(leg), "tpp");
    leg = &law_ask(&law, "dark", "SG", DAY).legs[0];
    cr_expect_eq(leg->status, STATUS_LICENSE_EXCEPTION_AVAILABLE);
    cr_assert_not_null(leg->exception, "the same one under either");
    cr_expect_str_eq(leg->exception->id, "f#1");
    cr_expect_str_eq(missing(leg), "");
    law_close(&law);
}

Test(lists, a_policy_that_prevails_under_either_classification_decides_with_the_rest)
{
    LAW(law, LOW_OR_HIGH, {.provision = {REQUIRE, ANYWHERE, UNDER_EITHER}},
        {.provision =
             {.effect = EFFECT_LICENSE_POLICY, TO("CN"), UNDER_EITHER, .policy = POLICY_CASE_BY_CASE}},
        {.provision = {.effect = EFFECT_LICENSE_POLICY,
                       TO("SG"),
                       .eccns = TOKENS("high"),
                       .policy = POLICY_CASE_BY_CASE}},
        {.provision = {.effect = EFFECT_LICENSE_POLICY,
                       TO("SG"),
                       .eccns = TOKENS("low"),
                       .policy = POLICY_CASE_BY_CASE}});
    const struct leg *leg = &law_ask(&law, "dark", "CN", DAY).legs[0];
    cr_expect_eq(leg->policy, POLICY_CASE_BY_CASE);
    cr_expect_str_eq(law_list(&leg->because), "c#1 d#1");
    leg = &law_ask(&law, "dark", "SG", DAY).legs[0];
    cr_expect_eq(leg->policy, POLICY_CASE_BY_CASE, "whichever of the two gives it");
    cr_expect_str_eq(law_list(&leg->because), "c#1");
    law_close(&law);
}

Test(lists, of_equal_exceptions_the_first_is_used)
{
    LAW(law, {.provision = {REQUIRE, ANYWHERE}}, {.provision = {EXCEPT, ANYWHERE}},
        {.provision = {EXCEPT, ANYWHERE}},
        {.provision = {EXCEPT, TO("SG"), .headquartered_in = TOKENS("MY")}},
        {.provision = {EXCEPT, TO("SG"), .headquartered_in = TOKENS("MY")}});
    cr_expect_str_eq(law_ask(&law, "fast", "CN", DAY).legs[0].exception->id, "b#1");
    struct question question = law_question(&law, "fast", "SG", DAY);
    question.headquarters = rules_find_place(law.rules, "MY");
    const struct decision decision = decide_eligibility(law.rules, &question, law.scratch);
    cr_expect_str_eq(decision.legs[0].exception->id, "d#1");
    law_close(&law);
}

Test(lists, an_exception_that_is_shut_out_is_not_told_as_available)
{
    LAW(law, {.provision = {REQUIRE, ANYWHERE, .no_exceptions = true}}, {.provision = {EXCEPT, ANYWHERE}});
    const struct leg *leg = &law_ask(&law, "fast", "CN", DAY).legs[0];
    cr_expect_eq(leg->status, STATUS_LICENSE_REQUIRED);
    cr_expect_null(leg->exception);
    law_close(&law);
}

Test(lists, what_cannot_hold_keeps_no_suspension_of_it_in_doubt)
{
    LAW(law, LOW_OR_HIGH, {.provision = {REQUIRE, ANYWHERE, .eccns = TOKENS("low")}},
        {.provision = {REQUIRE, ANYWHERE, .eccns = TOKENS("high")}},
        {.provision = {REQUIRE, ANYWHERE, .predicate = IS(FIELD_APPROVED, YES)}},
        {.provision = {.effect = EFFECT_SUSPEND,
                       ANYWHERE,
                       .targets = TOKENS("e"),
                       .predicate = AT_LEAST(ITEM_MEMORY_BANDWIDTH_GB_S, 1)}});
    struct value stated[FIELD_END] = {{.type = VALUE_UNKNOWN}};
    stated[rules_find_field(law.rules, "b_approved") - law.rules->fields] =
        (struct value){.type = VALUE_BOOLEAN, .boolean = false};
    struct question question = law_question(&law, "dark", "CN", DAY);
    question.circumstances = stated;
    cr_expect_str_eq(missing(&decide_eligibility(law.rules, &question, law.scratch).legs[0]), "tpp");
    law_close(&law);
}

Test(lists, what_gives_the_same_eccn_or_is_held_back_leaves_no_doubt_of_it)
{
    LAW(law, {.provision = {.effect = EFFECT_CLASSIFY, ANYWHERE, .eccns = TOKENS("low"), .priority = 1}},
        {.provision = {.effect = EFFECT_CLASSIFY,
                       ANYWHERE,
                       .eccns = TOKENS("low"),
                       .priority = 3,
                       .predicate = AT_LEAST(ITEM_TPP, 1)}},
        {.provision = {.effect = EFFECT_CLASSIFY, ANYWHERE, .eccns = TOKENS("high"), .priority = 2}},
        {.provision = {.effect = EFFECT_SUSPEND, ANYWHERE, .targets = TOKENS("c")}});
    const struct leg *leg = &law_ask(&law, "dark", "CN", DAY).legs[0];
    cr_expect_str_eq(leg->eccn, "low");
    cr_expect_not(leg->eccn_uncertain);
    cr_expect_null(leg->perhaps_classified);
    law_close(&law);
}

#define RESTRICT(status, policy_, priority_)                                                                 \
    {                                                                                                        \
        .jurisdiction = "CN", .provision = {                                                                 \
            .effect = EFFECT_IMPORT_RESTRICTION,                                                             \
            TO("CN"),                                                                                        \
            .import_status = (status),                                                                       \
            .policy = (policy_),                                                                             \
            .priority = (priority_)                                                                          \
        }                                                                                                    \
    }

Test(lists, an_import_leg_has_the_first_policy_of_its_own_status)
{
    LAW(law, RESTRICT(IMPORT_INSPECTION, POLICY_OF_DENIAL, 9),
        RESTRICT(IMPORT_DISCOURAGED, POLICY_PRESUMPTION_OF_DENIAL, 5),
        RESTRICT(IMPORT_DISCOURAGED, POLICY_CASE_BY_CASE, 7),
        RESTRICT(IMPORT_DISCOURAGED, POLICY_PRESUMPTION_OF_APPROVAL, 6),
        RESTRICT(IMPORT_DISCOURAGED, POLICY_NONE, 8));
    const struct leg *leg = &law_ask(&law, "fast", "CN", DAY).legs[1];
    cr_expect_eq(leg->import_status, IMPORT_DISCOURAGED);
    cr_expect_eq(leg->policy, POLICY_CASE_BY_CASE);
    law_close(&law);
}

Test(lists, of_equals_the_later_in_force_prevails_and_then_the_first)
{
    static const struct {
        int first, second, priority;
        enum policy prevails;
    } rows[] = {
        {20220101, 20230101, 9, POLICY_CASE_BY_CASE},  {20230101, 20220101, 9, POLICY_OF_DENIAL},
        {20230101, 20230101, 9, POLICY_OF_DENIAL},     {20220101, 20230101, 8, POLICY_OF_DENIAL},
        {20230101, 20220101, 10, POLICY_CASE_BY_CASE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        LAW(law, {.provision = {REQUIRE, ANYWHERE}},
            {.provision = {.effect = EFFECT_LICENSE_POLICY,
                           ANYWHERE,
                           .policy = POLICY_OF_DENIAL,
                           .priority = 9,
                           .in_force = {{rows[i].first}, {0}}}},
            {.provision = {.effect = EFFECT_LICENSE_POLICY,
                           ANYWHERE,
                           .policy = POLICY_CASE_BY_CASE,
                           .priority = rows[i].priority,
                           .in_force = {{rows[i].second}, {0}}}});
        cr_expect_eq(law_ask(&law, "fast", "CN", DAY).legs[0].policy, rows[i].prevails, "row %zu", i);
        law_close(&law);
    }
}

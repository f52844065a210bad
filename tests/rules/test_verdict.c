/* A decision in one line, and in what two of them differ. */

#include "rules/verdict.h"
#include "tests/rules/law.h"

#define DAY 20250601
#define LATER 20250701
#define FROM_LATER .in_force = {{LATER}, {0}}

static struct verdict verdict_from(struct law *law, const char *from, const char *destination)
{
    struct question question = law_question(law, "fast", destination, DAY);
    question.export_from = rules_find_place(law->rules, from);
    const struct decision decision = decide_without_caveats(law->rules, &question, law->scratch);
    return verdict_of(&decision);
}

Test(verdict_of, the_most_restrictive_export_leg_speaks)
{
    LAW(law,
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED,
                       TO("CN", "SG"),
                       .policy = POLICY_PRESUMPTION_OF_DENIAL}},
        {.provision = {.effect = EFFECT_CLASSIFY, ANYWHERE, .eccns = TOKENS("3A090.a")}},
        {.jurisdiction = "MY",
         .provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE, .policy = POLICY_CASE_BY_CASE}});
    const struct verdict equals = verdict_from(&law, "MY", "CN");
    cr_expect_eq(equals.outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_eq(equals.policy, POLICY_PRESUMPTION_OF_DENIAL, "the first among equals");
    cr_expect_str_eq(equals.eccn, "3A090.a");
    const struct verdict second = verdict_from(&law, "MY", "DE");
    cr_expect_eq(second.outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_eq(second.policy, POLICY_CASE_BY_CASE);
    const struct verdict domestic = verdict_from(&law, "US", "US");
    cr_expect_eq(domestic.outcome, STATUS_NO_LICENSE_REQUIRED);
    cr_expect_null(domestic.eccn);
    law_close(&law);
}

Test(verdict_of, an_exception_is_told_by_its_name)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN")}},
        {.provision = {.effect = EFFECT_LICENSE_EXCEPTION, TO("CN"), .exception = "NAC"}});
    const struct verdict verdict = verdict_from(&law, "US", "CN");
    cr_expect_eq(verdict.outcome, STATUS_LICENSE_EXCEPTION_AVAILABLE);
    cr_expect_str_eq(verdict.exception, "NAC");
    law_close(&law);
}

Test(verdict_of, of_import_legs_the_most_restrictive_counts)
{
    LAW(law,
        {.jurisdiction = "EU",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION, ANYWHERE, .import_status = IMPORT_INSPECTION}},
        {.jurisdiction = "DE",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION,
                       ANYWHERE,
                       .import_status = IMPORT_DISCOURAGED,
                       .chips = TOKENS("fast")}});
    const struct verdict both = verdict_from(&law, "US", "DE"), one = verdict_from(&law, "US", "FR"),
                         none = verdict_from(&law, "US", "SG");
    cr_expect_eq(both.import_status, IMPORT_DISCOURAGED);
    cr_expect_eq(both.import_possible, 1u << IMPORT_DISCOURAGED);
    cr_expect_eq(one.import_possible, 1u << IMPORT_INSPECTION);
    cr_expect_eq(none.import_status, IMPORT_NO_RESTRICTION_RECORDED);
    cr_expect_eq(none.import_possible, 1u << IMPORT_NO_RESTRICTION_RECORDED);
    law_close(&law);
}

Test(verdict_of, what_is_uncertain_on_import_stays_possible)
{
    LAW(law,
        {.jurisdiction = "EU",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION,
                       ANYWHERE,
                       .import_status = IMPORT_DISCOURAGED,
                       .predicate = AT_LEAST(ITEM_TPP, 4800)}},
        {.jurisdiction = "DE",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION, ANYWHERE, .import_status = IMPORT_INSPECTION}});
    const struct decision decision = law_ask(&law, "dark", "DE", DAY);
    const struct verdict verdict = verdict_of(&decision);
    cr_expect_eq(verdict.import_status, IMPORT_INSPECTION);
    cr_expect_eq(verdict.import_possible, 1u << IMPORT_INSPECTION | 1u << IMPORT_DISCOURAGED);
    law_close(&law);
}

/* The differences between the answers of DAY and of LATER. */
static unsigned differences(struct law *law, const char *destination)
{
    struct question question = law_question(law, "fast", destination, DAY);
    const struct decision before = decide_without_caveats(law->rules, &question, law->scratch);
    question.date = (struct date){LATER};
    const struct decision after = decide_without_caveats(law->rules, &question, law->other);
    return verdict_differences(&before, &after);
}

#define ONLY(...) only((const enum aspect[]){__VA_ARGS__}, COUNT_OF_ASPECTS(__VA_ARGS__))
#define COUNT_OF_ASPECTS(...) (sizeof((const enum aspect[]){__VA_ARGS__}) / sizeof(enum aspect))

static unsigned only(const enum aspect *aspects, size_t count)
{
    unsigned set = 0;
    for (size_t i = 0; i < count; i++)
        set |= 1u << aspects[i];
    return set;
}

Test(verdict_differences, each_is_told_by_its_aspect)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN"), FROM_LATER}},
        {.provision = {.effect = EFFECT_CLASSIFY, TO("MY"), .eccns = TOKENS("3A090.a"), FROM_LATER}},
        {.jurisdiction = "EU",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION,
                       TO("DE"),
                       .import_status = IMPORT_DISCOURAGED,
                       FROM_LATER}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("FR")}},
        {.provision = {.effect = EFFECT_LICENSE_POLICY, TO("FR"), .policy = POLICY_CASE_BY_CASE, FROM_LATER}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("FR"), FROM_LATER}},
        {.provision = {.effect = EFFECT_GUIDANCE, TO("SG"), FROM_LATER}});
    cr_expect_eq(differences(&law, "CN"), ONLY(ASPECT_OUTCOME, ASPECT_GROUNDS));
    cr_expect_eq(differences(&law, "MY"), ONLY(ASPECT_ECCN), "on no provision but a classification");
    cr_expect_eq(differences(&law, "DE"), ONLY(ASPECT_IMPORT, ASPECT_GROUNDS));
    cr_expect_eq(differences(&law, "FR"), ONLY(ASPECT_POLICY, ASPECT_GROUNDS));
    cr_expect_eq(differences(&law, "SG"), 0, "guidance never decides");
    law_close(&law);
}

Test(verdict_differences, conditions_and_exceptions_have_their_own)
{
    const struct condition report = {.type = "report", .text = "Report it."};
    const struct condition *reports = &report;
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN", "SG")}},
        {.provision =
             {.effect = EFFECT_CONDITION, TO("CN"), .conditions = reports, .condition_count = 1, FROM_LATER}},
        {.provision = {.effect = EFFECT_LICENSE_EXCEPTION, TO("SG"), .exception = "NAC", FROM_LATER}});
    cr_expect_eq(differences(&law, "CN"), ONLY(ASPECT_CONDITIONS, ASPECT_GROUNDS));
    cr_expect_eq(differences(&law, "SG"), ONLY(ASPECT_OUTCOME, ASPECT_EXCEPTION, ASPECT_GROUNDS));
    law_close(&law);
}

Test(verdict_differences, a_leg_that_does_not_decide_counts_as_grounds)
{
    LAW(law, {.provision = {.effect = EFFECT_PROHIBIT, ANYWHERE}},
        {.jurisdiction = "MY",
         .provision = {.effect = EFFECT_CLASSIFY, ANYWHERE, .eccns = TOKENS("9X999"), FROM_LATER}});
    struct question question = law_question(&law, "fast", "SG", DAY);
    question.export_from = rules_find_place(law.rules, "MY");
    const struct decision before = decide_without_caveats(law.rules, &question, law.scratch);
    question.date = (struct date){LATER};
    const struct decision after = decide_without_caveats(law.rules, &question, law.other);
    cr_expect_eq(verdict_differences(&before, &after), ONLY(ASPECT_GROUNDS));
    law_close(&law);
}

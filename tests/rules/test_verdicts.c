/* Answers kept once: what they say, and that equal ones are one. */

#include "tests/rules/law.h"

#include "rules/verdicts.h"

#define DAY 20250601

static struct question question_from(const struct law *law, const char *from, const char *destination)
{
    struct question question = law_question(law, "fast", destination, DAY);
    question.export_from = rules_find_place(law->rules, from);
    return question;
}

/* The id of the provision on which the answer rests first. */
static const char *deciding(struct law *law, const char *from, const char *destination)
{
    struct verdicts *verdicts = verdicts_open(law->rules, NULL);
    const struct question question = question_from(law, from, destination);
    const struct ruled *ruled = verdicts_find(verdicts, &question);
    const char *id = ruled->deciding ? ruled->deciding->id : "none";
    verdicts_close(verdicts);
    return id;
}

Test(verdicts, what_an_outcome_rests_on_first_is_told)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_POLICY, ANYWHERE, .policy = POLICY_OF_DENIAL}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN", "SG", "HK")}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN")}},
        {.provision = {.effect = EFFECT_LICENSE_EXCEPTION, TO("SG")}},
        {.provision = {.effect = EFFECT_PROHIBIT, TO("CY")}},
        {.jurisdiction = "MY",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION, ANYWHERE, .import_status = IMPORT_INSPECTION}},
        {.jurisdiction = "MY",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION, ANYWHERE, .import_status = IMPORT_NOT_ADMITTED}},
        {.provision = {
             .effect = EFFECT_LICENSE_REQUIRED, TO("FR"), .predicate = AT_LEAST(ITEM_PROCESS_NODE_NM, 5)}});
    cr_expect_str_eq(deciding(&law, "US", "CN"), "b#1", "of two requirements the first, and no policy");
    cr_expect_str_eq(deciding(&law, "US", "SG"), "d#1", "the exception that is used");
    cr_expect_str_eq(deciding(&law, "US", "CY"), "e#1");
    cr_expect_str_eq(deciding(&law, "US", "MY"), "g#1", "what refuses admission, not what inspects");
    cr_expect_str_eq(deciding(&law, "US", "DE"), "none", "nothing is required");
    cr_expect_str_eq(deciding(&law, "US", "FR"), "none", "it is unknown whether anything is required");
    law_close(&law);
}

Test(verdicts, a_prohibition_at_the_export_goes_before_a_refusal)
{
    LAW(law,
        {.jurisdiction = "CN",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION, ANYWHERE, .import_status = IMPORT_NOT_ADMITTED}},
        {.provision = {.effect = EFFECT_PROHIBIT, TO("CN")}});
    cr_expect_str_eq(deciding(&law, "US", "CN"), "b#1");
    law_close(&law);
}

Test(verdicts, equal_answers_are_one)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN", "MY")}});
    struct verdicts *verdicts = verdicts_open(law.rules, NULL);
    const struct question to_china = question_from(&law, "US", "CN");
    const struct question to_malaysia = question_from(&law, "US", "MY");
    const struct question to_germany = question_from(&law, "US", "DE");
    const struct ruled *first = verdicts_find(verdicts, &to_china);
    const struct ruled *other = verdicts_find(verdicts, &to_germany);
    cr_expect_eq(verdicts_find(verdicts, &to_malaysia), first);
    cr_expect_eq(verdicts_find(verdicts, &to_china), first);
    cr_expect_neq(other, first);
    cr_expect_eq(verdicts_count(verdicts), 2);
    cr_expect_eq(verdicts_at(verdicts, first->id), first);
    cr_expect_eq(verdicts_at(verdicts, other->id), other);
    verdicts_close(verdicts);
    law_close(&law);
}

static const struct ruled *on(struct verdicts *verdicts, const struct law *law, int day)
{
    const struct question question = law_question(law, "fast", "CN", day);
    return verdicts_find(verdicts, &question);
}

/* The law is verified through 2026-10-10. */
Test(verdicts, currency_is_told_from_its_day_on)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN"), .in_force = {.until = {20261111}}}},
        {.proposed = true,
         .announced = {20260601},
         .provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN")}},
        {.provision = {.effect = EFFECT_GUIDANCE, TO("CN"), .in_force = {.until = {20261101}}}});
    struct verdicts *verdicts = verdicts_open(law.rules, NULL);
    cr_expect(on(verdicts, &law, 20220731)->before_coverage &&
              !on(verdicts, &law, 20220801)->before_coverage);
    cr_expect(!on(verdicts, &law, 20260531)->pending && on(verdicts, &law, 20260601)->pending);
    cr_expect(!on(verdicts, &law, 20261010)->projected && on(verdicts, &law, 20261011)->projected);
    cr_expect(!on(verdicts, &law, 20261110)->lapsed, "the lapse of guidance does not count");
    cr_expect(on(verdicts, &law, 20261111)->lapsed);
    cr_expect_eq(on(verdicts, &law, 20261110)->verdict.outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_eq(on(verdicts, &law, 20261111)->verdict.outcome, STATUS_NO_LICENSE_REQUIRED);
    verdicts_close(verdicts);
    law_close(&law);
}

Test(verdicts, what_is_stated_counts)
{
    LAW(law, {.provision = {.effect = EFFECT_PROHIBIT, TO("CN"), .predicate = IS(FIELD_LISTED, YES)}});
    const unsigned listed = (unsigned)(rules_find_field(law.rules, "hr_listed") - law.rules->fields);
    struct verdicts *verdicts = verdicts_open(law.rules, NULL);
    struct question question = question_from(&law, "US", "CN");
    cr_expect_eq(verdicts_find(verdicts, &question)->verdict.outcome, STATUS_NO_LICENSE_REQUIRED);
    struct value *stated = scratch_circumstances(law.scratch);
    stated[listed] = *YES;
    question.circumstances = stated;
    cr_expect_eq(verdicts_find(verdicts, &question)->verdict.outcome, STATUS_PROHIBITED);
    question.circumstances = NULL;
    cr_expect_eq(verdicts_find(verdicts, &question)->verdict.outcome, STATUS_NO_LICENSE_REQUIRED);
    verdicts_close(verdicts);
    law_close(&law);
}

Test(verdicts, what_was_stated_at_the_opening_counts_for_who_states_the_same)
{
    LAW(law, {.provision = {.effect = EFFECT_PROHIBIT, TO("CN"), .predicate = IS(FIELD_LISTED, YES)}});
    const unsigned listed = (unsigned)(rules_find_field(law.rules, "hr_listed") - law.rules->fields);
    struct value *stated = scratch_circumstances(law.scratch);
    stated[listed] = *YES;
    struct verdicts *verdicts = verdicts_open(law.rules, stated);
    struct question question = question_from(&law, "US", "CN");
    for (size_t i = 0; i < law.rules->chip_count; i++) {
        question.chip = &law.rules->chips[i];
        question.circumstances = stated;
        cr_expect_eq(verdicts_find(verdicts, &question)->verdict.outcome, STATUS_PROHIBITED);
        question.circumstances = NULL;
        cr_expect_eq(verdicts_find(verdicts, &question)->verdict.outcome, STATUS_NO_LICENSE_REQUIRED);
    }
    verdicts_close(verdicts);
    law_close(&law);
}

Test(verdicts, headquarters_and_the_place_of_export_count)
{
    LAW(law, {.provision = {.effect = EFFECT_PROHIBIT, ANYWHERE, .headquartered_in = TOKENS("CN")}},
        {.jurisdiction = "MY", .provision = {.effect = EFFECT_PROHIBIT, TO("SG")}});
    struct verdicts *verdicts = verdicts_open(law.rules, NULL);
    struct question question = question_from(&law, "US", "SG");
    cr_expect_eq(verdicts_find(verdicts, &question)->verdict.outcome, STATUS_NO_LICENSE_REQUIRED);
    question.headquarters = rules_find_place(law.rules, "CN");
    cr_expect_eq(verdicts_find(verdicts, &question)->verdict.outcome, STATUS_PROHIBITED);
    question.headquarters = question.destination;
    cr_expect_eq(verdicts_find(verdicts, &question)->verdict.outcome, STATUS_NO_LICENSE_REQUIRED);
    question = question_from(&law, "US", "CN");
    question.headquarters = question.destination;
    cr_expect_eq(verdicts_find(verdicts, &question)->verdict.outcome, STATUS_NO_LICENSE_REQUIRED,
                 "headquarters at the destination are none");
    question = question_from(&law, "MY", "SG");
    cr_expect_eq(verdicts_find(verdicts, &question)->verdict.outcome, STATUS_PROHIBITED);
    verdicts_close(verdicts);
    law_close(&law);
}

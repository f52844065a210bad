/* The golden cases: researched answers to real questions, which the bundled data set must give. */

#include "tests/golden/bundle.h"

#include "rules/decide.h"
#include "rules/names.h"
#include "rules/words.h"

#include <criterion/criterion.h>
#include <string.h>

#define CASES "tests/golden/cases.json"
#define CASE_COUNT 109

static const char *text_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static bool rests_on(const struct decision *decision, const char *ruling)
{
    for (size_t i = 0; i < decision->leg_count; i++) {
        const struct provision_list *because = &decision->legs[i].because;
        for (size_t j = 0; j < because->count; j++) {
            if (strcmp(because->items[j]->ruling->id, ruling) == 0)
                return true;
        }
    }
    return false;
}

static bool has_condition(const struct leg *leg, const char *type)
{
    for (size_t i = 0; i < leg->conditions.count; i++) {
        const struct provision *provision = leg->conditions.items[i];
        for (size_t j = 0; j < provision->condition_count; j++) {
            if (strcmp(provision->conditions[j].type, type) == 0)
                return true;
        }
    }
    return false;
}

static void expect_word(const char *id, const char *what, const char *expected, const char *given)
{
    if (expected)
        cr_expect(given && strcmp(expected, given) == 0, "%s: %s is %s, not %s", id, what,
                  given ? given : "null", expected);
}

static void expect_decision(const char *id, const json_t *expect, const struct decision *decision)
{
    const struct leg *leg = &decision->legs[0];
    size_t i;
    json_t *item;
    /* The cases speak of the American leg; a destination that does not admit the chip turns the outcome
     * alone. */
    if (!decision->not_admitted)
        expect_word(id, "outcome", text_of(expect, "status"), status_word(decision->outcome));
    expect_word(id, "status", text_of(expect, "status"), status_word(leg->status));
    expect_word(id, "policy", text_of(expect, "policy"), policy_word(leg->policy));
    expect_word(id, "eccn", text_of(expect, "eccn"), leg->eccn);
    expect_word(id, "exception", text_of(expect, "exception"),
                leg->exception ? leg->exception->exception : NULL);
    json_array_foreach(json_object_get(expect, "basis"), i, item) cr_expect(
        rests_on(decision, json_string_value(item)), "%s does not rest on %s", id, json_string_value(item));
    json_array_foreach(json_object_get(expect, "conditions"), i, item)
        cr_expect(has_condition(leg, json_string_value(item)), "%s lacks the condition %s", id,
                  json_string_value(item));
}

static const struct chip *find_chip(const struct rules *rules, const char *name)
{
    const struct chip_match match = names_match_chip(rules, name);
    cr_assert(match.how == MATCH_ID || match.how == MATCH_PRODUCT, "%s is no id or product", name);
    return match.chip;
}

static void check_case(const struct rules *rules, struct scratch *scratch, const json_t *item)
{
    const char *hq = text_of(item, "headquartered_in");
    struct question question = {
        .chip = find_chip(rules, text_of(item, "chip")),
        .destination = rules_find_place(rules, text_of(item, "destination")),
        .headquarters = hq ? rules_find_place(rules, hq) : NULL,
        .export_from = rules_find_place(rules, "US"),
    };
    cr_assert(date_parse(text_of(item, "date"), &question.date));
    cr_assert(question.destination && (!hq || question.headquarters));
    const struct decision decision = decide_eligibility(rules, &question, scratch);
    expect_decision(text_of(item, "id"), json_object_get(item, "expect"), &decision);
}

Test(cases, all_hold)
{
    struct bundle bundle = bundle_load();
    struct rules *rules = bundle_compile(&bundle, NULL, NULL, 0);
    struct scratch *scratch = scratch_open(rules);
    json_t *cases = json_load_file(CASES, JSON_REJECT_DUPLICATES, NULL);
    cr_assert_eq(json_array_size(cases), CASE_COUNT);
    size_t i;
    json_t *item;
    json_array_foreach(cases, i, item) check_case(rules, scratch, item);
    json_decref(cases);
    scratch_close(scratch);
    rules_release(rules);
    bundle_done(&bundle);
}

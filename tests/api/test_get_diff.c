/* GET /v1/diff: whose answer differs between two days or two states of knowledge, and by what. */
#include "tests/api/stored.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct stored *stored;

static void open_stored(void)
{
    stored = stored_open();
}

static void close_stored(void)
{
    stored_close(stored);
}

static void open_bundled(void)
{
    stored = stored_open_bundled();
}

TestSuite(get_diff, .init = open_stored, .fini = close_stored);
TestSuite(get_diff_of_the_data, .init = open_bundled, .fini = close_stored);

/* The second revision: what is recorded of a member becomes another. */
static void revise(enum kind kind, const char *id, const char *path, const char *json)
{
    cr_assert(stored_follow(stored, stored_revise(stored, kind, id, path, json, "2026-01-02T00:00:00.000Z")));
}

static void put(enum kind kind, const char *json)
{
    cr_assert(stored_follow(stored, stored_put(stored, kind, json, "2026-01-02T00:00:00.000Z")));
}

Test(get_diff, between_two_days_every_pair_is_named_with_the_ruling_responsible)
{
    json_t *body = stored_get(stored, "/v1/diff?from=2024-12-31&to=2025-01-01");
    cr_assert_eq(json_array_size(stored_at(body, "items")), 3);
    cr_expect_eq(json_integer_value(stored_at(body, "total")), 3, "chips");
    cr_expect_eq(json_integer_value(stored_at(body, "total_pairs")), 3);
    cr_expect(json_is_null(stored_at(body, "next")));
    const json_t *item = stored_at(body, "items.1");
    cr_expect_str_eq(stored_text(item, "chip.id"), "acme-one");
    cr_expect_str_eq(stored_text(item, "chip.name"), "One");
    cr_expect_str_eq(stored_ids(stored_at(item, "changed")), "outcome,policy,conditions,grounds");
    cr_expect_str_eq(stored_text(item, "before.outcome"), "no_license_required");
    cr_expect_str_eq(stored_text(item, "after.outcome"), "license_required");
    cr_expect_str_eq(stored_text(item, "after.policy"), "case_by_case");
    cr_expect_str_eq(stored_ids(stored_at(item, "after.because")), "us-acme-rule");
    cr_expect_str_eq(stored_ids(stored_at(item, "changed_by")), "us-acme-rule");
    cr_expect_str_eq(stored_text(item, "changed_by.0.title"), "The ACME rule");
    cr_expect_eq(json_array_size(stored_at(item, "also_changed")), 0);
    cr_expect_str_eq(stored_ids(stored_at(item, "destinations")), "CN");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.changed")), "outcome,grounds",
                     "that may be required");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.changed_by")), "us-acme-rule");
    json_decref(body);
}

Test(get_diff, a_page_tells_what_was_compared)
{
    json_t *body = stored_get(stored, "/v1/diff?from=2024-12-31&to=2026-01-01&hq=CN");
    cr_expect_str_eq(stored_text(body, "question.from"), "2024-12-31");
    cr_expect_str_eq(stored_text(body, "question.to"), "2026-01-01");
    cr_expect_str_eq(stored_text(body, "question.hq"), "CN");
    cr_expect_eq(json_integer_value(stored_at(body, "question.known_from")), 1);
    cr_expect_eq(json_integer_value(stored_at(body, "question.known_at")), 1);
    cr_expect(json_is_false(stored_at(body, "before.projected")));
    cr_expect(json_is_true(stored_at(body, "after.projected")));
    cr_expect_str_eq(stored_ids(stored_at(body, "after.lapsed_unverified")), "us-acme-rule");
    cr_expect_str_eq(stored_text(body, "meta.date"), "2026-01-01");
    cr_expect_eq(json_array_size(stored_at(body, "items")), 0, "before and after it the same is said");
    json_decref(body);
}

Test(get_diff, what_to_compare_with_must_be_said)
{
    static const char *const targets[] = {"/v1/diff", "/v1/diff?to=2025-01-01&known_at=1"};
    for (size_t i = 0; i < 2; i++) {
        json_t *body = stored_fail(stored, targets[i], 400, "missing_parameter");
        cr_expect_str_eq(stored_text(body, "errors.0.parameter"), "from");
        cr_expect_str_eq(stored_text(body, "errors.1.parameter"), "known_from");
        cr_expect_str_eq(
            stored_text(body, "errors.1.detail"),
            "known_from is the earlier state of knowledge to compare with, such as known_from=1.");
        json_decref(body);
    }
}

Test(get_diff, equal_states_differ_in_nothing)
{
    static const char *const targets[] = {"/v1/diff?from=2025-03-01&to=2025-03-01", "/v1/diff?known_from=1",
                                          "/v1/diff?from=today", "/v1/diff?known_from=1&known_at=1"};
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        json_t *body = stored_get(stored, targets[i]);
        cr_expect_eq(json_array_size(stored_at(body, "items")), 0);
        cr_expect_eq(json_integer_value(stored_at(body, "total")), 0);
        cr_expect_eq(json_integer_value(stored_at(body, "total_pairs")), 0);
        json_decref(body);
    }
}

struct aspect_row {
    const char *changed;
    int total;
};

Test(get_diff, only_what_changed_in_a_chosen_aspect_is_shown)
{
    static const struct aspect_row rows[] = {{"outcome", 3},   {"policy", 2},     {"conditions", 2},
                                             {"grounds", 3},   {"eccn", 0},       {"import", 0},
                                             {"exception", 0}, {"eccn,policy", 2}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/diff?from=2024-12-31&to=2025-01-01&changed=%s", rows[i].changed);
        json_t *body = stored_get(stored, target);
        cr_expect_eq(json_integer_value(stored_at(body, "total")), rows[i].total, "%s", target);
        cr_expect_eq(json_array_size(stored_at(body, "items")), (size_t)rows[i].total, "%s", target);
        json_decref(body);
    }
}

Test(get_diff, a_corrected_ruling_is_responsible_though_both_answers_rest_on_it)
{
    revise(KIND_RULING, "us-acme-rule", "provisions.0.policy", "'presumption_of_denial'");
    json_t *body = stored_get(stored, "/v1/diff?to=2025-03-01&known_from=1&chips=uno");
    cr_expect_eq(json_integer_value(stored_at(body, "question.known_from")), 1);
    cr_expect_eq(json_integer_value(stored_at(body, "question.known_at")), 2);
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.changed")), "policy");
    cr_expect_str_eq(stored_text(body, "items.0.before.policy"), "case_by_case");
    cr_expect_str_eq(stored_text(body, "items.0.after.policy"), "presumption_of_denial");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.changed_by")), "us-acme-rule");
    cr_expect_eq(json_array_size(stored_at(body, "items.0.also_changed")), 0);
    json_decref(body);
}

Test(get_diff, other_words_of_a_condition_are_a_difference)
{
    revise(KIND_RULING, "us-acme-rule", "provisions.0.conditions.0.text", "'Know them well.'");
    json_t *body = stored_get(stored, "/v1/diff?to=2025-03-01&known_from=1&chips=uno");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.changed")), "conditions");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.changed_by")), "us-acme-rule");
    json_decref(body);
}

Test(get_diff, other_words_of_a_title_are_none)
{
    revise(KIND_RULING, "us-acme-rule", "title", "'Another title'");
    json_t *body = stored_get(stored, "/v1/diff?to=2025-03-01&known_from=1");
    cr_expect_eq(json_integer_value(stored_at(body, "total")), 0);
    json_decref(body);
}

Test(get_diff, a_chip_that_is_recorded_differently_is_told_and_no_ruling_blamed)
{
    revise(KIND_CHIP, "acme-two", "peak_tops.int8", "200");
    json_t *body = stored_get(stored, "/v1/diff?to=2025-03-01&known_from=1");
    cr_assert_eq(json_array_size(stored_at(body, "items")), 1);
    cr_expect_str_eq(stored_text(body, "items.0.chip.id"), "acme-two");
    cr_expect_str_eq(stored_text(body, "items.0.after.outcome"), "license_required");
    cr_expect_eq(json_array_size(stored_at(body, "items.0.changed_by")), 0);
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.also_changed")), "chip");
    json_decref(body);
}

Test(get_diff, where_law_and_chip_both_changed_both_are_told)
{
    revise(KIND_CHIP, "acme-two", "peak_tops.int8", "200");
    const int64_t head = stored_revise(stored, KIND_RULING, "us-acme-rule", "provisions.0.predicate.value",
                                       "900", "2026-01-03T00:00:00.000Z");
    cr_assert(stored_follow(stored, head));
    json_t *body = stored_get(stored, "/v1/diff?to=2025-03-01&known_from=1");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.changed_by")), "us-acme-rule");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.also_changed")), "chip");
    json_decref(body);
    body = stored_get(stored, "/v1/diff?to=2025-03-01&known_from=2");
    cr_expect_eq(json_integer_value(stored_at(body, "total")), 0, "the line lies below both still");
    json_decref(body);
}

#define PLACE_NEW                                                                                            \
    "{'code':'FR','name':'France','alpha3':null,'numeric':null,'aliases':[],'parent':null,'region':null,"    \
    "'subregion':null,'treated_as':[],'groups':[{'group':'D:5','from':'2020-01-01','until':null,'cite':"     \
    "null,"                                                                                                  \
    "'url':null}]}"

Test(get_diff, a_destination_that_moved_is_told)
{
    revise(KIND_DESTINATION, "CN", "groups.0.from", "'2025-06-01'");
    static const char *const targets[] = {"/v1/diff?to=2025-03-01&known_from=1&chips=uno",
                                          "/v1/diff?from=2025-05-31&to=2025-06-01&chips=uno"};
    for (size_t i = 0; i < 2; i++) {
        json_t *body = stored_get(stored, targets[i]);
        cr_expect_str_eq(stored_ids(stored_at(body, "items.0.destinations")), "CN");
        cr_expect_eq(json_array_size(stored_at(body, "items.0.changed_by")), 0, "%s", targets[i]);
        cr_expect_str_eq(stored_ids(stored_at(body, "items.0.also_changed")), "destination");
        json_decref(body);
    }
}

Test(get_diff, of_two_that_are_answered_alike_only_the_one_that_moved_is_told_so)
{
    revise(KIND_RULING, "us-acme-rule", "provisions.0.destinations.include", "['group:D:5','DE']");
    stored_revise(stored, KIND_CHIP, "acme-two", "peak_tops.int8", "200", "2026-01-03T00:00:00.000Z");
    const int64_t head =
        stored_revise(stored, KIND_DESTINATION, "DE", "groups",
                      "[{'group':'D:5','from':'2020-01-01','until':null,'cite':null,'url':null}]",
                      "2026-01-04T00:00:00.000Z");
    cr_assert(stored_follow(stored, head));
    json_t *body = stored_get(stored, "/v1/diff?to=2025-03-01&known_from=2");
    cr_assert_eq(json_array_size(stored_at(body, "items")), 2);
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.destinations")), "CN");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.also_changed")), "chip");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.1.destinations")), "DE");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.1.also_changed")), "chip,destination");
    json_decref(body);
}

Test(get_diff, what_only_one_state_knows_is_null_in_the_other)
{
    cr_assert_eq(stored_delete(stored, KIND_CHIP, "acme-two", "2026-01-02T00:00:00.000Z"), 2);
    put(KIND_DESTINATION, PLACE_NEW);
    json_t *body = stored_get(stored, "/v1/diff?to=2025-03-01&known_from=1&chips=acme-one,acme-two");
    cr_assert_eq(json_array_size(stored_at(body, "items")), 2);
    cr_expect_str_eq(stored_text(body, "items.0.chip.id"), "acme-one");
    cr_expect(json_is_null(stored_at(body, "items.0.before")));
    cr_expect_str_eq(stored_text(body, "items.0.after.outcome"), "license_required");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.changed")), "outcome");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.also_changed")), "destination");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.destinations")), "FR");
    cr_expect_str_eq(stored_text(body, "items.1.chip.id"), "acme-two",
                     "its name is found in the earlier state");
    cr_expect_str_eq(stored_text(body, "items.1.before.outcome"), "no_license_required");
    cr_expect(json_is_null(stored_at(body, "items.1.after")));
    cr_expect_eq(json_array_size(stored_at(body, "items.1.changed_by")), 0);
    cr_expect_str_eq(stored_ids(stored_at(body, "items.1.also_changed")), "chip");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.1.destinations")), "CN,DE,US",
                     "neither knows FR with it");
    json_decref(body);
    body = stored_get(stored, "/v1/diff?to=2025-03-01&known_from=1&changed=policy");
    cr_expect_eq(json_integer_value(stored_at(body, "total")), 0, "that is a matter of the outcome");
    json_decref(body);
}

#define LISTED                                                                                               \
    "{'id':'us-list','title':'A list','standing':'operative','jurisdiction':'US','issuer':'BIS',"            \
    "'kind':'rule','amends':[],'supersedes':[],'suspends':[],'citations':[],'confidence':'high',"            \
    "'announced_on':null,'published_on':null,'effective_from':'2025-01-01','effective_until':null,"          \
    "'verified_through':'2025-06-01','notes':null,'summary':'A rule.','sources':[],'provisions':["           \
    "{'id':'us-list#1','chips':[],'cite':null,'conditions':[],'destinations':{'include':['DE'],"             \
    "'exclude':[],'headquartered_in':[]},'effective_from':null,'effective_until':null,"                      \
    "'exception':null,'export_from':null,'import_status':null,'no_exceptions':true,'policy':null,"           \
    "'predicate':{'field':'listed','op':'==','value':true},'priority':1,'text':'Words.',"                    \
    "'effect':'license_required','eccns':[],'targets':[]}]}"

Test(get_diff, circumstances_are_those_of_both_states)
{
    put(KIND_RULING, LISTED);
    json_t *body =
        stored_get(stored, "/v1/diff?to=2025-03-01&known_from=1&chips=acme-two&circumstance.listed=true");
    cr_expect_eq(json_integer_value(stored_at(body, "total_pairs")), 1, "nothing asked for it before");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.changed_by")), "us-list");
    cr_expect(json_is_true(stored_at(body, "question.circumstances.listed")));
    json_decref(body);
    /* Another circumstance, whose name comes before: each version numbers its own. */
    stored_revise(
        stored, KIND_RULING, "us-acme-rule", "provisions.0.predicate",
        "{'any':[{'field':'tpp','op':'>=','value':1000},{'field':'at_war','op':'==','value':true}]}",
        "2026-01-02T00:00:00.000Z");
    const int64_t head = stored_revise(stored, KIND_RULING, "us-list", "provisions.0.policy",
                                       "'case_by_case'", "2026-01-03T00:00:00.000Z");
    cr_assert(stored_follow(stored, head));
    body = stored_get(stored, "/v1/diff?to=2025-03-01&known_from=2&chips=acme-two&circumstance.listed=true");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.changed")), "policy", "both asked for it");
    json_decref(body);
    body = stored_get(stored, "/v1/diff?to=2025-03-01&known_from=1&chips=acme-two");
    cr_expect_eq(json_integer_value(stored_at(body, "total")), 0);
    json_decref(body);
}

Test(get_diff, an_end_that_the_earlier_state_does_not_know_is_refused)
{
    put(KIND_DESTINATION, PLACE_NEW);
    json_t *body = stored_fail(stored, "/v1/diff?known_from=1&hq=france", 404, "unknown_destination");
    cr_expect_str_eq(stored_text(body, "detail"),
                     "hq FR was not yet recorded in the earlier state of knowledge.");
    json_decref(body);
}

Test(get_diff, the_first_day_of_coverage_explains_itself)
{
    json_t *body = stored_get(stored, "/v1/diff?from=2022-07-31&to=2022-08-01&chips=uno");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.also_changed")), "coverage");
    cr_expect_eq(json_array_size(stored_at(body, "items.0.changed_by")), 0);
    cr_expect(json_is_true(stored_at(body, "before.before_coverage")));
    json_decref(body);
}

Test(get_diff, a_group_counts_in_either_state)
{
    json_t *body =
        stored_get(stored, "/v1/diff?from=2024-05-31&to=2025-01-01&destinations=group:D:5&chips=uno");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.destinations")), "CN", "on the later day alone");
    json_decref(body);
}

Test(get_diff, time_may_run_backwards)
{
    json_t *body = stored_get(stored, "/v1/diff?from=2025-01-01&to=2024-12-31&chips=uno");
    cr_expect_str_eq(stored_text(body, "items.0.before.outcome"), "license_required");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.changed_by")), "us-acme-rule");
    json_decref(body);
}

Test(get_diff, pages_by_chip_tell_the_same_totals_and_stay_where_they_are)
{
    char *target = strdup("/v1/diff?from=2024-12-31&to=2025-01-01&limit=2");
    unsigned pages = 0;
    char ids[128] = "";
    for (; target && pages < 5; pages++) {
        json_t *body = stored_get(stored, target);
        cr_expect_eq(json_integer_value(stored_at(body, "total")), 3);
        cr_expect_eq(json_integer_value(stored_at(body, "total_pairs")), 3);
        for (size_t i = 0; i < json_array_size(stored_at(body, "items")); i++)
            strcat(strcat(ids, stored_text(json_array_get(stored_at(body, "items"), i), "chip.id")), ",");
        const char *next = stored_text(body, "next");
        if (next)
            cr_expect_not_null(strstr(next, "from=2024-12-31&to=2025-01-01&known_from=1&known_at=1&cursor="));
        free(target);
        target = next ? strdup(next) : NULL;
        json_decref(body);
    }
    cr_expect_str_eq(ids, "acme-dark,acme-one,best-big,");
    cr_expect_eq(pages, 2);
    free(target);
}

Test(get_diff, a_cursor_is_of_one_question)
{
    json_t *body = stored_get(stored, "/v1/diff?from=2024-12-31&to=2025-01-01&limit=1");
    const char *cursor = strstr(stored_text(body, "next"), "cursor=");
    static const char *const others[] = {"from=2024-12-31&to=2025-01-02", "from=2024-12-30&to=2025-01-01",
                                         "from=2024-12-31&to=2025-01-01&changed=outcome"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        char target[512];
        snprintf(target, sizeof target, "/v1/diff?%s&%s", others[i], cursor);
        json_decref(stored_fail(stored, target, 400, "invalid_cursor"));
    }
    json_decref(body);
}

struct cache_row {
    const char *query;
    enum cache cache;
};

Test(get_diff, it_is_kept_long_only_where_both_states_are_settled)
{
    revise(KIND_CHIP, "acme-two", "name", "'Deux'");
    static const struct cache_row rows[] = {
        {"from=2024-12-31&to=2025-01-01&known_from=1&known_at=2", CACHE_PINNED},
        {"from=2024-12-31&to=2025-01-01&known_at=2", CACHE_PINNED},
        {"known_from=1&known_at=2&to=2025-01-01", CACHE_PINNED},
        {"known_from=1&known_at=2", CACHE_LATEST},
        {"known_from=1&to=2025-01-01", CACHE_LATEST},
        {"from=today&to=2025-01-01&known_at=2", CACHE_LATEST},
        {"known_from=2030-01-01T00:00:00Z&known_at=1&to=2025-01-01", CACHE_LATEST},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/diff?%s", rows[i].query);
        cr_assert_eq(stored_ask(stored, target), 200, "%s", target);
        cr_expect_eq(stored->reply.cache, rows[i].cache, "%s", target);
    }
}

Test(get_diff, an_etag_is_of_both_states)
{
    static const char target[] = "/v1/diff?known_from=2030-01-01T00:00:00Z&known_at=1&to=2025-03-01";
    char etag[REPLY_ETAG_SIZE];
    stored_ask(stored, target);
    memcpy(etag, stored->reply.etag, sizeof etag);
    revise(KIND_CHIP, "acme-two", "peak_tops.int8", "200");
    json_t *body = stored_get(stored, target);
    cr_expect_eq(json_array_size(stored_at(body, "items")), 1);
    cr_expect_str_neq(stored->reply.etag, etag);
    json_decref(body);
}

Test(get_diff, rows_have_a_pair_each)
{
    stored_ask(stored, "/v1/diff?from=2024-12-31&to=2025-01-01&chips=uno,best&format=ndjson");
    const char *second = strchr(stored->reply.out.text, '\n') + 1;
    json_t *row = json_loads(second, JSON_DISABLE_EOF_CHECK, NULL);
    cr_expect_str_eq(stored_text(row, "chip"), "best-big");
    cr_expect_str_eq(stored_text(row, "destination"), "CN");
    cr_expect_str_eq(stored_text(row, "before.outcome"), "no_license_required");
    cr_expect_str_eq(stored_ids(stored_at(row, "after.rulings")), "us-acme-rule");
    cr_expect_str_eq(stored_ids(stored_at(row, "changed_by")), "us-acme-rule");
    cr_expect_str_eq(strchr(second, '\n'), "\n", "and no more");
    json_decref(row);
    stored_ask(stored, "/v1/diff?from=2024-12-31&to=2025-01-01&chips=uno&format=csv");
    const char *line = strstr(stored->reply.out.text, "\r\n") + 2;
    cr_expect_str_eq(line, "acme-one,CN,\"outcome;policy;conditions;grounds\","
                           "no_license_required,no_license_required,,,false,,no_restriction_recorded,"
                           "no_restriction_recorded,\"\",\"\","
                           "license_required,license_required,case_by_case,,false,,no_restriction_recorded,"
                           "no_restriction_recorded,us-acme-rule,\"\",us-acme-rule,\"\"\r\n");
}

Test(get_diff, rows_of_what_one_state_does_not_know_have_empty_cells)
{
    put(KIND_DESTINATION, PLACE_NEW);
    stored_ask(stored, "/v1/diff?to=2025-03-01&known_from=1&chips=uno&format=csv");
    const char *line = strstr(stored->reply.out.text, "\r\n") + 2;
    cr_expect_str_eq(
        line, "acme-one,FR,outcome,,,,,,,,,,,license_required,license_required,case_by_case,,false,,"
              "no_restriction_recorded,no_restriction_recorded,us-acme-rule,\"\",\"\",destination\r\n");
}

Test(get_diff, rows_say_when_more_follow)
{
    stored_ask(stored, "/v1/diff?from=2024-12-31&to=2025-01-01&limit=2&format=ndjson");
    cr_expect_not_null(strstr(stored->reply.link, "rel=\"next\""));
    stored_ask(stored, "/v1/diff?from=2024-12-31&to=2025-01-01&limit=3&format=ndjson");
    cr_expect_null(strstr(stored->reply.link, "rel=\"next\""), "the last two chips are not affected");
}

Test(get_diff, wrong_input_is_refused)
{
    json_decref(stored_fail(stored, "/v1/diff?from=2025-01-01&changed=outcom", 400, "invalid_parameter"));
    json_decref(stored_fail(stored, "/v1/diff?from=yesterday", 400, "invalid_parameter"));
    json_decref(stored_fail(stored, "/v1/diff?known_from=7", 404, "unknown_version"));
    json_decref(stored_fail(stored, "/v1/diff?known_from=1&chips=acme-on", 404, "unknown_chip"));
    json_decref(stored_fail(stored, "/v1/diff?known_from=1&date=2025-01-01", 400, "unknown_parameter"));
}

Test(get_diff_of_the_data, the_letter_of_april_2025_is_named)
{
    json_t *body = stored_get(stored, "/v1/diff?from=2025-04-08&to=2025-04-09&chips=h20&destinations=CN,SG");
    cr_assert_eq(json_array_size(stored_at(body, "items")), 1);
    cr_expect_str_eq(stored_text(body, "items.0.before.outcome"), "no_license_required");
    cr_expect_str_eq(stored_text(body, "items.0.after.outcome"), "license_required");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.changed_by")),
                     "us-bis-2025-04-09-nvidia-h20-letter");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.destinations")), "CN");
    json_decref(body);
}

Test(get_diff_of_the_data, the_review_policy_of_january_2026_shows_under_policy)
{
    json_t *body = stored_get(
        stored, "/v1/diff?from=2026-01-01&to=2026-01-31&changed=policy&chips=h200&destinations=CN");
    cr_assert_eq(json_array_size(stored_at(body, "items")), 1);
    cr_expect_str_eq(stored_text(body, "items.0.before.policy"), "presumption_of_denial");
    cr_expect_str_eq(stored_text(body, "items.0.after.policy"), "case_by_case");
    cr_expect_not_null(
        strstr(stored_ids(stored_at(body, "items.0.changed_by")), "us-bis-2026-01-13-license-review-rule"));
    json_decref(body);
}

/* All pages of it; returns how many items had neither a ruling nor anything else to explain them. */
static size_t count_unexplained(const char *first, size_t *items)
{
    char *target = strdup(first);
    size_t unexplained = 0;
    while (target) {
        json_t *body = stored_get(stored, target);
        const json_t *list = stored_at(body, "items");
        *items += json_array_size(list);
        for (size_t i = 0; i < json_array_size(list); i++) {
            const json_t *item = json_array_get(list, i);
            unexplained += json_array_size(stored_at(item, "changed_by")) == 0 &&
                           json_array_size(stored_at(item, "also_changed")) == 0;
        }
        const char *next = stored_text(body, "next");
        free(target);
        target = next ? strdup(next) : NULL;
        json_decref(body);
    }
    return unexplained;
}

Test(get_diff_of_the_data, every_difference_is_explained)
{
    static const char *const days[] = {"2022-07-31", "2022-08-26", "2022-10-21", "2023-10-23", "2023-11-17",
                                       "2024-04-04", "2025-01-13", "2025-04-09", "2025-05-13", "2025-09-29",
                                       "2025-11-10", "2026-01-15", "2026-06-01", "2026-11-10", "2028-01-01"};
    size_t items = 0;
    for (size_t i = 0; i + 1 < sizeof days / sizeof days[0]; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/diff?limit=200&from=%s&to=%s%s", days[i], days[i + 1],
                 i % 2 ? "&hq=CN" : "&export_from=MY");
        cr_expect_eq(count_unexplained(target, &items), 0, "%s", target);
    }
    cr_expect_eq(count_unexplained("/v1/diff?limit=200&from=2022-08-01&to=2026-10-01", &items), 0);
    cr_expect_gt(items, 1000);
}

/* The rows of a target's NDJSON by pair, all pages; the caller releases it. */
static json_t *read_rows(const char *target)
{
    json_t *rows = json_object();
    cr_assert_eq(stored_ask(stored, target), 200);
    for (const char *at = stored->reply.out.text; *at; at = strchr(at, '\n') + 1) {
        json_t *row = json_loads(at, JSON_DISABLE_EOF_CHECK, NULL);
        char pair[160];
        snprintf(pair, sizeof pair, "%s %s", stored_text(row, "chip"), stored_text(row, "destination"));
        json_object_set_new(rows, pair, row);
    }
    return rows;
}

/* Rulings and missing facts, the pair itself: what is compared is the verdict. */
static json_t *verdict_of(const json_t *row)
{
    static const char *const members[] = {"outcome",        "possible",  "policy",        "eccn",
                                          "eccn_uncertain", "exception", "import_status", "import_possible"};
    json_t *verdict = json_object();
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
        json_object_set(verdict, members[i], json_object_get(row, members[i]));
    return verdict;
}

Test(get_diff_of_the_data, it_is_the_difference_of_two_matrices)
{
#define CHIPS "limit=200&chips=h20,h200,h100,a100,a800,l20,mi308x,trainium1,rtx-5090,gaudi-3,ascend-910c"
    json_t *before = read_rows("/v1/matrix?date=2023-10-01&format=ndjson&" CHIPS);
    json_t *after = read_rows("/v1/matrix?date=2026-02-01&format=ndjson&" CHIPS);
    json_t *diff = read_rows("/v1/diff?from=2023-10-01&to=2026-02-01&format=ndjson&"
                             "changed=outcome,policy,eccn,exception,import&" CHIPS);
    const char *pair;
    json_t *row;
    size_t differing = 0;
    json_object_foreach(before, pair, row)
    {
        json_t *first = verdict_of(row), *last = verdict_of(json_object_get(after, pair));
        const json_t *change = json_object_get(diff, pair);
        cr_expect_eq(!json_equal(first, last), change != NULL, "%s", pair);
        differing += change != NULL;
        if (change) {
            cr_expect(json_equal(stored_at(change, "before.rulings"), stored_at(row, "rulings")), "%s", pair);
            json_t *told = verdict_of(stored_at(change, "after"));
            cr_expect(json_equal(told, last), "%s", pair);
            json_decref(told);
        }
        json_decref(first);
        json_decref(last);
    }
    cr_expect_eq(differing, json_object_size(diff));
    cr_expect_gt(differing, 100);
    json_decref(before);
    json_decref(after);
    json_decref(diff);
}

Test(get_diff, the_same_answer_for_another_reason_is_told_on_demand)
{
    struct stored *bundled = stored_open_bundled();
    json_t *usual = stored_get(bundled, "/v1/diff?from=2025-04-08&to=2025-04-09&chips=b100");
    cr_expect_eq(json_integer_value(stored_at(usual, "total")), 0);
    json_t *all = stored_get(bundled, "/v1/diff?from=2025-04-08&to=2025-04-09&chips=b100&changed=grounds");
    cr_expect_eq(json_integer_value(stored_at(all, "total")), 1);
    json_decref(usual);
    json_decref(all);
    stored_close(bundled);
}

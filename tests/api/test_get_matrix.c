/* GET /v1/matrix: answers for all chips and destinations, told once for all that share them. */
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

static void open_bundled(void)
{
    stored = stored_open_bundled();
}

static void close_stored(void)
{
    stored_close(stored);
}

TestSuite(get_matrix, .init = open_stored, .fini = close_stored);
TestSuite(get_matrix_of_the_data, .init = open_bundled, .fini = close_stored);

Test(get_matrix, destinations_of_equal_answers_stand_together_the_most_restrictive_first)
{
    json_t *body = stored_get(stored, "/v1/matrix?date=2025-03-01");
    cr_assert_eq(json_array_size(stored_at(body, "items")), 5);
    cr_expect_str_eq(stored_text(body, "items.0.chip.id"), "acme-dark", "in the order of ids");
    cr_expect_str_eq(stored_text(body, "items.1.chip.id"), "acme-one");
    cr_expect_str_eq(stored_text(body, "items.1.chip.name"), "One");
    const json_t *answers = stored_at(body, "items.1.answers");
    cr_assert_eq(json_array_size(answers), 2);
    cr_expect_str_eq(stored_text(answers, "0.outcome"), "license_required");
    cr_expect_str_eq(stored_text(answers, "0.policy"), "case_by_case");
    cr_expect_str_eq(stored_ids(stored_at(answers, "0.because")), "us-acme-rule");
    cr_expect_str_eq(stored_text(answers, "0.because.0.title"), "The ACME rule");
    cr_expect_str_eq(stored_text(answers, "0.import_status"), "no_restriction_recorded");
    cr_expect_str_eq(stored_ids(stored_at(answers, "0.destinations")), "CN");
    cr_expect_str_eq(stored_text(answers, "1.outcome"), "no_license_required");
    cr_expect(json_is_null(stored_at(answers, "1.policy")));
    cr_expect_str_eq(stored_ids(stored_at(answers, "1.destinations")), "DE,US");
    json_decref(body);
}

Test(get_matrix, an_unknown_answer_says_what_is_possible_and_what_is_missing)
{
    json_t *body = stored_get(stored, "/v1/matrix?date=2025-03-01&chips=acme-dark&destinations=CN");
    cr_expect_str_eq(stored_text(body, "items.0.answers.0.outcome"), "unknown");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.answers.0.possible")),
                     "license_required,no_license_required");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.answers.0.missing")), "tpp");
    json_decref(body);
}

Test(get_matrix, a_page_tells_its_columns_and_what_it_rests_on)
{
    json_t *body = stored_get(stored, "/v1/matrix?date=2025-03-01");
    cr_expect_eq(json_integer_value(stored_at(body, "total")), 5);
    cr_expect_eq(json_integer_value(stored_at(body, "limit")), 50);
    cr_expect(json_is_null(stored_at(body, "next")));
    cr_expect_eq(json_array_size(stored_at(body, "destinations")), 3);
    cr_expect_str_eq(stored_text(body, "destinations.1.code"), "DE");
    cr_expect_str_eq(stored_text(body, "destinations.1.name"), "Germany");
    cr_expect_str_eq(stored_text(body, "question.export_from"), "US");
    cr_expect(json_is_null(stored_at(body, "question.hq")));
    cr_expect_eq(json_array_size(stored_at(body, "assumptions")), 3);
    cr_expect_str_eq(stored_text(body, "meta.date"), "2025-03-01");
    cr_expect_str_eq(stored_text(body, "meta.verified_through"), "2025-06-01");
    cr_expect_eq(json_integer_value(stored_at(body, "meta.known_at")), 1);
    cr_expect(json_is_false(stored_at(body, "before_coverage")));
    cr_expect(json_is_false(stored_at(body, "projected")));
    cr_expect_str_eq(stored_text(body, "notice"), "Research data, not legal advice.");
    json_decref(body);
}

Test(get_matrix, days_outside_of_what_was_researched_are_told)
{
    json_t *body = stored_get(stored, "/v1/matrix?date=2022-07-31&chips=uno");
    cr_expect(json_is_true(stored_at(body, "before_coverage")));
    cr_expect_str_eq(stored_text(body, "items.0.answers.0.outcome"), "unknown");
    cr_expect_eq(json_array_size(stored_at(body, "items.0.answers")), 1, "one answer for all");
    json_decref(body);
    body = stored_get(stored, "/v1/matrix?date=2026-01-01&chips=uno");
    cr_expect(json_is_true(stored_at(body, "projected")));
    cr_expect_str_eq(stored_ids(stored_at(body, "lapsed_unverified")), "us-acme-rule");
    json_decref(body);
    body = stored_get(stored, "/v1/matrix?date=2025-12-31&chips=uno");
    cr_expect_str_eq(stored_ids(stored_at(body, "lapsed_unverified")), "", "it has not ended yet");
    json_decref(body);
}

Test(get_matrix, names_narrow_it_and_are_understood_as_elsewhere)
{
    json_t *body =
        stored_get(stored, "/v1/matrix?date=2025-03-01&chips=best,Uno,acme-one&destinations=germany,cn");
    cr_assert_eq(json_array_size(stored_at(body, "items")), 2, "twice the same is once");
    cr_expect_str_eq(stored_text(body, "items.0.chip.id"), "acme-one");
    cr_expect_str_eq(stored_text(body, "items.1.chip.id"), "best-big");
    cr_expect_eq(json_array_size(stored_at(body, "destinations")), 2);
    cr_expect_str_eq(stored_text(body, "matched.chips.0.how"), "product");
    cr_expect_str_eq(stored_text(body, "matched.chips.0.id"), "best-big");
    cr_expect_str_eq(stored_text(body, "matched.chips.1.how"), "alias");
    cr_expect_str_eq(stored_text(body, "matched.destinations.0.id"), "DE");
    json_decref(body);
}

struct group_row {
    const char *query;
    const char *codes;
};

Test(get_matrix, a_group_means_its_members_on_the_day)
{
    static const struct group_row rows[] = {
        {"date=2024-06-01&destinations=group:D:5", "CN"},
        {"date=2024-05-31&destinations=group:D:5", ""},
        {"date=2024-06-01&destinations=GROUP:d:5,US", "CN,US"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[128], codes[64] = "";
        snprintf(target, sizeof target, "/v1/matrix?%s", rows[i].query);
        json_t *body = stored_get(stored, target);
        for (size_t k = 0; k < json_array_size(stored_at(body, "destinations")); k++) {
            const json_t *place = json_array_get(stored_at(body, "destinations"), k);
            strcat(strcat(codes, *codes ? "," : ""), stored_text(place, "code"));
        }
        cr_expect_str_eq(codes, rows[i].codes, "%s: %s", target, codes);
        cr_expect_eq(json_array_size(stored_at(body, "items.0.answers")), *rows[i].codes ? 1 : 0);
        json_decref(body);
    }
}

Test(get_matrix, headquarters_and_the_place_of_export_count)
{
    json_t *body = stored_get(stored, "/v1/matrix?date=2025-03-01&hq=CN&export_from=china&chips=uno");
    cr_expect_str_eq(stored_text(body, "question.hq"), "CN");
    cr_expect_str_eq(stored_text(body, "question.export_from"), "CN");
    cr_expect_eq(json_array_size(stored_at(body, "assumptions")), 1);
    json_decref(body);
}

#define LISTED                                                                                               \
    "{'id':'us-list','title':'A list','standing':'operative','jurisdiction':'US','issuer':'BIS',"            \
    "'kind':'rule','amends':[],'supersedes':[],'suspends':[],'citations':[],'confidence':'high',"            \
    "'announced_on':null,'published_on':null,'effective_from':'2025-01-01','effective_until':null,"          \
    "'verified_through':'2025-06-01','notes':null,'summary':'A rule.','sources':[],'provisions':["           \
    "{'id':'us-list#1','chips':[],'cite':null,'conditions':[],'destinations':{'include':['*'],"              \
    "'exclude':[],'headquartered_in':[]},'effective_from':null,'effective_until':null,"                      \
    "'exception':null,'export_from':null,'import_status':null,'no_exceptions':true,'policy':null,"           \
    "'predicate':{'field':'listed','op':'==','value':true},'priority':1,'text':'Words.',"                    \
    "'effect':'license_required','eccns':[],'targets':[]}]}"

Test(get_matrix, circumstances_can_be_stated)
{
    cr_assert(stored_follow(stored, stored_put(stored, KIND_RULING, LISTED, "2026-01-02T00:00:00.000Z")));
    json_t *body = stored_get(stored, "/v1/matrix?date=2025-03-01&chips=acme-two&circumstance.listed=true");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.answers.0.because")), "us-list");
    cr_expect_str_eq(stored_ids(stored_at(body, "items.0.answers.0.destinations")), "CN,DE");
    cr_expect(json_is_true(stored_at(body, "question.circumstances.listed")));
    json_decref(body);
    body = stored_get(stored, "/v1/matrix?date=2025-03-01&chips=acme-two");
    cr_expect_eq(json_array_size(stored_at(body, "items.0.answers")), 1);
    cr_expect_null(stored_at(body, "question.circumstances"));
    json_decref(body);
    json_decref(stored_fail(stored, "/v1/matrix?circumstance.lisetd=true", 400, "unknown_parameter"));
}

/* Follows `next` to its end, from a target that the server may free; the ids of the chips, in order. */
static const char *walk(const char *first, unsigned *pages)
{
    static char ids[1024];
    char *target = strdup(first);
    *ids = '\0';
    for (*pages = 0; target && *pages < 20; ++*pages) {
        json_t *body = stored_get(stored, target);
        for (size_t i = 0; i < json_array_size(stored_at(body, "items")); i++)
            strcat(strcat(ids, stored_text(json_array_get(stored_at(body, "items"), i), "chip.id")), ",");
        const char *next = stored_text(body, "next");
        free(target);
        target = next ? strdup(next) : NULL;
        json_decref(body);
    }
    free(target);
    return ids;
}

Test(get_matrix, pages_by_chip_meet_every_chip_once)
{
    unsigned pages;
    cr_expect_str_eq(walk("/v1/matrix?date=2025-03-01&limit=2", &pages),
                     "acme-dark,acme-one,acme-two,best-big,best-small,");
    cr_expect_eq(pages, 3);
    cr_expect_str_eq(walk("/v1/matrix?limit=1&chips=uno,best", &pages), "acme-one,best-big,");
    cr_expect_eq(pages, 2);
}

Test(get_matrix, the_next_page_is_of_the_same_day_and_data)
{
    json_t *body = stored_get(stored, "/v1/matrix?limit=4");
    const char *next = stored_text(body, "next");
    cr_expect_not_null(strstr(next, "date=2026-02-01"));
    cr_expect_not_null(strstr(next, "known_at=1"));
    cr_expect_not_null(strstr(stored->reply.link, next));
    char *target = strdup(next);
    const int64_t head =
        stored_revise(stored, KIND_CHIP, "best-small", "name", "'Other'", "2026-01-02T00:00:00.000Z");
    cr_assert(stored_follow(stored, head));
    json_t *page = stored_get(stored, target);
    cr_expect_str_eq(stored_text(page, "items.0.chip.name"), "Best Small");
    free(target);
    json_decref(page);
    json_decref(body);
}

Test(get_matrix, a_cursor_is_of_one_question_and_one_state)
{
    json_t *body = stored_get(stored, "/v1/matrix?limit=1&date=2025-03-01");
    const char *cursor = strstr(stored_text(body, "next"), "cursor=");
    static const char *const others[] = {"date=2025-03-02", "date=2025-03-01&chips=acme-one,best-big",
                                         "date=2025-03-01&destinations=CN", "date=2025-03-01&hq=CN",
                                         "date=2025-03-01&export_from=DE"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        char target[512];
        snprintf(target, sizeof target, "/v1/matrix?%s&%s", others[i], cursor);
        json_decref(stored_fail(stored, target, 400, "invalid_cursor"));
    }
    char target[512];
    snprintf(target, sizeof target, "/v1/matrix?date=2025-03-01&limit=3&%s", cursor);
    cr_expect_eq(stored_ask(stored, target), 200, "the size of pages may change");
    snprintf(target, sizeof target, "/v1/matrix?date=2025-03-01&%sx", cursor);
    json_decref(stored_fail(stored, target, 400, "invalid_cursor"));
    json_decref(stored_fail(stored, "/v1/matrix?cursor=W10", 400, "invalid_cursor"));
    json_decref(body);
}

Test(get_matrix, an_older_state_is_answered_as_it_was)
{
    const int64_t head =
        stored_revise(stored, KIND_CHIP, "acme-two", "peak_tops.int8", "200", "2026-01-02T00:00:00.000Z");
    cr_assert(stored_follow(stored, head));
    const char *const target = "/v1/matrix?date=2025-03-01&chips=acme-two&destinations=CN";
    json_t *now = stored_get(stored, target);
    cr_expect_str_eq(stored_text(now, "items.0.answers.0.outcome"), "license_required");
    char older[128];
    snprintf(older, sizeof older, "%s&known_at=1", target);
    json_t *then = stored_get(stored, older);
    cr_expect_str_eq(stored_text(then, "items.0.answers.0.outcome"), "no_license_required");
    cr_expect_eq(stored->reply.cache, CACHE_PINNED);
    json_decref(now);
    json_decref(then);
    stored_ask(stored, "/v1/matrix?known_at=1");
    cr_expect_eq(stored->reply.cache, CACHE_LATEST, "today is another day tomorrow");
}

Test(get_matrix, rows_have_a_pair_each)
{
    stored_ask(stored, "/v1/matrix?date=2025-03-01&chips=uno,acme-dark&destinations=CN,DE&format=csv");
    cr_expect_str_eq(stored->reply.content_type, "text/csv; charset=utf-8");
    cr_expect_str_eq(
        stored->reply.out.text,
        "chip,destination,outcome,possible,policy,eccn,eccn_uncertain,exception,import_status,"
        "import_possible,rulings,missing\r\n"
        "acme-dark,CN,unknown,\"license_required;no_license_required\",,,false,,no_restriction_recorded,"
        "no_restriction_recorded,\"\",tpp\r\n"
        "acme-dark,DE,no_license_required,no_license_required,,,false,,no_restriction_recorded,"
        "no_restriction_recorded,\"\",\"\"\r\n"
        "acme-one,CN,license_required,license_required,case_by_case,,false,,no_restriction_recorded,"
        "no_restriction_recorded,us-acme-rule,\"\"\r\n"
        "acme-one,DE,no_license_required,no_license_required,,,false,,no_restriction_recorded,"
        "no_restriction_recorded,\"\",\"\"\r\n");
    stored_ask(stored, "/v1/matrix?date=2025-03-01&chips=uno&destinations=CN&format=ndjson&pretty");
    cr_expect_str_eq(
        stored->reply.out.text,
        "{\"chip\":\"acme-one\",\"destination\":\"CN\",\"outcome\":\"license_required\","
        "\"possible\":[\"license_required\"],\"policy\":\"case_by_case\",\"eccn\":null,"
        "\"eccn_uncertain\":false,\"exception\":null,\"import_status\":\"no_restriction_recorded\","
        "\"import_possible\":[\"no_restriction_recorded\"],\"rulings\":[\"us-acme-rule\"],"
        "\"missing\":[]}\n");
}

Test(get_matrix, rows_are_paged_by_chip_too)
{
    stored_ask(stored, "/v1/matrix?date=2025-03-01&limit=2&destinations=CN,US&format=ndjson");
    unsigned lines = 0;
    for (const char *at = stored->reply.out.text; (at = strchr(at, '\n')); at++)
        lines++;
    cr_expect_eq(lines, 4);
    cr_expect_not_null(strstr(stored->reply.link, "rel=\"next\""));
}

Test(get_matrix, no_cell_is_taken_for_a_formula)
{
    static const char ruling[] =
        "{'id':'us-free','title':'Free','standing':'operative','jurisdiction':'US','issuer':'BIS',"
        "'kind':'rule','amends':[],'supersedes':[],'suspends':[],'citations':[],'confidence':'high',"
        "'announced_on':null,'published_on':null,'effective_from':'2025-01-01','effective_until':null,"
        "'verified_through':'2025-06-01','notes':null,'summary':'A rule.','sources':[],'provisions':["
        "{'id':'us-free#1','chips':[],'cite':null,'conditions':[],'destinations':{'include':['*'],"
        "'exclude':[],'headquartered_in':[]},'effective_from':null,'effective_until':null,"
        "'exception':'=NAC(1)','export_from':null,'import_status':null,'no_exceptions':false,"
        "'policy':null,'predicate':null,'priority':1,'text':'Words.','effect':'license_exception',"
        "'eccns':[],'targets':[]}]}";
    const int64_t head = stored_put(stored, KIND_RULING, ruling, "2026-01-02T00:00:00.000Z");
    cr_assert(stored_follow(stored, head));
    stored_ask(stored, "/v1/matrix?date=2025-03-01&chips=uno&destinations=CN&format=csv");
    cr_expect_not_null(strstr(stored->reply.out.text, ",\"'=NAC(1)\","));
    cr_expect_null(strstr(stored->reply.out.text, ",=NAC(1)"));
}

Test(get_matrix, every_unknown_name_is_told_with_what_is_near)
{
    json_t *body =
        stored_fail(stored, "/v1/matrix?chips=acme-on,acme-one,common&destinations=Chna,group:D:6,DE", 404,
                    "unknown_chip");
    const json_t *errors = stored_at(body, "errors");
    static const char *const told[][3] = {{"chips", "acme-on", "acme-one"},
                                          {"chips", "common", "acme-two"},
                                          {"destinations", "Chna", "CN"},
                                          {"destinations", "group:D:6", "group:D:5"}};
    cr_assert_eq(json_array_size(errors), 4);
    for (size_t i = 0; i < 4; i++) {
        const json_t *error = json_array_get(errors, i);
        cr_expect_str_eq(stored_text(error, "parameter"), told[i][0]);
        cr_expect_str_eq(stored_text(error, "value"), told[i][1]);
        cr_expect_str_eq(stored_text(error, "suggestion"), told[i][2]);
    }
    cr_expect_str_eq(stored_text(errors, "0.detail"),
                     "chips: 'acme-on' is not known; did you mean 'acme-one'?");
    cr_expect_str_eq(stored_text(errors, "1.detail"),
                     "chips: 'common' is the name of several: acme-two or best-big.");
    json_decref(body);
}

struct wrong_row {
    const char *query;
    unsigned status;
    const char *code;
    const char *detail;
};

Test(get_matrix, wrong_input_is_refused_in_words)
{
    static const struct wrong_row rows[] = {
        {"chips=common", 400, "ambiguous_chip",
         "chips: 'common' is the name of several: acme-two or best-big."},
        {"chips=zzzzzzzz", 404, "unknown_chip", "chips: 'zzzzzzzz' is not known."},
        {"destinations=Nowhere", 404, "unknown_destination", "destinations: 'Nowhere' is not known."},
        {"hq=Nowhere", 404, "unknown_destination", "hq 'Nowhere' is not known."},
        {"export_from=Nowhere", 404, "unknown_destination", "export_from 'Nowhere' is not known."},
        {"chips=", 400, "invalid_parameter",
         "chips has an empty value; give one, or several separated by commas."},
        {"destinations=CN,,DE", 400, "invalid_parameter",
         "destinations has an empty value; give one, or several separated by commas."},
        {"sort=id", 400, "unknown_parameter", "GET /v1/matrix has no parameter 'sort'."},
        {"fields=outcome", 400, "unknown_parameter", "GET /v1/matrix has no parameter 'fields'."},
        {"vendor=ACME", 400, "unknown_parameter", "GET /v1/matrix has no parameter 'vendor'."},
        {"limit=0", 400, "invalid_parameter",
         "limit must be a whole number from 1; 200 is the most of a page."},
        {"format=atom", 400, "invalid_parameter", "format must be json, ndjson or csv."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/matrix?%s", rows[i].query);
        json_t *body = stored_fail(stored, target, rows[i].status, rows[i].code);
        cr_expect_str_eq(stored_text(body, "detail"), rows[i].detail, "%s: %s", target,
                         stored_text(body, "detail"));
        json_decref(body);
    }
}

/* That parameter with a list of `count` words of `length` letters. */
static json_t *refuse_list(const char *parameter, unsigned count, size_t length)
{
    static char target[2000];
    size_t used = (size_t)snprintf(target, sizeof target, "/v1/matrix?%s=", parameter);
    for (unsigned i = 0; i < count; i++) {
        memset(target + used, 'a', length);
        used += length;
        target[used++] = ',';
    }
    target[used - 1] = '\0';
    return stored_fail(stored, target, 400, "invalid_parameter");
}

Test(get_matrix, lists_are_bounded)
{
    json_t *body = refuse_list("chips", 501, 1);
    cr_expect_str_eq(stored_text(body, "detail"), "chips takes at most 500 values.");
    json_decref(body);
    body = refuse_list("destinations", 301, 1);
    cr_expect_str_eq(stored_text(body, "detail"), "destinations takes at most 300 values.");
    json_decref(body);
    body = refuse_list("chips", 1, 129);
    cr_expect(strncmp(stored_text(body, "detail"), "chips: a value has at most 128 characters; 'aaa", 47) ==
              0);
    json_decref(body);
}

/* The answer of a matrix against that of the question asked alone. */
static void compare(const char *query, const char *chip, const char *code, const json_t *answer)
{
    char target[256];
    snprintf(target, sizeof target, "/v1/eligibility?chip=%s&destination=%s&explain=none&%s", chip, code,
             query);
    json_t *alone = stored_get(stored, target);
    static const char *const members[][2] = {{"outcome", "outcome"},
                                             {"possible", "possible"},
                                             {"policy", "legs.0.policy"},
                                             {"eccn", "legs.0.eccn"},
                                             {"exception", "legs.0.exception.name"},
                                             {"import_status", "legs.1.status"},
                                             {"import_possible", "legs.1.possible"}};
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
        const json_t *told = stored_at(answer, members[i][0]), *expected = stored_at(alone, members[i][1]);
        cr_expect(expected ? json_equal(told, expected) : json_is_null(told), "%s of %s", members[i][0],
                  target);
    }
    json_decref(alone);
}

/* Every so many-th pair; returns how many pairs there are. */
static size_t compare_some(const char *query, const json_t *items, size_t step)
{
    size_t pairs = 0;
    for (size_t i = 0; i < json_array_size(items); i++) {
        const json_t *item = json_array_get(items, i), *answers = stored_at(item, "answers");
        for (size_t k = 0; k < json_array_size(answers); k++) {
            const json_t *answer = json_array_get(answers, k), *codes = stored_at(answer, "destinations");
            for (size_t n = 0; n < json_array_size(codes); n++) {
                if (pairs++ % step == 0)
                    compare(query, stored_text(item, "chip.id"), json_string_value(json_array_get(codes, n)),
                            answer);
            }
        }
    }
    return pairs;
}

Test(get_matrix_of_the_data, it_says_what_each_question_alone_says)
{
    static const char *const queries[] = {"date=2022-10-10&known_at=1", "date=2025-04-09&known_at=1",
                                          "date=2026-02-01&known_at=1&hq=CN"};
    for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/matrix?limit=20&%s", queries[i]);
        json_t *body = stored_get(stored, target);
        cr_expect_eq(compare_some(queries[i], stored_at(body, "items"), 17), 20 * 250,
                     "every destination stands in one answer");
        json_decref(body);
    }
}

Test(get_matrix_of_the_data, a_known_row)
{
    json_t *body =
        stored_get(stored, "/v1/matrix?chips=h20&destinations=CN,HK,GB&date=2025-05-01&known_at=1");
    const json_t *answers = stored_at(body, "items.0.answers");
    cr_assert_eq(json_array_size(answers), 2);
    cr_expect_str_eq(stored_text(answers, "0.outcome"), "license_required");
    cr_expect_str_eq(stored_ids(stored_at(answers, "0.because")), "us-bis-2025-04-09-nvidia-h20-letter");
    cr_expect_str_eq(stored_ids(stored_at(answers, "0.destinations")), "CN,HK");
    cr_expect_str_eq(stored_text(answers, "1.outcome"), "no_license_required");
    cr_expect_str_eq(stored_ids(stored_at(answers, "1.destinations")), "GB");
    json_decref(body);
}

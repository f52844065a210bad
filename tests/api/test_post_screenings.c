/* POST /v1/screenings: each line of a file is answered as it would be alone. */
#include "tests/api/stored.h"

#include "api/records.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NDJSON "application/x-ndjson"
#define CSV "text/csv"
#define JSON "application/json"

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
    stored_leave(stored);
    stored_close(stored);
}

TestSuite(post_screenings, .init = open_stored, .fini = close_stored);
TestSuite(post_screenings_of_the_data, .init = open_bundled, .fini = close_stored);

/* The line of that index of NDJSON, as JSON that the caller releases; NULL behind the last. */
static json_t *line_of(const char *answer, size_t index)
{
    for (; index > 0 && answer; index--) {
        answer = strchr(answer, '\n');
        answer = answer ? answer + 1 : NULL;
    }
    if (!answer || !*answer)
        return NULL;
    json_error_t error;
    json_t *line = json_loadb(answer, strcspn(answer, "\n"), JSON_REJECT_DUPLICATES, &error);
    cr_assert(line, "%s in %s", error.text, answer);
    return line;
}

static json_t *summary_of(const char *answer)
{
    const char *last = answer + strlen(answer) - 1;
    cr_assert_eq(*last, '\n');
    while (last > answer && last[-1] != '\n')
        last--;
    return line_of(last, 0);
}

struct fault_claim {
    const char *line;
    const char *problem; /* NULL: none */
    const char *field;   /* NULL: none */
    int column;          /* 0: none */
    const char *suggestion;
};

static void expect_text(const json_t *row, const char *member, const char *text, const char *line)
{
    const char *found = json_string_value(json_object_get(row, member));
    cr_expect(json_object_get(row, member), "%s has no %s", line, member);
    cr_expect((found == NULL) == (text == NULL) && (!text || strcmp(found, text) == 0),
              "%s: %s is %s and not %s", line, member, found ? found : "null", text ? text : "null");
}

static void expect_fault(const struct fault_claim *claim, const char *target, const char *type,
                         const char *before)
{
    char file[1024];
    snprintf(file, sizeof file, "%s%s", before, claim->line);
    char *answer = stored_screen(stored, target, type, file, 0);
    cr_assert_eq(stored->reply.status, 200, "%s: %s", claim->line, answer);
    json_t *row = line_of(answer, 0);
    const json_t *problem = json_object_get(row, "problem");
    cr_expect(problem, "%s has no problem", claim->line);
    cr_expect_eq(json_is_null(problem), claim->problem == NULL, "%s", claim->line);
    if (claim->problem) {
        expect_text(problem, "code", claim->problem, claim->line);
        expect_text(problem, "field", claim->field, claim->line);
        expect_text(problem, "suggestion", claim->suggestion, claim->line);
        cr_expect_eq(json_integer_value(json_object_get(problem, "column")), claim->column, "%s: column %lld",
                     claim->line, json_integer_value(json_object_get(problem, "column")));
    }
    cr_expect_eq(json_is_null(json_object_get(row, "outcome")), claim->problem != NULL, "%s", claim->line);
    json_decref(row);
    free(answer);
    stored_leave(stored);
}

static const struct fault_claim faulty_lines[] = {
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\"}", NULL, NULL, 0, NULL},
    {"{\"chip\":\"Uno\",\"destination\":\"China\"}", NULL, NULL, 0, NULL},
    {"{\"chip\":\"acme-one\"}", "missing_parameter", "destination", 0, NULL},
    {"{\"destination\":\"CN\"}", "missing_parameter", "chip", 0, NULL},
    {"{\"chip\":null,\"destination\":\"CN\"}", "invalid_content", "chip", 9, NULL},
    {"{\"chip\":7,\"destination\":\"CN\"}", "invalid_content", "chip", 9, NULL},
    {"{\"chip\":\"acme-onne\",\"destination\":\"CN\"}", "unknown_chip", "chip", 9, "acme-one"},
    {"{\"é\":\"é\",\"chip\":\"acme-onne\",\"destination\":\"CN\"}", "unknown_chip", "chip", 17, "acme-one"},
    {"{\"chip\":\"\",\"destination\":\"CN\"}", "unknown_chip", "chip", 9, NULL},
    {"{\"chip\":\"Common\",\"destination\":\"CN\"}", "ambiguous_chip", "chip", 9, "acme-two"},
    {"{\"chip\":\"acme-one\",\"destination\":\"Chinaa\"}", "unknown_destination", "destination", 34, "CN"},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"hq\":\"XX\"}", "unknown_destination", "hq", 44, NULL},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"export_from\":0}", "invalid_content", "export_from", 53,
     NULL},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"date\":\"2025-02-30\"}", "invalid_date", "date", 46,
     NULL},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"date\":\"1.2.2025\"}", "invalid_date", "date", 46,
     NULL},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"date\":\"today\"}", NULL, NULL, 0, NULL},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"date\":null,\"hq\":null,\"export_from\":null}", NULL,
     NULL, 0, NULL},
    {"{\"chip\":\"acme-one\",\"destination\":null}", "missing_parameter", "destination", 34, NULL},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"circumstances\":null}", NULL, NULL, 0, NULL},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"circumstances\":{}}", NULL, NULL, 0, NULL},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"circumstances\":[]}", "invalid_content",
     "circumstances", 55, NULL},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"circumstances\":{\"x\":true}}", "invalid_content",
     "circumstances", 55, NULL},
    {"{\"chip\":\"acme-one\",\"destinaton\":\"CN\"}", "unknown_parameter", "destination", 20, "destination"},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"HQ\":\"CN\"}", "unknown_parameter", "hq", 39, "hq"},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"known_at\":1}", "unknown_parameter", NULL, 39, NULL},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"strict\":true}", "unknown_parameter", NULL, 39, NULL},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"Assume\":{}}", "unknown_parameter", NULL, 39, NULL},
    {"{\"chip\":\"acme-one\",\"destination\":\"CN\",\"note\":\"caf\xe9\"}", "not_utf8", NULL, 50, NULL},
    {"{\"chip\":\"acme-one\",\"chip\":\"acme-two\"}", "malformed_json", NULL, 25, NULL},
    {"{\"chip\":\"acme-one\",", "malformed_json", NULL, 19, NULL},
    {"[\"acme-one\"]", "invalid_content", NULL, 1, NULL},
    {"\"acme-one\"", "invalid_content", NULL, 1, NULL},
};

Test(post_screenings, a_faulty_line_says_what_is_wrong_and_where)
{
    for (size_t i = 0; i < sizeof faulty_lines / sizeof faulty_lines[0]; i++)
        expect_fault(&faulty_lines[i], "/v1/screenings?date=2025-03-01", NDJSON, "");
}

Test(post_screenings, a_faulty_row_of_csv_does_too)
{
    static const struct fault_claim claims[] = {
        {"1,acme-one,CN,,\n", NULL, NULL, 0, NULL},
        {"1,acme-one,,,\n", "missing_parameter", "destination", 0, NULL},
        {"1,,CN,,\n", "missing_parameter", "chip", 0, NULL},
        {"é,acme-onne,CN,,\n", "unknown_chip", "chip", 3, "acme-one"},
        {"1,acme-one,\"Chinaa\",,\n", "unknown_destination", "destination", 12, "CN"},
        {"1,acme-one,CN,2025-13-01,\n", "invalid_date", "date", 15, NULL},
        {"1,acme-one,CN\n", "malformed_csv", NULL, 0, NULL},
        {"caf\xe9,acme-one,CN,,\n", "not_utf8", NULL, 4, NULL},
        {"1,acme-one,CN,,\"\xed\xa0\x80\"\n", "not_utf8", NULL, 17, NULL},
        {"1,\"acme\"-one,CN,,\n", "malformed_csv", NULL, 3, NULL},
        {"1,\"acme-one,CN,,\n", "malformed_csv", NULL, 0, NULL},
    };
    for (size_t i = 0; i < sizeof claims / sizeof claims[0]; i++)
        expect_fault(&claims[i], "/v1/screenings?format=ndjson", CSV, "order,chip,destination,date,hq\n");
}

struct refusal {
    const char *target;
    const char *type;
    const char *file;
    unsigned status;
    const char *code;
    const char *says;
};

Test(post_screenings, a_file_that_is_none_is_refused_with_the_mend)
{
    static const struct refusal claims[] = {
        {"", "text/plain", "x", 415, "unsupported_media_type", "application/x-ndjson"},
        {"", NULL, "x", 415, "unsupported_media_type", "without saying what it is"},
        {"", "text/csv; charset=iso-8859-1", "x", 415, "unsupported_media_type", "only UTF-8"},
        {"", "application/x-ndjson;Charset=\"UTF-16\"", "x", 415, "unsupported_media_type", "only UTF-8"},
        {"?destination=XX", NDJSON, "x", 404, "unknown_destination", "XX"},
        {"?destination=Nowhere", NDJSON, "x", 404, "unknown_destination", "{\"parameter\":\"destination\""},
        {"", CSV, "chip,caf\xe9\n", 422, "invalid_content", "not UTF-8 at its byte 9"},
        {"?destinaton=CN", NDJSON, "x", 400, "unknown_parameter", "destinaton"},
        {"?limit=5", NDJSON, "x", 400, "unknown_parameter", "limit"},
        {"?format=atom", NDJSON, "x", 400, "invalid_parameter", "json, ndjson or csv"},
        {"?known_at=99", NDJSON, "x", 404, "unknown_version", "99"},
        {"?circumstance.x=1", NDJSON, "x", 400, "unknown_parameter", "circumstance"},
        {"", NDJSON, "", 400, "malformed_json", "nothing in the body"},
        {"", NDJSON, "\n \n", 400, "malformed_json", "nothing in the body"},
        {"", CSV, "", 400, "malformed_csv", "nothing in the body"},
        {"", JSON, " ", 400, "malformed_json", "nothing in the body"},
        {"", JSON, "{\"chip\":\"acme-one\"}", 400, "malformed_json", "does not begin with '['"},
        {"", CSV, "order,destination\n", 422, "invalid_content", "no column 'chip'"},
        {"", CSV, "chip,destinaton\n", 422, "invalid_content", "'destinaton' looks like 'destination'"},
        {"", CSV, "\"chip\n", 400, "malformed_csv", "never closed"},
    };
    for (size_t i = 0; i < sizeof claims / sizeof claims[0]; i++) {
        char target[80];
        snprintf(target, sizeof target, "/v1/screenings%s", claims[i].target);
        char *answer = stored_screen(stored, target, claims[i].type, claims[i].file, 0);
        cr_expect_eq(stored->reply.status, claims[i].status, "%s %s: %s", target, claims[i].file, answer);
        cr_expect(strstr(answer, claims[i].code), "%s %s: %s", target, claims[i].file, answer);
        cr_expect(strstr(answer, claims[i].says), "%s %s: %s", target, claims[i].file, answer);
        free(answer);
        stored_leave(stored);
    }
}

Test(post_screenings, nothing_but_names_of_columns_is_a_file_without_lines)
{
    char *answer = stored_screen(stored, "/v1/screenings?format=json", CSV, "chip\n", 0);
    json_t *body = json_loads(answer, 0, NULL);
    cr_expect_eq(json_array_size(json_object_get(body, "items")), 0);
    cr_expect_eq(json_integer_value(stored_at(body, "summary.lines")), 0);
    json_decref(body);
    free(answer);
    stored_leave(stored);
    answer = stored_screen(stored, "/v1/screenings", JSON, "[]", 0);
    cr_expect_eq(stored->reply.status, 200);
    free(answer);
}

static const char mixed[] = "{\"chip\":\"acme-one\",\"destination\":\"CN\"}\n"
                            "\n"
                            "{\"chip\":\"acme-one\",\"destination\":\"DE\",\"note\":\"für 北京\"}\r\n"
                            "{\"chip\":\"acme-dark\",\"destination\":\"CN\"}\n"
                            "nonsense\n"
                            "{\"chip\":\"acme-\\u006fne\",\"destination\":\"CN\",\"tags\":[1,{}]}\n"
                            "{\"chip\":\"acme-none\",\"destination\":\"CN\"}";

Test(post_screenings, answers_are_the_same_however_the_file_comes_and_goes)
{
    static const char *const targets[] = {"/v1/screenings?date=2025-03-01",
                                          "/v1/screenings?date=2025-03-01&format=csv",
                                          "/v1/screenings?date=2025-03-01&format=json"};
    for (size_t i = 0; i < 3; i++) {
        char *whole = stored_screen(stored, targets[i], NDJSON, mixed, 0);
        stored_leave(stored);
        for (size_t piece = 1; piece < sizeof mixed; piece++) {
            char *answer = stored_screen(stored, targets[i], NDJSON, mixed, piece);
            cr_assert_str_eq(answer, whole, "in pieces of %zu", piece);
            free(answer);
            stored_leave(stored);
        }
        for (size_t room = 1; room < 900; room += room < 40 ? 1 : 37) {
            free(stored_screen(stored, targets[i], NDJSON, mixed, 0));
            stored_leave(stored);
            stored_begin(stored, targets[i], NDJSON);
            stored->request.intake->take(stored->request.intake, mixed, strlen(mixed));
            stored_end(stored);
            struct source *source = stored->reply.source;
            char *text = calloc(1, strlen(whole) + 1), *piece = malloc(room);
            size_t used = 0;
            for (size_t got; (got = source->read(source, piece, room)) > 0; used += got)
                memcpy(text + used, piece, got);
            cr_assert_str_eq(text, whole, "read %zu at a time", room);
            free(text);
            free(piece);
            stored_leave(stored);
        }
        free(whole);
    }
}

Test(post_screenings, lines_come_in_order_and_the_summary_counts_them)
{
    char *answer = stored_screen(stored, "/v1/screenings?date=2025-03-01&hq=DE", NDJSON, mixed, 0);
    static const int numbers[] = {1, 3, 4, 5, 6, 7};
    static const char *const outcomes[] = {
        "license_required", "no_license_required", "unknown", NULL, "license_required", NULL};
    for (size_t i = 0; i < 6; i++) {
        json_t *row = line_of(answer, i);
        cr_expect_eq(json_integer_value(json_object_get(row, "line")), numbers[i]);
        expect_text(row, "outcome", outcomes[i], "mixed");
        json_decref(row);
    }
    json_t *summary = summary_of(answer);
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.lines")), 6);
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.answered")), 4);
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.faulty")), 2);
    cr_expect(json_is_true(stored_at(summary, "summary.complete")));
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.by_outcome.license_required")), 2);
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.by_outcome.no_license_required")), 1);
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.by_outcome.unknown")), 1);
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.by_outcome.prohibited")), 0);
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.problems.malformed_json")), 1);
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.problems.unknown_chip")), 1);
    cr_expect_eq(json_object_size(stored_at(summary, "summary.problems")), 2);
    cr_expect_str_eq(stored_text(summary, "summary.defaults.hq"), "DE");
    cr_expect(json_is_null(stored_at(summary, "summary.defaults.destination")));
    cr_expect_str_eq(stored_text(summary, "summary.defaults.date"), "2025-03-01");
    cr_expect_eq(json_array_size(stored_at(summary, "summary.assumptions")), 2);
    cr_expect_str_eq(stored_text(summary, "summary.notice"), "Research data, not legal advice.");
    cr_expect_str_eq(stored->reply.counts,
                     "lines=6, answered=4, faulty=2, complete=?1, prohibited=0, license_required=2, "
                     "license_exception_available=0, no_license_required=1, unknown=1, lapsed_unverified=0");
    cr_expect_eq(stored->reply.data_version, 1);
    json_decref(summary);
    free(answer);
}

Test(post_screenings, cautions_stand_beside_an_answer_and_are_counted)
{
    static const char file[] = "{\"chip\":\"acme-one\",\"destination\":\"CN\",\"date\":\"2025-03-01\"}\n"
                               "{\"chip\":\"acme-one\",\"destination\":\"CN\",\"date\":\"2026-03-01\"}\n"
                               "{\"chip\":\"acme-one\",\"destination\":\"CN\",\"date\":\"2020-03-01\"}\n";
    static const char *const cautions[] = {"pending,doubts", "projected,lapsed_unverified",
                                           "before_coverage"};
    char *answer = stored_screen(stored, "/v1/screenings", NDJSON, file, 0);
    for (size_t i = 0; i < 3; i++) {
        json_t *row = line_of(answer, i);
        cr_expect_str_eq(stored_ids(json_object_get(row, "cautions")), cautions[i]);
        json_decref(row);
    }
    json_t *summary = summary_of(answer);
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.cautions.pending")), 1);
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.cautions.lapsed_unverified")), 1);
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.cautions.before_coverage")), 1);
    cr_expect(strstr(stored->reply.counts, "lapsed_unverified=1"));
    json_decref(summary);
    free(answer);
}

Test(post_screenings, an_array_that_breaks_off_is_answered_up_to_there_and_says_so)
{
    char *answer = stored_screen(stored, "/v1/screenings?format=ndjson&destination=CN", JSON,
                                 "[{\"chip\":\"acme-one\"},{\"chip\":\"acme-two\"}", 0);
    json_t *last = line_of(answer, 1), *summary = summary_of(answer);
    expect_text(json_object_get(last, "problem"), "code", "malformed_json", "the array");
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.lines")), 2);
    cr_expect(json_is_false(stored_at(summary, "summary.complete")));
    cr_expect(strstr(stored->reply.counts, "complete=?0"));
    json_decref(last);
    json_decref(summary);
    free(answer);
}

Test(post_screenings, who_prefers_it_gets_the_summary_alone)
{
    static const struct {
        const char *prefer;
        bool minimal;
    } claims[] = {{"return=minimal", true},     {"respond-async, Return=Minimal; foo", true},
                  {"return=\"minimal\"", true}, {"return=representation", false},
                  {"x=return=minimal", false},  {"", false}};
    for (size_t i = 0; i < sizeof claims / sizeof claims[0]; i++) {
        stored->request.prefer = claims[i].prefer;
        char *answer = stored_screen(stored, "/v1/screenings?format=csv", NDJSON, mixed, 0);
        cr_expect_eq(stored->reply.minimal, claims[i].minimal, "%s", claims[i].prefer);
        cr_expect_eq(strncmp(answer, "{\"summary\":{\"lines\":6,", 22) == 0, claims[i].minimal, "%s", answer);
        cr_expect_not_null(stored->reply.counts);
        free(answer);
        stored_leave(stored);
    }
    stored->request.prefer = NULL;
}

Test(post_screenings, so_many_files_at_once_and_a_slot_comes_back_however_one_ends)
{
    struct intake *first, *second;
    stored_begin(stored, "/v1/screenings", NDJSON);
    first = stored->request.intake;
    stored->request.intake = NULL;
    stored_begin(stored, "/v1/screenings", NDJSON);
    second = stored->request.intake;
    stored->request.intake = NULL;
    cr_expect_eq(stored_begin(stored, "/v1/screenings", NDJSON), 429);
    cr_expect_null(stored->request.intake);
    cr_expect_gt(stored->reply.retry_after_s, 0);
    first->free(first);
    cr_expect_eq(stored_begin(stored, "/v1/screenings?hq=XX", NDJSON), 404, "refused, and holds no slot");
    char *answer = stored_screen(stored, "/v1/screenings", NDJSON, mixed, 0);
    cr_expect_eq(stored->reply.status, 200);
    free(answer);
    stored_leave(stored);
    second->free(second);
    for (unsigned i = 0; i < 5; i++) {
        cr_expect_eq(stored_begin(stored, "/v1/screenings", NDJSON), 200, "again %u", i);
        stored_leave(stored);
    }
}

Test(post_screenings, one_data_version_answers_all_of_a_file)
{
    static const char line[] = "{\"chip\":\"acme-one\",\"destination\":\"CN\",\"date\":\"2025-03-01\"}\n";
    stored_begin(stored, "/v1/screenings", NDJSON);
    struct intake *intake = stored->request.intake;
    intake->take(intake, line, strlen(line));
    /* Meanwhile the ruling goes, and everybody else is answered from that. */
    stored->request.intake = NULL;
    stored->request.method = METHOD_GET;
    stored_delete(stored, KIND_RULING, "us-acme-plan", "2026-01-02T00:00:00.000Z");
    cr_assert(stored_follow(stored, 2));
    stored_begin(stored, "/v1/screenings", NDJSON);
    stored_leave(stored);
    stored->request.intake = intake;
    stored->request.method = METHOD_POST;
    stored->request.path = "/v1/screenings";
    intake->take(intake, line, strlen(line));
    cr_assert_eq(stored_end(stored), 200);
    char text[4096];
    const size_t size = stored->reply.source->read(stored->reply.source, text, sizeof text - 1);
    text[size] = '\0';
    json_t *first = line_of(text, 0), *second = line_of(text, 1), *summary = line_of(text, 2);
    cr_expect_str_eq(stored_ids(json_object_get(first, "cautions")), "pending,doubts");
    cr_expect_str_eq(stored_ids(json_object_get(second, "cautions")), "pending,doubts");
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.data_version")), 1);
    cr_expect_eq(stored->reply.data_version, 1);
    json_decref(first);
    json_decref(second);
    json_decref(summary);
}

Test(post_screenings, what_was_known_at_a_version_can_be_asked)
{
    stored_delete(stored, KIND_RULING, "us-acme-plan", "2026-01-02T00:00:00.000Z");
    cr_assert(stored_follow(stored, 2));
    for (unsigned version = 1; version <= 2; version++) {
        char target[64];
        snprintf(target, sizeof target, "/v1/screenings?date=2025-03-01&known_at=%u", version);
        char *answer = stored_screen(stored, target, NDJSON, mixed, 0);
        json_t *summary = summary_of(answer);
        cr_expect_eq(json_integer_value(stored_at(summary, "summary.known_at")), version);
        cr_expect_eq(json_integer_value(stored_at(summary, "summary.cautions.pending")) > 0, version == 1);
        json_decref(summary);
        free(answer);
        stored_leave(stored);
    }
}

Test(post_screenings, a_million_lines_and_no_more)
{
    static const char line[] = "{\"chip\":\"acme-one\",\"destination\":\"CN\"}\n";
    char *block = malloc(1000 * (sizeof line - 1) + 1);
    for (unsigned i = 0; i < 1000; i++)
        memcpy(block + i * (sizeof line - 1), line, sizeof line);
    stored_begin(stored, "/v1/screenings", NDJSON);
    struct intake *intake = stored->request.intake;
    for (unsigned i = 0; i < 1000; i++)
        cr_assert(intake->take(intake, block, 1000 * (sizeof line - 1)));
    cr_assert(intake->take(intake, "\n\n", 2), "blank lines do not count");
    cr_expect_not(intake->take(intake, line, sizeof line - 1));
    cr_assert_not_null(intake->refusal);
    cr_expect(strstr(intake->refusal, "more than 1000000 lines"));
    cr_expect_eq(stored_end(stored), 413);
    free(block);
}

Test(post_screenings, a_record_takes_twelve_bytes_and_never_moves)
{
    struct records *records = calloc(1, sizeof *records);
    const struct record *first = NULL;
    for (uint32_t i = 0; i < RECORDS_MAX; i++) {
        cr_assert(records_add(records, (struct record){i, i, i}));
        first = first ? first : records_at(records, 0);
    }
    cr_expect_not(records_add(records, (struct record){0, 0, 0}));
    cr_expect_eq(records_at(records, 0), first);
    cr_expect_eq(records_at(records, RECORDS_MAX - 1)->line, RECORDS_MAX - 1);
    records_done(records);
    free(records);
}

/* --- against GET /v1/eligibility
 * ----------------------------------------------------------------------------- */

/* The same sequence every time. */
struct random {
    uint64_t state; /* not 0 */
};

static uint32_t random_below(struct random *random, size_t limit)
{
    random->state ^= random->state << 13;
    random->state ^= random->state >> 7;
    random->state ^= random->state << 17;
    return (uint32_t)(random->state >> 16) % (uint32_t)limit;
}

struct question_text {
    char json[400];
    char query[400];
};

static void add(struct question_text *text, const char *name, const char *value)
{
    const size_t json = strlen(text->json), query = strlen(text->query);
    snprintf(text->json + json, sizeof text->json - json, "%s\"%s\":\"%s\"", json > 1 ? "," : "", name,
             value);
    snprintf(text->query + query, sizeof text->query - query, "%s%s=%s", query > 0 ? "&" : "", name, value);
}

static void make_question(struct random *random, const json_t *chips, const json_t *places,
                          struct question_text *text)
{
    *text = (struct question_text){.json = "{"};
    char day[16];
    const char *chip = stored_text(json_array_get(chips, random_below(random, json_array_size(chips))), "id");
    const char *place =
        stored_text(json_array_get(places, random_below(random, json_array_size(places))), "code");
    const char *other =
        stored_text(json_array_get(places, random_below(random, json_array_size(places))), "code");
    snprintf(day, sizeof day, "20%02u-%02u-%02u", 22 + random_below(random, 6), 1 + random_below(random, 12),
             1 + random_below(random, 28));
    add(text, "chip", chip);
    add(text, "destination", random_below(random, 4) ? place : "CN");
    add(text, "date", day);
    if (random_below(random, 3) == 0)
        add(text, "hq", random_below(random, 2) ? other : "CN");
    if (random_below(random, 4) == 0)
        add(text, "export_from", random_below(random, 2) ? other : "MY");
    if (random_below(random, 4) == 0) {
        const size_t json = strlen(text->json), query = strlen(text->query);
        snprintf(text->json + json, sizeof text->json - json,
                 ",\"circumstances\":{\"end_user_on_entity_list\":true}");
        snprintf(text->query + query, sizeof text->query - query,
                 "&circumstance.end_user_on_entity_list=true");
    }
    strcat(text->json, "}\n");
}

static const json_t *deciding_leg(const json_t *decision)
{
    static const char *const order[] = {"prohibited", "license_required", "unknown",
                                        "license_exception_available", "no_license_required"};
    for (size_t i = 0; i < 5; i++) {
        size_t k;
        const json_t *leg;
        json_array_foreach(json_object_get(decision, "legs"), k, leg)
        {
            if (strcmp(stored_text(leg, "side"), "export") == 0 &&
                strcmp(stored_text(leg, "status"), order[i]) == 0)
                return leg;
        }
    }
    return NULL;
}

static bool same(const json_t *a, const json_t *b)
{
    return json_equal((json_t *)(uintptr_t)a, (json_t *)(uintptr_t)b);
}

static bool names_ruling(const json_t *decision, const char *ruling, const char *provision)
{
    size_t i, k;
    const json_t *leg, *because, *id;
    json_array_foreach(json_object_get(decision, "legs"), i, leg)
    {
        json_array_foreach(json_object_get(leg, "because"), k, because)
        {
            size_t n;
            json_array_foreach(json_object_get(because, "provisions"), n, id)
            {
                if (strcmp(stored_text(because, "id"), ruling) == 0 &&
                    strcmp(json_string_value(id), provision) == 0)
                    return true;
            }
        }
    }
    return false;
}

static void expect_same(const json_t *row, const json_t *decision, const char *question)
{
    const json_t *leg = deciding_leg(decision);
    const json_t *exception = json_object_get(leg, "exception");
    cr_assert(same(json_object_get(row, "outcome"), json_object_get(decision, "outcome")), "%s", question);
    cr_assert(same(json_object_get(row, "possible"), json_object_get(decision, "possible")), "%s", question);
    cr_assert(same(json_object_get(row, "policy"), json_object_get(leg, "policy")), "%s", question);
    cr_assert(same(json_object_get(row, "eccn"), json_object_get(leg, "eccn")), "%s", question);
    cr_assert(same(json_object_get(row, "chip"), stored_at(decision, "question.chip")), "%s", question);
    cr_assert(same(json_object_get(row, "destination"), stored_at(decision, "question.destination")), "%s",
              question);
    const char *name = stored_text(exception, "name"), *told = stored_text(row, "exception");
    cr_assert((name == NULL) == (told == NULL) && (!name || strcmp(name, told) == 0), "%s", question);
    const char *ruling = stored_text(row, "ruling"), *provision = stored_text(row, "provision");
    cr_assert((ruling == NULL) == (provision == NULL), "%s", question);
    if (ruling)
        cr_assert(names_ruling(decision, ruling, provision), "%s: %s", question, provision);
    const char *cautions = stored_ids(json_object_get(row, "cautions"));
    cr_assert_eq(strstr(cautions, "projected") != NULL,
                 json_is_true(stored_at(decision, "currency.projected")), "%s", question);
    cr_assert_eq(strstr(cautions, "pending") != NULL,
                 json_array_size(json_object_get(decision, "pending")) > 0, "%s", question);
    cr_assert_eq(strstr(cautions, "before_coverage") != NULL,
                 json_is_true(json_object_get(decision, "before_coverage")), "%s", question);
    cr_assert(!strstr(cautions, "doubts") || json_array_size(json_object_get(decision, "doubts")) > 0, "%s",
              question);
}

struct default_claim {
    const char *query;
    const char *type;
    const char *file; /* of one line */
    const char *outcome;
    const char *destination;
};

static const struct default_claim lines_and_defaults[] = {
    {"destination=CN&date=2024-02-01", NDJSON, "{'chip':'h20'}", "no_license_required", "CN"},
    {"destination=CN&date=2024-02-01", NDJSON, "{'chip':'h20','date':'2025-05-01'}", "license_required",
     "CN"},
    {"destination=CN&date=2025-05-01", NDJSON, "{'chip':'h20','destination':'SG'}", "no_license_required",
     "SG"},
    {"destination=CN&date=2025-05-01", NDJSON, "{'chip':'h20','destination':null}", "license_required", "CN"},
    {"destination=SG&hq=CN&date=2026-02-01", NDJSON, "{'chip':'h200'}", "license_required", "SG"},
    {"destination=SG&hq=CN&date=2026-02-01", NDJSON, "{'chip':'h200','hq':'SG'}", "no_license_required",
     "SG"},
    {"destination=SG&hq=CN&date=2026-02-01", NDJSON, "{'chip':'h200','hq':null}", "license_required", "SG"},
    {"destination=CN&date=2024-02-01", NDJSON, "{'chip':'h20','date':null}", "no_license_required", "CN"},
    {"destination=CN&date=2024-02-01&circumstance.end_user_on_entity_list=true", NDJSON, "{'chip':'h20'}",
     "license_required", "CN"},
    {"destination=CN&date=2024-02-01&circumstance.end_user_on_entity_list=true", NDJSON,
     "{'chip':'h20','circumstances':{'shipper_is_foundry':false}}", "license_required", "CN"},
    {"destination=CN&date=2024-02-01&circumstance.end_user_on_entity_list=true", NDJSON,
     "{'chip':'h20','circumstances':{'end_user_on_entity_list':false}}", "no_license_required", "CN"},
    {"destination=CN&date=2024-02-01&circumstance.end_user_on_entity_list=true", NDJSON,
     "{'chip':'h20','circumstances':{'end_user_on_entity_list':null}}", "no_license_required", "CN"},
    {"destination=CN&date=2024-02-01&circumstance.end_user_on_entity_list=true", CSV,
     "chip,circumstance.shipper_is_foundry\nh20,false\n", "license_required", "CN"},
    {"destination=CN&date=2024-02-01&circumstance.end_user_on_entity_list=true", CSV,
     "chip,circumstance.end_user_on_entity_list\nh20,false\n", "no_license_required", "CN"},
    {"destination=CN&date=2024-02-01&circumstance.end_user_on_entity_list=true", CSV,
     "chip,circumstance.end_user_on_entity_list\nh20,\n", "license_required", "CN"},
    {"destination=CN&date=2024-02-01&hq=CN", CSV, "chip,destination,hq,date\nh20,,,\n", "no_license_required",
     "CN"},
};

Test(post_screenings_of_the_data, what_a_line_says_goes_before_what_holds_for_all)
{
    for (size_t i = 0; i < sizeof lines_and_defaults / sizeof lines_and_defaults[0]; i++) {
        char target[160], file[160];
        snprintf(target, sizeof target, "/v1/screenings?format=ndjson&%s", lines_and_defaults[i].query);
        snprintf(file, sizeof file, "%s", lines_and_defaults[i].file);
        for (char *at = file; *at; at++)
            *at = *at == '\'' ? '"' : *at;
        char *answer = stored_screen(stored, target, lines_and_defaults[i].type, file, 0);
        json_t *row = line_of(answer, 0);
        expect_text(row, "outcome", lines_and_defaults[i].outcome, lines_and_defaults[i].file);
        expect_text(row, "destination", lines_and_defaults[i].destination, lines_and_defaults[i].file);
        json_decref(row);
        free(answer);
        stored_leave(stored);
    }
}

Test(post_screenings_of_the_data, a_doubt_of_the_data_is_told_where_it_bears)
{
    static const char file[] = "{\"chip\":\"h100\",\"destination\":\"AE\",\"date\":\"2023-08-30\"}\n"
                               "{\"chip\":\"h100\",\"destination\":\"SG\",\"date\":\"2023-08-30\"}\n"
                               "{\"chip\":\"h100\",\"destination\":\"AE\",\"date\":\"2023-07-29\"}\n"
                               "{\"chip\":\"h100\",\"destination\":\"SA\",\"date\":\"2023-08-30\"}\n";
    static const char *const cautions[] = {"doubts", "", "", "doubts"};
    char *answer = stored_screen(stored, "/v1/screenings", NDJSON, file, 0);
    for (size_t i = 0; i < 4; i++) {
        json_t *row = line_of(answer, i);
        cr_expect_str_eq(stored_text(row, "outcome"), "no_license_required");
        cr_expect_str_eq(stored_ids(json_object_get(row, "cautions")), cautions[i], "line %zu", i + 1);
        json_decref(row);
    }
    json_t *summary = summary_of(answer);
    cr_expect_eq(json_integer_value(stored_at(summary, "summary.cautions.doubts")), 2);
    json_decref(summary);
    free(answer);
}

#define QUESTIONS 4000

Test(post_screenings_of_the_data, each_line_is_answered_as_it_is_alone)
{
    struct random random = {20260201};
    json_t *chips = stored_get(stored, "/v1/chips?limit=200&fields=id");
    json_t *places = stored_get(stored, "/v1/destinations?limit=200&fields=code");
    const size_t count = QUESTIONS;
    struct question_text *questions = calloc(count, sizeof *questions);
    char *file = calloc(count, sizeof questions->json);
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        make_question(&random, json_object_get(chips, "items"), json_object_get(places, "items"),
                      &questions[i]);
        used += (size_t)sprintf(file + used, "%s", questions[i].json);
    }
    char *answer = stored_screen(stored, "/v1/screenings", NDJSON, file, 1000), *at = answer;
    stored_leave(stored);
    for (size_t i = 0; i < count; i++, at = strchr(at, '\n') + 1) {
        char target[512];
        snprintf(target, sizeof target, "/v1/eligibility?%s&explain=none", questions[i].query);
        json_t *decision = stored_get(stored, target), *row = line_of(at, 0);
        expect_same(row, decision, questions[i].query);
        json_decref(decision);
        json_decref(row);
    }
    free(answer);
    free(file);
    free(questions);
    json_decref(chips);
    json_decref(places);
}

/* PUT, DELETE and POST /v1/changes: who may, on what condition, and that what was recorded is seen at once.
 */
#include "tests/api/stored.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct stored *stored;

static void open_stored(void)
{
    stored = stored_open();
    stored->request.authorization = "Bearer " STORED_TOKEN;
}

static void close_stored(void)
{
    stored_close(stored);
}

TestSuite(writes, .init = open_stored, .fini = close_stored, .timeout = 60);

#define EVENT(id, headline, chips, more)                                                                     \
    "{'id':'" id "','date':'2026-02-01','date_precision':'day','headline':'" headline                        \
    "','category':'enforcement','chips':[" chips "],'claims':[],'confidence':'high','countries':['US'],"     \
    "'organizations':[],'people':[],'reliability':'secondary','rulings':[],'sources':[{'title':'A paper',"   \
    "'url':'https://example.org/a','publisher':'A','published_on':null,'language':'en'}],"                   \
    "'summary':'It happened.'" more "}"
#define RULING_VERIFIED(id, day) RULING_OF(id, "null", id "#1", day)
#define RULING(id, until, provision) RULING_OF(id, until, provision, "2026-02-01")
#define RULING_OF(id, until, provision, verified)                                                            \
    "{'id':'" id "','title':'Another rule','standing':'operative','jurisdiction':'US','issuer':'BIS',"       \
    "'kind':'rule','amends':[],'supersedes':[],'suspends':[],'citations':[],'confidence':'high',"            \
    "'announced_on':'2026-02-01','published_on':null,'effective_from':'2026-03-01','effective_until':" until \
    ",'verified_through':'" verified "','notes':null,'summary':'A rule.','sources':[{'title':'A',"           \
    "'publisher':'B','published_on':null,'url':null}],'provisions':[{'id':'" provision                       \
    "','effect':'license_required','chips':['acme-two'],'eccns':[],'cite':null,'conditions':[],"             \
    "'destinations':{'include':['CN'],'exclude':[],'headquartered_in':[]},'effective_from':null,"            \
    "'effective_until':null,'exception':null,'export_from':null,'import_status':null,"                       \
    "'no_exceptions':false,'policy':'presumption_of_denial','predicate':null,'priority':1,'targets':[],"     \
    "'text':'A license is needed.'}]}"

static unsigned put(const char *target, const char *match, const char *none, const char *body)
{
    stored->request.if_match = match;
    stored->request.if_none_match = none;
    const unsigned status = stored_send(stored, METHOD_PUT, target, body);
    stored->request.if_match = stored->request.if_none_match = NULL;
    return status;
}

static unsigned delete (const char *target, const char *match)
{
    stored->request.if_match = match;
    const unsigned status = stored_send(stored, METHOD_DELETE, target, "");
    stored->request.if_match = NULL;
    return status;
}

/* The last reply is a problem of that code; the text at a path of it, to be freed. */
static char *problem(const char *code, const char *path)
{
    json_t *body = stored_body(stored);
    cr_assert_str_eq(stored_text(body, "code"), code, "%s", stored->reply.out.text);
    char *text = path ? strdup(stored_text(body, path)) : NULL;
    json_decref(body);
    return text;
}

static void expect_problem(unsigned status, unsigned expected, const char *code)
{
    cr_assert_eq(status, expected, "%u %s", status, stored->reply.out.text);
    free(problem(code, NULL));
}

static int64_t head(void)
{
    return store_head(stored->writer);
}

Test(writes, a_document_is_created_and_seen_by_the_next_request)
{
    cr_assert_eq(put("/v1/events/new", NULL, "*", EVENT("new", "News", "'acme-one'", ",'note':'Read it.'")),
                 201, "%s", stored->reply.out.text);
    cr_expect_str_eq(stored->reply.location, "/v1/events/new");
    cr_expect_eq(strncmp(stored->reply.etag, "\"r2.2-", 6), 0, "%s", stored->reply.etag);
    cr_expect_eq(stored->reply.cache, CACHE_NO_STORE);
    cr_expect_eq(stored->reply.data_version, 2);
    json_t *event = stored_get(stored, "/v1/events/new");
    cr_expect_str_eq(stored_text(event, "headline"), "News");
    cr_expect_eq(json_integer_value(stored_at(event, "revision")), 2);
    cr_expect_null(stored_at(event, "note"));
    json_decref(event);
    json_decref(stored_fail(stored, "/v1/events/new?known_at=1", 404, "not_found"));
}

Test(writes, the_same_content_adds_no_revision)
{
    cr_assert_eq(put("/v1/events/new", NULL, "*", EVENT("new", "News", "", "")), 201);
    cr_expect_eq(put("/v1/events/new", NULL, "*", EVENT("new", "News", "", "")), 200, "a repeated creation");
    cr_expect_null(stored->reply.location);
    cr_expect_eq(put("/v1/events/new", "\"r1.1.1.0.0.j\"", NULL, EVENT("new", "News", "", "")), 200);
    cr_expect_eq(put("/v1/events/new", "*", NULL, EVENT("new", "News", "", ",'note':'Once more.'")), 200);
    cr_expect_eq(head(), 2);
}

Test(writes, who_writes_must_know_what_stands)
{
    cr_assert_eq(put("/v1/events/new", NULL, "*", EVENT("new", "News", "", "")), 201);
    static const struct {
        const char *match;
        const char *none;
        unsigned status;
        char code[24];
    } rows[] = {
        {NULL, NULL, 428, "precondition_required"},
        {NULL, "\"r2.2\"", 428, "precondition_required"},
        {"*", "*", 400, "malformed_request"},
        {"r2", NULL, 400, "malformed_request"},
        {"", NULL, 400, "malformed_request"},
        {"\"r2", NULL, 400, "malformed_request"},
        {NULL, "*", 412, "precondition_failed"},
        {"\"r1.2.1.0.0.j\"", NULL, 412, "precondition_failed"},
        {"\"r22.2.1.0.0.j\"", NULL, 412, "precondition_failed"},
        {"W/\"r2.2.1.0.0.j\"", NULL, 412, "precondition_failed"},
        {"\"2.2\"", NULL, 412, "precondition_failed"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        expect_problem(put("/v1/events/new", rows[i].match, rows[i].none, EVENT("new", "Other", "", "")),
                       rows[i].status, rows[i].code);
    cr_expect_eq(head(), 2);
    cr_expect_eq(put("/v1/events/new", "\"x\", \"r2.9.other-gzip\"", NULL, EVENT("new", "Other", "", "")),
                 200);
    cr_expect_eq(strncmp(stored->reply.etag, "\"r3.3-", 6), 0, "%s", stored->reply.etag);
    json_t *before = stored_get(stored, "/v1/events/new?known_at=2");
    cr_expect_str_eq(stored_text(before, "headline"), "News");
    json_decref(before);
}

Test(writes, a_tag_that_is_not_ours_never_creates)
{
    expect_problem(put("/v1/events/new", "\"x\"", NULL, EVENT("new", "News", "", "")), 412,
                   "precondition_failed");
    expect_problem(put("/v1/events/new", "*", NULL, EVENT("new", "News", "", "")), 412,
                   "precondition_failed");
    cr_expect_eq(head(), 1);
}

Test(writes, what_was_read_can_be_sent_back_changed)
{
    cr_assert_eq(put("/v1/rulings/us-new", NULL, "*", RULING("us-new", "null", "us-new#1")), 201, "%s",
                 stored->reply.out.text);
    json_t *ruling = stored_get(stored, "/v1/rulings/us-new");
    cr_assert(stored_at(ruling, "state"), "nothing computed is shown");
    json_object_set_new(ruling, "title", json_string("Renamed"));
    char *text = json_dumps(ruling, 0);
    cr_expect_eq(put("/v1/rulings/us-new", "\"r2.2\"", NULL, text), 200, "%s", stored->reply.out.text);
    free(text);
    json_decref(ruling);
    ruling = stored_get(stored, "/v1/rulings/us-new");
    cr_expect_str_eq(stored_text(ruling, "title"), "Renamed");
    json_decref(ruling);
}

static char *outcome(const char *target)
{
    json_t *answer = stored_get(stored, target);
    char *text = strdup(stored_text(answer, "outcome"));
    json_decref(answer);
    return text;
}

static void expect_outcome(const char *query, const char *expected)
{
    char target[160];
    snprintf(target, sizeof target, "/v1/eligibility?chip=acme-two&destination=CN&%s", query);
    char *found = outcome(target);
    cr_expect_str_eq(found, expected, "%s", query);
    free(found);
}

Test(writes, a_new_ruling_changes_answers_from_its_day_and_not_those_of_yesterday)
{
    expect_outcome("date=2026-03-01", "no_license_required");
    cr_assert_eq(put("/v1/rulings/us-new", NULL, "*", RULING("us-new", "null", "us-new#1")), 201);
    expect_outcome("date=2026-03-01", "license_required");
    expect_outcome("date=2026-02-28", "no_license_required");
    expect_outcome("date=2026-03-01&known_at=1", "no_license_required");
    cr_assert_eq(put("/v1/rulings/us-new", "*", NULL, RULING("us-new", "'2026-04-01'", "us-new#1")), 200);
    expect_outcome("date=2026-04-01", "no_license_required");
    expect_outcome("date=2026-04-01&known_at=2", "license_required");
    cr_assert_eq(delete ("/v1/rulings/us-new", "\"r3.3\""), 200, "%s", stored->reply.out.text);
    expect_outcome("date=2026-03-01", "no_license_required");
    expect_outcome("date=2026-03-01&known_at=3", "license_required");
}

Test(writes, what_is_deleted_is_gone_and_stays_in_the_past)
{
    cr_assert_eq(put("/v1/events/new", NULL, "*", EVENT("new", "News", "", "")), 201);
    expect_problem(delete ("/v1/events/new", NULL), 428, "precondition_required");
    expect_problem(delete ("/v1/events/new", "\"r1.1\""), 412, "precondition_failed");
    cr_assert_eq(delete ("/v1/events/new?note=Wrong.", "\"r2.2\""), 200, "%s", stored->reply.out.text);
    json_t *receipt = stored_body(stored);
    cr_expect(json_is_true(stored_at(receipt, "recorded")));
    cr_expect_eq(json_integer_value(stored_at(receipt, "data_version")), 3);
    cr_expect_str_eq(stored_text(receipt, "actor"), "operator");
    cr_expect_str_eq(stored_text(receipt, "note"), "Wrong.");
    cr_expect_str_eq(stored_text(receipt, "changes.0.op"), "delete");
    cr_expect_eq(strncmp(stored_text(receipt, "digest"), "blake2b-256:", 12), 0);
    json_decref(receipt);
    json_t *gone = stored_fail(stored, "/v1/events/new", 410, "gone");
    cr_expect_str_eq(stored_text(gone, "detail"),
                     "new was deleted in revision 3; ask with known_at=2 to see it.");
    json_decref(gone);
    json_decref(stored_get(stored, "/v1/events/new?known_at=2"));
    expect_problem(delete ("/v1/events/new", "\"r2.2\""), 410, "gone");
    expect_problem(delete ("/v1/events/2024-12-01-rumors", "*"), 404, "not_found");
    cr_expect_eq(put("/v1/events/new", NULL, "*", EVENT("new", "News", "", "")), 201, "it may come again");
}

Test(writes, what_others_refer_to_cannot_be_deleted)
{
    expect_problem(delete ("/v1/rulings/us-acme-rule", "*"), 409, "still_referenced");
    char *detail = problem("still_referenced", "errors.0.detail");
    cr_expect(strstr(detail, "event 2024-12-01-rumor"), "%s", detail);
    free(detail);
    cr_expect_eq(head(), 1);
}

Test(writes, every_fault_is_told_at_its_place)
{
    static const struct {
        char target[40];
        char body[1000];
        const char *pointers;
    } rows[] = {
        {"/v1/events/new", "{'id':'new'}", ",,,,,,,,,,,,,"},
        {"/v1/events/new", EVENT("other", "News", "", ""), "/id"},
        {"/v1/events/new", EVENT("new", "", "'acme-none'", ",'colour':'red'"), "/headline,/colour"},
        {"/v1/events/new", EVENT("new", "News", "'acme-none','us-x'", ""), "/chips/0,/chips/1"},
        {"/v1/rulings/us-new", RULING("us-new", "'2026-02-01'", "us-new#1"), "/effective_until"},
        {"/v1/rulings/us-new", RULING("us-new", "null", "us-old#1"), "/provisions/0/id"},
        {"/v1/rulings/us-new", RULING_VERIFIED("us-new", "2999-01-01"), "/verified_through"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cr_expect_eq(put(rows[i].target, NULL, "*", rows[i].body), 422, "%s", rows[i].body);
        json_t *body = stored_body(stored);
        char pointers[400] = "";
        size_t at = 0;
        const json_t *error;
        json_array_foreach(stored_at(body, "errors"), at, error)
        {
            char longer[sizeof pointers + 200];
            snprintf(longer, sizeof longer, "%s%s%s", pointers, at ? "," : "", stored_text(error, "pointer"));
            snprintf(pointers, sizeof pointers, "%.399s", longer);
        }
        cr_expect_str_eq(pointers, rows[i].pointers, "%s", stored->reply.out.text);
        json_decref(body);
    }
    cr_expect_eq(head(), 1);
}

Test(writes, a_body_is_json_within_bounds)
{
    static const struct {
        const char *type;
        const char *body;
        unsigned status;
        char code[28];
    } rows[] = {
        {"text/plain", "{}", 415, "unsupported_media_type"},
        {"application/x-www-form-urlencoded", "{}", 415, "unsupported_media_type"},
        {"application/json; charset=utf-8", "", 400, "malformed_json"},
        {"application/json; charset=utf-16", "{}", 415, "unsupported_media_type"},
        {"application/json", "{'id':", 400, "malformed_json"},
        {"application/json", "{'id':1,'id':2}", 400, "malformed_json"},
        {"application/json", "{} {}", 400, "malformed_json"},
        {"application/json", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", 400,
         "malformed_json"},
        {"application/json", "[]", 422, "invalid_content"},
        {"application/json", "3", 400, "malformed_json"},
        {"application/merge-patch+json", "{}", 422, "invalid_content"},
        {NULL, "{}", 422, "invalid_content"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        stored->request.content_type = rows[i].type;
        expect_problem(put("/v1/events/new", NULL, "*", rows[i].body), rows[i].status, rows[i].code);
    }
}

Test(writes, need_a_token)
{
    static const char *const refused[] = {NULL,
                                          "Bearer",
                                          "Bearer ",
                                          "Basic abc",
                                          "Bearer guessed",
                                          "Bearer " STORED_TOKEN "x",
                                          "Bearer nvt_00000000_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        stored->request.authorization = refused[i];
        expect_problem(put("/v1/events/new", NULL, NULL, "no JSON"), 401, "unauthorized");
        expect_problem(delete ("/v1/events/2024-12-01-rumor", "*"), 401, "unauthorized");
        expect_problem(stored_send(stored, METHOD_POST, "/v1/changes", "{}"), 401, "unauthorized");
    }
    stored->request.authorization = "bearer  " STORED_TOKEN;
    cr_expect_eq(put("/v1/events/new", NULL, "*", EVENT("new", "News", "", "")), 201, "%s",
                 stored->reply.out.text);
}

#define CHANGE(op, kind, id, replaces, document)                                                             \
    "{'op':'" op "','kind':'" kind "','id':'" id "','replaces':" replaces document "}"

Test(writes, a_change_set_is_one_revision)
{
    const unsigned status =
        stored_send(stored, METHOD_POST, "/v1/changes",
                    "{'note':'A day of work.','changes':[" CHANGE(
                        "put", "event", "new", "null",
                        ",'document':" EVENT("new", "News", "'acme-two'",
                                             "")) "," CHANGE("put", "ruling", "us-new", "null",
                                                             ",'document':" RULING(
                                                                 "us-new", "null",
                                                                 "us-new#1")) "," CHANGE("delete", "event",
                                                                                         "2025-07-01-news",
                                                                                         "1", "") "]}");
    cr_assert_eq(status, 201, "%s", stored->reply.out.text);
    json_t *receipt = stored_body(stored);
    cr_expect_eq(json_integer_value(stored_at(receipt, "data_version")), 2);
    cr_expect_eq(json_array_size(stored_at(receipt, "changes")), 3);
    json_decref(receipt);
    json_decref(stored_get(stored, "/v1/rulings/us-new"));
    json_decref(stored_fail(stored, "/v1/events/2025-07-01-news", 410, "gone"));
    cr_expect_eq(head(), 2);
}

Test(writes, a_change_set_with_one_fault_records_nothing)
{
    static const struct {
        char change[200];
        unsigned status;
        char pointer[40];
    } rows[] = {
        {CHANGE("delete", "event", "2025-07-01-news", "2", ""), 412, "/changes/1"},
        {CHANGE("delete", "event", "2025-07-01-news", "null", ""), 422, "/changes/1"},
        {CHANGE("delete", "event", "none", "1", ""), 412, "/changes/1"},
        {CHANGE("delete", "ruling", "us-acme-rule", "1", ""), 409, "/changes/1"},
        {CHANGE("put", "group", "G", "null", ""), 422, "/changes/1"},
        {CHANGE("put", "group", "G", "null", ",'document':{}"), 422, "/changes/1/document"},
        {CHANGE("put", "grupe", "G", "null", ",'document':{}"), 422, "/changes/1/kind"},
        {CHANGE("delete", "event", "new", "1", ""), 412, "/changes/1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char body[3000];
        snprintf(body, sizeof body, "{'changes':[%s,%s]}",
                 CHANGE("put", "event", "new", "null", ",'document':" EVENT("new", "News", "", "")),
                 rows[i].change);
        cr_expect_eq(stored_send(stored, METHOD_POST, "/v1/changes", body), rows[i].status, "%s: %s",
                     rows[i].change, stored->reply.out.text);
        json_t *answer = stored_body(stored);
        cr_expect_str_eq(stored_text(answer, "errors.0.pointer"), rows[i].pointer, "%s",
                         stored->reply.out.text);
        json_decref(answer);
        cr_expect_eq(head(), 1);
    }
}

Test(writes, a_change_set_whose_answer_was_lost_can_be_sent_again)
{
    const char *body = "{'changes':[" CHANGE(
        "put", "event", "new", "null",
        ",'document':" EVENT("new", "News", "", "")) "," CHANGE("delete", "event", "2025-07-01-news", "1",
                                                                "") "]}";
    cr_assert_eq(stored_send(stored, METHOD_POST, "/v1/changes", body), 201, "%s", stored->reply.out.text);
    cr_expect_eq(stored_send(stored, METHOD_POST, "/v1/changes", body), 200, "%s", stored->reply.out.text);
    cr_expect_eq(head(), 2);
}

Test(writes, a_change_set_that_changes_nothing_says_so)
{
    const char *body = "{'changes':[" CHANGE("put", "event", "new", "null",
                                             ",'document':" EVENT("new", "News", "", "")) "]}";
    cr_assert_eq(stored_send(stored, METHOD_POST, "/v1/changes", body), 201);
    cr_assert_eq(stored_send(stored, METHOD_POST, "/v1/changes", body), 200);
    json_t *receipt = stored_body(stored);
    cr_expect(json_is_false(stored_at(receipt, "recorded")));
    cr_expect(json_is_null(stored_at(receipt, "recorded_at")));
    cr_expect_eq(json_integer_value(stored_at(receipt, "data_version")), 2);
    json_decref(receipt);
}

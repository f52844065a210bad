/* api_handle: routes, clocks, what may be kept how long and under which tag, and permanent addresses. */
#include "tests/api/stored.h"

#include "db/chain.h"
#include "db/revisions.h"

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

TestSuite(api, .init = open_stored, .fini = close_stored);

Test(api, what_is_not_there_is_not_found)
{
    json_t *body = stored_fail(stored, "/v1/eligibilty", 404, "not_found");
    cr_expect_str_eq(
        stored_text(body, "detail"),
        "There is nothing at /v1/eligibilty; did you mean /v1/eligibility? GET /v1 lists everything.");
    cr_expect_str_eq(stored_text(body, "instance"), "TEST");
    json_decref(body);
    cr_expect_str_empty(stored->reply.operation);
}

Test(api, other_methods_are_told_what_there_is)
{
    stored->request.method = METHOD_DELETE;
    json_decref(stored_fail(stored, "/v1/destinations/CN", 405, "method_not_allowed"));
    cr_expect_str_eq(stored->reply.allow, "GET, HEAD, OPTIONS");
    stored->request.method = METHOD_OPTIONS;
    cr_assert_eq(stored_ask(stored, "/v1/chips?nonsense=1"), 204);
    cr_expect_str_eq(stored->reply.allow, "GET, HEAD, OPTIONS");
    cr_expect_eq(stored->reply.constant_size, 0);
    cr_assert_eq(stored_ask(stored, "/v1/chips/acme-one"), 204);
    cr_expect_str_eq(stored->reply.allow, "GET, HEAD, PUT, DELETE, OPTIONS");
    json_decref(stored_fail(stored, "/nowhere", 404, "not_found"));
    stored->request.method = METHOD_HEAD;
    cr_assert_eq(stored_ask(stored, "/v1/chips"), 200);
    cr_expect_str_eq(stored->reply.operation, "get_chips");
}

Test(api, bodies_end_with_a_newline_unless_they_have_one)
{
    static const char *const targets[] = {"/v1",
                                          "/healthz",
                                          "/v1/chips",
                                          "/v1/chips?pretty",
                                          "/v1/chips?format=csv",
                                          "/v1/chips?format=ndjson",
                                          "/nowhere"};
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        stored_ask(stored, targets[i]);
        const size_t size = stored->reply.out.size;
        cr_expect_eq(stored->reply.out.text[size - 1], '\n', "%s", targets[i]);
        cr_expect_neq(stored->reply.out.text[size - 2], '\n', "%s", targets[i]);
    }
}

struct cache_row {
    const char *target;
    enum cache cache;
};

/* At the head: two revisions, the second one a minute after the first. */
static const struct cache_row cache_rows[] = {
    {"/v1/eligibility?chip=uno&destination=CN&date=2025-03-01&known_at=1", CACHE_PINNED},
    {"/v1/eligibility?chip=uno&destination=CN&date=2025-03-01&known_at=2", CACHE_PINNED},
    {"/v1/eligibility?chip=uno&destination=CN&date=2025-03-01&known_at=2026-01-01T00:00:30Z", CACHE_PINNED},
    {"/v1/eligibility?chip=uno&destination=CN&date=2025-03-01&known_at=2099-01-01T00:00:00Z", CACHE_LATEST},
    {"/v1/eligibility?chip=uno&destination=CN&date=2025-03-01", CACHE_LATEST},
    {"/v1/eligibility?chip=uno&destination=CN&date=today&known_at=1", CACHE_LATEST},
    {"/v1/eligibility?chip=uno&destination=CN&known_at=1", CACHE_LATEST},
    {"/v1/history?chip=uno&destination=CN&known_at=1", CACHE_PINNED},
    {"/v1/history?chip=uno&destination=CN&to=today&known_at=1", CACHE_LATEST},
    {"/v1/history?chip=uno&destination=CN&from=today&known_at=1", CACHE_LATEST},
    {"/v1/history?chip=uno&destination=CN", CACHE_LATEST},
    {"/v1/chips?date=2025-03-01&known_at=1", CACHE_PINNED},
    {"/v1/chips?known_at=1", CACHE_LATEST},
    {"/v1/chips", CACHE_LATEST},
    {"/v1?known_at=1", CACHE_PINNED},
    {"/v1", CACHE_LATEST},
    {"/problems", CACHE_LATEST},
    {"/readyz", CACHE_NO_STORE},
    {"/healthz", CACHE_NO_STORE},
    {"/v1/chips?known_at=3", CACHE_NO_STORE},
};

Test(api, kept_for_long_only_where_both_clocks_are_settled)
{
    const int64_t head = stored_delete(stored, KIND_EVENT, "2025-07-01-news", "2026-01-01T00:01:00.000Z");
    cr_assert(stored_follow(stored, head));
    for (size_t i = 0; i < sizeof cache_rows / sizeof cache_rows[0]; i++) {
        stored_ask(stored, cache_rows[i].target);
        cr_expect_eq(stored->reply.cache, cache_rows[i].cache, "%s", cache_rows[i].target);
    }
}

static const char *tag(const char *target, int today)
{
    stored->request.today.ymd = today;
    stored_ask(stored, target);
    return stored->reply.etag;
}

Test(api, a_tag_tells_version_representation_and_a_day_that_was_not_given)
{
    char text[REPLY_ETAG_SIZE], mark[CHAIN_HEX_SIZE];
    struct revision first;
    cr_assert(revisions_find(stored->writer, 1, &first));
    chain_format(first.digest, mark);
    snprintf(text, sizeof text, "\"1-%.8s.%s.j.20260201\"", mark, engine_version);
    cr_expect_str_eq(tag("/v1/chips", 20260201), text);
    cr_expect_str_eq(tag("/v1/chips?date=today", 20260201), text);
    snprintf(text, sizeof text, "\"1-%.8s.%s.j.20260202\"", mark, engine_version);
    cr_expect_str_eq(tag("/v1/chips", 20260202), text);
    snprintf(text, sizeof text, "\"1-%.8s.%s.j\"", mark, engine_version);
    cr_expect_str_eq(tag("/v1/chips?date=2025-03-01", 20260202), text);
    snprintf(text, sizeof text, "\"1-%.8s.%s.c\"", mark, engine_version);
    cr_expect_str_eq(tag("/v1/chips?date=2025-03-01&format=csv", 20260202), text);
    snprintf(text, sizeof text, "\"1-%.8s.%s.x\"", mark, engine_version);
    cr_expect_str_eq(tag("/v1/chips?date=2025-03-01&format=ndjson", 20260202), text);
    snprintf(text, sizeof text, "\"1-%.8s.%s.j.20260202\"", mark, engine_version);
    cr_expect_str_eq(tag("/v1/history?chip=uno&destination=CN&to=today", 20260202), text);
    snprintf(text, sizeof text, "\"r1.1-%.8s.%s.j\"", mark, engine_version);
    cr_expect_str_eq(tag("/v1/chips/uno?date=2025-03-01", 20260202), text);
    cr_expect_str_empty(tag("/v1/chips/unknown", 20260202));
}

/* As after a restore: the same numbers, other documents. */
Test(api, a_tag_tells_one_history_from_another)
{
    static const char target[] = "/v1/chips?date=2025-03-01&known_at=2";
    struct stored *other = stored_open();
    cr_assert(stored_follow(
        stored, stored_delete(stored, KIND_EVENT, "2025-07-01-news", "2026-01-01T00:01:00.000Z")));
    cr_assert(stored_follow(other,
                            stored_delete(other, KIND_EVENT, "2025-07-01-news", "2026-01-01T00:02:00.000Z")));
    cr_assert_eq(stored_ask(stored, target), 200);
    cr_assert_eq(stored_ask(other, target), 200);
    cr_expect_str_neq(stored->reply.etag, other->reply.etag);
    static const char first[] = "/v1/chips?date=2025-03-01&known_at=1";
    cr_assert_eq(stored_ask(stored, first), 200);
    cr_assert_eq(stored_ask(other, first), 200);
    cr_expect_str_eq(stored->reply.etag, other->reply.etag, "what they have in common");
    stored_close(other);
}

Test(api, versions_and_instants_are_resolved)
{
    const int64_t head = stored_delete(stored, KIND_EVENT, "2025-07-01-news", "2026-01-01T00:01:00.000Z");
    cr_assert(stored_follow(stored, head));
    static const struct {
        const char *known_at;
        int version;
    } rows[] = {{"1", 1},
                {"2", 2},
                {"2026-01-01T00:00:00Z", 1},
                {"2026-01-01T00:00:59.999Z", 1},
                {"2026-01-01T00:01:00Z", 2},
                {"2026-01-01T01:00:30%2B01:00", 1},
                {"2099-01-01T00:00:00Z", 2}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/events?known_at=%s", rows[i].known_at);
        json_t *body = stored_get(stored, target);
        cr_expect_eq(json_integer_value(stored_at(body, "meta.known_at")), rows[i].version, "%s",
                     rows[i].known_at);
        cr_expect_eq(json_integer_value(stored_at(body, "total")), 4 - rows[i].version);
        cr_expect_eq(stored->reply.data_version, rows[i].version);
        json_decref(body);
    }
    json_decref(stored_fail(stored, "/v1/events?known_at=2025-12-31T23:59:59Z", 404, "unknown_version"));
    json_decref(stored_fail(stored, "/v1/events?known_at=3", 404, "unknown_version"));
    json_decref(stored_fail(stored, "/v1/events?known_at=0", 400, "invalid_parameter"));
}

/* The address in an answer is its receipt: however it was asked, it gives the very same bytes, and does so
 * after later writes. */
Test(api, self_gives_the_same_bytes)
{
    static const char *const targets[] = {
        "/v1/eligibility?chip=acme-one&destination=CN&date=2025-03-01",
        "/v1/eligibility?chip=solo%20%26%20co&destination=china",
        "/v1/eligibility?chip=Uno&destination=CN&date=today&export_from=US&explain=none",
        "/v1/"
        "eligibility?destination=cn&chip=best&hq=Germany&export_from=DE&date=2025-03-01&explain=full&strict="
        "true",
        "/v1/eligibility?chip=acme-dark&destination=CN&date=2020-01-01&explain=full",
        "/v1/history?chip=uno&destination=China",
        "/v1/history?chip=acme-one&destination=CN&hq=de&export_from=us&from=2024-06-01&to=today",
    };
    enum { COUNT = sizeof targets / sizeof targets[0] };
    char *selves[COUNT];
    char *bytes[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        json_t *body = stored_get(stored, targets[i]);
        selves[i] = strdup(stored_text(body, "self"));
        bytes[i] = strdup(stored->reply.out.text);
        json_decref(body);
    }
    const int64_t head = stored_delete(stored, KIND_CHIP, "acme-dark", NULL);
    stored->request.today.ymd = 20260301;
    cr_assert(stored_follow(stored, head));
    for (size_t i = 0; i < COUNT; i++) {
        cr_expect_eq(stored_ask(stored, selves[i]), 200);
        cr_expect_str_eq(stored->reply.out.text, bytes[i], "%s and %s", targets[i], selves[i]);
        cr_expect_eq(stored->reply.cache, CACHE_PINNED, "%s", selves[i]);
        free(selves[i]);
        free(bytes[i]);
    }
}

Test(api, doubts_that_bear_on_the_question_are_told)
{
    static const struct {
        const char *question;
        size_t count;
    } rows[] = {{"chip=acme-one&destination=CN&date=2025-02-01", 1},
                {"chip=acme-one&destination=CN&date=2025-04-01", 0},
                {"chip=acme-one&destination=DE&date=2025-02-01", 0},
                {"chip=acme-two&destination=CN&date=2025-02-01", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/eligibility?%s", rows[i].question);
        json_t *body = stored_get(stored, target);
        cr_expect_eq(json_array_size(stored_at(body, "doubts")), rows[i].count, "%s", rows[i].question);
        json_decref(body);
    }
}

Test(api, waiting_too_long_is_overload_and_not_an_endless_wait)
{
    cr_assert(stored_follow(stored, stored_delete(stored, KIND_EVENT, "2025-07-01-news", NULL)));
    stored->request.out_of_time = true;
    json_decref(stored_fail(stored, "/v1/chips?known_at=1", 503, "overloaded"));
    cr_expect_eq(stored->reply.retry_after_s, 1);
    api_forget(stored->api, stored);
}

Test(api, an_error_of_the_server_itself_looks_like_any_other)
{
    reply_done(&stored->reply);
    api_fail(&stored->request, PROBLEM_URI_TOO_LONG, "100% too long.", &stored->reply);
    cr_expect_eq(stored->reply.status, 414);
    cr_expect(strstr(stored->reply.out.text, "\"detail\":\"100% too long.\""));
    cr_expect_eq(stored->reply.out.text[stored->reply.out.size - 1], '\n');
}

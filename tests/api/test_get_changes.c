/* GET /v1/changes: what each revision did to each document, and how requests without news wait for it. */
#include "tests/api/stored.h"

#include "api/pollers.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct stored *stored;

static void open_stored(void)
{
    stored = stored_open();
}

static void close_stored(void)
{
    stored_close(stored);
}

TestSuite(changes, .init = open_stored, .fini = close_stored, .timeout = 60);

static void put_group(const char *rest, const char *recorded_at)
{
    char json[512];
    snprintf(json, sizeof json, "{'id':'E:1',%s}", rest);
    stored_put(stored, KIND_GROUP, json, recorded_at);
}

/* Revisions 2 to 5: created, replaced, deleted, created again. */
static void record_life_of_a_group(void)
{
    put_group("'title':'A','cite':'x','notes':null", "2026-01-02T00:00:00.000Z");
    put_group("'title':'B','cite':'y','notes':null", "2026-01-03T00:00:00.000Z");
    stored_delete(stored, KIND_GROUP, "E:1", "2026-01-04T00:00:00.000Z");
    put_group("'title':'C','cite':'y','notes':null", "2026-01-05T00:00:00.000Z");
    cr_assert(stored_follow(stored, 5));
}

Test(changes, each_item_tells_what_was_done_and_where_to_see_it)
{
    static const char *const items[] = {
        "{\"seq\":2,\"recorded_at\":\"2026-01-02T00:00:00.000Z\",\"actor\":\"test\",\"note\":\"a test\","
        "\"kind\":\"group\",\"id\":\"E:1\",\"op\":\"created\",\"changed\":[],\"previous\":null,"
        "\"url\":\"/v1/groups/E:1?known_at=2\"}",
        "{\"seq\":3,\"recorded_at\":\"2026-01-03T00:00:00.000Z\",\"actor\":\"test\",\"note\":\"a test\","
        "\"kind\":\"group\",\"id\":\"E:1\",\"op\":\"replaced\",\"changed\":[\"cite\",\"title\"],"
        "\"previous\":2,\"url\":\"/v1/groups/E:1?known_at=3\"}",
        "{\"seq\":4,\"recorded_at\":\"2026-01-04T00:00:00.000Z\",\"actor\":\"test\",\"note\":\"a test\","
        "\"kind\":\"group\",\"id\":\"E:1\",\"op\":\"deleted\",\"changed\":[],\"previous\":3,"
        "\"url\":\"/v1/groups/E:1?known_at=3\"}",
        "{\"seq\":5,\"recorded_at\":\"2026-01-05T00:00:00.000Z\",\"actor\":\"test\",\"note\":\"a test\","
        "\"kind\":\"group\",\"id\":\"E:1\",\"op\":\"created\",\"changed\":[],\"previous\":4,"
        "\"url\":\"/v1/groups/E:1?known_at=5\"}"};
    record_life_of_a_group();
    json_t *body = stored_get(stored, "/v1/changes?seq.gt=1");
    cr_assert_eq(json_array_size(stored_at(body, "items")), 4);
    for (size_t i = 0; i < 4; i++) {
        const json_t *item = json_array_get(stored_at(body, "items"), i);
        char *text = json_dumps(item, JSON_COMPACT);
        cr_expect_str_eq(text, items[i]);
        json_t *document = stored_get(stored, stored_text(item, "url"));
        cr_expect_str_eq(stored_text(document, "id"), "E:1");
        json_decref(document);
        free(text);
    }
    json_decref(body);
}

Test(changes, the_document_about_the_data_set_is_told_by_the_service)
{
    json_t *body = stored_get(stored, "/v1/changes?kind=dataset");
    cr_expect_str_eq(stored_text(body, "items.0.url"), "/v1?known_at=1");
    json_decref(body);
}

Test(changes, filters_find_them)
{
    static const struct {
        const char *query;
        int total;
    } rows[] = {{"limit=1", 20},
                {"seq.gt=1", 4},
                {"seq.gte=3&seq.lt=5", 2},
                {"id=e:1", 4},
                {"kind=group&id=D:5", 1},
                {"op=deleted", 1},
                {"op.ne=created", 2},
                {"changed=title", 1},
                {"changed=notes", 0},
                {"actor=TEST", 20},
                {"actor.ne=test", 0},
                {"recorded_at=2026-01-03T01:00:00%2B01:00", 1},
                {"recorded_at.gt=2026-01-03T00:00:00Z", 2},
                {"recorded_at.gte=2026-01-03T00:00:00.0Z", 3},
                {"recorded_at.lt=2026-01-02T23:00:00-01:00", 17},
                {"recorded_at.lte=2026-01-03t00:00:00.0009z", 18},
                {"known_at=3", 18},
                {"known_at=2026-01-02T12:00:00Z", 17}};
    record_life_of_a_group();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/changes?%s", rows[i].query);
        json_t *body = stored_get(stored, target);
        cr_expect_eq(json_integer_value(stored_at(body, "total")), rows[i].total, "%s: %lld", rows[i].query,
                     json_integer_value(stored_at(body, "total")));
        json_decref(body);
    }
    static const char *const bad[] = {"recorded_at.gt=2026-01-03",
                                      "recorded_at=yesterday",
                                      "recorded_at.gt=2026-02-30T00:00:00Z",
                                      "kind=chips",
                                      "wait=0",
                                      "wait=61",
                                      "op=create"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/changes?%s", bad[i]);
        json_decref(stored_fail(stored, target, 400, "invalid_parameter"));
    }
}

Test(changes, they_come_in_the_order_in_which_they_were_recorded)
{
    record_life_of_a_group();
    json_t *body = stored_get(stored, "/v1/changes?fields=seq&limit=200");
    cr_expect_eq(json_integer_value(stored_at(body, "items.0.seq")), 1);
    cr_expect_eq(json_integer_value(stored_at(body, "items.19.seq")), 5);
    json_decref(body);
    body = stored_get(stored, "/v1/changes?sort=-seq&limit=1");
    cr_expect_eq(json_integer_value(stored_at(body, "items.0.seq")), 5);
    json_decref(body);
}

Test(changes, an_item_of_the_catalogue_links_its_own)
{
    json_decref(stored_get(stored, "/v1/chips/uno"));
    cr_expect_str_eq(stored->reply.link, "</v1/changes?kind=chip&id=acme-one>; rel=\"version-history\"");
    json_decref(stored_get(stored, "/v1/groups/D:5"));
    cr_expect_str_eq(stored->reply.link, "</v1/changes?kind=group&id=D:5>; rel=\"version-history\"");
    json_decref(stored_fail(stored, "/v1/groups/D:6", 404, "not_found"));
    cr_expect_null(stored->reply.link);
}

Test(changes, a_feed_begins_with_the_last_and_tells_who_did_what_and_why)
{
    static const char *const parts[] = {
        "<id>tag:navicert,2026:/v1/changes?kind=group&amp;id=E:1</id>\n",
        "<updated>2026-01-05T00:00:00.000Z</updated>\n",
        "<entry>\n<id>tag:navicert,2026:/v1/changes?recorded_at=2026-01-05T00:00:00.000Z&amp;kind=group&amp;"
        "id=E:1</id>\n<title>group E:1 created</title>\n",
        "<title>group E:1 deleted</title>\n",
        "<title>group E:1 replaced: cite, title</title>\n<published>2026-01-03T00:00:00.000Z</published>\n"
        "<content>a test&#10;Changed: cite, title</content>\n"
        "<link rel=\"alternate\" type=\"application/json\" href=\"/v1/groups/E:1?known_at=3\"/>\n"
        "<category scheme=\"tag:navicert,2026:kind\" term=\"group\"/>\n"
        "<category scheme=\"tag:navicert,2026:op\" term=\"replaced\"/>\n"
        "<updated>2026-01-03T00:00:00.000Z</updated>\n<author>\n<name>test</name>\n</author>\n</entry>\n",
        "<title>group E:1 created</title>\n<published>2026-01-02T00:00:00.000Z</published>\n"
        "<content>a test</content>\n"};
    record_life_of_a_group();
    cr_assert_eq(stored_ask(stored, "/v1/changes?kind=group&id=E:1&format=atom&wait=5"), 200);
    const char *at = stored->reply.out.text;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        const char *found = strstr(at, parts[i]);
        cr_assert(found, "%s does not follow in %s", parts[i], at);
        at = found;
    }
    cr_expect_null(strstr(stored->reply.out.text, "wait"));
}

Test(changes, a_title_names_the_first_members_and_counts_the_rest)
{
    put_group("'a':1,'b':1,'c':1,'d':1,'e':1,'f':1", NULL);
    put_group("'a':2,'b':2,'c':2,'d':2,'e':2,'f':2", NULL);
    cr_assert(stored_follow(stored, 3));
    cr_assert_eq(stored_ask(stored, "/v1/changes?seq.gt=2&format=atom"), 200);
    cr_expect(strstr(stored->reply.out.text, "<title>group E:1 replaced: a, b, c, d and 2 more</title>"));
    cr_expect(strstr(stored->reply.out.text, "Changed: a, b, c, d, e, f</content>"));
}

static double seconds_of(const char *target, unsigned status)
{
    struct timespec began;
    struct timespec ended;
    clock_gettime(CLOCK_MONOTONIC, &began);
    cr_assert_eq(stored_ask(stored, target), status, "%s: %s", target, stored->reply.out.text);
    clock_gettime(CLOCK_MONOTONIC, &ended);
    return (double)(ended.tv_sec - began.tv_sec) + (double)(ended.tv_nsec - began.tv_nsec) / 1e9;
}

Test(changes, without_news_the_answer_comes_when_the_time_is_up)
{
    const double seconds = seconds_of("/v1/changes?seq.gt=1&wait=1", 200);
    cr_expect(seconds > 0.99 && seconds < 3, "%g", seconds);
    cr_expect_eq(stored->waits, 1);
    cr_expect(strstr(stored->reply.out.text, "{\"items\":[],\"total\":0"));
}

Test(changes, who_has_something_to_show_does_not_wait)
{
    static const char *const targets[] = {"/v1/changes?wait=60", "/v1/changes?seq.gte=1&wait=60",
                                          "/v1/changes?seq.gt=0&wait=60&format=csv&limit=1"};
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++)
        cr_expect_lt(seconds_of(targets[i], 200), 10);
    stored->request.method = METHOD_HEAD;
    cr_expect_lt(seconds_of("/v1/changes?seq.gt=1&wait=60", 200), 10);
    cr_expect_eq(stored->waits, 0);
}

Test(changes, what_was_known_then_is_not_waited_for)
{
    static const char *const targets[] = {"/v1/changes?seq.gt=1&wait=60&known_at=1",
                                          "/v1/changes?wait=1&known_at=2026-01-01T00:00:00Z"};
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        json_t *body = stored_fail(stored, targets[i], 400, "invalid_parameter");
        cr_expect_str_eq(stored_text(body, "errors.0.parameter"), "wait");
        json_decref(body);
    }
}

/* A page without news that a cache keeps would be all that a follower gets, at once and again and again. */
Test(changes, an_answer_to_one_who_waits_is_never_kept)
{
    static const char *const targets[] = {"/v1/changes?seq.gt=1&wait=1", "/v1/changes?wait=1"};
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        cr_assert_eq(stored_ask(stored, targets[i]), 200);
        cr_expect_eq(stored->reply.cache, CACHE_NO_STORE, "%s", targets[i]);
        cr_expect_str_empty(stored->reply.etag);
        cr_expect_eq(stored->reply.data_version, 1);
    }
    cr_assert_eq(stored_ask(stored, "/v1/changes"), 200);
    cr_expect_eq(stored->reply.cache, CACHE_LATEST);
    cr_expect_str_not_empty(stored->reply.etag);
}

Test(changes, the_next_page_is_not_waited_for)
{
    json_t *body = stored_get(stored, "/v1/changes?limit=15&wait=60");
    const char *next = stored_text(body, "next");
    cr_assert(next);
    cr_expect_null(strstr(next, "wait"), "%s", next);
    json_t *last = stored_get(stored, next);
    cr_expect_eq(json_array_size(stored_at(last, "items")), 1);
    json_decref(last);
    json_decref(body);
}

static void ignore(void *context)
{
    (void)context;
}

Test(changes, the_room_for_waiting_is_bounded)
{
    static const struct pair query[] = {{"seq.gt", "1"}, {"wait", "60"}};
    const struct request request = {
        .path = "/v1/changes", .target = "/v1/changes", .query = query, .query_count = 2, .id = "TEST"};
    static char places[POLLERS_MAX + 1];
    struct reply reply;
    for (size_t i = 0; i < POLLERS_MAX; i++)
        cr_assert_eq(api_handle(stored->worker, &request, (struct api_waiter){ignore, &places[i]}, &reply),
                     WAIT_NEWER);
    const struct api_waiter last = {ignore, &places[POLLERS_MAX]};
    cr_assert_eq(api_handle(stored->worker, &request, last, &reply), WAIT_NONE);
    cr_expect_eq(reply.status, 503);
    cr_expect_gt(reply.retry_after_s, 0);
    reply_done(&reply);
    api_forget(stored->api, &places[7]);
    cr_expect_eq(api_handle(stored->worker, &request, last, &reply), WAIT_NEWER, "who goes away makes room");
    for (size_t i = 0; i <= POLLERS_MAX; i++)
        api_forget(stored->api, &places[i]);
}

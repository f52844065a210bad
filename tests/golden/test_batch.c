/* The golden cases asked in batches: what POST /v1/eligibility says of each is what GET says, to the byte. */
#include "tests/golden/bundled.h"

#include "api/api.h"
#include "db/bundle.h"
#include "db/json_out.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BATCH_MAX 100

static struct bundled bundled;
static struct api *api;
static struct api_worker *worker;
static json_t *cases;

static void open_api(void)
{
    bundled = bundled_open();
    const struct api_options options = {
        .database = bundled.path, .query_timeout_ms = 60000, .snapshots_max = 1};
    api = api_open(&options);
    cr_assert_not_null(api);
    worker = api_worker_open(api);
    cr_assert_not_null(worker);
    cases = json_load_file("tests/golden/cases.json", JSON_REJECT_DUPLICATES, NULL);
    cr_assert_gt(json_array_size(cases), 0);
}

static void close_api(void)
{
    json_decref(cases);
    api_worker_close(worker);
    api_close(api);
    bundled_close(&bundled);
}

TestSuite(batch, .init = open_api, .fini = close_api, .timeout = 120);

static void wake(void *context)
{
    (void)context;
}

/* The body of the answer, from malloc, without its last newline. */
static char *ask(const struct request *request)
{
    struct reply reply;
    cr_assert_eq(api_handle(worker, request, (struct api_waiter){wake, NULL}, &reply), WAIT_NONE);
    cr_assert_eq(reply.status, 200, "%s", reply.out.text);
    char *body = strndup(reply.out.text, reply.out.size - 1);
    reply_done(&reply);
    return body;
}

static const char *text_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static char *get(const json_t *item, const char *explain)
{
    char head[24];
    snprintf(head, sizeof head, "%zu", bundled_set_count);
    struct pair pairs[6] = {{"chip", text_of(item, "chip")},
                            {"destination", text_of(item, "destination")},
                            {"date", text_of(item, "date")},
                            {"known_at", head},
                            {"explain", explain}};
    size_t count = 5;
    if (text_of(item, "headquartered_in"))
        pairs[count++] = (struct pair){"hq", text_of(item, "headquartered_in")};
    const struct request request = {.method = METHOD_GET,
                                    .path = "/v1/eligibility",
                                    .target = "/v1/eligibility",
                                    .query = pairs,
                                    .query_count = count,
                                    .id = "TEST",
                                    .today = {20261122}};
    return ask(&request);
}

static char *post(size_t first, size_t count, const char *explain)
{
    json_t *queries = json_array();
    for (size_t i = first; i < first + count; i++) {
        const json_t *item = json_array_get(cases, i);
        json_array_append_new(
            queries, json_pack("{s:O, s:O, s:O, s:O, s:O}", "name", json_object_get(item, "id"), "chip",
                               json_object_get(item, "chip"), "destination",
                               json_object_get(item, "destination"), "date", json_object_get(item, "date"),
                               "hq", json_object_get(item, "headquartered_in")));
    }
    json_t *body = json_pack("{s:o, s:i, s:s}", "queries", queries, "known_at", (int)bundled_set_count,
                             "explain", explain);
    char *text = json_dumps(body, JSON_COMPACT);
    const struct request request = {.method = METHOD_POST,
                                    .path = "/v1/eligibility",
                                    .target = "/v1/eligibility",
                                    .content_type = "application/json",
                                    .body = text,
                                    .body_size = strlen(text),
                                    .id = "TEST",
                                    .today = {20261122}};
    char *answer = ask(&request);
    free(text);
    json_decref(body);
    return answer;
}

/* Takes the item off the front of the rest of the batch. */
static const char *expect_item(const char *rest, const json_t *item, size_t index, const char *explain)
{
    char *alone = get(item, explain);
    char *wanted = NULL;
    cr_assert(asprintf(&wanted, "{\"index\":%zu,\"name\":\"%s\",\"decision\":%s}", index, text_of(item, "id"),
                       alone) > 0);
    cr_assert(strncmp(rest, wanted, strlen(wanted)) == 0, "%s is\n%.4000s\nand not\n%s", text_of(item, "id"),
              rest, wanted);
    rest += strlen(wanted) + 1;
    free(wanted);
    free(alone);
    return rest;
}

static void expect_all(const char *explain)
{
    for (size_t first = 0; first < json_array_size(cases); first += BATCH_MAX) {
        const size_t left = json_array_size(cases) - first;
        const size_t count = left < BATCH_MAX ? left : BATCH_MAX;
        char *answer = post(first, count, explain);
        const char *rest = answer + strlen("{\"items\":[");
        for (size_t i = 0; i < count; i++)
            rest = expect_item(rest, json_array_get(cases, first + i), i, explain);
        cr_expect(strncmp(rest, ",\"meta\":", strlen(",\"meta\":")) == 0);
        free(answer);
    }
}

Test(batch, golden_cases_are_answered_as_alone)
{
    expect_all("summary");
}

Test(batch, golden_cases_are_answered_as_alone_without_explanation_and_with_all_of_it)
{
    expect_all("none");
    expect_all("full");
}

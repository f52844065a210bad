/* GET /v1/search through api_handle: what a result looks like, its pages, its refusals, both clocks. */
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

TestSuite(get_search, .init = open_stored, .fini = close_stored);

static void expect_json(const json_t *body, const char *path, const char *wanted)
{
    char *text = json_dumps(stored_at(body, path), JSON_COMPACT | JSON_ENCODE_ANY);
    cr_expect(text && strcmp(text, wanted) == 0, "%s is %s", path, text ? text : "absent");
    free(text);
}

Test(get_search, an_item_tells_what_it_is_where_it_is_and_why)
{
    json_t *body = stored_get(stored, "/v1/search?q=Solo");
    expect_json(
        body, "items.0",
        "{\"kind\":\"chip\",\"id\":\"acme-one\",\"title\":\"ACME One\",\"subtitle\":\"gpu \u00b7 data "
        "center\","
        "\"date\":\"2024-01\",\"url\":\"/v1/chips/acme-one\","
        "\"matched\":{\"field\":\"aliases\",\"text\":\"Solo & Co\",\"marks\":[[0,4]]},\"snippet\":null}");
    json_decref(body);
    body = stored_get(stored, "/v1/search?q=happened%20filing");
    expect_json(
        body, "items.0",
        "{\"kind\":\"event\",\"id\":\"2025-03-01-filing\",\"title\":\"A filing\",\"subtitle\":\"news \u00b7 "
        "official\",\"date\":\"2025-03-01\",\"url\":\"/v1/events/2025-03-01-filing\","
        "\"matched\":{\"field\":\"headline\",\"text\":\"A filing\",\"marks\":[[2,6]]},"
        "\"snippet\":{\"field\":\"summary\",\"text\":\"It happened.\",\"marks\":[[3,8]]}}");
    json_decref(body);
}

Test(get_search, the_envelope_tells_what_was_read_and_found)
{
    json_t *body = stored_get(stored, "/v1/search?q=ACME&limit=1&kind=chip,ruling");
    const char *key;
    json_t *value;
    char keys[200] = "";
    json_object_foreach(body, key, value) strcat(strcat(keys, key), " ");
    cr_expect_str_eq(keys, "q words items total ranked limit next facets did_you_mean meta ");
    expect_json(body, "q", "\"ACME\"");
    expect_json(body, "words", "[]");
    expect_json(body, "total", "5");                                     /* three chips, two rulings */
    expect_json(body, "ranked", "{\"candidates\":9,\"complete\":true}"); /* of every kind */
    expect_json(body, "limit", "1");
    cr_expect_eq(json_array_size(stored_at(body, "items")), 1);
    expect_json(body, "facets",
                "{\"kind\":[{\"value\":\"chip\",\"count\":3},{\"value\":\"event\",\"count\":3},"
                "{\"value\":\"ruling\",\"count\":2},{\"value\":\"dispute\",\"count\":1}]}");
    expect_json(body, "did_you_mean", "[]");
    expect_json(body, "meta",
                "{\"data_version\":1,\"date\":null,\"known_at\":1,\"verified_through\":\"2025-06-01\"}");
    json_decref(body);
}

struct word_row {
    const char *q;
    const char *words;
};

Test(get_search, words_tell_how_they_were_read)
{
    static const struct word_row rows[] = {
        {"filing", "[]"},
        {"filin", "[{\"word\":\"filin\",\"how\":\"prefix\",\"read_as\":[\"filing\"]}]"},
        {"flling", "[{\"word\":\"flling\",\"how\":\"near\",\"read_as\":[\"filing\"]}]"},
        {"fil-ing", "[{\"word\":\"fil ing\",\"how\":\"joined\",\"read_as\":[\"filing\"]}]"},
        {"d5", "[{\"word\":\"d5\",\"how\":\"split\",\"read_as\":[\"d 5\"]}]"},
        {"xqzzy", "[{\"word\":\"xqzzy\",\"how\":\"unknown\",\"read_as\":[]}]"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[100];
        snprintf(target, sizeof target, "/v1/search?q=%s", rows[i].q);
        json_t *body = stored_get(stored, target);
        expect_json(body, "words", rows[i].words);
        cr_expect_eq(json_integer_value(stored_at(body, "total")) == 0, i == 5, "%s", rows[i].q);
        json_decref(body);
    }
}

Test(get_search, nothing_found_is_an_answer_with_suggestions)
{
    json_t *body = stored_get(stored, "/v1/search?q=filing%20xqzzy");
    expect_json(body, "items", "[]");
    expect_json(body, "total", "0");
    expect_json(body, "next", "null");
    expect_json(body, "facets", "{\"kind\":[]}");
    expect_json(body, "did_you_mean", "[\"filing\"]");
    json_decref(body);
}

Test(get_search, pages_meet_everything_once)
{
    char ids[400] = "";
    char *target = strdup("/v1/search?q=it%20happened&limit=1");
    for (int pages = 0; target && pages < 9; pages++) {
        json_t *body = stored_get(stored, target);
        strcat(strcat(ids, stored_ids(stored_at(body, "items"))), ";");
        const char *next = stored_text(body, "next");
        free(target);
        target = next ? strdup(next) : NULL;
        if (next)
            cr_expect(strstr(next, "/v1/search?q=it%20happened&limit=1&known_at=1&cursor=") == next, "%s",
                      next);
        json_decref(body);
    }
    cr_expect_null(target);
    cr_expect_str_eq(ids, "2025-07-01-news;2025-03-01-filing;2024-12-01-rumor;", "%s", ids);
    free(target);
}

Test(get_search, an_address_is_pinned_where_the_search_was)
{
    static const char *const targets[] = {"/v1/search?q=uno", "/v1/search?q=uno&known_at=1",
                                          "/v1/search?q=uno&known_at=2026-01-01T00:00:01Z"};
    static const char *const urls[] = {"/v1/chips/acme-one", "/v1/chips/acme-one?known_at=1",
                                       "/v1/chips/acme-one?known_at=1"};
    for (size_t i = 0; i < 3; i++) {
        json_t *body = stored_get(stored, targets[i]);
        cr_expect_str_eq(stored_text(body, "items.0.url"), urls[i]);
        cr_expect_eq(stored->reply.cache, i == 1 ? CACHE_PINNED : CACHE_LATEST, "%s", targets[i]);
        json_decref(body);
    }
}

Test(get_search, a_pinned_answer_outlives_what_it_found)
{
    stored_ask(stored, "/v1/search?q=uno&known_at=1");
    char *before = strdup(stored->reply.out.text);
    stored_delete(stored, KIND_CHIP, "acme-one", NULL);
    const int64_t head =
        stored_put(stored, KIND_EVENT,
                   "{'id':'2026-01-02-uno','date':'2026-01-02','headline':'Uno','summary':'.'}", NULL);
    cr_assert(stored_follow(stored, head));
    json_t *body = stored_get(stored, "/v1/search?q=uno");
    cr_expect_str_eq(stored_ids(stored_at(body, "items")), "2026-01-02-uno");
    json_decref(body);
    stored_ask(stored, "/v1/search?q=uno&known_at=1");
    cr_expect_str_eq(stored->reply.out.text, before);
    free(before);
}

struct refusal {
    const char *target;
    const char *code;
    const char *detail; /* of the fault, or NULL */
    const char *suggestion;
};

Test(get_search, what_cannot_be_searched_for_is_refused_in_words)
{
    static const struct refusal rows[] = {
        {"/v1/search", "missing_parameter", "q is required.", NULL},
        {"/v1/search?q=", "invalid_parameter", "q must be a text of 1 to 200 characters.", NULL},
        {"/v1/search?q=%E2%80%94..", "invalid_parameter",
         "q has no word to look for: give letters or digits.", NULL},
        {"/v1/search?q=a%20b%20c%20d%20e%20f%20g%20h%20i%20j%20k%20l%20m%20n%20o%20p%20q",
         "invalid_parameter", "q has more than 16 words: give the few that matter.", NULL},
        {"/v1/search?q=one&limit=0", "invalid_parameter", "limit must be a whole number from 1 to 50.", NULL},
        {"/v1/search?q=one&limit=51", "invalid_parameter", "limit must be a whole number from 1 to 50.",
         NULL},
        {"/v1/search?q=one&kind=chips", "invalid_parameter",
         "kind must be chip, ruling, event, destination, group or dispute.", "chip"},
        {"/v1/search?q=one&query=x", "unknown_parameter", "GET /v1/search has no parameter 'query'.", NULL},
        {"/v1/search?q=one&format=csv", "unknown_parameter", "GET /v1/search has no parameter 'format'.",
         NULL},
        {"/v1/search?q=one&cursor=x", "invalid_cursor", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        json_t *body = stored_fail(stored, rows[i].target, 400, rows[i].code);
        if (rows[i].detail)
            cr_expect_str_eq(stored_text(body, "errors.0.detail"), rows[i].detail);
        if (rows[i].suggestion)
            cr_expect_str_eq(stored_text(body, "errors.0.suggestion"), rows[i].suggestion);
        json_decref(body);
    }
}

Test(get_search, a_cursor_belongs_to_its_search)
{
    json_t *body = stored_get(stored, "/v1/search?q=it%20happened&limit=1");
    static const char *const queries[] = {"it%20happened", "It%20happened", "it%20happened&kind=event"};
    for (size_t i = 0; i < 3; i++) {
        char target[600];
        snprintf(target, sizeof target, "/v1/search?q=%s%s", queries[i],
                 strstr(stored_text(body, "next"), "&cursor="));
        json_decref(i == 0 ? stored_get(stored, target) : stored_fail(stored, target, 400, "invalid_cursor"));
    }
    json_decref(body);
}

/* As the server hands it over: UTF-8 without control characters. */
Test(get_search, whatever_is_typed_is_answered_or_refused)
{
    static const char *const pieces[] = {"%22",       "*",      "%28",          "%29",          "^",
                                         ":",         "-",      "%7B",          "%7D",          "%20",
                                         "'",         ",",      "NEAR",         "AND",          "one",
                                         "a",         "9",      "%CC%81",       "%C3%9F",       "%C4%B0",
                                         "%E4%B8%AD", "%D8%B9", "%F0%9F%9A%A2", "%F4%8F%BF%BF", "%25",
                                         "%5C",       "filing"};
    unsigned state = 1;
    for (int i = 0; i < 300; i++) {
        char target[1000] = "/v1/search?q=";
        for (unsigned j = 0; j < 1 + (unsigned)i % 20; j++) {
            state = state * 1664525u + 1013904223u;
            strcat(target, pieces[(state >> 8) % (sizeof pieces / sizeof pieces[0])]);
        }
        const unsigned status = stored_ask(stored, target);
        cr_expect(status == 200 || status == 400, "%s: %u", target, status);
    }
}

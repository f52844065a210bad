/* Lists of every kind through api_handle: envelope, pages, projection, facets, and the three formats. */
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

TestSuite(lists, .init = open_stored, .fini = close_stored);

Test(lists, envelope_tells_total_limit_and_what_it_was_read_from)
{
    json_t *body = stored_get(stored, "/v1/chips?date=2025-03-01");
    cr_expect_eq(json_array_size(stored_at(body, "items")), 5);
    cr_expect_eq(json_integer_value(stored_at(body, "total")), 5);
    cr_expect_eq(json_integer_value(stored_at(body, "limit")), 50);
    cr_expect(json_is_null(stored_at(body, "next")));
    cr_expect_eq(json_object_size(stored_at(body, "facets")), 0);
    cr_expect_eq(json_integer_value(stored_at(body, "meta.data_version")), 1);
    cr_expect_eq(json_integer_value(stored_at(body, "meta.known_at")), 1);
    cr_expect_str_eq(stored_text(body, "meta.date"), "2025-03-01");
    cr_expect_str_eq(stored_text(body, "meta.verified_through"), "2025-06-01");
    json_decref(body);
}

struct kind_row {
    const char *target;
    int total;
};

Test(lists, each_kind_has_one)
{
    static const struct kind_row rows[] = {{"/v1/chips", 5},  {"/v1/rulings", 2},  {"/v1/events", 3},
                                           {"/v1/groups", 1}, {"/v1/disputes", 1}, {"/v1/destinations", 3}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        json_t *body = stored_get(stored, rows[i].target);
        cr_expect_eq(json_integer_value(stored_at(body, "total")), rows[i].total, "%s", rows[i].target);
        cr_expect_eq(json_array_size(stored_at(body, "items")), (size_t)rows[i].total, "%s", rows[i].target);
        json_decref(body);
    }
}

/* Follows `next` to its end; the ids seen, in order. */
static char *walk(const char *first, unsigned *pages)
{
    char *ids = calloc(1, 4096);
    char *target = strdup(first);
    for (*pages = 0; target && *pages < 50; ++*pages) {
        json_t *body = stored_get(stored, target);
        strcat(strcat(ids, stored_ids(stored_at(body, "items"))), ";");
        const char *next = stored_text(body, "next");
        char link[2048];
        snprintf(link, sizeof link, "<%s>; rel=\"next\"", next ? next : "");
        cr_expect(next ? strstr(stored->reply.link, link) != NULL : !strstr(stored->reply.link, "next"));
        free(target);
        target = next ? strdup(next) : NULL;
        json_decref(body);
    }
    free(target);
    return ids;
}

Test(lists, paging_until_null_meets_everything_exactly_once)
{
    unsigned pages;
    char *ids = walk("/v1/chips?limit=2&sort=-name", &pages);
    cr_expect_str_eq(ids, "acme-two,acme-one;acme-dark,best-small;best-big;");
    cr_expect_eq(pages, 3);
    free(ids);
    ids = walk("/v1/chips?limit=1", &pages);
    cr_expect_eq(pages, 5, "a page that is just full is not followed by an empty one");
    free(ids);
}

Test(lists, next_is_pinned_to_the_state_and_the_day)
{
    json_t *body = stored_get(stored, "/v1/rulings?limit=1");
    cr_expect(strstr(stored_text(body, "next"), "&date=2026-02-01&known_at=1&cursor="), "%s",
              stored_text(body, "next"));
    json_decref(body);
    body = stored_get(stored, "/v1/rulings?date=today&limit=1");
    cr_expect(strstr(stored_text(body, "next"), "&date=2026-02-01&known_at=1&cursor="), "%s",
              stored_text(body, "next"));
    cr_expect_null(strstr(stored_text(body, "next"), "today"),
                   "the next page may be asked for after midnight");
    json_decref(body);
}

/* A page asked for later shows what stood when the first was read. */
Test(lists, a_walk_is_not_disturbed_by_a_write)
{
    json_t *body = stored_get(stored, "/v1/chips?limit=3");
    char *next = strdup(stored_text(body, "next"));
    json_decref(body);
    const int64_t head = stored_delete(stored, KIND_CHIP, "best-small", NULL);
    cr_assert(stored_follow(stored, head));
    body = stored_get(stored, next);
    cr_expect_str_eq(stored_ids(stored_at(body, "items")), "best-big,best-small");
    json_decref(body);
    free(next);
}

Test(lists, fields_project_in_the_order_asked)
{
    json_t *body = stored_get(stored, "/v1/chips?fields=metrics.tpp,name,revision&sort=id&limit=1");
    char *item = json_dumps(stored_at(body, "items.0"), JSON_COMPACT);
    cr_expect_str_eq(item, "{\"metrics.tpp\":null,\"name\":\"Dark\",\"revision\":1}");
    free(item);
    json_decref(body);
}

Test(lists, facets_count_what_the_filters_let_through)
{
    json_t *body = stored_get(stored, "/v1/chips?facets=vendor,kind&vendor=ACME&limit=1");
    cr_expect_str_eq(stored_text(body, "facets.vendor.0.value"), "ACME");
    cr_expect_eq(json_integer_value(stored_at(body, "facets.vendor.0.count")), 3);
    cr_expect_eq(json_array_size(stored_at(body, "facets.kind")), 1);
    json_decref(body);
}

Test(lists, facets_of_nothing_are_there_and_empty)
{
    json_t *body = stored_get(stored, "/v1/chips?facets=vendor,kind&vendor=nobody");
    char *facets = json_dumps(stored_at(body, "facets"), JSON_COMPACT);
    cr_expect_str_eq(facets, "{\"vendor\":[],\"kind\":[]}");
    free(facets);
    json_decref(body);
}

Test(lists, ndjson_is_one_document_a_line)
{
    cr_assert_eq(stored_ask(stored, "/v1/chips?format=ndjson&fields=id&limit=2&pretty"), 200);
    cr_expect_str_eq(stored->reply.content_type, "application/x-ndjson");
    cr_expect_str_eq(stored->reply.out.text, "{\"id\":\"acme-dark\"}\n{\"id\":\"acme-one\"}\n");
    cr_expect(strstr(stored->reply.link, "rel=\"next\""));
}

Test(lists, csv_has_a_header_and_a_name_to_be_saved_under)
{
    cr_assert_eq(stored_ask(stored, "/v1/chips?format=csv&fields=id,aliases,metrics.tpp&vendor=ACME"), 200);
    cr_expect_str_eq(stored->reply.out.text,
                     "id,aliases,metrics.tpp\r\nacme-dark,\"\",\r\nacme-one,\"Uno;Solo & "
                     "Co\",1600\r\nacme-two,Common,160\r\n");
    cr_expect(stored->reply.download_csv);
    cr_expect_str_eq(stored->reply.link, "</v1/columns>; rel=\"describedby\", </v1>; rel=\"license\", "
                                         "</openapi.json>; rel=\"service-desc\"");
}

Test(lists, a_refused_csv_is_no_file_to_save)
{
    json_t *body = stored_fail(stored, "/v1/chips?format=csv&cursor=bm9uc2Vuc2U", 400, "invalid_cursor");
    cr_expect_not(stored->reply.download_csv);
    cr_expect_null(stored->reply.link);
    json_decref(body);
}

Test(lists, a_cursor_of_another_query_is_refused)
{
    json_t *body = stored_get(stored, "/v1/chips?limit=1&sort=name");
    char target[1024];
    snprintf(target, sizeof target, "/v1/chips?limit=1&sort=-name&known_at=1&%s",
             strstr(stored_text(body, "next"), "cursor="));
    json_decref(body);
    json_decref(stored_fail(stored, target, 400, "invalid_cursor"));
    json_decref(stored_fail(stored, "/v1/chips?q=%21%21", 400, "invalid_parameter"));
}

Test(lists, rulings_by_chip_destination_and_state_on_the_day)
{
    static const struct {
        const char *query;
        const char *ids;
    } rows[] = {{"status=in_force&date=2025-03-01", "us-acme-rule"},
                {"status=announced&date=2025-03-01", "us-acme-plan"},
                {"status=ended&date=2025-03-01", ""},
                {"status=in_force,announced&date=2025-03-01", "us-acme-plan,us-acme-rule"},
                {"status=ended,IN_FORCE&date=2025-03-01", "us-acme-rule"},
                {"status=scheduled&date=2024-12-31", "us-acme-rule"},
                {"destination=China&date=2025-03-01&standing=operative", "us-acme-rule"},
                {"destination=CN&date=2024-05-31&standing=operative", ""},
                {"destination=DE&date=2025-03-01", ""},
                {"chip=uno&date=2025-03-01&standing=operative", "us-acme-rule"},
                {"chip=acme-two&date=2025-03-01", ""},
                {"chip=acme-dark&date=2025-03-01&standing=operative", "us-acme-rule"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/rulings?%s", rows[i].query);
        json_t *body = stored_get(stored, target);
        cr_expect_str_eq(stored_ids(stored_at(body, "items")), rows[i].ids, "%s", rows[i].query);
        cr_expect_eq((size_t)json_integer_value(stored_at(body, "total")),
                     json_array_size(stored_at(body, "items")));
        json_decref(body);
    }
}

Test(lists, text_is_found_whatever_its_case)
{
    static const struct {
        const char *target;
        int total;
    } rows[] = {{"/v1/chips?vendor=acme", 3},       {"/v1/chips?vendor.ne=acme", 2},
                {"/v1/chips?kind=GPU", 5},          {"/v1/chips?aliases=COMMON", 2},
                {"/v1/rulings?jurisdiction=us", 2}, {"/v1/rulings?effect=License_Required", 2},
                {"/v1/events?countries=us", 3},     {"/v1/destinations?name=china", 1},
                {"/v1/destinations?code=cn", 1},    {"/v1/chips?id=Acme-One", 1},
                {"/v1/destinations?groups=d:5", 1}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        json_t *body = stored_get(stored, rows[i].target);
        cr_expect_eq(json_integer_value(stored_at(body, "total")), rows[i].total, "%s", rows[i].target);
        json_decref(body);
    }
}

Test(lists, places_by_a_group_that_they_belong_to_on_the_day)
{
    static const struct {
        const char *query;
        const char *ids;
    } rows[] = {{"group=D:5&date=2024-06-01", "CN"},
                {"group=d:5&date=2024-06-01", "CN"},
                {"group=D:5&date=2024-05-31", ""},
                {"group=D:5&name=germany&date=2025-01-01", ""},
                {"groups=D:5&date=2024-05-31", "CN"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/destinations?%s", rows[i].query);
        json_t *body = stored_get(stored, target);
        char ids[64] = "";
        size_t index;
        json_t *item;
        json_array_foreach(stored_at(body, "items"), index, item) strcat(ids, stored_text(item, "code"));
        cr_expect_str_eq(ids, rows[i].ids, "%s", rows[i].query);
        json_decref(body);
    }
    stored_put(stored, KIND_GROUP, "{'id':'E:1','title':'Nobody','cite':'x','notes':null}",
               "2026-02-01T00:00:00Z");
    cr_assert(stored_follow(stored, 2));
    json_t *body = stored_get(stored, "/v1/destinations?group=E:1");
    cr_expect_eq(json_integer_value(stored_at(body, "total")), 0, "a group without members is one");
    json_decref(body);
}

Test(lists, an_unknown_group_is_refused_with_the_near_ones)
{
    json_t *body = stored_fail(stored, "/v1/destinations?group=D:6", 400, "invalid_parameter");
    cr_expect_str_eq(stored_text(body, "errors.0.parameter"), "group");
    cr_expect_str_eq(stored_text(body, "errors.0.suggestion"), "D:5");
    json_decref(body);
}

Test(lists, events_by_any_name_of_a_chip)
{
    json_t *body = stored_get(stored, "/v1/events?chip=Uno&sort=date&date.gte=2025-01-01");
    cr_expect_str_eq(stored_ids(stored_at(body, "items")), "2025-03-01-filing,2025-07-01-news");
    json_decref(body);
    body = stored_get(stored, "/v1/events?chip=acme-two");
    cr_expect_eq(json_integer_value(stored_at(body, "total")), 0);
    json_decref(body);
    json_decref(stored_fail(stored, "/v1/events?chip=acme-tow", 404, "unknown_chip"));
}

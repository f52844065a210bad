/* The feed: what each change of each revision did to its document, as a list. */
#include "tests/db/fixture.h"

#include "db/sqlite.h"
#include "db/verify.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct column seq = {"seq", "seq", COLUMN_NUMBER, true, false};
static const struct column recorded_at = {"recorded_at", "recorded_at", COLUMN_DATE, true, false};
static const struct column actor = {"actor", "actor", COLUMN_TEXT, true, true};
static const struct column kind = {"kind", "kind", COLUMN_TEXT, true, true};
static const struct column of = {"id", "of", COLUMN_TEXT, true, false};
static const struct column op = {"op", "op", COLUMN_TEXT, true, true};
static const struct column changed = {"changed", NULL, COLUMN_TEXT, false, true};

/* Changes as "seq kind id op previous [changed]", a line each. */
struct told {
    char text[4096];
    size_t count;
};

static bool tell(const struct document *document, void *context)
{
    struct told *told = context;
    json_t *change = json_loadb(document->body.text, document->body.size, 0, NULL);
    cr_assert_not_null(change);
    const json_t *previous = json_object_get(change, "previous");
    char *names = json_dumps(json_object_get(change, "changed"), JSON_COMPACT);
    const size_t size = strlen(told->text);
    snprintf(told->text + size, sizeof told->text - size, "%lld %s %s %s %s%.0lld %s\n",
             json_integer_value(json_object_get(change, "seq")),
             json_string_value(json_object_get(change, "kind")),
             json_string_value(json_object_get(change, "id")),
             json_string_value(json_object_get(change, "op")), json_is_null(previous) ? "-" : "",
             json_integer_value(previous), names);
    told->count++;
    cr_assert_eq(document->revision, json_integer_value(json_object_get(change, "seq")));
    free(names);
    json_decref(change);
    return true;
}

static struct told tell_all(struct store *store, struct list_query query)
{
    struct told told = {.count = 0};
    struct list_result result;
    query.kind = KIND_CHANGE;
    query.limit = 100;
    cr_assert_eq(catalogue_list(store, &query, tell, NULL, &told, &result), LIST_DONE);
    cr_assert_eq(result.total, (int64_t)told.count);
    cr_assert_null(result.next);
    return told;
}

static json_t *made(const char *id, const char *name)
{
    return json_pack("{s:s,s:s}", "id", id, "name", name);
}

/* Two documents at once, given in the wrong order; then one replaced, deleted, brought back, replaced. */
static void fill(struct store *store)
{
    json_t *documents[] = {made("EU", "Union"), made("A:1", "First")};
    const struct change changes[] = {{CHANGE_PUT, KIND_GROUP, "EU", documents[0]},
                                     {CHANGE_PUT, KIND_GROUP, "A:1", documents[1]}};
    int64_t head;
    const struct change_set set = {.recorded_at = "2026-01-01T00:00:00Z",
                                   .actor = "ann",
                                   .note = "Two \"groups\".",
                                   .changes = changes,
                                   .count = 2};
    cr_assert_eq(record_change_set(store, -1, &set, &head), RECORD_DONE);
    json_decref(documents[0]);
    json_decref(documents[1]);
    fixture_put(store, KIND_GROUP, "{'id':'EU','name':'European Union','size':27,'more':[1,{'a':2}]}");
    fixture_put(store, KIND_GROUP, "{'id':'EU','name':'European Union','size':27.0,'more':[1,{'a':3}]}");
    fixture_put(store, KIND_DESTINATION, "{'code':'FR','name':'France'}");
    fixture_delete(store, KIND_GROUP, "EU");
    fixture_put(store, KIND_GROUP, "{'id':'EU','name':'European Union'}");
    fixture_put(store, KIND_GROUP, "{'id':'EU','title':'European Union'}");
}

static const char history[] = "1 group A:1 created - []\n"
                              "1 group EU created - []\n"
                              "2 group EU replaced 1 [\"more\",\"name\",\"size\"]\n"
                              "3 group EU replaced 2 [\"more\"]\n"
                              "4 destination FR created - []\n"
                              "5 group EU deleted 3 []\n"
                              "6 group EU created 5 []\n"
                              "7 group EU replaced 6 [\"name\",\"title\"]\n";

Test(feed, every_change_of_every_revision_is_told_in_order)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    cr_assert_str_eq(tell_all(store, (struct list_query){.at = 7}).text, history);
    struct verification verification;
    cr_assert(store_verify(store, &verification) && verification.sound, "%s", verification.fault);
    cr_assert(record_rebuild(store));
    cr_assert_str_eq(tell_all(store, (struct list_query){.at = 7}).text, history);
    store_close(store);
    fixture_end(&fixture);
}

static bool keep_body(const struct document *document, void *context)
{
    *(char **)context = strndup(document->body.text, document->body.size);
    return false;
}

Test(feed, a_change_tells_who_recorded_it_when_and_why_in_canonical_form)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    char *body = NULL;
    cr_assert(catalogue_each(store, KIND_CHANGE, 7, keep_body, &body));
    cr_assert_str_eq(body, "{\"actor\":\"ann\",\"changed\":[],\"id\":\"A:1\",\"kind\":\"group\",\"note\":"
                           "\"Two \\\"groups\\\".\",\"op\":\"created\",\"previous\":null,"
                           "\"recorded_at\":\"2026-01-01T00:00:00.000Z\",\"seq\":1}");
    free(body);
    store_close(store);
    fixture_end(&fixture);
}

/* The lines of `history` that the digits number, in their order. */
static const char *lines_of(const char *places)
{
    static char lines[sizeof history];
    *lines = '\0';
    for (; *places; places++) {
        const char *line = history;
        for (char i = '0'; i < *places; i++)
            line = strchr(line, '\n') + 1;
        strncat(lines, line, (size_t)(strchr(line, '\n') + 1 - line));
    }
    return lines;
}

Test(feed, filters_keep_what_they_say)
{
    static const struct {
        const struct column *column;
        enum filter_op op;
        const char *values[2];
        const char *wanted;
    } rows[] = {
        {&seq, FILTER_MORE, {"5"}, "67"},
        {&seq, FILTER_EQUAL, {"1"}, "01"},
        {&seq, FILTER_EQUAL, {"6", "1"}, "016"},
        {&seq, FILTER_EQUAL, {"5.5"}, ""},
        {&seq, FILTER_MORE, {"5.5"}, "67"},
        {&seq, FILTER_AT_LEAST, {"6"}, "67"},
        {&seq, FILTER_AT_LEAST, {"5.5"}, "67"},
        {&seq, FILTER_LESS, {"2"}, "01"},
        {&seq, FILTER_LESS, {"5.5"}, "012345"},
        {&seq, FILTER_AT_MOST, {"2"}, "012"},
        {&seq, FILTER_AT_MOST, {"5.5"}, "012345"},
        {&seq, FILTER_MORE, {"-3"}, "01234567"},
        {&seq, FILTER_AT_MOST, {"-3"}, ""},
        {&seq, FILTER_MORE, {"1e300"}, ""},
        {&seq, FILTER_LESS, {"1e300"}, "01234567"},
        {&recorded_at, FILTER_LESS, {"2026-01-02"}, "01"},
        {&recorded_at, FILTER_AT_LEAST, {"2026-01-01T00:00:00.001Z"}, "234567"},
        {&actor, FILTER_EQUAL, {"Ann"}, "01"},
        {&kind, FILTER_EQUAL, {"destination"}, "4"},
        {&kind, FILTER_EQUAL, {"group", "destination"}, "01234567"},
        {&of, FILTER_EQUAL, {"a:1", "FR"}, "04"}, /* whatever the case */
        {&op, FILTER_EQUAL, {"deleted"}, "5"},
        {&op, FILTER_NOT_EQUAL, {"created"}, "2357"},
        {&changed, FILTER_EQUAL, {"name"}, "27"},
        {&changed, FILTER_NULL, {"false"}, "237"},
    };
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct filter filter = {rows[i].column, rows[i].op, rows[i].values, rows[i].values[1] ? 2 : 1};
        const struct list_query query = {.at = 7, .filters = &filter, .filter_count = 1};
        cr_assert_str_eq(tell_all(store, query).text, lines_of(rows[i].wanted), "row %zu", i);
    }
    store_close(store);
    fixture_end(&fixture);
}

Test(feed, order_and_moment_are_those_of_every_list)
{
    static const struct {
        struct list_query query;
        const char *wanted;
    } rows[] = {
        {{.at = 7, .sort = {{NULL, true}}, .sort_count = 1}, "76543210"},
        {{.at = 7, .sort = {{&seq, true}}, .sort_count = 1}, "76543201"},
        {{.at = 7, .sort = {{&seq, false}}, .sort_count = 1}, "01234567"},
        {{.at = 7, .sort = {{&op, true}, {&of, false}}, .sort_count = 2}, "23750164"},
        {{.at = 1}, "01"},
        {{.at = 4}, "01234"},
        {{.at = 6, .sort = {{NULL, true}}, .sort_count = 1}, "6543210"},
        {{.at = 0}, ""},
    };
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        cr_assert_str_eq(tell_all(store, rows[i].query).text, lines_of(rows[i].wanted), "row %zu", i);
    store_close(store);
    fixture_end(&fixture);
}

static bool tell_facet(const struct column *column, const char *value, int64_t count, void *context)
{
    struct told *told = context;
    const size_t size = strlen(told->text);
    snprintf(told->text + size, sizeof told->text - size, "%s=%s:%lld ", column->name, value,
             (long long)count);
    return true;
}

static bool pass(const struct document *document, void *context)
{
    (void)document, (void)context;
    return true;
}

Test(feed, facets_count_it)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    struct told told = {.count = 0};
    struct list_result result;
    const struct list_query query = {
        .kind = KIND_CHANGE, .at = 7, .facets = {&op, &kind, &changed}, .facet_count = 3, .limit = 9};
    cr_assert_eq(catalogue_list(store, &query, pass, tell_facet, &told, &result), LIST_DONE);
    cr_assert_str_eq(told.text, "op=created:4 op=replaced:3 op=deleted:1 kind=group:7 kind=destination:1 "
                                "changed=more:2 changed=name:2 changed=size:1 changed=title:1 ");
    store_close(store);
    fixture_end(&fixture);
}

/* Both ways, through pages that end within the one great revision and after it. */
Test(feed, cursors_lead_through_all_of_it, .timeout = 60)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_fill(store);
    for (int i = 0; i < 30; i++) {
        char json[64];
        snprintf(json, sizeof json, "{'id':'A:1','name':'%d'}", i);
        fixture_put(store, KIND_GROUP, json);
    }
    struct fixture_ids whole[2] = {{.count = 0}, {.count = 0}};
    for (int descending = 0; descending < 2; descending++) {
        struct list_query query = {
            .kind = KIND_CHANGE, .at = 31, .sort = {{NULL, descending}}, .sort_count = 1, .limit = 37};
        struct list_result result = {0};
        size_t pages = 0;
        do {
            char *after = result.next;
            query.after = after;
            cr_assert_eq(catalogue_list(store, &query, fixture_collect, NULL, &whole[descending], &result),
                         LIST_DONE);
            cr_assert_eq(result.total, 846 + 30);
            free(after);
            pages++;
        } while (result.next);
        cr_assert_eq(whole[descending].count, 846 + 30);
        cr_assert_eq(pages, (846 + 30) / 37 + 1);
    }
    cr_assert_eq(strncmp(whole[0].text, "0000000000000000001-000000000,0000000000000000001-000000001,", 60),
                 0);
    cr_assert_eq(strncmp(whole[1].text, "0000000000000000031-000000000,0000000000000000030-000000000,", 60),
                 0);
    store_close(store);
    fixture_end(&fixture);
}

Test(feed, an_older_file_is_filled_from_its_log)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    store_close(store);
    fixture_make_older(&fixture, 2);
    store = fixture_open(&fixture, STORE_WRITE);
    cr_assert_str_eq(tell_all(store, (struct list_query){.at = 7}).text, history);
    store_close(store);
    fixture_end(&fixture);
}

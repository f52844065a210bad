/* Lists: filters, order, pages, facets and full text, at every data version. */
#include "tests/db/fixture.h"

#include "db/list.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct column vendor = {"vendor", "vendor", COLUMN_TEXT, true, true};
static const struct column id = {"id", "id", COLUMN_TEXT, true, false};
static const struct column name = {"name", "name", COLUMN_TEXT, true, false};
static const struct column released_on = {"released_on", "released_on", COLUMN_DATE, true, true};
static const struct column tdp = {"tdp_w", "tdp_w", COLUMN_NUMBER, true, true};
static const struct column bandwidth = {"memory.bandwidth_gb_s", "memory_bandwidth_gb_s", COLUMN_NUMBER, true,
                                        false};
static const struct column tpp = {"tpp", "tpp", COLUMN_NUMBER, true, false};
static const struct column is_default = {"default_variant", "default_variant", COLUMN_BOOLEAN, true, true};
static const struct column aliases = {"aliases", NULL, COLUMN_TEXT, false, true};

/* Four chips, told apart by one letter each. */
static void fill(struct store *store)
{
    fixture_put(store, KIND_CHIP,
                "{'id':'a','product':'a','default_variant':true,'name':'Alpha','vendor':'Acme','released_on':"
                "'2024-01','tdp_w':700,"
                "'package_count':1,'peak_tops':{'fp16':100},'memory':{'bandwidth_gb_s':3350.5},'aliases':['"
                "First','Common']}");
    fixture_put(
        store, KIND_CHIP,
        "{'id':'b','product':'b','default_variant':false,'name':'Beta','vendor':'Best \\'q\\' "
        "Co','released_on':'2023-05-01','tdp_w':null,"
        "'package_count':1,'peak_tops':{'fp16':200},'memory':{'bandwidth_gb_s':100},'aliases':['Common']}");
    fixture_put(store, KIND_CHIP,
                "{'id':'c','product':'c','default_variant':true,'name':'Gamma','vendor':'Acme','released_on':"
                "null,'tdp_w':350,"
                "'package_count':2,'peak_tops':{'fp16':200},'memory':{'bandwidth_gb_s':null},'aliases':[]}");
    fixture_put(store, KIND_CHIP,
                "{'id':'d','product':'d','default_variant':true,'name':'Delta','vendor':null,'released_on':'"
                "2024-01','tdp_w':700,"
                "'package_count':1,'peak_tops':{'fp16':null},'memory':{'bandwidth_gb_s':3350.5},'aliases':['"
                "Fourth']}");
}

static struct fixture_ids list(struct store *store, const struct list_query *query)
{
    struct fixture_ids ids = {0};
    struct list_result result;
    cr_assert_eq(catalogue_list(store, query, fixture_collect, NULL, &ids, &result), LIST_DONE);
    cr_assert_eq(result.total, (int64_t)ids.count, "total is what is listed");
    cr_assert_null(result.next);
    return ids;
}

struct filter_row {
    const struct column *column;
    enum filter_op op;
    const char *values[3];
    const char *wanted;
};

static const struct filter_row filter_rows[] = {
    {&vendor, FILTER_EQUAL, {"Acme"}, "a,c"},
    {&vendor, FILTER_EQUAL, {"Acme", "Best \"q\" Co"}, "a,b,c"},
    {&vendor, FILTER_EQUAL, {"acme"}, "a,c"}, /* whatever the case */
    {&vendor, FILTER_NOT_EQUAL, {"ACME"}, "b"},
    {&vendor, FILTER_MORE, {"ACME"}, "b"},
    {&id, FILTER_EQUAL, {"A", "d"}, "a,d"},
    {&aliases, FILTER_EQUAL, {"common"}, "a,b"},
    {&aliases, FILTER_NOT_EQUAL, {"COMMON"}, "c,d"},
    {&aliases, FILTER_MORE, {"first"}, "d"},
    {&vendor, FILTER_EQUAL, {"' OR 1=1 --"}, ""},
    {&vendor, FILTER_NOT_EQUAL, {"Acme"}, "b"}, /* null satisfies no comparison */
    {&vendor, FILTER_NOT_EQUAL, {"Acme", "Best \"q\" Co"}, ""},
    {&vendor, FILTER_NULL, {"true"}, "d"},
    {&vendor, FILTER_NULL, {"false"}, "a,b,c"},
    {&vendor, FILTER_MORE, {"Acme"}, "b"},
    {&tdp, FILTER_EQUAL, {"700"}, "a,d"},
    {&tdp, FILTER_EQUAL, {"7e2"}, "a,d"},
    {&tdp, FILTER_NOT_EQUAL, {"700"}, "c"},
    {&tdp, FILTER_MORE, {"350"}, "a,d"},
    {&tdp, FILTER_AT_LEAST, {"350"}, "a,c,d"},
    {&tdp, FILTER_LESS, {"700"}, "c"},
    {&tdp, FILTER_AT_MOST, {"700"}, "a,c,d"},
    {&tdp, FILTER_NULL, {"true"}, "b"},
    {&bandwidth, FILTER_EQUAL, {"3350.5"}, "a,d"},
    {&bandwidth, FILTER_LESS, {"1000"}, "b"},
    {&bandwidth, FILTER_MORE, {"1e9", "99"}, "a,b,d"}, /* any of them will do */
    {&tpp, FILTER_EQUAL, {"1600"}, "a,c"},
    {&tpp, FILTER_EQUAL, {"3200"}, "b"},
    {&tpp, FILTER_NULL, {"true"}, "d"},
    {&released_on, FILTER_AT_LEAST, {"2024"}, "a,d"},
    {&released_on, FILTER_LESS, {"2024-01-01"}, "a,b,d"}, /* a month begins before each of its days */
    {&is_default, FILTER_EQUAL, {"true"}, "a,c,d"},
    {&is_default, FILTER_NOT_EQUAL, {"true"}, "b"},
    {&aliases, FILTER_EQUAL, {"Common"}, "a,b"},
    {&aliases, FILTER_EQUAL, {"First", "Fourth"}, "a,d"},
    {&aliases, FILTER_NOT_EQUAL, {"Common"}, "c,d"}, /* no value is not that value */
    {&aliases, FILTER_NULL, {"true"}, "c"},
    {&aliases, FILTER_NULL, {"false"}, "a,b,d"},
    {&aliases, FILTER_MORE, {"E"}, "a,d"},
};

Test(catalogue, filters_keep_what_they_say)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    for (size_t i = 0; i < sizeof filter_rows / sizeof filter_rows[0]; i++) {
        const struct filter_row *row = &filter_rows[i];
        struct filter filter = {row->column, row->op, row->values, 0};
        while (filter.count < 3 && row->values[filter.count])
            filter.count++;
        const struct list_query query = {
            .kind = KIND_CHIP, .at = 4, .filters = &filter, .filter_count = 1, .limit = 100};
        cr_assert_str_eq(list(store, &query).text, row->wanted, "row %zu: %s", i, row->column->name);
        /* The same through the other path, at a version that is no longer the head. */
        if (i == 0)
            fixture_put(store, KIND_CHIP, "{'id':'zzz','product':'zzz','name':'Later','vendor':'Acme'}");
    }
    store_close(store);
    fixture_end(&fixture);
}

/* Five chips whose vendor and alias differ by case only, but for one. */
static void fill_cases(struct store *store)
{
    static const char *const words[] = {"acme", "Best", "ACME", "Acme", "aCME"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        char json[160];
        snprintf(json, sizeof json,
                 "{'id':'k%zu','product':'k%zu','name':'K','vendor':'%s','aliases':['%s','%s']}", i, i,
                 words[i], words[i], i == 2 ? "acme" : words[i]);
        fixture_put(store, KIND_CHIP, json);
    }
}

Test(catalogue, case_neither_sorts_nor_parts_what_it_spells)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill_cases(store);
    struct list_query query = {
        .kind = KIND_CHIP, .at = 5, .limit = 2, .sort = {{&vendor, false}, {NULL, false}}, .sort_count = 2};
    struct fixture_ids ids = {0};
    struct list_result result = {0};
    char *after = NULL;
    for (int pages = 0; pages == 0 || after; pages++) {
        query.after = after;
        cr_assert_eq(catalogue_list(store, &query, fixture_collect, NULL, &ids, &result), LIST_DONE);
        cr_assert_lt(pages, 3);
        free(after);
        after = result.next;
    }
    cr_assert_str_eq(ids.text, "k0,k2,k3,k4,k1");
    store_close(store);
    fixture_end(&fixture);
}

Test(catalogue, filters_and_lists_of_ids_hold_together)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    const char *const acme[] = {"Acme"}, *const heavy[] = {"500"};
    const struct filter filters[] = {{&vendor, FILTER_EQUAL, acme, 1}, {&tdp, FILTER_AT_LEAST, heavy, 1}};
    struct list_query query = {.kind = KIND_CHIP, .at = 4, .filters = filters, .filter_count = 2, .limit = 9};
    cr_assert_str_eq(list(store, &query).text, "a");
    query.filter_count = 1;
    query.within[0] = "[\"c\",\"d\",\"x\"]";
    query.within[1] = "[\"a\",\"c\"]";
    query.within_count = 2;
    cr_assert_str_eq(list(store, &query).text, "c");
    query.within[1] = "[]";
    cr_assert_str_eq(list(store, &query).text, "");
    store_close(store);
    fixture_end(&fixture);
}

struct sort_row {
    struct sort_key keys[3];
    size_t count;
    const char *wanted;
};

Test(catalogue, nulls_come_last_in_both_directions)
{
    static const struct sort_row rows[] = {
        {{{NULL, false}}, 1, "a,b,c,d"},
        {{{NULL, true}}, 1, "d,c,b,a"},
        {{{&released_on, false}}, 1, "b,a,d,c"},
        {{{&released_on, true}}, 1, "a,d,b,c"},
        {{{&released_on, true}, {NULL, true}}, 2, "d,a,b,c"},
        {{{&tdp, false}, {&released_on, false}}, 2, "c,a,d,b"},
        {{{&vendor, true}, {&tdp, false}}, 2, "b,c,a,d"},
        {{{&is_default, false}, {&name, true}}, 2, "b,c,d,a"},
        {{{&tpp, true}}, 1, "b,a,c,d"},
    };
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct list_query query = {.kind = KIND_CHIP, .at = 4, .sort_count = rows[i].count, .limit = 10};
        memcpy(query.sort, rows[i].keys, sizeof rows[i].keys);
        cr_assert_str_eq(list(store, &query).text, rows[i].wanted, "row %zu", i);
    }
    store_close(store);
    fixture_end(&fixture);
}

/* All pages of that size, one after the other. */
static struct fixture_ids page_through(struct store *store, struct list_query query, unsigned limit)
{
    struct fixture_ids ids = {0};
    struct list_result result = {0};
    char *next = NULL;
    query.limit = limit;
    do {
        query.after = next;
        const size_t before = ids.count;
        cr_assert_eq(catalogue_list(store, &query, fixture_collect, NULL, &ids, &result), LIST_DONE);
        cr_assert_leq(ids.count - before, limit);
        cr_assert(!result.next || ids.count - before == limit, "only the last page is short");
        free(next);
        next = result.next;
    } while (next);
    return ids;
}

Test(catalogue, pages_joined_are_the_list_whatever_the_order_and_size, .timeout = 60)
{
    static const struct column *const columns[] = {NULL,       &vendor, &released_on, &tdp,
                                                   &bandwidth, &tpp,    &is_default};
    static const unsigned sizes[] = {1, 7, 104, 207, 208};
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_fill(store);
    for (size_t i = 0; i < 2 * sizeof columns / sizeof columns[0]; i++) {
        struct list_query query = {.kind = KIND_CHIP,
                                   .at = 1,
                                   .sort = {{columns[i / 2], i % 2}},
                                   .sort_count = 1,
                                   .limit = 1000,
                                   .no_total = true};
        if (i % 3 == 0 && columns[i / 2])
            query.sort[query.sort_count++] = (struct sort_key){&name, i % 2 == 0};
        const struct fixture_ids whole = page_through(store, query, 1000);
        cr_assert_eq(whole.count, 208);
        for (size_t j = i % 4 ? 1 : 0; j < sizeof sizes / sizeof sizes[0]; j++)
            cr_assert_str_eq(page_through(store, query, sizes[j]).text, whole.text, "order %zu, pages of %u",
                             i, sizes[j]);
    }
    store_close(store);
    fixture_end(&fixture);
}

/* Chips of other vendors than Best, by falling power: a, c, b. */
static const char *const best[] = {"Best"};
static const struct filter not_best = {&vendor, FILTER_NOT_EQUAL, best, 1};

static struct list_query powerful_chips(void)
{
    return (struct list_query){.kind = KIND_CHIP,
                               .at = 4,
                               .filters = &not_best,
                               .filter_count = 1,
                               .sort = {{&tdp, true}},
                               .sort_count = 1,
                               .limit = 1};
}

/* The cursor of the first page; the test frees it. */
static char *first_cursor(struct store *store, const struct list_query *query, struct fixture_ids *ids)
{
    struct list_result first;
    cr_assert_eq(catalogue_list(store, query, fixture_collect, NULL, ids, &first), LIST_DONE);
    cr_assert_not_null(first.next);
    return first.next;
}

static enum list_outcome list_after(struct store *store, struct list_query query, const char *cursor)
{
    struct fixture_ids ids = {0};
    struct list_result result = {0};
    query.after = cursor;
    const enum list_outcome outcome = catalogue_list(store, &query, fixture_collect, NULL, &ids, &result);
    free(result.next);
    return outcome;
}

Test(catalogue, a_cursor_serves_its_own_query_only)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    const char *const acme[] = {"Acme"};
    const struct filter other = {&vendor, FILTER_NOT_EQUAL, acme, 1};
    struct fixture_ids ids = {0};
    struct list_query query = powerful_chips();
    char *cursor = first_cursor(store, &query, &ids);
    query.limit = 2; /* the size of a page may change */
    cr_assert_eq(list_after(store, query, cursor), LIST_DONE);
    struct list_query changed[8];
    for (size_t i = 0; i < 8; i++)
        changed[i] = query;
    changed[0].at = 3;
    changed[1].sort[0].descending = false;
    changed[2].sort[0].column = &released_on;
    changed[3].filters = &other;
    changed[4].filter_count = 0;
    changed[5].text = "alpha";
    changed[6].kind = KIND_EVENT;
    changed[7].within[0] = "[\"a\"]";
    changed[7].within_count = 1;
    for (size_t i = 0; i < 8; i++)
        cr_assert_eq(list_after(store, changed[i], cursor), LIST_BAD_CURSOR, "change %zu", i);
    free(cursor);
    store_close(store);
    fixture_end(&fixture);
}

Test(catalogue, a_cursor_goes_on_where_its_page_ended)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    struct fixture_ids ids = {0};
    struct list_query query = powerful_chips();
    char *cursor = first_cursor(store, &query, &ids);
    struct list_result rest;
    query.after = cursor;
    query.limit = 2;
    cr_assert_eq(catalogue_list(store, &query, fixture_collect, NULL, &ids, &rest), LIST_DONE);
    cr_assert_str_eq(ids.text, "a,c,b");
    free(rest.next);
    free(cursor);
    store_close(store);
    fixture_end(&fixture);
}

Test(catalogue, a_cursor_knows_the_ids_that_its_list_was_kept_to)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    struct fixture_ids ids = {0};
    struct list_query query = powerful_chips();
    query.within[0] = "[\"a\",\"c\"]";
    query.within_count = 1;
    char *cursor = first_cursor(store, &query, &ids);
    cr_assert_eq(list_after(store, query, cursor), LIST_DONE);
    query.within[0] = "[\"a\",\"d\"]"; /* as many, but others */
    cr_assert_eq(list_after(store, query, cursor), LIST_BAD_CURSOR);
    free(cursor);
    store_close(store);
    fixture_end(&fixture);
}

Test(catalogue, forged_cursors_are_refused)
{
    static const char *const forged[] = {"", "x", "AAAA", "W10", "!!!!", "bnVsbA"};
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    struct fixture_ids ids = {0};
    const struct list_query query = powerful_chips();
    for (size_t i = 0; i < sizeof forged / sizeof forged[0]; i++)
        cr_assert_eq(list_after(store, query, forged[i]), LIST_BAD_CURSOR, "%s", forged[i]);
    /* Any one character of a true one changed is refused or harmless, never a failure. */
    char *cursor = first_cursor(store, &query, &ids);
    for (size_t i = 0; cursor[i]; i++) {
        const char kept = cursor[i];
        cursor[i] = kept == 'A' ? 'B' : 'A';
        const enum list_outcome outcome = list_after(store, query, cursor);
        cr_assert(outcome == LIST_BAD_CURSOR || outcome == LIST_DONE, "at %zu", i);
        cursor[i] = kept;
    }
    free(cursor);
    store_close(store);
    fixture_end(&fixture);
}

struct counted {
    char text[4096];
};

static bool count_facet(const struct column *column, const char *value, int64_t count, void *context)
{
    struct counted *counted = context;
    const size_t size = strlen(counted->text);
    snprintf(counted->text + size, sizeof counted->text - size, "%s=%s:%lld ", column->name,
             value ? value : "(null)", (long long)count);
    return true;
}

static bool ignore_document(const struct document *document, void *context)
{
    (void)document, (void)context;
    return true;
}

Test(catalogue, facets_count_the_filtered_rows)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    const char *const light[] = {"1000"};
    const struct filter filter = {&tdp, FILTER_LESS, light, 1};
    struct list_query query = {.kind = KIND_CHIP,
                               .at = 4,
                               .limit = 1,
                               .facets = {&vendor, &tdp, &is_default, &aliases},
                               .facet_count = 4};
    struct list_result result;
    struct counted counted = {0};
    cr_assert_eq(catalogue_list(store, &query, ignore_document, count_facet, &counted, &result), LIST_DONE);
    free(result.next);
    cr_assert_str_eq(
        counted.text,
        "vendor=Acme:2 vendor=(null):1 vendor=Best \"q\" Co:1 tdp_w=700:2 tdp_w=(null):1 tdp_w=350:1 "
        "default_variant=true:3 default_variant=false:1 aliases=Common:2 aliases=First:1 aliases=Fourth:1 ");
    query.filters = &filter;
    query.filter_count = 1;
    query.facet_count = 1;
    counted.text[0] = '\0';
    cr_assert_eq(catalogue_list(store, &query, ignore_document, count_facet, &counted, &result), LIST_DONE);
    free(result.next);
    cr_assert_str_eq(counted.text, "vendor=Acme:2 vendor=(null):1 ");
    store_close(store);
    fixture_end(&fixture);
}

Test(catalogue, an_earlier_version_reads_as_it_did_then)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    struct fixture_ids then[8];
    struct counted facets[8];
    /* Each revision's lists are kept when it is the head, then compared when it is history. */
    for (int pass = 0; pass < 2; pass++) {
        for (int64_t at = 4; at < 8; at++) {
            struct list_query query = {
                .kind = KIND_CHIP, .at = at, .sort = {{&released_on, true}}, .sort_count = 1, .limit = 50};
            struct list_result result;
            struct fixture_ids ids = {0};
            struct counted counted = {0};
            cr_assert_eq(catalogue_list(store, &query, fixture_collect, NULL, &ids, &result), LIST_DONE);
            query.text = "alpha";
            query.sort_count = 0;
            cr_assert_eq(catalogue_list(store, &query, fixture_collect, NULL, &ids, &result), LIST_DONE);
            query = (struct list_query){
                .kind = KIND_CHIP, .at = at, .facets = {&vendor, &aliases}, .facet_count = 2};
            cr_assert_eq(catalogue_list(store, &query, ignore_document, count_facet, &counted, &result),
                         LIST_DONE);
            if (pass == 1) {
                cr_assert_str_eq(ids.text, then[at].text);
                cr_assert_str_eq(counted.text, facets[at].text);
                continue;
            }
            then[at] = ids;
            facets[at] = counted;
            if (at == 4)
                fixture_put(store, KIND_CHIP,
                            "{'id':'a','product':'a','name':'Renamed','vendor':'Other','released_on':'2020-"
                            "01','aliases':['New']}");
            else if (at == 5)
                fixture_delete(store, KIND_CHIP, "b");
            else if (at == 6)
                fixture_put(store, KIND_CHIP,
                            "{'id':'b','product':'b','name':'Alpha "
                            "too','vendor':'Acme','released_on':'2025-01','aliases':[]}");
        }
    }
    cr_assert_str_neq(then[4].text, then[5].text);
    cr_assert_str_neq(then[5].text, then[6].text);
    cr_assert_str_neq(then[6].text, then[7].text);
    store_close(store);
    fixture_end(&fixture);
}

static bool note_facet(const struct column *column, const char *value, int64_t count, void *context)
{
    char *text = context;
    (void)column;
    snprintf(text + strlen(text), 200 - strlen(text), "%s %d;", value ? value : "null", (int)count);
    return true;
}

static bool pass_over(const struct document *document, void *context)
{
    (void)document;
    (void)context;
    return true;
}

Test(catalogue, a_facet_counts_a_document_once_whatever_the_case)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill_cases(store);
    for (int64_t at = 5; at <= 6; at++) {
        char text[200] = "";
        const struct list_query query = {
            .kind = KIND_CHIP, .at = 5, .limit = 9, .facets = {&vendor, &aliases}, .facet_count = 2};
        struct list_result result;
        cr_assert_eq(catalogue_list(store, &query, pass_over, note_facet, text, &result), LIST_DONE);
        cr_assert_str_eq(text, "ACME 4;Best 1;ACME 4;Best 1;", "%s", text);
        /* The same through the other path, at a version that is no longer the head. */
        if (at == 5)
            fixture_put(store, KIND_CHIP, "{'id':'zzz','product':'zzz','name':'Later','vendor':'acme'}");
    }
    store_close(store);
    fixture_end(&fixture);
}

static const char *search(struct store *store, enum kind kind, const char *text, struct fixture_ids *ids)
{
    const struct list_query query = {.kind = kind, .at = 99, .text = text, .limit = 50};
    struct list_result result;
    *ids = (struct fixture_ids){0};
    const enum list_outcome outcome = catalogue_list(store, &query, fixture_collect, NULL, ids, &result);
    cr_assert_neq(outcome, LIST_FAILED, "%s", text);
    free(result.next);
    return outcome == LIST_BAD_TEXT ? NULL : ids->text;
}

Test(catalogue, full_text_ranks_names_then_titles_then_the_rest)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    struct fixture_ids ids;
    fixture_put(store, KIND_CHIP,
                "{'id':'acme-h20','product':'acme-h20','name':'H20','vendor':'Acme','released_on':'2020-01','"
                "aliases':[]}");
    fixture_put(store, KIND_CHIP,
                "{'id':'acme-h20-max','product':'acme-h20','name':'H20 "
                "Max','vendor':'Acme','released_on':'2024-01','aliases':[]}");
    fixture_put(store, KIND_CHIP,
                "{'id':'acme-x','product':'acme-x','name':'X','vendor':'Acme','released_on':'2025-01','notes'"
                ":'Faster than the H20','aliases':['Caf\u00e9 M\u00fcller']}");
    fixture_put(store, KIND_CHIP,
                "{'id':'acme-z','product':'acme-z','name':'Z','vendor':'Acme','released_on':'2025-06','notes'"
                ":'H200, not the other','aliases':['Z-1']}");
    cr_assert_str_eq(search(store, KIND_CHIP, "h20", &ids), "acme-h20,acme-h20-max,acme-x,acme-z");
    cr_assert_str_eq(search(store, KIND_CHIP, "acme h20", &ids), "acme-h20,acme-h20-max,acme-x,acme-z");
    cr_assert_str_eq(search(store, KIND_CHIP, "H20 ma", &ids), "acme-h20-max", "the last word is a prefix");
    cr_assert_str_eq(search(store, KIND_CHIP, "ma H20", &ids), "", "an earlier one is not");
    cr_assert_str_eq(search(store, KIND_CHIP, "faster h20", &ids), "acme-x");
    cr_assert_str_eq(search(store, KIND_CHIP, "cafe muller", &ids), "acme-x", "without accents");
    cr_assert_str_eq(search(store, KIND_CHIP, "z-1", &ids), "acme-z");
    cr_assert_str_eq(search(store, KIND_CHIP, "nothing", &ids), "");
    cr_assert_str_eq(search(store, KIND_EVENT, "h20", &ids), "", "kinds are apart");
    store_close(store);
    fixture_end(&fixture);
}

Test(catalogue, a_word_itself_ranks_before_one_that_begins_with_it)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    struct fixture_ids ids;
    static const char *const rows[] = {
        "{'id':'title-word','title':'The H20 letter','effective_from':'2020-01-01'}",
        "{'id':'title-longer','title':'The H200 rule','effective_from':'2025-01-01'}",
        "{'id':'body-word','title':'A','summary':'About H20.','effective_from':'2020-01-01'}",
        "{'id':'body-longer','title':'B','summary':'About H200.','effective_from':'2025-01-01'}",
        "{'id':'h20','title':'C','effective_from':'2019-01-01'}",
        "{'id':'title-longer-body-word','title':'H200','summary':'H20','effective_from':'2018-01-01'}"};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        fixture_put(store, KIND_RULING, rows[i]);
    cr_assert_str_eq(search(store, KIND_RULING, "h20", &ids),
                     "h20,title-word,title-longer,title-longer-body-word,body-word,body-longer");
    cr_assert_str_eq(search(store, KIND_RULING, "the h20", &ids), "title-word,title-longer");
    store_close(store);
    fixture_end(&fixture);
}

Test(catalogue, no_text_of_a_client_is_a_query_of_fts5)
{
    static const char *const texts[] = {
        "\"",
        "\"\"",
        "a\"b",
        "AND",
        "OR",
        "NOT",
        "NOT alpha",
        "alpha AND",
        "(",
        ")",
        "alpha)",
        "NEAR(a b)",
        "name:alpha",
        "{names} : a",
        "^alpha",
        "alpha*",
        "*",
        "-alpha",
        "+alpha",
        "a + b",
        "'",
        "';--",
        "\\",
        "\xE2\x80\x94",
        "\xF0\x9F\x9A\xA2",
        "alpha\x01",
        "%s%n",
        "a,b",
        "\t\n",
        "",
        " ",
        "....",
        "caf\xC3\xA9",
    };
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    struct fixture_ids ids;
    fill(store);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        search(store, KIND_CHIP, texts[i], &ids); /* asserts that it never fails */
    cr_assert_null(search(store, KIND_CHIP, "", &ids));
    cr_assert_null(search(store, KIND_CHIP, " .. \"\" ", &ids));
    char many[400] = "";
    for (int i = 0; i < 33; i++)
        strcat(many, "alpha ");
    cr_assert_null(search(store, KIND_CHIP, many, &ids), "too many words");
    many[strlen(many) - strlen("alpha ")] = '\0';
    cr_assert_str_eq(search(store, KIND_CHIP, many, &ids), "a");
    cr_assert_str_eq(search(store, KIND_CHIP, "alpha*", &ids), "a");
    store_close(store);
    fixture_end(&fixture);
}

Test(catalogue, a_full_text_search_pages_and_counts)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_fill(store);
    struct list_query query = {.kind = KIND_EVENT, .at = 1, .text = "nvidia", .limit = 200};
    struct fixture_ids ids = {0};
    struct list_result result;
    cr_assert_eq(catalogue_list(store, &query, fixture_collect, NULL, &ids, &result), LIST_DONE);
    cr_assert_gt(ids.count, 50);
    cr_assert_eq(result.total, (int64_t)ids.count);
    query.no_total = true;
    cr_assert_str_eq(page_through(store, query, 9).text, ids.text);
    store_close(store);
    fixture_end(&fixture);
}

/* What SQLite will do, as EXPLAIN QUERY PLAN says it. */
static void explain(struct store *store, sqlite3_stmt *statement, char *text, size_t size)
{
    sqlite3_stmt *explanation;
    char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sqlite3_sql(statement));
    cr_assert_eq(sqlite3_prepare_v2(store->db, sql, -1, &explanation, NULL), SQLITE_OK);
    size_t used = 0;
    while (sqlite3_step(explanation) == SQLITE_ROW) {
        const char *line = (const char *)sqlite3_column_text(explanation, 3);
        cr_assert_lt(used + strlen(line) + 1, size);
        memcpy(text + used, line, strlen(line) + 1);
        used += strlen(line);
    }
    sqlite3_finalize(explanation);
    sqlite3_free(sql);
}

static void plan(struct store *store, const struct list_query *query, const json_t *position, char *text,
                 size_t size)
{
    struct list_bound bound;
    bool short_of_memory;
    cr_assert(list_bind_begin(store, query, &bound, &short_of_memory));
    struct list_plan chosen;
    int64_t total;
    cr_assert(list_plan_make(store, query, &bound, &chosen, &total));
    sqlite3_stmt *page = list_page(store, query, &chosen, &bound, position);
    explain(store, page, text, size);
    sqlite_end(page);
    list_bind_done(&bound);
}

Test(catalogue, current_pages_read_an_index_in_order)
{
    static const struct column date = {"date", "date", COLUMN_DATE, true, false},
                               effective = {"effective_from", "effective_from", COLUMN_DATE, true, false};
    static const struct {
        enum kind kind;
        struct sort_key key;
        const char *index;
    } rows[] = {
        {KIND_CHIP, {&released_on, true}, "chip_current_by_released_on"},
        {KIND_CHIP, {&tpp, true}, "chip_current_by_tpp"},
        {KIND_EVENT, {&date, true}, "event_current_by_date"},
        {KIND_RULING, {&effective, true}, "ruling_current_by_effective_from"},
        {KIND_CHIP, {NULL, false}, "chip_current"},
        {KIND_DISPUTE, {NULL, false}, "dispute_current"},
    };
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_fill(store);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[2000];
        const struct list_query query = {
            .kind = rows[i].kind, .at = 1, .sort = {rows[i].key}, .sort_count = 1, .limit = 50};
        plan(store, &query, NULL, text, sizeof text);
        cr_assert_not_null(strstr(text, rows[i].index), "%s", text);
        cr_assert_null(strstr(text, "TEMP B-TREE"), "%s", text);
    }
    store_close(store);
    fixture_end(&fixture);
}

/* Who follows the feed reads what is new, not what is old. */
Test(catalogue, changes_after_a_revision_are_found_at_once)
{
    static const struct column seq = {"seq", "seq", COLUMN_NUMBER, true, false};
    static const enum filter_op bounded[] = {FILTER_EQUAL, FILTER_MORE, FILTER_AT_LEAST, FILTER_LESS,
                                             FILTER_AT_MOST};
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_fill(store);
    for (size_t i = 0; i < sizeof bounded / sizeof bounded[0]; i++) {
        char text[2000];
        const char *const values[] = {"1"};
        const struct filter filter = {&seq, bounded[i], values, 1};
        const struct list_query query = {
            .kind = KIND_CHANGE, .at = 1, .filters = &filter, .filter_count = 1, .limit = 50};
        plan(store, &query, NULL, text, sizeof text);
        cr_expect_not_null(strstr(text, "SEARCH row USING INDEX change_in_order (id"), "%s", text);
        cr_expect_null(strstr(text, "TEMP B-TREE"), "%s", text);
    }
    store_close(store);
    fixture_end(&fixture);
}

Test(catalogue, a_filter_by_text_reads_an_index_whatever_the_case)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    static const struct column product = {"product", "product", COLUMN_TEXT, true, true};
    static const struct {
        const struct column *column;
        const char *index;
    } rows[] = {{&product, "SEARCH row USING INDEX chip_current_by_product (product=?)"},
                {&aliases, "SEARCH tag USING PRIMARY KEY (kind=? AND field=? AND value=?)"}};
    fill(store);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[2000];
        const char *const values[] = {"A"};
        const struct filter filter = {rows[i].column, FILTER_EQUAL, values, 1};
        const struct list_query query = {.kind = KIND_CHIP,
                                         .at = 4,
                                         .filters = &filter,
                                         .filter_count = 1,
                                         .sort = {{&released_on, true}, {NULL, false}},
                                         .sort_count = 2,
                                         .limit = 50};
        plan(store, &query, NULL, text, sizeof text);
        cr_expect_not_null(strstr(text, rows[i].index), "%s", text);
    }
    store_close(store);
    fixture_end(&fixture);
}

Test(catalogue, many_different_lists_share_the_kept_statements)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    /* More shapes of query than are kept: the least recently used go, none is mixed up. */
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < sizeof filter_rows / sizeof filter_rows[0]; i++) {
            const struct filter_row *row = &filter_rows[i];
            struct filter filter = {row->column, row->op, row->values, 0};
            while (filter.count < 3 && row->values[filter.count])
                filter.count++;
            const struct list_query query = {
                .kind = KIND_CHIP, .at = 4, .filters = &filter, .filter_count = 1, .limit = 100};
            cr_assert_str_eq(list(store, &query).text, row->wanted, "row %zu", i);
        }
    }
    store_close(store);
    fixture_end(&fixture);
}

Test(catalogue, near_ids_are_suggested_best_first)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_fill(store);
    struct fixture_ids ids = {0};
    cr_assert(catalogue_suggest(store, KIND_CHIP, 1, "nvidia-h2O", 3, fixture_collect, &ids));
    cr_assert_eq(ids.count, 3);
    cr_assert_eq(strncmp(ids.text, "nvidia-h20,", 11), 0, "%s", ids.text);
    ids = (struct fixture_ids){0};
    cr_assert(catalogue_suggest(store, KIND_CHIP, 1, "completely-different-thing", 3, fixture_collect, &ids));
    cr_assert_eq(ids.count, 0, "%s", ids.text);
    cr_assert(catalogue_suggest(store, KIND_CHIP, 1, "nvidia-h20", 0, fixture_collect, &ids));
    cr_assert_eq(ids.count, 0);
    store_close(store);
    fixture_end(&fixture);
}

struct naming_row {
    enum kind kind;
    const char *field;
    const char *id;
    int64_t at;
    unsigned limit;
    const char *wanted;
};

Test(catalogue, what_names_an_id_is_found_in_order)
{
    static const struct naming_row rows[] = {
        {KIND_EVENT, "rulings", "x", 4, 9, "later,sooner"},
        {KIND_EVENT, "rulings", "X", 4, 9, "later,sooner"},
        {KIND_EVENT, "rulings", "x", 1, 9, "sooner"},
        {KIND_EVENT, "rulings", "x", 4, 1, "later"},
        {KIND_EVENT, "rulings", "x", 5, 9, "later"},
        {KIND_EVENT, "chips", "x", 5, 9, ""},
        {KIND_RULING, "amends", "x", 5, 9, "a,b"},
        {KIND_RULING, "amends", "x", 3, 9, "b"},
        {KIND_RULING, "amends", "sooner", 5, 9, ""},
    };
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_put(store, KIND_EVENT, "{'id':'sooner','date':'2025-02-01','rulings':['x','y']}");
    fixture_put(store, KIND_EVENT, "{'id':'later','date':'2025-01-01','rulings':['x']}");
    fixture_put(store, KIND_RULING, "{'id':'b','amends':['x'],'supersedes':['y']}");
    fixture_put(store, KIND_RULING, "{'id':'a','amends':['x']}");
    fixture_put(store, KIND_EVENT, "{'id':'sooner','date':'2025-02-01','rulings':['y']}");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fixture_ids ids = {0};
        const struct naming_query query = {rows[i].kind, rows[i].field, rows[i].id, rows[i].at,
                                           rows[i].limit};
        cr_assert(catalogue_naming(store, &query, fixture_collect, &ids));
        cr_expect_str_eq(ids.text, rows[i].wanted, "row %zu", i);
    }
    store_close(store);
    fixture_end(&fixture);
}

Test(catalogue, what_names_an_id_is_found_by_its_tag)
{
    static const enum sql rows[] = {SQL_EVENTS_NAMING, SQL_RULINGS_NAMING};
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[2000];
        explain(store, sqlite_statement(store, rows[i]), text, sizeof text);
        cr_expect_not_null(strstr(text, "SEARCH tag USING PRIMARY KEY (kind=? AND field=? AND value=?)"
                                        "SEARCH row USING INTEGER PRIMARY KEY (rowid=?)"),
                           "%s", text);
    }
    store_close(store);
    fixture_end(&fixture);
}

Test(catalogue, events_of_chips_lie_in_the_span)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_put(store, KIND_EVENT, "{'id':'one','date':'2025-01-01','chips':['x','y']}");
    fixture_put(store, KIND_EVENT, "{'id':'two','date':'2025-02-01','chips':['y']}");
    fixture_put(store, KIND_EVENT, "{'id':'three','date':'2025-03-01','chips':['z']}");
    static const struct {
        const char *chips;
        int from, until;
        const char *wanted;
    } rows[] = {
        {"[\"y\"]", 0, 0, "one,two"},           {"[\"x\",\"z\"]", 0, 0, "one,three"},
        {"[\"y\"]", 20250101, 20250201, "one"}, {"[\"y\"]", 20250102, 0, "two"},
        {"[\"y\"]", 0, 20250101, ""},           {"[]", 0, 0, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fixture_ids ids = {0};
        cr_assert(
            catalogue_events_of(store, 3, rows[i].chips, rows[i].from, rows[i].until, fixture_collect, &ids));
        cr_assert_str_eq(ids.text, rows[i].wanted, "row %zu", i);
    }
    store_close(store);
    fixture_end(&fixture);
}

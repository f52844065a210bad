/* A stored document that was damaged is refused before it is compiled, and what is not refused compiles. */
#include "tests/db/fixture.h"

#include "db/documents.h"
#include "db/form.h"
#include "db/load.h"

#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define CHIP                                                                                                 \
    "{'id':'a','product':'a','name':'A','aliases':['b'],'default_variant':true,'peak_tops':{'fp8':9},"       \
    "'die_area_mm2':8,'package_count':1,'memory':{'bandwidth_gb_s':7},'interconnect':{'bandwidth_gb_s':6},"  \
    "'memory_bandwidth_density':null,'process_node_nm':5,'vendor':'v','kind':'gpu','segment':'data_center'}"
#define PLACE                                                                                                \
    "{'code':'CN','name':'China','alpha3':'CHN','numeric':'156','aliases':['PRC'],"                          \
    "'groups':[{'group':'D','from':'2020-01-01','until':null}],"                                             \
    "'treated_as':[{'code':'HK','from':'2020-01-01','until':'2021-01-01'}]}"
#define RULING                                                                                               \
    "{'id':'r','jurisdiction':'US','title':'R','standing':'operative','effective_from':'2022-01-01',"        \
    "'effective_until':null,'announced_on':'2021','verified_through':'2026-01-01','provisions':["            \
    "{'id':'r#1','effect':'license_required','text':'t','cite':null,'effective_from':null,"                  \
    "'effective_until':null,'eccns':['3A090.a'],'chips':['a'],'predicate':{'all':[{'field':'tpp','op':'>='," \
    "'value':1},{'any':[{'field':'vendor','op':'in','value':['v']}]}]},'destinations':{'include':['*'],"     \
    "'exclude':['EU'],'headquartered_in':['CN']},'export_from':null,'policy':null,'priority':3,"             \
    "'import_status':null,'exception':null,'no_exceptions':false,"                                           \
    "'conditions':[{'type':'quota','text':'c','value':2}],'targets':['r']}]}"

static const struct {
    enum kind kind;
    const char *text;
} whole[] = {{KIND_CHIP, CHIP}, {KIND_DESTINATION, PLACE}, {KIND_RULING, RULING}};
#define WHOLE_COUNT (sizeof whole / sizeof whole[0])

static json_t *read_json(const char *quoted)
{
    char *text = strdup(quoted);
    for (char *at = text; *at; at++)
        *at = *at == '\'' ? '"' : *at;
    json_t *json = json_loads(text, JSON_DECODE_ANY, NULL);
    cr_assert_not_null(json, "%s", quoted);
    free(text);
    return json;
}

/* Counts the documents that hold and those that do not; what holds is compiled. */
struct trying {
    enum kind kind;
    const json_t *document;
    size_t good;
    size_t damaged;
};

static void try(struct trying *trying)
{
    if (!form_holds(trying->kind, trying->document)) {
        trying->damaged++;
        return;
    }
    trying->good++;
    struct rules_builder *builder = rules_builder_open(1);
    cr_assert(documents_add(builder, trying->kind, trying->document));
    struct rules *rules = rules_compile(builder);
    rules_builder_close(builder);
    cr_assert_not_null(rules);
    rules_release(rules);
}

static void damage_each(struct trying *trying, json_t *container);

/* The value gone, and in its place one of each type. */
static void damage_value(struct trying *trying, json_t *container, const char *key, size_t index)
{
    static const char *const others[] = {"null",   "7",          "1e300",       "'x'",           "''",
                                         "true",   "[]",         "[1]",         "[{}]",          "['x']",
                                         "[[[]]]", "{}",         "{'x':[]}",    "9999999999999", "-1",
                                         "[null]", "{'all':[]}", "'2020-02-31'"};
    json_t *held = json_incref(key ? json_object_get(container, key) : json_array_get(container, index));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (key)
            json_object_set_new(container, key, read_json(others[i]));
        else
            json_array_set_new(container, index, read_json(others[i]));
        try(trying);
    }
    if (key) {
        json_object_del(container, key);
        try(trying);
        json_object_set(container, key, held);
    } else {
        json_array_set(container, index, held);
    }
    damage_each(trying, held);
    json_decref(held);
}

static void damage_each(struct trying *trying, json_t *container)
{
    for (size_t i = 0; i < json_array_size(container); i++)
        damage_value(trying, container, NULL, i);
    /* The keys change while they are walked: from a copy. */
    json_t *keys = json_is_object(container) ? json_copy(container) : NULL;
    const char *key;
    json_t *value;
    json_object_foreach(keys, key, value) damage_value(trying, container, key, 0);
    json_decref(keys);
}

Test(form, a_document_damaged_anywhere_is_refused_or_compiles)
{
    for (size_t i = 0; i < WHOLE_COUNT; i++) {
        json_t *document = read_json(whole[i].text);
        struct trying trying = {.kind = whole[i].kind, .document = document};
        cr_assert(form_holds(whole[i].kind, document), "%s", whole[i].text);
        damage_each(&trying, document);
        cr_expect_gt(trying.good, 20);
        cr_expect_gt(trying.damaged, 100);
        json_decref(document);
    }
}

Test(form, what_the_compiler_needs_is_there)
{
    static const struct {
        enum kind kind;
        const char *lacking; /* "": no object at all */
    } rows[] = {
        {KIND_CHIP, "id"},          {KIND_CHIP, "product"},
        {KIND_CHIP, "name"},        {KIND_DESTINATION, "code"},
        {KIND_DESTINATION, "name"}, {KIND_RULING, "id"},
        {KIND_RULING, "standing"},  {KIND_RULING, "provisions"},
        {KIND_RULING, "title"},     {KIND_RULING, "jurisdiction"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t at = 0;
        while (whole[at].kind != rows[i].kind)
            at++;
        json_t *document = read_json(whole[at].text);
        json_object_del(document, rows[i].lacking);
        cr_expect_not(form_holds(rows[i].kind, document), "%s", rows[i].lacking);
        json_decref(document);
    }
    cr_expect_not(form_holds(KIND_CHIP, NULL));
    cr_expect_not(form_holds(KIND_EVENT, NULL));
}

/* Of the body of one row, in a store that is closed. */
static void damage_row(const struct fixture *fixture, const char *from, const char *to)
{
    sqlite3 *db;
    char sql[200];
    snprintf(sql, sizeof sql, "UPDATE chip SET body = replace(body, '%s', '%s')", from, to);
    cr_assert_eq(sqlite3_open(fixture->path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

Test(form, a_store_with_a_damaged_document_is_not_compiled)
{
    static const struct {
        const char *from;
        const char *to;
        bool compiles;
    } rows[] = {
        {"\"id\"", "\"id\"", true}, {"\"id\"", "\"ie\"", false},
        {"\"a\"", "7", false},      {"\"id\":\"a\"", "\"id\":\"b\"", false},
        {"[\"b\"]", "[8]", false},  {"\"v\"", "\"w\"", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct fixture fixture = fixture_begin();
        struct store *store = fixture_open(&fixture, STORE_WRITE);
        fixture_put(store, KIND_CHIP, CHIP);
        store_close(store);
        damage_row(&fixture, rows[i].from, rows[i].to);
        store = fixture_open(&fixture, STORE_READ);
        struct rules *rules = rules_load(store, 1);
        cr_expect_eq(rules != NULL, rows[i].compiles, "%s for %s", rows[i].to, rows[i].from);
        rules_release(rules);
        store_close(store);
        fixture_end(&fixture);
    }
}

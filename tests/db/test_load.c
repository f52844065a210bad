/* Rules compiled from the store, as they are recorded and as they might have been. */
#include "tests/db/fixture.h"

#include "db/load.h"
#include "rules/build.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define PROVISION(id, targets)                                                                               \
    "{'id':'" id "','effect':'prohibit','text':'t','targets':" targets ",'destinations':{'include':['*']}}"
#define RULING(id, provisions)                                                                               \
    "{'id':'" id "','title':'" id "','jurisdiction':'US','standing':'operative','verified_through':"         \
    "'2026-01-01','provisions':[" provisions "]}"

static struct fixture fixture;
static struct store *store;

static void open_store(void)
{
    fixture = fixture_begin();
    store = fixture_open(&fixture, STORE_WRITE);
    fixture_put(store, KIND_RULING, RULING("us-a", PROVISION("us-a#1", "[]") "," PROVISION("us-a#2", "[]")));
    fixture_put(store, KIND_RULING, RULING("us-b", PROVISION("us-b#1", "['us-a']")));
    fixture_put(store, KIND_RULING, RULING("us-c", PROVISION("us-c#1", "[]")));
}

static void close_store(void)
{
    store_close(store);
    fixture_end(&fixture);
}

TestSuite(load, .init = open_store, .fini = close_store);

/* The ids of all provisions, joined by commas. */
static void expect_provisions(const struct rules *rules, const char *expected, const char *why)
{
    char ids[256] = "";
    cr_assert_not_null(rules, "%s", why);
    for (size_t i = 0; i < rules->provision_count; i++)
        strcat(strcat(ids, i ? "," : ""), rules->provisions[i]->id);
    cr_expect_str_eq(ids, expected, "%s", why);
}

static json_t *read_json(const char *quoted)
{
    char *text = strdup(quoted);
    for (char *at = text; *at; at++)
        *at = *at == '\'' ? '"' : *at;
    json_t *json = json_loads(text, 0, NULL);
    cr_assert_not_null(json, "%s", quoted);
    free(text);
    return json;
}

Test(load, what_is_recorded_is_compiled_as_it_stood)
{
    static const char *const versions[] = {"us-a#1,us-a#2", "us-a#1,us-a#2,us-b#1",
                                           "us-a#1,us-a#2,us-b#1,us-c#1"};
    for (int64_t at = 1; at <= 3; at++) {
        struct rules *rules = rules_load(store, at);
        expect_provisions(rules, versions[at - 1], "a version");
        cr_expect_eq(rules->data_version, at);
        rules_release(rules);
    }
}

Test(load, assumptions_take_away_and_lay_over)
{
    static const struct {
        const char *without;
        const char *with;
        const char *provisions;
    } rows[] = {
        {"[]", "[]", "us-a#1,us-a#2,us-b#1,us-c#1"},
        {"['us-a']", "[]", "us-b#1,us-c#1"},
        {"['us-a#2','us-c']", "[]", "us-a#1,us-b#1"},
        {"['us-c#1']", "[]", "us-a#1,us-a#2,us-b#1"},
        {"['us-a','us-b','us-c']", "[]", ""},
        {"['us-none','us-a#9']", "[]", "us-a#1,us-a#2,us-b#1,us-c#1"},
        {"[]", "[" RULING("us-d", PROVISION("us-d#1", "[]")) "]", "us-a#1,us-a#2,us-b#1,us-c#1,us-d#1"},
        {"[]", "[" RULING("us-a", PROVISION("us-a#7", "[]")) "]", "us-a#7,us-b#1,us-c#1"},
        {"['us-a','us-b#1']", "[" RULING("us-a", PROVISION("us-a#7", "[]")) "," RULING("us-e", "") "]",
         "us-a#7,us-c#1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        json_t *without = read_json(rows[i].without), *with = read_json(rows[i].with);
        const struct assumption assumption = {without, with};
        struct rules *rules = rules_load_assuming(store, 3, &assumption);
        expect_provisions(rules, rows[i].provisions, rows[i].without);
        rules_release(rules);
        json_decref(without);
        json_decref(with);
    }
}

Test(load, an_assumption_leaves_the_store_as_it_is)
{
    json_t *without = read_json("['us-a']"), *with = read_json("[" RULING("us-b", "") "]");
    const struct assumption assumption = {without, with};
    rules_release(rules_load_assuming(store, 3, &assumption));
    struct rules *rules = rules_load(store, 3);
    expect_provisions(rules, "us-a#1,us-a#2,us-b#1,us-c#1", "afterwards");
    cr_expect_eq(store_head(store), 3);
    rules_release(rules);
    json_decref(without);
    json_decref(with);
}

Test(load, an_assumption_is_laid_over_the_version_that_is_asked_for)
{
    json_t *without = read_json("['us-a#1']");
    const struct assumption assumption = {without, NULL};
    struct rules *rules = rules_load_assuming(store, 1, &assumption);
    expect_provisions(rules, "us-a#2", "the first version");
    cr_expect_eq(rules->data_version, 1);
    rules_release(rules);
    json_decref(without);
}

/* What is recorded next, a put or (NULL) a deletion, and whether the law is still the same. */
Test(load, the_law_is_compiled_again_only_when_it_changed)
{
    static const struct {
        enum kind kind;
        const char *id;
        const char *json;
        bool same;
    } rows[] = {
        {KIND_EVENT, "e", "{'id':'e','date':'2025-01-01','headline':'E'}", true},
        {KIND_EVENT, "e", NULL, true},
        {KIND_DISPUTE, "d", "{'id':'d','about':'a'}", true},
        {KIND_GROUP, "EU", "{'id':'EU','name':'Union'}", true},
        {KIND_DATASET, "set", "{'id':'set','title':'Set'}", true},
        {KIND_DESTINATION, "CN", "{'code':'CN','name':'China'}", false},
        {KIND_CHIP, "c", "{'id':'c','product':'c','name':'C'}", false},
        {KIND_CHIP, "c", NULL, false},
        {KIND_RULING, "us-b", RULING("us-b", ""), false},
        {KIND_RULING, "us-c", NULL, false},
        {KIND_EVENT, "e", "{'id':'e','date':'2025-01-02','headline':'E'}", true},
    };
    struct rules *first = rules_load(store, 3), *held = rules_load(store, 3);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const int64_t head = rows[i].json ? fixture_put(store, rows[i].kind, rows[i].json)
                                          : fixture_delete(store, rows[i].kind, rows[i].id);
        struct rules *rules = rules_load_beside(store, head, held);
        cr_assert_not_null(rules);
        cr_expect_eq(rules->data_version, head);
        cr_expect_eq(rules->compiled == held->compiled, rows[i].same, "row %zu", i);
        struct rules *across = rules_load_beside(store, head, first);
        cr_expect_eq(across->compiled == first->compiled, i < 5, "row %zu, with all before it", i);
        rules_release(across);
        rules_release(held);
        held = rules;
    }
    expect_provisions(held, "us-a#1,us-a#2", "all of it");
    struct rules *before = rules_load_beside(store, 3, held);
    expect_provisions(before, "us-a#1,us-a#2,us-b#1,us-c#1", "an older one");
    rules_release(before);
    rules_release(held);
    rules_release(first);
}

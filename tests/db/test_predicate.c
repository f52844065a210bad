/* Written predicates: what is refused, where, and what a good one becomes. */

#include "db/documents.h"
#include "db/predicate.h"

#include <criterion/criterion.h>
#include <limits.h>
#include <string.h>

struct row {
    const char *json;
    const char *pointer; /* of the first fault; NULL: none */
};

static void expect_checked(const struct row *row)
{
    json_t *predicate = json_loads(row->json, JSON_DECODE_ANY, NULL);
    cr_assert_not_null(predicate, "%s", row->json);
    struct faults faults = {.count = 0};
    predicate_check(predicate, "/p", &faults);
    cr_expect_eq(faults.total > 0, row->pointer != NULL, "%s has %zu faults", row->json, faults.total);
    if (row->pointer && faults.count > 0)
        cr_expect_str_eq(faults.items[0].pointer, row->pointer, "%s", row->json);
    faults_done(&faults);
    json_decref(predicate);
}

Test(predicate_check, says_where_a_predicate_makes_no_sense)
{
    static const struct row rows[] = {
        {"{\"field\":\"tpp\",\"op\":\">=\",\"value\":4800}", NULL},
        {"{\"all\":[{\"any\":[{\"field\":\"data_center\",\"op\":\"==\",\"value\":true}]}]}", NULL},
        {"{\"field\":\"end_use\",\"op\":\"in\",\"value\":[\"a\",\"b\"]}", NULL},
        {"null", "/p"},
        {"{}", "/p"},
        {"{\"all\":[],\"any\":[]}", "/p"},
        {"{\"all\":[]}", "/p/all"},
        {"{\"any\":{}}", "/p/any"},
        {"{\"all\":[7]}", "/p/all/0"},
        {"{\"field\":\"tpp\",\"op\":\">=\"}", "/p"},
        {"{\"field\":\"tpp\",\"op\":\">=\",\"value\":4800,\"note\":1}", "/p"},
        {"{\"field\":\"tpp\",\"op\":\"=>\",\"value\":4800}", "/p/op"},
        {"{\"field\":\"TPP\",\"op\":\">=\",\"value\":4800}", "/p/field"},
        {"{\"field\":\"tpp\",\"op\":\">=\",\"value\":\"4800\"}", "/p/value"},
        {"{\"field\":\"tpp\",\"op\":\">=\",\"value\":null}", "/p/value"},
        {"{\"field\":\"data_center\",\"op\":\"==\",\"value\":1}", "/p/value"},
        {"{\"field\":\"vendor\",\"op\":\"<\",\"value\":\"NVIDIA\"}", "/p/value"},
        {"{\"field\":\"end_use\",\"op\":\"<\",\"value\":true}", "/p/value"},
        {"{\"field\":\"end_use\",\"op\":\"==\",\"value\":[\"a\"]}", "/p/value"},
        {"{\"field\":\"end_use\",\"op\":\"in\",\"value\":\"a\"}", "/p/value"},
        {"{\"field\":\"end_use\",\"op\":\"in\",\"value\":[]}", "/p/value"},
        {"{\"field\":\"end_use\",\"op\":\"in\",\"value\":[\"a\",1]}", "/p/value/1"},
        {"{\"any\":[{\"field\":\"tpp\",\"op\":\"<\",\"value\":1},{\"field\":\"tpp\",\"op\":\"<\",\"value\":"
         "false}]}",
         "/p/any/1/value"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        expect_checked(&rows[i]);
}

static size_t faults_of(json_t *predicate)
{
    struct faults faults = {.count = 0};
    predicate_check(predicate, "", &faults);
    const size_t total = faults.total;
    faults_done(&faults);
    json_decref(predicate);
    return total;
}

static json_t *comparison(void)
{
    return json_pack("{s:s, s:s, s:i}", "field", "tpp", "op", ">=", "value", 1);
}

Test(predicate_check, depth_and_size_have_limits)
{
    json_t *deep = comparison(), *wide = json_array();
    for (unsigned i = 1; i < PREDICATE_DEPTH_MAX; i++)
        deep = json_pack("{s:[o]}", "all", deep);
    cr_expect_eq(faults_of(json_incref(deep)), 0);
    cr_expect_eq(faults_of(json_pack("{s:[o]}", "all", deep)), 1);
    for (unsigned i = 0; i < PREDICATE_COMPARISONS_MAX; i++)
        (void)json_array_append_new(wide, comparison());
    cr_expect_eq(faults_of(json_pack("{s:O}", "any", wide)), 0);
    (void)json_array_append_new(wide, comparison());
    cr_expect_eq(faults_of(json_pack("{s:o}", "any", wide)), 1);
}

Test(predicate_load, becomes_the_tree_that_decisions_read)
{
    struct rules_builder *builder = rules_builder_open(1);
    json_t *json = json_loads("{\"any\":[{\"field\":\"tpp\",\"op\":\"<\",\"value\":4800},"
                              "{\"all\":[{\"field\":\"end_use\",\"op\":\"in\",\"value\":[\"a\",\"b\"]}]}]}",
                              0, NULL);
    struct predicate *loaded = predicate_load(builder, json);
    cr_assert(loaded && loaded->kind == PREDICATE_ANY && loaded->child_count == 2);
    cr_expect(loaded->children[0].field == ITEM_TPP && loaded->children[0].comparison == COMPARE_LESS);
    cr_expect_eq(loaded->children[0].values[0].type, VALUE_NUMBER);
    const struct predicate *list = &loaded->children[1].children[0];
    cr_assert_eq(list->value_count, 2);
    cr_expect_str_eq(list->values[1].text, "b");
    cr_expect_eq(list->field, rules_field(builder, "end_use", VALUE_TEXT));
    predicate_free(loaded);
    predicate_free(NULL);
    json_decref(json);
    rules_builder_close(builder);
}

static struct rules *compile(enum kind kind, const char *text)
{
    struct rules_builder *builder = rules_builder_open(1);
    json_t *document = json_loads(text, 0, NULL);
    cr_assert(document && documents_add(builder, kind, document));
    json_decref(document);
    struct rules *rules = rules_compile(builder);
    rules_builder_close(builder);
    cr_assert_not_null(rules);
    return rules;
}

Test(documents, a_place_carries_groups_and_what_it_is_treated_as)
{
    struct rules *rules =
        compile(KIND_DESTINATION,
                "{\"code\":\"HK\",\"name\":\"Hong Kong\",\"alpha3\":\"HKG\",\"aliases\":[\"HKSAR\"],"
                "\"groups\":[{\"group\":\"D:5\",\"from\":\"2020-12-23\",\"until\":null}],"
                "\"treated_as\":[{\"code\":\"CN\",\"from\":null,\"until\":\"2030-01-01\"}]}");
    const struct place *place = rules_find_place(rules, "HK");
    cr_assert(place && place->membership_count == 2);
    cr_expect_str_eq(place->memberships[0].token, "group:D:5");
    cr_expect_eq(place->memberships[0].held.from.ymd, 20201223);
    cr_expect_str_eq(place->memberships[1].token, "CN");
    cr_expect_eq(place->memberships[1].held.until.ymd, 20300101);
    rules_release(rules);
}

Test(documents, a_ruling_keeps_partly_known_days_and_open_ends)
{
    struct rules *rules = compile(
        KIND_RULING,
        "{\"id\":\"r\",\"jurisdiction\":\"US\",\"title\":\"R\",\"standing\":\"announced\","
        "\"announced_on\":\"2024-02\",\"effective_from\":null,\"effective_until\":null,"
        "\"verified_through\":\"2026-10-10\",\"provisions\":[{\"id\":\"r#1\",\"effect\":\"prohibit\","
        "\"chips\":null,\"destinations\":{\"include\":[\"*\"],\"exclude\":[],\"headquartered_in\":[]},"
        "\"priority\":7,\"conditions\":[{\"type\":\"kyc\",\"text\":\"t\",\"value\":null}]}]}");
    const struct ruling *ruling = rules_find_ruling(rules, "r");
    cr_assert(ruling && ruling->provision_count == 1);
    cr_expect_eq(ruling->announced.ymd, 20240201);
    cr_expect_eq(ruling->in_force.from.ymd, 0);
    cr_expect_eq(ruling->standing, STANDING_ANNOUNCED);
    const struct provision *provision = &ruling->provisions[0];
    cr_expect(provision->effect == EFFECT_PROHIBIT && provision->any_chip && provision->priority == 7);
    cr_expect(provision->include.count == 1 && provision->condition_count == 1);
    rules_release(rules);
}

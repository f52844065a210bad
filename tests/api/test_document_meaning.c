/* What no schema can say: each row is a change set and the faults that it must have, or none. */
#include "api/document.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHANGES_MAX 32

/* JSON with ' for ": [["put","chip",{…}],["delete","chip","id"],…] */
struct parsed {
    json_t *root;
    struct change changes[CHANGES_MAX];
    size_t count;
};

static struct parsed parse(const char *text)
{
    struct parsed parsed = {0};
    json_error_t error;
    char *copy = strdup(text);
    for (char *at = copy; *at; at++)
        *at = *at == '\'' ? '"' : *at;
    parsed.root = json_loads(copy, 0, &error);
    cr_assert_not_null(parsed.root, "%s: %s", error.text, copy);
    free(copy);
    for (size_t i = 0; i < json_array_size(parsed.root); i++) {
        const json_t *item = json_array_get(parsed.root, i);
        struct change *change = &parsed.changes[parsed.count++];
        const json_t *what = json_array_get(item, 2);
        cr_assert(kind_parse(json_string_value(json_array_get(item, 1)), &change->kind));
        change->op = json_is_string(what) ? CHANGE_DELETE : CHANGE_PUT;
        change->document = json_is_string(what) ? NULL : what;
        change->id = json_string_value(
            json_is_string(what) ? what : json_object_get(what, kinds[change->kind].id_key));
        if (!change->id)
            change->id = "";
    }
    return parsed;
}

static const char base[] =
    "[['put','group',{'id':'EU','name':'EU'}],['put','group',{'id':'D:5','name':'D:5'}],"
    "['put','destination',{'code':'FR','alpha3':'FRA','name':'France','aliases':[],'groups':[{'group':'EU','"
    "from':null,'until':null}],'treated_as':[]}],"
    "['put','destination',{'code':'CN','alpha3':'CHN','name':'China','aliases':['PRC'],'groups':[{'group':'D:"
    "5'}],'treated_as':[]}],"
    "['put','destination',{'code':'HK','alpha3':'HKG','name':'Hong "
    "Kong','aliases':[],'parent':'CN','groups':[],'treated_as':[{'code':'CN'}]}],"
    "['put','chip',{'id':'acme-a1','product':'acme-a','default_variant':true,'vendor':'Acme','name':'A "
    "One','aliases':['Ay']}],"
    "['put','chip',{'id':'acme-a2','product':'acme-a','default_variant':false,'vendor':'Acme','name':'A "
    "Two','aliases':[]}],"
    "['put','chip',{'id':'acme-b','product':'acme-b','default_variant':true,'vendor':'Acme','name':'B','"
    "aliases':[]}],"
    "['put','ruling',{'id':'us-r','effective_from':'2024-01-01','effective_until':null,'amends':[],'"
    "supersedes':[],'suspends':[],'verified_through':'2026-01-01',"
    "'provisions':[{'id':'us-r#1','effect':'license_required','chips':['acme-a'],'targets':[],"
    "'destinations':{'include':['CN','group:EU'],'exclude':['group:D:5'],'headquartered_in':['*']}},"
    "{'id':'us-r#2','effect':'guidance','chips':null,'targets':[],'destinations':{'include':['*']}}]}],"
    "['put','ruling',{'id':'us-s','suspends':['us-r'],'provisions':[{'id':'us-s#1','effect':'suspend','"
    "targets':['us-r#2'],'destinations':{'include':['*']}}]}],"
    "['put','event',{'id':'e1','date':'2024-02-01','chips':['acme-b'],'rulings':['us-s'],'countries':['FR','"
    "EU']}],"
    "['put','dispute',{'id':'d1','about':'anything','positions':[{'event_ids':['e1']}]}]]";

static struct store *open_base(void)
{
    struct store *store;
    char reason[STORE_REASON_SIZE];
    int64_t head;
    cr_assert(store_open(":memory:", STORE_WRITE, &store, reason), "%s", reason);
    struct parsed parsed = parse(base);
    struct faults faults = {0};
    cr_assert(document_check_meaning(store, parsed.changes, parsed.count, NULL, &faults));
    cr_assert_eq(faults.total, 0, "%s: %s", faults.items[0].pointer, faults.items[0].detail);
    cr_assert_eq(record_change_set(
                     store, 0, &(struct change_set){.changes = parsed.changes, .count = parsed.count}, &head),
                 RECORD_DONE);
    /* A second version in which a provision is gone: its number may not come back. */
    struct parsed later = parse(
        "[['put','ruling',{'id':'us-r','effective_from':'2024-01-01','effective_until':null,'amends':[],'"
        "supersedes':[],'suspends':[],"
        "'provisions':[{'id':'us-r#1','effect':'license_required','chips':['acme-a'],'targets':[],"
        "'destinations':{'include':['CN','group:EU'],'exclude':['group:D:5'],'headquartered_in':['*']}},"
        "{'id':'us-r#2','effect':'guidance','chips':null,'targets':[],'destinations':{'include':['*']}},"
        "{'id':'us-r#3','effect':'guidance','destinations':{'include':['*']}}]}]]");
    cr_assert_eq(record_change_set(
                     store, 1, &(struct change_set){.changes = later.changes, .count = later.count}, &head),
                 RECORD_DONE);
    cr_assert_eq(
        record_change_set(store, 2, &(struct change_set){.changes = &parsed.changes[8], .count = 1}, &head),
        RECORD_DONE);
    cr_assert_eq(head, 3);
    json_decref(parsed.root);
    json_decref(later.root);
    return store;
}

struct row {
    const char *changes;
    const char *faults[4]; /* "pointer: words of the sentence", in order; none: the change set is sound */
};

#define VARIANT(ID, PRODUCT, REST)                                                                           \
    "['put','chip',{'id':'" ID "','product':'" PRODUCT "','vendor':'Acme'," REST "}]"
#define CHIP(ID, PRODUCT, REST) VARIANT(ID, PRODUCT, "'default_variant':true," REST)
#define RULING(ID, REST) "['put','ruling',{'id':'" ID "'," REST "}]"
#define PROVISION(ID, REST) "'provisions':[{'id':'" ID "','destinations':{'include':['*']}," REST "}]"

static const struct row rows[] = {
    /* ids */
    {"[" CHIP("acme-c", "acme-c", "'name':'C','aliases':[]") "]", {0}},
    {"[" CHIP("Acme_C", "acme-c", "'name':'C','aliases':[]") "]", {"/0/id: is not an id"}},
    {"[" CHIP("acme--c", "acme-c", "'name':'C','aliases':[]") "]", {"/0/id: is not an id"}},
    {"[" CHIP("-acme", "acme-c", "'name':'C','aliases':[]") "]", {"/0/id: is not an id"}},
    {"[" CHIP(
         "a234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567",
         "acme-c", "'name':'C'") "]",
     {"/0/id: is not an id"}},
    {"[['put','destination',{'code':'qq','name':'x'}]]", {"/0/code: two capital letters"}},
    {"[['put','destination',{'code':'QQQ','name':'x'}]]", {"/0/code: two capital letters"}},
    {"[['put','group',{'id':'d:5','name':'x'}]]", {"/0/id: is not a country group"}},
    {"[['put','group',{'id':'A:6','name':'x'}],['put','group',{'id':'AIA','name':'x'}]]", {0}},
    {"[" CHIP("acme-c", "acme-c", "'name':'C'") "," VARIANT("acme-c", "acme-c", "'name':'C'") "]",
     {"/1: named twice"}},
    {"[" CHIP("acme-c", "acme-c", "'name':'C'") ",['delete','chip','acme-c']]", {"/1: named twice"}},
    /* names */
    {"[" CHIP("acme-c", "acme-c", "'name':'A One'") "]", {"/0/name: already names acme-a1"}},
    {"[" CHIP("acme-c", "acme-c", "'name':'C','aliases':['x','acme AY']") "]",
     {"/0/aliases/1: already names acme-a1"}},
    {"[" CHIP("acme-c", "acme-c", "'name':'C','aliases':['b']") "]", {"/0/aliases/0: already names acme-b"}},
    {"[" CHIP("acme-c", "acme-c", "'name':'C','aliases':['acme_a2']") "]",
     {"/0/aliases/0: already names acme-a2"}},
    {"[" VARIANT("acme-a3", "acme-a", "'name':'A-One','aliases':['Ay']") "]",
     {0}}, /* within its own product */
    {"[" CHIP("acme-c", "acme-c", "'name':'C','aliases':['See']") "," CHIP(
         "acme-d", "acme-d", "'name':'D','aliases':['acme see']") "]",
     {"/1/aliases/0: already names acme-c"}},
    {"[" CHIP("acme-c", "acme-c", "'name':'C','aliases':['B']") ",['delete','event','e1'],['delete','dispute'"
                                                                ",'d1'],['delete','chip','acme-b']]",
     {0}},
    {"[" CHIP("acme-c", "acme-c", "'name':'C','aliases':['France']") "]",
     {0}}, /* chips and places are asked for apart */
    {"[['put','destination',{'code':'DE','alpha3':'DEU','name':'Germany','aliases':['prc']}]]",
     {"/0/aliases/0: already names CN"}},
    {"[['put','destination',{'code':'DE','alpha3':'FRA','name':'Germany'}]]",
     {"/0/alpha3: already names FR"}},
    /* one default variant */
    {"[" VARIANT("acme-a3", "acme-a", "'name':'A Three','default_variant':true") "]",
     {"/0/default_variant: acme-a1 is the default variant"}},
    {"[" VARIANT("acme-a3", "acme-a", "'name':'A Three','default_variant':true") "," VARIANT(
         "acme-a1", "acme-a", "'name':'A One','default_variant':false") "]",
     {0}},
    {"[" VARIANT("acme-c1", "acme-c", "'name':'C One','default_variant':true") "," VARIANT(
         "acme-c2", "acme-c", "'name':'C Two','default_variant':true") "]",
     {"/1/default_variant: acme-c1 is the default variant"}},
    {"[" VARIANT("acme-c1", "acme-c", "'name':'C One','default_variant':false") "]",
     {"/0/default_variant: The product acme-c would have no default variant"}},
    {"[['delete','chip','acme-a1']]", {"/0: The product acme-a would have no default variant"}},
    {"[['delete','chip','acme-a1']," VARIANT("acme-a2", "acme-a",
                                             "'name':'A Two','default_variant':true") "]",
     {0}},
    {"[" VARIANT("acme-a1", "acme-b", "'name':'A One','default_variant':false") "]",
     {"/0: The product acme-a would have no default variant"}},
    /* rulings among each other, and whose they are */
    {"[" RULING("us-s",
                "'suspends':['us-r']," PROVISION("us-s#1", "'effect':'suspend','targets':['us-r#1']")) "]",
     {0}},
    {"[" RULING("us-s", "'suspends':[]," PROVISION("us-s#1", "'effect':'suspend','targets':['us-r#1']")) "]",
     {"/0/provisions/0/targets: suspends us-r, which"}},
    {"[" RULING("us-s", "'suspends':['us-r']," PROVISION("us-s#1", "'effect':'guidance'")) "]",
     {"/0/suspends/0: no provision with the effect suspend"}},
    {"[" RULING("us-s",
                "'suspends':['us-s']," PROVISION("us-s#1", "'effect':'suspend','targets':['us-s']")) "]",
     {"/0/provisions/0/targets: a ruling cannot suspend itself",
      "/0/suspends: a ruling does not name itself"}},
    {"[" RULING("us-s", "'amends':['us-s']," PROVISION("us-s#1", "'effect':'guidance'")) "]",
     {"/0/amends: a ruling does not name itself"}},
    {"[" RULING("us-s", "'jurisdiction':'XX'," PROVISION("us-s#1", "'effect':'guidance'")) "]",
     {"/0/jurisdiction: is no destination and no group"}},
    {"[" RULING("us-s",
                PROVISION("us-s#1", "'effect':'guidance','predicate':{'all':[{'field':'tppp','op':'>','"
                                    "value':1}]}")) "]",
     {"/0/provisions/0/predicate/all/0/field: did you mean 'tpp'?"}},
    {"[" RULING("us-s",
                PROVISION("us-s#1", "'effect':'guidance','predicate':{'field':'shipper_is_somebody','op':"
                                    "'==','value':true}")) "]",
     {0}},
    /* references */
    {"[['put','event',{'id':'e2','date':'2024-02-01','chips':['acme-a','acme-a1','none'],'rulings':['us-r','"
     "us-r#1'],'countries':['XX','EU']}]]",
     {"/0/chips/2: 'none' is not known", "/0/rulings/1: 'us-r#1' is not known",
      "/0/countries/0: 'XX' is not known"}},
    {"[['put','event',{'id':'e2','date':'2024-02-01','chips':['acme-new']}]," CHIP("acme-new-1", "acme-new",
                                                                                   "'name':'N'") "]",
     {0}}, /* in any order */
    {"[" RULING("us-t", PROVISION("us-t#1", "'effect':'guidance','chips':['nope'],'export_from':['US']")) "]",
     {"/0/provisions/0/chips/0: id or product", "/0/provisions/0/export_from/0: 'US' is not known"}},
    {"[" RULING("us-t", "'amends':['us-r'],'supersedes':['us-x'],'suspends':['us-r#2']") "]",
     {"/0/supersedes/0: the id of a ruling"}},
    {"[" RULING("us-t", "'provisions':[{'id':'us-t#1','effect':'guidance','destinations':{'include':['*','"
                        "group:EU','group:A:9','ZZ']}}]") "]",
     {"/0/provisions/0/destinations/include/2: 'group:A:9' is not known",
      "/0/provisions/0/destinations/include/3: 'ZZ' is not known"}},
    {"[['put','destination',{'code':'DE','name':'Germany','parent':'XX','groups':[{'group':'Q'}],'treated_as'"
     ":[{'code':'YY'}]}]]",
     {"/0/parent: 'XX'", "/0/treated_as/0/code: 'YY'", "/0/groups/0/group: 'Q'"}},
    {"[['put','dispute',{'id':'d2','about':'x','positions':[{'event_ids':['e1','e9']}]}]]",
     {"/0/positions/0/event_ids/1: the id of an event"}},
    {"[['put','dataset',{'id':'navicert','doubts':[{'about':{'chips':['q'],'rulings':['us-r'],'destinations':"
     "['group:EU','QQ']}}]}]]",
     {"/0/doubts/0/about/chips/0: 'q'", "/0/doubts/0/about/destinations/1: 'QQ'"}},
    /* rulings */
    {"[" RULING("us-t", "'effective_from':'2024-02-01','effective_until':'2024-02-01'") "]",
     {"/0/effective_until: no day lies in this interval"}},
    {"[" RULING("us-t", "'effective_from':'2024-02-30'") "]",
     {"/0/effective_from: not a day of the calendar"}},
    {"[" RULING("us-t", "'verified_through':'2024-13-01'") "]",
     {"/0/verified_through: not a day of the calendar"}},
    {"[" RULING("us-t", "'effective_until':'2024-02-01'," PROVISION(
                            "us-t#1", "'effect':'guidance','effective_from':'2024-02-01'")) "]",
     {"/0/provisions/0: lies outside that of its ruling"}},
    {"[" RULING(
         "us-t",
         PROVISION("us-t#1",
                   "'effect':'guidance','effective_from':'2024-02-02','effective_until':'2024-02-01'")) "]",
     {"/0/provisions/0/effective_until: no day lies"}},
    {"[" RULING("us-t", PROVISION("us-r#1", "'effect':'guidance'")) "]",
     {"/0/provisions/0/id: is not the id of a provision of this ruling"}},
    {"[" RULING("us-t", PROVISION("us-t#0", "'effect':'guidance'")) "]",
     {"/0/provisions/0/id: is not the id"}},
    {"[" RULING("us-t", PROVISION("us-t#01", "'effect':'guidance'")) "]",
     {"/0/provisions/0/id: is not the id"}},
    {"[" RULING("us-t", PROVISION("us-t#1x", "'effect':'guidance'")) "]",
     {"/0/provisions/0/id: is not the id"}},
    {"[" RULING("us-t",
                "'provisions':[{'id':'us-t#1','effect':'guidance'},{'id':'us-t#1','effect':'guidance'}]") "]",
     {"/0/provisions/1/id: of two provisions"}},
    {"[" RULING("us-s", PROVISION("us-s#2", "'effect':'suspend','targets':['us-r']")) "]", {0}},
    {"[" RULING("us-r", "'provisions':[{'id':'us-r#1','effect':'guidance'},{'id':'us-r#2','effect':'guidance'"
                        "},{'id':'us-r#3','effect':'guidance'}]") "]",
     {"/0/provisions/2/id: never used again"}},
    {"[" RULING("us-t", PROVISION("us-t#1", "'effect':'suspend','targets':[]")) "]",
     {"/0/provisions/0/targets: at least one"}},
    {"[" RULING("us-t", PROVISION("us-t#1", "'effect':'guidance','targets':['us-r']")) "]",
     {"/0/provisions/0/targets: only a suspend"}},
    {"[" RULING("us-t", PROVISION("us-t#1", "'effect':'suspend','targets':['us-r#9','us-x']")) "]",
     {"/0/provisions/0/targets/0: ruling or of a provision",
      "/0/provisions/0/targets/1: ruling or of a provision"}},
    {"[" RULING("us-t", PROVISION("us-t#1", "'effect':'import_restriction','import_status':null")) "]",
     {"/0/provisions/0/import_status: how strict"}},
    {"[" RULING("us-t", PROVISION("us-t#1", "'effect':'guidance','import_status':'inspection'")) "]",
     {"/0/provisions/0/import_status: only an import_restriction"}},
    {"[" RULING(
         "us-t",
         PROVISION("us-t#1",
                   "'effect':'guidance','predicate':{'all':[{'field':'tpp','op':'~','value':1}]}")) "]",
     {"/0/provisions/0/predicate/all/0/op: "}},
    {"[" RULING(
         "us-t",
         PROVISION("us-t#1",
                   "'effect':'guidance','predicate':{'all':[{'field':'tpp','op':'>=','value':4800}]}")) "]",
     {0}},
    /* other days */
    {"[['put','event',{'id':'e2','date':'2023-02-29'}]]", {"/0/date: not a day"}},
    {"[['put','destination',{'code':'DE','name':'Germany','groups':[{'group':'EU','from':'2024-01-01','until'"
     ":'2023-01-01'}],'treated_as':[{'code':'FR','from':'x'}]}]]",
     {"/0/groups/0/until: no day lies", "/0/treated_as/0/from: not a day"}},
    {"[['put','dataset',{'id':'navicert','doubts':[{'about':{'from':'2024-01-01','until':'2023-01-01','"
     "except':['group:X'],'headquartered_in':['YY']}}]}]]",
     {"/0/doubts/0/about/except/0: 'group:X'", "/0/doubts/0/about/headquartered_in/0: 'YY'",
      "/0/doubts/0/about/until: no day lies"}},
    /* nothing goes while another document refers to it */
    {"[['delete','chip','acme-b']]", {"/0: still referenced by event e1"}},
    {"[['delete','chip','acme-b'],['delete','event','e1'],['delete','dispute','d1']]", {0}},
    {"[['delete','chip','acme-a2']]", {0}}, /* the product still stands */
    {"[['delete','chip','acme-a1'],['delete','chip','acme-a2']]",
     {"/0: 'acme-a' is still referenced by ruling us-r", "/1: 'acme-a' is still referenced by ruling us-r"}},
    {"[" CHIP("acme-b", "acme-bb", "'name':'B'") "]", {0}}, /* the id still stands */
    {"[" CHIP("acme-a1", "acme-z", "'name':'Z'") "," VARIANT("acme-a2", "acme-z", "'name':'Z'") "]",
     {"/0: 'acme-a' is still", "/1: 'acme-a' is still"}},
    {"[['delete','event','e1']]", {"/0: still referenced by dispute d1"}},
    {"[['delete','ruling','us-s']]", {"/0: still referenced by event e1"}},
    {"[['delete','ruling','us-r']]",
     {"/0: 'us-r' is still referenced by ruling us-s", "/0: 'us-r#2' is still referenced by ruling us-s"}},
    {"[" RULING("us-r", PROVISION("us-r#1", "'effect':'guidance'")) "]",
     {"/0: 'us-r#2' is still referenced by ruling us-s"}},
    {"[['delete','group','EU']]",
     {"/0: 'group:EU' is still referenced by ruling us-r", "/0: 'EU' is still referenced by event e1",
      "/0: 'EU' is still referenced by destination FR"}},
    {"[['delete','destination','CN']]",
     {"/0: by ruling us-r", "/0: by destination HK (parent)", "/0: by destination HK (treated_as.code)"}},
    {"[['delete','destination','HK']]", {0}},
    {"[['delete','chip','never-was']]", {0}},
};

static void expect(const struct faults *faults, const struct row *row, size_t number)
{
    size_t wanted = 0;
    for (; wanted < 4 && row->faults[wanted]; wanted++) {
        const char *colon = strchr(row->faults[wanted], ':');
        const size_t size = (size_t)(colon - row->faults[wanted]);
        cr_assert_lt(wanted, faults->count, "row %zu: nobody said %s", number, row->faults[wanted]);
        const struct fault *fault = &faults->items[wanted];
        cr_assert(strlen(fault->pointer) == size && memcmp(fault->pointer, row->faults[wanted], size) == 0,
                  "row %zu: %s is not %s", number, fault->pointer, row->faults[wanted]);
        cr_assert_not_null(strstr(fault->detail, colon + 2), "row %zu: '%s' lacks '%s'", number,
                           fault->detail, colon + 2);
    }
    cr_assert_eq(faults->total, wanted, "row %zu: more was said: %s: %s", number,
                 faults->items[wanted].pointer, faults->items[wanted].detail);
}

Test(document_meaning, every_rule_of_meaning_is_kept)
{
    struct store *store = open_base();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct parsed parsed = parse(rows[i].changes);
        struct faults faults = {0};
        cr_assert(document_check_meaning(store, parsed.changes, parsed.count, NULL, &faults));
        expect(&faults, &rows[i], i);
        faults_done(&faults);
        json_decref(parsed.root);
    }
    store_close(store);
}

Test(document_meaning, pointers_given_stand_before_those_found)
{
    struct store *store = open_base();
    struct parsed parsed = parse("[['put','event',{'id':'e2','date':'2024-02-01','chips':['none']}]]");
    struct faults faults = {0};
    const char *const pointers[] = {"events.json /7"};
    cr_assert(document_check_meaning(store, parsed.changes, parsed.count, pointers, &faults));
    cr_assert_str_eq(faults.items[0].pointer, "events.json /7/chips/0");
    faults_done(&faults);
    json_decref(parsed.root);
    store_close(store);
}

Test(document_meaning, a_deleted_ruling_may_come_back_as_it_was)
{
    struct store *store = open_base();
    int64_t head;
    struct parsed gone =
        parse("[['delete','event','e1'],['delete','dispute','d1'],['delete','ruling','us-s']]");
    cr_assert_eq(record_change_set(store, 3,
                                   &(struct change_set){.changes = gone.changes, .count = gone.count}, &head),
                 RECORD_DONE);
    struct parsed back =
        parse("[" RULING("us-s", PROVISION("us-s#1", "'effect':'suspend','targets':['us-r']")) "]");
    struct faults faults = {0};
    cr_assert(document_check_meaning(store, back.changes, back.count, NULL, &faults));
    cr_assert_eq(faults.total, 0);
    json_decref(gone.root);
    json_decref(back.root);
    store_close(store);
}

#define SUSPENDS(ID, TARGET) RULING(ID, PROVISION(ID "#1", "'effect':'suspend','targets':['" TARGET "']"))

/* Over the state of a version; nothing is lost or used up by it. */
Test(document_meaning, what_is_only_supposed_needs_to_make_sense_alone)
{
    static const struct {
        int64_t at;
        struct row row;
    } supposed[] = {
        {3, {"[" RULING("us-r", PROVISION("us-r#3", "'effect':'guidance'")) "]", {0}}},
        {3, {"[" RULING("us-r", "'provisions':[]") "]", {0}}},
        {3, {"[" SUSPENDS("us-t", "us-r#2") "]", {0}}},
        {2, {"[" SUSPENDS("us-t", "us-r#3") "]", {0}}},
        {3, {"[" SUSPENDS("us-t", "us-r#3") "]", {"/0/provisions/0/targets/0: not known"}}},
        {0, {"[" SUSPENDS("us-t", "us-r") "]", {"/0/provisions/0/targets/0: not known"}}},
        {3, {"[" RULING("us-t", "'amends':['us-none'],'provisions':[]") "]", {"/0/amends/0: not known"}}},
        {3,
         {"[" RULING("us-t", PROVISION("us-u#1", "'effect':'guidance'")) "]",
          {"/0/provisions/0/id: us-t#1"}}},
    };
    struct store *store = open_base();
    for (size_t i = 0; i < sizeof supposed / sizeof supposed[0]; i++) {
        struct parsed parsed = parse(supposed[i].row.changes);
        struct faults faults = {0};
        cr_assert(
            document_check_supposed(store, supposed[i].at, parsed.changes, parsed.count, NULL, &faults));
        expect(&faults, &supposed[i].row, i);
        faults_done(&faults);
        json_decref(parsed.root);
    }
    store_close(store);
}

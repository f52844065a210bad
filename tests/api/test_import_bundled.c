/* Newer bundled change sets come into a store with edits of its own: what was edited is kept and told. */
#include "tests/api/import_fixture.h"

#include "api/api.h"
#include "db/revisions.h"
#include "db/verify.h"
#include "tests/api/stored.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A set of one file, given as the puts and deletes of a change file with ' for ". */
struct literal {
    const char *json;
    char text[4096];
    struct bundled_file file;
};

#define SETS_MAX 4

struct release {
    struct literal literals[SETS_MAX];
    struct bundled_set sets[SETS_MAX];
    size_t count;
};

static void add_set(struct release *release, const char *json)
{
    static const char *const instants[SETS_MAX] = {"2027-01-01T00:00:00.000Z", "2027-02-01T00:00:00.000Z",
                                                   "2027-03-01T00:00:00.000Z", "2027-04-01T00:00:00.000Z"};
    static const char *const notes[SETS_MAX] = {"The seed.", "The second.", "The third.", "The fourth."};
    const size_t i = release->count++;
    struct literal *literal = &release->literals[i];
    const int size = snprintf(literal->text, sizeof literal->text, "{%s}", json);
    cr_assert_lt((size_t)size, sizeof literal->text);
    for (char *at = literal->text; *at; at++)
        *at = *at == '\'' ? '"' : *at;
    literal->file = (struct bundled_file){"changes/a-set.json", literal->text, (size_t)size};
    release->sets[i] = (struct bundled_set){instants[i], "navicert", notes[i], &literal->file, 1};
}

/* Takes the first `count` sets in; what was said is in `said`. */
static struct import_report take(const struct delivery *delivery, const struct release *release, size_t count,
                                 enum import_telling telling, const char **said)
{
    struct import_report report;
    const int saved = delivery_catch_stderr(delivery);
    const bool done = import_sets(delivery->store, release->sets, count, telling, &report);
    *said = delivery_release_stderr(delivery, saved);
    cr_assert(done, "%s", *said);
    return report;
}

#define GROUP(id, name, about) "{'id':'" id "','name':'" name "','description':'" about "','source':null}"
#define PUTS(groups) "'puts':{'groups':[" groups "]}"

struct row {
    const char *what;
    const char *base;     /* what the seed puts, NULL: nothing */
    const char *edits[2]; /* "": a deletion */
    const char *theirs;   /* what the second set puts; "": it deletes */
    const char *name;     /* that stands afterwards; "": none */
    const char *about;
    const char *told; /* NULL: nothing */
};

#define A GROUP("G", "A", "x")
#define B GROUP("G", "B", "x")
#define C GROUP("G", "C", "x")

static const struct row rows[] = {
    {"nobody edited it", A, {0}, B, "B", "x", NULL},
    {"nobody edited what is deleted", A, {0}, "", "", "", NULL},
    {"edited and back again", A, {C, A}, B, "B", "x", NULL},
    {"edited to the same", A, {B}, B, "B", "x", NULL},
    {"edited in both", A, {C}, B, "C", "x", "changed here (name) and in the bundled data (name)"},
    {"edited in another member",
     A,
     {GROUP("G", "A", "y")},
     B,
     "A",
     "y",
     "changed here (description) and in the bundled data (name)"},
    {"deleted here, changed there",
     A,
     {""},
     B,
     "",
     "",
     "deleted here and changed in the bundled data (name)"},
    {"changed here, deleted there",
     A,
     {C},
     "",
     "C",
     "x",
     "changed here (name) and deleted in the bundled data"},
    {"deleted in both", A, {""}, "", "", "", NULL},
    {"made in both", NULL, {C}, B, "C", "x", "made here and in the bundled data, which differ (name)"},
    {"made alike in both", NULL, {B}, B, "B", "x", NULL},
    {"made and deleted here", NULL, {C, ""}, B, "B", "x", NULL},
    {"made here, deleted there without having been", NULL, {C}, "", "C", "x", NULL},
    {"edited, and only repeated there", A, {C}, A, "C", "x", NULL},
};

static void edit(const struct delivery *delivery, const char *json)
{
    if (*json)
        delivery_put(delivery, KIND_GROUP, json, "anna");
    else
        delivery_delete(delivery, KIND_GROUP, "G", "anna");
}

static void check_row(const struct row *row)
{
    struct delivery delivery = delivery_open();
    struct release release = {.count = 0};
    const char *said;
    char second[600], seed[600];
    snprintf(seed, sizeof seed, PUTS("%s%s" GROUP("EU", "Union", "e")), row->base ? row->base : "",
             row->base ? "," : "");
    snprintf(second, sizeof second,
             *row->theirs ? PUTS("%s," GROUP("E", "More", "e"))
                          : "%s'deletes':{'groups':['G']},'puts':{'groups':[" GROUP("E", "More", "e") "]}",
             row->theirs);
    add_set(&release, seed);
    add_set(&release, second);
    take(&delivery, &release, 1, IMPORT_TELL_NEW, &said);
    delivery_put(&delivery, KIND_GROUP, GROUP("OWN", "Own", "o"), "anna");
    for (size_t i = 0; i < 2 && row->edits[i]; i++)
        edit(&delivery, row->edits[i]);
    const struct import_report report = take(&delivery, &release, 2, IMPORT_TELL_NEW, &said);
    cr_expect_str_eq(delivery_member(&delivery, KIND_GROUP, "G", "name"), row->name, "%s", row->what);
    cr_expect_str_eq(delivery_member(&delivery, KIND_GROUP, "G", "description"), row->about, "%s", row->what);
    cr_expect_str_eq(delivery_member(&delivery, KIND_GROUP, "E", "name"), "More", "%s: the rest", row->what);
    cr_expect_str_eq(delivery_member(&delivery, KIND_GROUP, "OWN", "name"), "Own", "%s", row->what);
    cr_expect_eq(report.not_taken, row->told ? 1 : 0, "%s: %s", row->what, said);
    cr_expect(row->told ? strstr(said, row->told) != NULL : *said == '\0', "%s: said '%s'", row->what, said);
    delivery_close(&delivery);
}

Test(import_bundled, every_document_has_three_sides, .timeout = 60)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        check_row(&rows[i]);
}

Test(import_bundled, what_was_not_taken_is_told_once_and_noted_and_told_again_when_asked)
{
    struct delivery delivery = delivery_open();
    struct release release = {.count = 0};
    struct revision revision;
    const char *said;
    add_set(&release, PUTS(A "," GROUP("H", "H", "h")));
    add_set(&release, PUTS(B "," GROUP("H", "I", "h")));
    take(&delivery, &release, 1, IMPORT_TELL_NEW, &said);
    edit(&delivery, C);
    struct import_report report = take(&delivery, &release, 2, IMPORT_TELL_NEW, &said);
    cr_expect(report.recorded && report.data_version == 3 && report.documents == 2);
    cr_expect_str_eq(
        said, "navicert: not taken of the bundled change set of 2027-02-01 (The second.): 1 of 2 documents\n"
              "navicert: group G: kept, because it was changed here (name) and in the bundled data (name)\n");
    cr_assert(revisions_find(delivery.store, 3, &revision));
    cr_expect_str_eq(revision.actor, "navicert");
    cr_expect_str_eq(revision.note, "The second.\ngroup G: kept, because it was changed here (name) and in "
                                    "the bundled data (name)");
    cr_expect_gt(strcmp(revision.recorded_at, ""), 0);
    report = take(&delivery, &release, 2, IMPORT_TELL_NEW, &said);
    cr_expect(!report.recorded && report.data_version == 3 && report.not_taken == 0);
    cr_expect_str_eq(said, "");
    report = take(&delivery, &release, 2, IMPORT_TELL_ALL, &said);
    cr_expect(!report.recorded && report.not_taken == 1);
    cr_expect_not_null(strstr(
        said, "navicert: still not taken of the bundled change set of 2027-02-01 (The second.): 1 of 2 "));
    /* Whoever edits it afterwards has looked at it. */
    edit(&delivery, GROUP("G", "B and C", "x"));
    report = take(&delivery, &release, 2, IMPORT_TELL_ALL, &said);
    cr_expect_eq(report.not_taken, 0);
    cr_expect_str_eq(said, "");
    delivery_close(&delivery);
}

Test(import_bundled, a_set_of_which_nothing_is_taken_is_remembered_through_a_rebuild)
{
    struct delivery delivery = delivery_open();
    struct release release = {.count = 0};
    struct verification verification;
    const char *said;
    add_set(&release, PUTS(A));
    add_set(&release, PUTS(B));
    take(&delivery, &release, 1, IMPORT_TELL_NEW, &said);
    edit(&delivery, C);
    struct import_report report = take(&delivery, &release, 2, IMPORT_TELL_NEW, &said);
    cr_expect(report.recorded && report.data_version == 3 && report.not_taken == 1);
    cr_assert(store_verify(delivery.store, &verification) && verification.sound, "%s", verification.fault);
    cr_assert(record_rebuild(delivery.store));
    /* Going back to what the seed had is an edit too, made by somebody who could know of the set. */
    edit(&delivery, A);
    report = take(&delivery, &release, 2, IMPORT_TELL_NEW, &said);
    cr_expect(!report.recorded);
    cr_expect_str_eq(delivery_member(&delivery, KIND_GROUP, "G", "name"), "A");
    delivery_close(&delivery);
}

Test(import_bundled, an_unedited_store_gets_the_same_revisions_step_by_step_and_at_once)
{
    struct delivery stepwise = delivery_open(), at_once = delivery_open();
    struct release release = {.count = 0};
    struct verification first, second;
    const char *said;
    add_set(&release, PUTS(A "," GROUP("H", "H", "h")));
    add_set(&release, PUTS(B));
    add_set(&release, "'deletes':{'groups':['H']}," PUTS(C));
    for (size_t count = 1; count <= 3; count++)
        take(&stepwise, &release, count, IMPORT_TELL_NEW, &said);
    const struct import_report report = take(&at_once, &release, 3, IMPORT_TELL_NEW, &said);
    cr_expect(report.data_version == 3 && report.documents == 5 && report.not_taken == 0);
    cr_assert(store_verify(stepwise.store, &first) && store_verify(at_once.store, &second));
    cr_expect_str_eq(first.head_digest, second.head_digest);
    struct revision revision;
    cr_assert(revisions_find(at_once.store, 3, &revision));
    cr_expect_str_eq(revision.recorded_at, "2027-03-01T00:00:00.000Z");
    cr_expect_str_eq(revision.note, "The third.");
    delivery_close(&stepwise);
    delivery_close(&at_once);
}

Test(import_bundled, an_edited_store_records_a_set_when_it_learns_of_it)
{
    struct delivery delivery = delivery_open();
    struct release release = {.count = 0};
    struct revision revision;
    const char *said;
    add_set(&release, PUTS(A));
    add_set(&release, PUTS(B));
    take(&delivery, &release, 1, IMPORT_TELL_NEW, &said);
    edit(&delivery, GROUP("OWN", "Own", "o"));
    take(&delivery, &release, 2, IMPORT_TELL_NEW, &said);
    cr_assert(revisions_find(delivery.store, 3, &revision));
    cr_expect_str_neq(revision.recorded_at, "2027-02-01T00:00:00.000Z");
    cr_expect_str_eq(revision.note, "The second.");
    delivery_close(&delivery);
}

Test(import_bundled, several_sets_are_merged_one_after_the_other)
{
    struct delivery delivery = delivery_open();
    struct release release = {.count = 0};
    const char *said;
    add_set(&release, PUTS(A "," GROUP("H", "1", "h")));
    add_set(&release, PUTS(B "," GROUP("H", "2", "h")));
    add_set(&release, PUTS(C "," GROUP("H", "3", "h")));
    take(&delivery, &release, 1, IMPORT_TELL_NEW, &said);
    edit(&delivery, GROUP("G", "Mine", "x"));
    const struct import_report report = take(&delivery, &release, 3, IMPORT_TELL_NEW, &said);
    cr_expect_eq(report.not_taken, 2, "by each of the two: %s", said);
    cr_expect_str_eq(delivery_member(&delivery, KIND_GROUP, "G", "name"), "Mine");
    cr_expect_str_eq(delivery_member(&delivery, KIND_GROUP, "H", "name"), "3");
    const struct import_report again = take(&delivery, &release, 3, IMPORT_TELL_ALL, &said);
    cr_expect_eq(again.not_taken, 1, "the later set stands for both: %s", said);
    delivery_close(&delivery);
}

Test(import_bundled, taking_the_bundled_version_after_all_ends_the_conflict)
{
    struct delivery delivery = delivery_open();
    struct release release = {.count = 0};
    const char *said;
    add_set(&release, PUTS(A));
    add_set(&release, PUTS(B));
    add_set(&release, PUTS(C));
    take(&delivery, &release, 1, IMPORT_TELL_NEW, &said);
    edit(&delivery, GROUP("G", "Mine", "x"));
    take(&delivery, &release, 2, IMPORT_TELL_NEW, &said);
    edit(&delivery, B);
    take(&delivery, &release, 3, IMPORT_TELL_NEW, &said);
    cr_expect_str_eq(said, "");
    cr_expect_str_eq(delivery_member(&delivery, KIND_GROUP, "G", "name"), "C");
    delivery_close(&delivery);
}

Test(import_bundled, what_came_in_as_files_of_a_newer_store_is_no_edit)
{
    struct delivery delivery = delivery_open();
    struct release release = {.count = 0};
    const char *said;
    add_set(&release, PUTS(A "," GROUP("H", "1", "h")));
    add_set(&release, PUTS(B));
    add_set(&release, PUTS(C));
    edit(&delivery, C);
    const struct import_report report = take(&delivery, &release, 3, IMPORT_TELL_NEW, &said);
    cr_expect_str_eq(said, "");
    cr_expect_eq(report.data_version, 4);
    cr_expect_str_eq(delivery_member(&delivery, KIND_GROUP, "G", "name"), "C");
    cr_expect_str_eq(delivery_member(&delivery, KIND_GROUP, "H", "name"), "1");
    delivery_close(&delivery);
}

#define PLACE(code, name, groups)                                                                            \
    "{'code':'" code "','name':'" name "','alpha3':'" code "X','numeric':null,'aliases':[],'parent':null,"   \
    "'region':'r','subregion':'s','treated_as':[],'groups':[" groups "]}"
#define MEMBER "{'group':'G','from':null,'until':null,'cite':'c','url':null}"
#define DISPUTE(id, event)                                                                                   \
    "{'id':'" id "','question':'q','about':'x','note':'n','positions':[{'value':'v','event_ids':['" event    \
    "'],'sources':['s']}]}"
#define EVENT(id, place)                                                                                     \
    "{'id':'" id "','headline':'h','date':'2025-01-01','date_precision':'day','category':'policy',"          \
    "'summary':'s','countries':['" place "'],'organizations':[],'people':[],'chips':[],'rulings':[],"        \
    "'claims':[],'reliability':'official','confidence':'high','sources':[{'title':'t','publisher':'p',"      \
    "'published_on':null,'language':'en','url':null,'seed':null}]}"

Test(import_bundled, what_needs_a_document_that_is_not_taken_is_not_taken_either)
{
    struct delivery delivery = delivery_open();
    struct release release = {.count = 0};
    const char *said;
    add_set(&release, PUTS(A));
    add_set(&release,
            "'puts':{'groups':[" B
            "],'destinations':[" PLACE("QA", "Qa", MEMBER) "," PLACE("QB", "Qb", "") "],'events':[" EVENT(
                "2025-01-01-e", "QA") "],'disputes':[" DISPUTE("d", "2025-01-01-e") "]}");
    add_set(&release, "'puts':{'destinations':[" PLACE("QA", "Qa again", MEMBER) "]}");
    take(&delivery, &release, 1, IMPORT_TELL_NEW, &said);
    edit(&delivery, "");
    struct import_report report = take(&delivery, &release, 2, IMPORT_TELL_NEW, &said);
    cr_expect_eq(report.not_taken, 4, "%s", said);
    static const char *const told[] = {
        "group G: kept, because it was deleted here and changed in the bundled data (name)",
        "destination QA: not taken, because 'G' is not known: this should be the id of a country group",
        "event 2025-01-01-e: not taken, because 'QA' is not known",
        "dispute d: not taken, because '2025-01-01-e' is not known",
    };
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        cr_expect_not_null(strstr(said, told[i]), "'%s' lacks '%s'", said, told[i]);
    cr_expect_str_eq(delivery_member(&delivery, KIND_DESTINATION, "QB", "name"), "Qb", "what needs nothing");
    report = take(&delivery, &release, 2, IMPORT_TELL_ALL, &said);
    cr_expect_eq(report.not_taken, 4, "%s", said);
    cr_expect_not_null(strstr(said, "dispute d: not taken, because it needs what was kept"));
    /* Once the group is there again, a later set brings what was left out. */
    edit(&delivery, C);
    report = take(&delivery, &release, 3, IMPORT_TELL_NEW, &said);
    cr_expect_eq(report.not_taken, 0, "%s", said);
    cr_expect_str_eq(delivery_member(&delivery, KIND_DESTINATION, "QA", "name"), "Qa again");
    delivery_close(&delivery);
}

Test(import_bundled, what_a_set_left_behind_is_no_edit)
{
    struct delivery delivery = delivery_open();
    struct release release = {.count = 0};
    const char *said;
    add_set(&release, "'puts':{'groups':[" A "],'destinations':[" PLACE("QA", "First", "") "]}");
    add_set(&release, "'puts':{'groups':[" B "],'destinations':[" PLACE("QA", "Second", "") "]}");
    add_set(&release, "'puts':{'destinations':[" PLACE("QA", "Third", MEMBER) "]}");
    add_set(&release, "'puts':{'destinations':[" PLACE("QA", "Fourth", "") "]}");
    take(&delivery, &release, 1, IMPORT_TELL_NEW, &said);
    edit(&delivery, "");
    take(&delivery, &release, 3, IMPORT_TELL_NEW, &said);
    cr_expect_str_eq(delivery_member(&delivery, KIND_DESTINATION, "QA", "name"), "Second", "%s", said);
    const struct import_report report = take(&delivery, &release, 4, IMPORT_TELL_NEW, &said);
    cr_expect_eq(report.not_taken, 0, "%s", said);
    cr_expect_str_eq(delivery_member(&delivery, KIND_DESTINATION, "QA", "name"), "Fourth");
    delivery_close(&delivery);
}

Test(import_bundled, a_name_that_is_taken_here_and_a_deletion_of_what_is_needed_here_are_not_taken)
{
    struct delivery delivery = delivery_open();
    struct release release = {.count = 0};
    const char *said;
    add_set(&release, PUTS(A));
    add_set(&release, "'deletes':{'groups':['G']},'puts':{'destinations':[" PLACE("QB", "Twice", "") "]}");
    take(&delivery, &release, 1, IMPORT_TELL_NEW, &said);
    delivery_put(&delivery, KIND_DESTINATION, PLACE("QA", "Twice", MEMBER), "anna");
    const struct import_report report = take(&delivery, &release, 2, IMPORT_TELL_NEW, &said);
    cr_expect_eq(report.not_taken, 2, "%s", said);
    cr_expect_not_null(strstr(said, "group G: not taken, because 'G' is still referenced by destination QA"),
                       "%s", said);
    cr_expect_not_null(strstr(said, "destination QB: not taken, because 'Twice' already names QA"), "%s",
                       said);
    cr_expect_str_eq(delivery_member(&delivery, KIND_GROUP, "G", "name"), "A");
    delivery_close(&delivery);
}

Test(import_bundled, a_long_list_is_told_whole_and_noted_in_part)
{
    struct delivery delivery = delivery_open();
    struct release release = {.count = 0};
    struct revision revision;
    char seed[4000] = "", second[4000] = "";
    const char *said;
    for (char id = 'A'; id <= 'Z'; id++) {
        char group[140];
        snprintf(group, sizeof group, "%s" GROUP("%c", "n", "d"), id > 'A' ? "," : "", id);
        strcat(seed, group);
        snprintf(group, sizeof group, "%s" GROUP("%c", "m", "d"), id > 'A' ? "," : "", id);
        strcat(second, group);
    }
    char puts[4096];
    snprintf(puts, sizeof puts, PUTS("%s"), seed);
    add_set(&release, puts);
    snprintf(puts, sizeof puts, PUTS("%s"), second);
    add_set(&release, puts);
    take(&delivery, &release, 1, IMPORT_TELL_NEW, &said);
    for (char id = 'A'; id <= 'Z'; id++) {
        const char letters[] = {id, '\0'};
        delivery_delete(&delivery, KIND_GROUP, letters, "anna");
    }
    const struct import_report report = take(&delivery, &release, 2, IMPORT_TELL_NEW, &said);
    cr_expect_eq(report.not_taken, 26);
    cr_expect_not_null(strstr(said, "group Z: kept"));
    cr_assert(revisions_find(delivery.store, report.data_version, &revision));
    cr_expect_lt(strlen(revision.note), 2200);
    cr_expect_not_null(strstr(revision.note, "\ngroup A: kept"));
    cr_expect_not_null(strstr(revision.note, " more: navicert import --bundled lists them all"));
    delivery_close(&delivery);
}

Test(import_bundled, a_set_that_cannot_be_read_records_nothing)
{
    struct delivery delivery = delivery_open();
    struct release release = {.count = 0};
    struct import_report report;
    add_set(&release, PUTS("{'id':'G'}"));
    const int saved = delivery_catch_stderr(&delivery);
    const bool done = import_sets(delivery.store, release.sets, 1, IMPORT_TELL_NEW, &report);
    const char *said = delivery_release_stderr(&delivery, saved);
    cr_expect_not(done);
    cr_expect_not_null(strstr(said, "/puts/groups/0: The member 'name' is missing"), "%s", said);
    cr_expect_eq(store_head(delivery.store), 0);
    delivery_close(&delivery);
}

/* As at a start of the server of a newer program: what is kept and what is new are both answered. */
Test(import_bundled, a_server_answers_from_the_merged_store, .timeout = 60)
{
    struct stored *stored = stored_open();
    struct release release = {.count = 0};
    struct import_report report;
    add_set(&release, PUTS(GROUP("D:5", "Bundled", "x") "," GROUP("EU", "Union", "e")));
    const int64_t head = store_head(stored->writer);
    cr_assert(import_sets(stored->writer, release.sets, 1, IMPORT_TELL_NEW, &report));
    cr_expect_eq(report.not_taken, 1);
    cr_assert(stored_follow(stored, head + 1));
    json_t *kept = stored_get(stored, "/v1/groups/D:5");
    cr_expect_eq(json_integer_value(stored_at(kept, "revision")), 1);
    json_decref(kept);
    json_t *added = stored_get(stored, "/v1/groups/EU");
    cr_expect_str_eq(stored_text(added, "name"), "Union");
    json_decref(added);
    stored_close(stored);
}

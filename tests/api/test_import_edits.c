/* Files come into a store that somebody edited since they were taken from it: nothing is undone silently. */
#include "tests/api/import_fixture.h"

#include "db/backup.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define GROUP(id, name) "{'id':'" id "','name':'" name "','description':'d','source':null}"

/* The store holds G "A", as "navicert", "tester" or somebody else recorded it; then the files are exported.
 */
struct row {
    const char *what;
    const char *first; /* who recorded it at first */
    const char *edit;  /* what it becomes in the store after the export; NULL: nothing, "": it is deleted */
    const char *editor;
    const char *file; /* what it becomes in the files; NULL: nothing */
    bool no_origin;   /* export.json is taken away */
    enum import_mode mode;
    bool refused;
    const char *name; /* that stands afterwards; "": none */
    const char *told; /* NULL: nothing */
};

static const struct row rows[] = {
    {"only the files", "anna", NULL, NULL, "F", false, IMPORT_CAREFUL, false, "F", NULL},
    {"only the store", "tester", "S", "anna", NULL, false, IMPORT_CAREFUL, false, "S",
     "/in/destinations.json /groups/0: group G was changed here in revision 3 by anna; the file has an "
     "earlier "
     "version of it"},
    {"only the store, by the same actor", "tester", "S", "tester", NULL, false, IMPORT_CAREFUL, false, "S",
     "an earlier version"},
    {"the store, deleted", "tester", "", "anna", NULL, false, IMPORT_CAREFUL, false, "",
     "was deleted here in revision 3 by anna; the file has an earlier version"},
    {"both alike", "tester", "S", "anna", "S", false, IMPORT_CAREFUL, false, "S", NULL},
    {"both", "tester", "S", "anna", "F", false, IMPORT_CAREFUL, true, "S",
     "group G was changed here in revision 3 by anna; the file differs in name"},
    {"both, deleted in the store", "tester", "", "anna", "F", false, IMPORT_CAREFUL, true, "",
     "group G was deleted here in revision 3 by anna; the file has it"},
    {"both, by a newer bundled set", "tester", "S", "navicert", "F", false, IMPORT_CAREFUL, true, "S",
     "by navicert; the file differs"},
    {"both, by the same actor", "tester", "S", "tester", "F", false, IMPORT_CAREFUL, false, "F", NULL},
    {"both, the store's wanted", "tester", "S", "anna", "F", false, IMPORT_KEEP, false, "S",
     "the file differs in name"},
    {"both, the file's wanted", "tester", "S", "anna", "F", false, IMPORT_OVERWRITE, false, "F", NULL},
    {"an earlier version wanted", "tester", "S", "anna", NULL, false, IMPORT_OVERWRITE, false, "A", NULL},
    {"a deletion undone", "tester", "", "anna", "F", false, IMPORT_OVERWRITE, false, "F", NULL},
    {"files of elsewhere over a stranger's edit", "anna", NULL, NULL, "F", true, IMPORT_CAREFUL, true, "A",
     "in revision 2 by anna; the file differs in name"},
    {"files of elsewhere over one's own", "tester", NULL, NULL, "F", true, IMPORT_CAREFUL, false, "F", NULL},
    {"files of elsewhere over the bundled data", "navicert", NULL, NULL, "F", true, IMPORT_CAREFUL, false,
     "F", NULL},
    {"files of elsewhere with an earlier version", "tester", "S", "anna", NULL, true, IMPORT_CAREFUL, false,
     "S", "the file has an earlier version"},
    {"one's own files turned back", "tester", "S", "tester", NULL, true, IMPORT_CAREFUL, false, "A", NULL},
};

static void put(const struct delivery *delivery, const char *name, const char *actor)
{
    char json[200];
    snprintf(json, sizeof json, GROUP("G", "%s"), name);
    delivery_put(delivery, KIND_GROUP, json, actor);
}

static void write_group(const struct delivery *delivery, const char *name)
{
    char text[300];
    snprintf(text, sizeof text,
             "{\"destinations\":[],\"groups\":[{\"id\":\"G\",\"name\":\"%s\",\"description\":\"d\","
             "\"source\":null}]}",
             name);
    delivery_write(delivery, "destinations.json", text);
}

static void check_row(const struct row *row)
{
    struct delivery delivery = delivery_open();
    struct import_report report;
    const char *said;
    char reason[STORE_REASON_SIZE], path[128];
    delivery_put(&delivery, KIND_GROUP, GROUP("E", "Other"), "anna");
    put(&delivery, "A", row->first);
    cr_assert(store_export(delivery.store, 0, delivery_in(&delivery), reason), "%s", reason);
    if (row->edit && *row->edit)
        put(&delivery, row->edit, row->editor);
    else if (row->edit)
        delivery_delete(&delivery, KIND_GROUP, "G", row->editor);
    write_group(&delivery, row->file ? row->file : "A");
    snprintf(path, sizeof path, "%s/export.json", delivery_in(&delivery));
    cr_assert(!row->no_origin || unlink(path) == 0);
    const int64_t head = store_head(delivery.store);
    const bool done = delivery_import(&delivery, row->mode, &report, &said);
    cr_expect_eq(done, !row->refused, "%s: %s", row->what, said);
    cr_expect_str_eq(delivery_member(&delivery, KIND_GROUP, "G", "name"), row->name, "%s", row->what);
    cr_expect(row->told ? strstr(said, row->told) != NULL : *said == '\0', "%s: said '%s'", row->what, said);
    if (row->refused) {
        cr_expect_eq(store_head(delivery.store), head, "%s", row->what);
        cr_expect_not_null(
            strstr(said, "nothing was recorded: the files would undo what others edited here (1 told "
                         "above); --overwrite takes the files' versions, --keep leaves theirs"));
    } else {
        cr_expect_eq(report.not_taken, row->told ? 1 : 0, "%s", row->what);
        cr_expect_eq(report.untouched, 1, "%s: E", row->what);
    }
    delivery_close(&delivery);
}

Test(import_edits, nothing_is_undone_silently, .timeout = 60)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        check_row(&rows[i]);
}

Test(import_edits, an_export_is_of_the_store_whose_digest_it_has)
{
    struct delivery delivery = delivery_open();
    struct import_report report;
    const char *said;
    put(&delivery, "A", "anna");
    write_group(&delivery, "F");
    delivery_write(&delivery, "export.json", "{\"data_version\":1,\"digest\":\"00\"}");
    cr_expect_not(delivery_import(&delivery, IMPORT_CAREFUL, &report, &said), "of another store");
    delivery_write(&delivery, "export.json", "{\"data_version\":7,\"digest\":\"00\"}");
    cr_expect_not(delivery_import(&delivery, IMPORT_CAREFUL, &report, &said), "of a longer one");
    delivery_write(&delivery, "export.json", "{}");
    cr_expect_not(delivery_import(&delivery, IMPORT_OVERWRITE, &report, &said));
    cr_expect_not_null(strstr(said, "export.json: data_version and digest are wanted"), "%s", said);
    cr_expect_str_eq(delivery_member(&delivery, KIND_GROUP, "G", "name"), "A");
    delivery_close(&delivery);
}

Test(import_edits, what_is_left_after_keeping_must_still_have_a_meaning)
{
    struct delivery delivery = delivery_open();
    struct import_report report;
    const char *said;
    put(&delivery, "A", "tester");
    delivery_delete(&delivery, KIND_GROUP, "G", "anna");
    delivery_write(
        &delivery, "destinations.json",
        "{\"groups\":[{\"id\":\"G\",\"name\":\"F\",\"description\":\"d\",\"source\":null}],"
        "\"destinations\":[{\"code\":\"QA\",\"name\":\"n\",\"alpha3\":\"QAX\",\"numeric\":null,"
        "\"aliases\":[],\"parent\":null,\"region\":\"r\",\"subregion\":\"s\",\"treated_as\":[],"
        "\"groups\":[{\"group\":\"G\",\"from\":null,\"until\":null,\"cite\":\"c\",\"url\":null}]}]}");
    cr_expect_not(delivery_import(&delivery, IMPORT_KEEP, &report, &said));
    cr_expect_not_null(strstr(said, "destinations.json /destinations/0/groups/0/group: 'G' is not known"),
                       "%s", said);
    cr_expect_eq(store_head(delivery.store), 2);
    cr_expect(delivery_import(&delivery, IMPORT_OVERWRITE, &report, &said), "%s", said);
    delivery_close(&delivery);
}

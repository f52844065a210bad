/* The data set comes in: bundled, from a directory, or not at all. */
#include "tests/api/import_fixture.h"

#include "api/import_read.h"
#include "db/backup.h"
#include "db/bundle.h"
#include "db/catalogue.h"
#include "db/revisions.h"
#include "db/verify.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The bundled change sets as released: every unedited store in the world has this head. A release appends a
 * line, and changes none. */
static const char *const released[] = {
    "45363af0a7f8e551ab6041e34e0b2c74ae077776a685970d79ea3b621cf033fa",
    "3880027c9500e5c30b1497e25d242ddba575cffa01824dd44fc614e50d70a2bb",
    "60f0dc58239e119dc9af293135be137e1dc64d8efaf76bb420287affdc171363",
};

Test(import, a_fresh_store_gets_the_released_versions_and_digests, .timeout = 60)
{
    struct delivery delivery = delivery_open();
    struct import_report report;
    struct verification verification;
    struct revision revision;
    cr_assert(import_bundled(delivery.store, IMPORT_TELL_NEW, &report));
    cr_assert(report.recorded);
    cr_assert_eq(report.data_version, (int64_t)bundled_set_count);
    cr_assert_eq(bundled_set_count, sizeof released / sizeof released[0]);
    for (size_t i = 0; i < bundled_set_count; i++) {
        char hex[2 * REVISION_DIGEST_SIZE + 1] = "";
        cr_assert(revisions_find(delivery.store, (int64_t)i + 1, &revision));
        cr_assert_str_eq(revision.recorded_at, bundled_sets[i].recorded_at);
        cr_assert_str_eq(revision.actor, bundled_sets[i].actor);
        cr_assert_str_eq(revision.note, bundled_sets[i].note);
        for (size_t j = 0; j < REVISION_DIGEST_SIZE; j++)
            snprintf(hex + 2 * j, 3, "%02x", revision.digest[j]);
        cr_assert_str_eq(hex, released[i], "revision %zu", i + 1);
    }
    cr_assert(store_verify(delivery.store, &verification) && verification.sound, "%s", verification.fault);
    delivery_close(&delivery);
}

Test(import, a_second_time_records_nothing, .timeout = 60)
{
    struct delivery delivery = delivery_open();
    struct import_report report;
    size_t lacking;
    cr_assert(import_count_lacking(delivery.store, &lacking));
    cr_expect_eq(lacking, bundled_set_count);
    cr_assert(import_bundled(delivery.store, IMPORT_TELL_NEW, &report));
    cr_assert(import_count_lacking(delivery.store, &lacking));
    cr_expect_eq(lacking, 0);
    const int64_t head = report.data_version;
    cr_assert(import_bundled(delivery.store, IMPORT_TELL_NEW, &report));
    cr_assert_not(report.recorded);
    cr_assert_eq(report.data_version, head);
    delivery_close(&delivery);
}

static bool note_row(const struct document *document, void *context)
{
    int64_t *last = context;
    *last = document->revision > *last ? document->revision : *last;
    return true;
}

/* Whether any document was recorded after that version. */
static bool changed_since(struct store *store, int64_t version)
{
    bool changed = false;
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        int64_t last = 0;
        cr_assert(catalogue_each(store, (enum kind)kind, store_head(store), note_row, &last));
        changed = changed || last > version;
    }
    return changed;
}

static bool count_row(const struct document *document, void *context)
{
    (void)document;
    size_t *count = context;
    (*count)++;
    return true;
}

static size_t count_documents(struct store *store)
{
    size_t count = 0;
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        cr_assert(catalogue_each(store, (enum kind)kind, store_head(store), count_row, &count));
    return count;
}

Test(import, what_was_exported_comes_in_as_nothing_new_or_as_everything, .timeout = 60)
{
    struct delivery delivery = delivery_open();
    struct import_report report;
    const char *said;
    char reason[STORE_REASON_SIZE], directory[96];
    cr_assert(import_bundled(delivery.store, IMPORT_TELL_NEW, &report));
    const size_t documents = count_documents(delivery.store);
    snprintf(directory, sizeof directory, "%s/in", delivery.directory);
    cr_assert(store_export(delivery.store, 0, directory, reason), "%s", reason);
    cr_assert(delivery_import(&delivery, IMPORT_CAREFUL, &report, &said));
    cr_assert_not(report.recorded);
    cr_assert_eq(report.documents, documents);
    cr_assert_str_eq(said, "");
    /* Into an empty store. */
    struct store *other;
    cr_assert(store_open(":memory:", STORE_WRITE, &other, reason));
    const struct import_source source = {.directory = directory, .actor = "me", .note = "mine"};
    cr_assert(import_directory(other, &source, &report));
    cr_assert(report.recorded && report.data_version == 1 && report.documents == documents);
    /* The bundled set is then known already, document by document: a revision says so and changes nothing. */
    struct revision revision;
    cr_assert(import_bundled(other, IMPORT_TELL_NEW, &report));
    cr_assert(report.data_version == 1 + (int64_t)bundled_set_count);
    cr_assert(revisions_find(other, 2, &revision));
    cr_assert_str_eq(revision.note, bundled_sets[0].note);
    cr_assert_not(changed_since(other, 1));
    store_close(other);
    delivery_close(&delivery);
}

Test(import, a_directory_need_not_hold_every_file_nor_sort_it, .timeout = 60)
{
    struct delivery delivery = delivery_open();
    struct import_report report;
    const char *said;
    cr_assert(import_bundled(delivery.store, IMPORT_TELL_NEW, &report));
    const int64_t head = report.data_version;
    delivery_write(&delivery, "disputes.json",
                   "[ {\"positions\": [{\"value\": \"v\", \"event_ids\": [], \"sources\": [\"s\"]}], "
                   "\"question\": \"Z?\", \"note\": \"n\", \"id\": \"zz\", \"about\": \"x\"},\n"
                   "  {\"id\": \"aa\", \"about\": \"x\", \"question\": \"A?\", \"positions\": [{\"value\": "
                   "\"v\", \"event_ids\": [], \"sources\": [\"s\"]}], \"note\": \"n\"} ]");
    delivery_write(&delivery, "cases.json", "[1]");
    delivery_write(&delivery, "seed.json", "{}");
    delivery_write(&delivery, "notes.txt", "hello");
    cr_assert(delivery_import(&delivery, IMPORT_CAREFUL, &report, &said), "%s", said);
    cr_assert(report.recorded);
    cr_assert_eq(report.data_version, head + 1);
    cr_assert_eq(report.documents, 2);
    cr_assert_not_null(strstr(said, "cases.json: it is not part of the data set and was passed over"));
    cr_assert_null(strstr(said, "seed.json"));
    delivery_close(&delivery);
}

struct refused {
    const char *name;
    const char *text;
    const char *words[2];
};

Test(import, what_is_wrong_is_named_and_nothing_is_recorded, .timeout = 60)
{
    static const struct refused refusals[] = {
        {"chips.json", "{", {"chips.json: line 1, column 1"}},
        {"chips.json", "[{\"id\":\"a\",\"id\":\"b\"}]", {"duplicate object key"}},
        {"chips.json", "[\"\xff\"]", {"chips.json: line 1"}},
        {"chips.json", "[1]", {"chips.json /0"}},
        {"chips.json", "[{\"id\":\"a\"}]", {"chips.json /0"}},
        {"chips.json",
         "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
         {"nested more than 32 deep"}},
        {"chips.json", "", {"chips.json: line 1"}},
        {"disputes.json",
         "[{\"id\":\"zz\",\"about\":\"x\",\"question\":\"q\",\"note\":\"n\",\"positions\":[{\"value\":\"v\","
         "\"event_ids\":[\"none\"],\"sources\":[\"s\"]}]}]",
         {"disputes.json /0/positions/0/event_ids/0: 'none' is not known"}},
        {"destinations.json",
         "{\"destinations\":[],\"towns\":[]}",
         {"destinations.json /towns: no kind of document"}},
        {"destinations.json",
         "{\"destinations\":{}}",
         {"destinations.json /destinations: an array of destinations is wanted"}},
        {"cases.json", "[]", {"there is no file of the data set in it", "cases.json: it is not part"}},
    };
    struct delivery delivery = delivery_open();
    struct import_report report;
    const char *said;
    for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
        char path[200];
        delivery_write(&delivery, refusals[i].name, refusals[i].text);
        cr_assert_not(delivery_import(&delivery, IMPORT_CAREFUL, &report, &said), "row %zu", i);
        cr_assert_not(report.recorded);
        for (size_t j = 0; j < 2 && refusals[i].words[j]; j++)
            cr_assert_not_null(strstr(said, refusals[i].words[j]), "row %zu: '%s' lacks '%s'", i, said,
                               refusals[i].words[j]);
        cr_assert_eq(store_head(delivery.store), 0);
        snprintf(path, sizeof path, "%s/in/%s", delivery.directory, refusals[i].name);
        unlink(path);
    }
    const int saved = delivery_catch_stderr(&delivery);
    const struct import_source nowhere = {
        .directory = "/tmp/navicert/there/is/none", .actor = "a", .note = "b"};
    cr_assert_not(import_directory(delivery.store, &nowhere, &report));
    said = delivery_release_stderr(&delivery, saved);
    cr_assert_not_null(strstr(said, "/tmp/navicert/there/is/none: it cannot be read as a directory"));
    cr_assert_eq(strchr(said, '\n'), said + strlen(said) - 1, "one sentence: %s", said);
    delivery_close(&delivery);
}

Test(import, the_layout_with_meta_is_taken_too, .timeout = 60)
{
    struct delivery delivery = delivery_open();
    struct import_report report;
    const char *said;
    delivery_write(&delivery, "destinations.json",
                   "{\"meta\": {\"title\": \"x\"}, \"groups\": [{\"id\": \"EU\", \"name\": \"n\", "
                   "\"description\": \"d\", \"source\": null}], \"destinations\": []}");
    cr_assert(delivery_import(&delivery, IMPORT_CAREFUL, &report, &said), "%s", said);
    cr_assert_eq(report.documents, 1);
    cr_assert_not_null(strstr(said, "destinations.json /meta: passed over"));
    delivery_close(&delivery);
}

Test(import, a_file_is_checked_against_the_bundled_data_and_writes_nothing, .timeout = 60)
{
    struct delivery delivery = delivery_open();
    char path[200];
    size_t faults = 9;
    delivery_write(
        &delivery, "disputes.json",
        "[{\"id\":\"zz\",\"about\":\"x\",\"question\":\"q\",\"note\":\"n\",\"positions\":[{\"value\":"
        "\"v\",\"event_ids\":[\"2022-08-01-chips-act-signed\"],\"sources\":[\"s\"]}]}]");
    snprintf(path, sizeof path, "%s/in/disputes.json", delivery.directory);
    cr_assert(import_check(path, &faults));
    cr_assert_eq(faults, 0);
    delivery_write(
        &delivery, "disputes.json",
        "[{\"id\":\"zz\",\"about\":\"x\",\"question\":\"q\",\"note\":\"n\",\"positions\":[{\"value\":"
        "\"v\",\"event_ids\":[\"n1\",\"n2\"],\"sources\":[\"s\"]}]}]");
    int saved = delivery_catch_stderr(&delivery);
    cr_assert(import_check(path, &faults));
    delivery_release_stderr(&delivery, saved);
    cr_assert_eq(faults, 2);
    snprintf(path, sizeof path, "%s/in", delivery.directory);
    saved = delivery_catch_stderr(&delivery);
    cr_assert(import_check(path, &faults));
    cr_assert_eq(faults, 2);
    snprintf(path, sizeof path, "%s/in/none.json", delivery.directory);
    cr_assert(import_check(path, &faults));
    const char *said = delivery_release_stderr(&delivery, saved);
    cr_assert_eq(faults, 1);
    cr_assert_not_null(strstr(said, "none.json: it cannot be opened"));
    delivery_close(&delivery);
}

/* Checks one file of that name and content; the number of its faults. */
static size_t check_text(const struct delivery *delivery, const char *name, const char *text,
                         const char **said)
{
    char path[200];
    size_t faults = 99;
    delivery_write(delivery, name, text);
    snprintf(path, sizeof path, "%s/in/%s", delivery->directory, name);
    const int saved = delivery_catch_stderr(delivery);
    cr_assert(import_check(path, &faults));
    *said = delivery_release_stderr(delivery, saved);
    return faults;
}

Test(import, what_a_file_holds_tells_its_kind_where_its_name_does_not, .timeout = 60)
{
    struct delivery delivery = delivery_open();
    const char *said;
    static const char dispute[] =
        "[{\"id\":\"zz\",\"about\":\"x\",\"question\":\"q\",\"note\":\"n\",\"positions\":"
        "[{\"value\":\"v\",\"event_ids\":[\"2022-08-01-chips-act-signed\"],\"sources\":[\"s\"]}]}]";
    cr_expect_eq(check_text(&delivery, "mine.json", dispute, &said), 0, "%s", said);
    cr_expect_gt(check_text(&delivery, "mychips.json", "[{\"id\":\"zz\",\"peak_tops\":{}}]", &said), 1);
    cr_expect_not_null(strstr(said, "mychips.json /0: The member 'vendor' is missing"),
                       "it is read as a chip: %s", said);
    cr_expect_eq(check_text(&delivery, "other.json", "[{\"peak_tops\":{},\"headline\":\"h\"}]", &said), 1);
    cr_expect_not_null(strstr(said, "call it chips.json"), "%s", said);
    cr_expect_eq(check_text(&delivery, "other.json", "[]", &said), 1);
    cr_expect_eq(check_text(&delivery, "other.json", "[1]", &said), 1);
    delivery_close(&delivery);
}

Test(import, a_file_without_any_list_is_not_valid, .timeout = 60)
{
    struct delivery delivery = delivery_open();
    const char *said;
    cr_expect_eq(check_text(&delivery, "chips.json", "{}", &said), 1);
    cr_expect_not_null(strstr(said, "there is no list of documents in it"), "%s", said);
    cr_expect_eq(check_text(&delivery, "chips.json", "{\"meta\":{}}", &said), 1);
    cr_expect_eq(check_text(&delivery, "chips.json", "{\"chips\":[]}", &said), 0, "%s", said);
    delivery_close(&delivery);
}

Test(import, what_the_files_do_not_name_is_counted_and_stays, .timeout = 60)
{
    struct delivery delivery = delivery_open();
    struct import_report report;
    const char *said;
    cr_assert(import_bundled(delivery.store, IMPORT_TELL_NEW, &report));
    cr_expect_eq(report.untouched, 0);
    int64_t counts[KIND_COUNT];
    cr_assert(catalogue_count(delivery.store, 1, counts));
    delivery_write(
        &delivery, "disputes.json",
        "[{\"id\":\"zz\",\"about\":\"x\",\"question\":\"q\",\"note\":\"n\",\"positions\":[{\"value\":\"v\","
        "\"event_ids\":[\"2022-08-01-chips-act-signed\"],\"sources\":[\"s\"]}]}]");
    cr_assert(delivery_import(&delivery, IMPORT_CAREFUL, &report, &said), "%s", said);
    cr_expect_eq(report.documents, 1);
    cr_expect_eq((int64_t)report.untouched, counts[KIND_DISPUTE], "of the kind of the file only");
    delivery_close(&delivery);
}

Test(import, a_change_file_of_a_later_release_puts_and_deletes)
{
    static const char text[] =
        "{\"actor\":\"navicert\",\"note\":\"more\",\"recorded_at\":\"2027-01-01T00:00:00.000Z\","
        "\"puts\":{\"groups\":[{\"id\":\"EU\",\"name\":\"n\",\"description\":\"d\",\"source\":null}]},"
        "\"deletes\":{\"events\":[\"2025-01-01-gone\"],\"chips\":[]}}";
    struct import_batch batch = {0};
    import_read_text(&batch, "changes/0002-more.json", text, strlen(text));
    cr_assert(batch.faults == 0 && !batch.failed && batch.count == 2);
    cr_assert(batch.changes[0].op == CHANGE_PUT && batch.changes[0].kind == KIND_GROUP);
    cr_assert(batch.changes[1].op == CHANGE_DELETE && batch.changes[1].kind == KIND_EVENT);
    cr_assert_str_eq(batch.changes[1].id, "2025-01-01-gone");
    cr_assert_str_eq(batch.pointers[1], "changes/0002-more.json /deletes/events/0");
    import_batch_done(&batch);

    static const char wrong[] = "{\"put\":{},\"deletes\":{\"towns\":[],\"chips\":[1]}}";
    struct delivery delivery = delivery_open();
    const int saved = delivery_catch_stderr(&delivery);
    import_read_text(&batch, "changes/0002-more.json", wrong, strlen(wrong));
    const char *said = delivery_release_stderr(&delivery, saved);
    cr_assert_eq(batch.faults, 3, "%s", said);
    cr_assert_not_null(strstr(said, "'put' is no member of a change set"));
    cr_assert_not_null(strstr(said, "/deletes/chips/0: an id is wanted"));
    import_batch_done(&batch);
    delivery_close(&delivery);
}

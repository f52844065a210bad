#include "server/store_commands.h"
#include "api/import.h"
#include "db/backup.h"
#include "db/catalogue.h"
#include "db/report.h"
#include "db/restore.h"
#include "db/text.h"
#include "db/verify.h"
#include "server/commands.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct store *store_commands_open(const struct options *options, enum store_mode mode)
{
    struct store *store = NULL;
    char reason[STORE_REASON_SIZE];
    if (store_open(options->database, mode, &store, reason))
        return store;
    report_error("%s", reason);
    return NULL;
}

struct store *store_commands_open_filled(const struct options *options)
{
    struct store *store = store_commands_open(options, STORE_WRITE);
    const int64_t head = store ? store_head(store) : -1;
    if (head > 0)
        return store;
    store_close_unused(store);
    if (head == 0)
        report_error("%s holds no data yet: 'navicert import --bundled' makes it", options->database);
    return NULL;
}

static bool import_given(struct store *store, const struct options *options, const char *directory,
                         struct import_report *report)
{
    if (options->bundled)
        return import_bundled(store, IMPORT_TELL_ALL, report) && import_count_bundled(&report->documents);
    char note[300];
    snprintf(note, sizeof note, "Imported from %.200s.", directory);
    /* A name may be any bytes, and may have been cut within a character. */
    if (text_check(note, strlen(note), NULL) != TEXT_GOOD)
        snprintf(note, sizeof note, "Imported from a directory.");
    const struct import_source source = {
        .directory = directory,
        .actor = options->actor,
        .note = options->note ? options->note : note,
        .mode = options->overwrite ? IMPORT_OVERWRITE
                : options->keep    ? IMPORT_KEEP
                                   : IMPORT_CAREFUL,
    };
    return import_directory(store, &source, report);
}

static void tell_imported(const struct import_report *report)
{
    printf("%s: data version %" PRId64 ", %zu documents read", report->recorded ? "recorded" : "nothing new",
           report->data_version, report->documents);
    if (report->not_taken > 0)
        printf("; %zu of them not taken, as told above", report->not_taken);
    if (report->untouched > 0)
        printf("; %zu documents that the files do not name stay as they are", report->untouched);
    putchar('\n');
}

int store_commands_import(const struct options *options, const struct words *words)
{
    const bool has_directory = words->count > 1;
    if (has_directory == options->bundled) {
        report_error("import takes either a directory or --bundled");
        return EXIT_USAGE;
    }
    if ((options->overwrite || options->keep) && (options->bundled || options->overwrite == options->keep)) {
        report_error("--overwrite or --keep, not both, go with a directory");
        return EXIT_USAGE;
    }
    struct store *store = store_commands_open(options, STORE_WRITE);
    if (!store)
        return EXIT_FAILURE;
    struct import_report report = {0};
    const bool imported = import_given(store, options, has_directory ? words->items[1] : NULL, &report);
    store_close_unused(store);
    if (!imported)
        return EXIT_FAILURE;
    tell_imported(&report);
    return EXIT_SUCCESS;
}

/* Says what was written where; the number of documents is counted in the store that it came from. */
static bool tell_written(struct store *store, const char *what, int64_t version, const char *where)
{
    int64_t counts[KIND_COUNT];
    int64_t documents = 0;
    if (!catalogue_count(store, version, counts))
        return false;
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        documents += counts[kind];
    printf("%s data version %" PRId64 ", %" PRId64 " documents, to %s\n", what, version, documents, where);
    return true;
}

int store_commands_export(const struct options *options, const struct words *words)
{
    struct store *store = store_commands_open(options, STORE_READ);
    if (!store)
        return EXIT_FAILURE;
    char reason[STORE_REASON_SIZE];
    /* Fixed before, since others may write meanwhile. */
    const int64_t version = options->at ? options->at : store_head(store);
    const bool exported = version >= 0 && store_export(store, version, words->items[1], reason);
    const bool told = exported && tell_written(store, "exported", version, words->items[1]);
    store_close(store);
    if (!exported && version >= 0)
        report_error("%s", reason);
    return told ? EXIT_SUCCESS : EXIT_FAILURE;
}

int store_commands_verify(const struct options *options, const struct words *words)
{
    (void)words;
    struct store *store = store_commands_open(options, STORE_READ);
    if (!store)
        return EXIT_FAILURE;
    struct verification verification;
    const bool carried_out = store_verify(store, &verification);
    store_close(store);
    if (carried_out && verification.sound) {
        printf("sound: %" PRId64 " revisions, head %s\n", verification.revisions, verification.head_digest);
        return EXIT_SUCCESS;
    }
    if (carried_out)
        report_error("%s", verification.fault);
    else
        report_error("%s could not be looked through to the end: whether it is sound is not known",
                     options->database);
    return EXIT_FAILURE;
}

int store_commands_rebuild(const struct options *options, const struct words *words)
{
    (void)words;
    struct store *store = store_commands_open_filled(options);
    if (!store)
        return EXIT_FAILURE;
    const bool rebuilt = record_rebuild(store);
    const int64_t head = store_head(store);
    store_close(store);
    if (rebuilt)
        printf("rebuilt from the log: data version %" PRId64 "\n", head);
    return rebuilt ? EXIT_SUCCESS : EXIT_FAILURE;
}

int store_commands_backup(const struct options *options, const struct words *words)
{
    struct store *store = store_commands_open(options, STORE_READ);
    if (!store)
        return EXIT_FAILURE;
    char reason[STORE_REASON_SIZE];
    const bool copied = store_backup(store, words->items[1], reason);
    const int64_t version = copied ? store_head(store) : -1;
    const bool told = version >= 0 && tell_written(store, "backed up", version, words->items[1]);
    store_close(store);
    if (!copied)
        report_error("%s", reason);
    return told ? EXIT_SUCCESS : EXIT_FAILURE;
}

int store_commands_restore(const struct options *options, const struct words *words)
{
    struct restored restored;
    char reason[STORE_REASON_SIZE];
    if (!store_restore(words->items[1], options->database, options->overwrite, &restored, reason)) {
        report_error("%s", reason);
        return EXIT_FAILURE;
    }
    printf("restored data version %" PRId64 ", %" PRId64 " documents, to %s\n", restored.data_version,
           restored.documents, options->database);
    if (restored.kept[0])
        printf("what stood there is now %s\n", restored.kept);
    return EXIT_SUCCESS;
}

int store_commands_check(const struct options *options, const struct words *words)
{
    (void)options;
    size_t faults = 0;
    if (!import_check(words->items[1], &faults))
        return EXIT_FAILURE;
    if (faults == 0)
        printf("%s is valid\n", words->items[1]);
    return faults == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#include "server/import_command.h"
#include "api/import.h"
#include "db/report.h"
#include "server/commands.h"
#include "server/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

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

int import_command(const struct options *options, const struct words *words)
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
    struct store *store = commands_open_store(options, STORE_WRITE);
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

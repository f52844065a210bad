/* The bundled change sets, each recorded once: as released in a store without revisions of its own, merged
 * into any other. */
#include "api/import.h"

#include "api/import_merge.h"
#include "api/import_record.h"
#include "db/bundle.h"
#include "db/report.h"

#include <stdlib.h>
#include <string.h>

/* Every change of the revision repeats its note in the feed. */
#define NOTE_SIZE_MAX 2000

struct bundled_import {
    struct store *store;
    struct bundle bundle;
    enum import_telling telling;
    struct import_report *report;
};

/* "2026-12-01" of an instant. */
#define DAY_SIZE 10

static void report_not_taken(const struct merge *merge, const char *what)
{
    const struct bundled_set *set = &merge->bundle->sets[merge->set];
    if (merge->not_taken == 0)
        return;
    report_error("%s of the bundled change set of %.*s (%s): %zu of %zu documents", what, DAY_SIZE,
                 set->recorded_at, set->note, merge->not_taken, merge->bundle->batches[merge->set].count);
    for (const char *line = merge->text; *line;) {
        const size_t size = strcspn(line, "\n");
        report_error("%.*s", (int)size, line);
        line += size + (line[size] == '\n');
    }
}

/* The set's own note, and below it what was not taken, in whole lines. NULL when memory is short (logged). */
static char *write_note(const struct merge *merge)
{
    const char *note = merge->bundle->sets[merge->set].note;
    size_t kept = 0, lines = 0;
    char *whole = NULL;
    for (const char *end = merge->text;
         (end = strchr(end, '\n')) && (size_t)(end - merge->text) < NOTE_SIZE_MAX; end++, lines++)
        kept = (size_t)(end - merge->text);
    int written;
    if (merge->not_taken == 0)
        written = asprintf(&whole, "%s", note);
    else if (lines == merge->not_taken)
        written = asprintf(&whole, "%s\n%.*s", note, (int)kept, merge->text);
    else
        written = asprintf(&whole, "%s\n%.*s\nand %zu more: navicert import --bundled lists them all", note,
                           (int)kept, merge->text, merge->not_taken - lines);
    if (written >= 0)
        return whole;
    report_error("memory is short for the bundled data set");
    return NULL;
}

/* A revision is added even when nothing is taken: the store then knows that it has dealt with the set. */
static enum record_outcome record_merged(struct bundled_import *import, const struct merge *merge)
{
    const struct bundled_set *bundled = &merge->bundle->sets[merge->set];
    char *note = write_note(merge);
    if (!note)
        return RECORD_FAILED;
    /* A store with revisions of its own did not know the set before now. */
    const bool is_unedited = merge->head == (int64_t)merge->set;
    const struct change_set set = {.recorded_at = is_unedited ? bundled->recorded_at : NULL,
                                   .actor = bundled->actor,
                                   .note = note,
                                   .changes = merge->changes,
                                   .count = merge->count,
                                   .keeps_empty = true};
    const enum record_outcome outcome =
        record_change_set(import->store, merge->head, &set, &import->report->data_version);
    free(note);
    return outcome;
}

static enum record_outcome merge_set(struct bundled_import *import, size_t set, int64_t head)
{
    struct merge merge = {.store = import->store, .bundle = &import->bundle, .set = set, .head = head};
    enum record_outcome outcome = RECORD_FAILED;
    if (merge_begin(&merge) && merge_sort_out(&merge) && merge_finish(&merge))
        outcome = record_merged(import, &merge);
    if (outcome == RECORD_DONE) {
        report_not_taken(&merge, "not taken");
        import->report->not_taken += merge.not_taken;
        import->report->documents += import->bundle.batches[set].count;
        import->report->recorded = true;
    }
    merge_done(&merge);
    return outcome;
}

/* What was not taken when the set came in and still stands so. */
static bool tell_standing(struct bundled_import *import, size_t set, int64_t head, int64_t seq)
{
    struct merge merge = {.store = import->store, .bundle = &import->bundle, .set = set, .head = head};
    const bool told = merge_begin(&merge) && merge_tell_standing(&merge, seq) && merge_finish(&merge);
    if (told) {
        report_not_taken(&merge, "still not taken");
        import->report->not_taken += merge.not_taken;
    }
    merge_done(&merge);
    return told;
}

/* Another process may record the same set meanwhile: what is found after the head was read holds as long as
 * the head does. */
static bool import_set(struct bundled_import *import, size_t set)
{
    const struct bundled_set *bundled = &import->bundle.sets[set];
    enum record_outcome outcome = RECORD_HEAD_MOVED;
    for (int attempt = 0; outcome == RECORD_HEAD_MOVED && attempt < IMPORT_ATTEMPTS_MAX; attempt++) {
        const int64_t head = store_head(import->store);
        const int64_t had = revisions_find_noted(import->store, bundled->actor, bundled->note);
        if (head < 0 || had < 0)
            return false;
        if (had > 0 && import->telling == IMPORT_TELL_NEW)
            return true;
        if (!bundle_read(&import->bundle))
            return false;
        if (had > 0)
            return tell_standing(import, set, head, had);
        outcome = merge_set(import, set, head);
    }
    return import_tell(outcome);
}

bool import_sets(struct store *store, const struct bundled_set *sets, size_t count,
                 enum import_telling telling, struct import_report *report)
{
    struct bundled_import import = {
        .store = store, .bundle = {.sets = sets, .count = count}, .telling = telling, .report = report};
    *report = (struct import_report){0};
    bool done = true;
    for (size_t i = 0; done && i < count; i++)
        done = import_set(&import, i);
    bundle_close(&import.bundle);
    report->data_version = store_head(store);
    return done && report->data_version >= 0;
}

bool import_bundled(struct store *store, enum import_telling telling, struct import_report *report)
{
    return import_sets(store, bundled_sets, bundled_set_count, telling, report);
}

bool import_count_lacking(struct store *store, size_t *lacking)
{
    size_t count = 0;
    for (size_t i = 0; i < bundled_set_count; i++) {
        const int64_t had = revisions_find_noted(store, bundled_sets[i].actor, bundled_sets[i].note);
        if (had < 0)
            return false;
        count += had == 0;
    }
    *lacking = count;
    return true;
}

bool import_count_bundled(size_t *documents)
{
    struct bundle bundle = {.sets = bundled_sets, .count = bundled_set_count};
    const bool done = bundle_read(&bundle);
    size_t count = 0;
    for (size_t i = 0; done && i < bundle.count; i++)
        count += bundle.batches[i].count;
    if (done)
        *documents = count;
    bundle_close(&bundle);
    return done;
}

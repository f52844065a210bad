#include "api/import.h"

#include "api/import_edits.h"
#include "api/import_record.h"
#include "db/catalogue.h"
#include "db/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static bool check_meaning(struct store *store, struct import_batch *batch, const struct change *changes,
                          size_t count, const char *const *pointers)
{
    struct faults faults = {0};
    const bool carried_out = document_check_meaning(store, changes, count, pointers, &faults);
    batch->faults += import_print_faults(&faults);
    if (!carried_out)
        batch->failed = true;
    return carried_out && batch->faults == 0;
}

/* Of the kinds of the files, what stands in the store and is not named by them. */
static bool count_untouched(struct store *store, const struct import_batch *batch,
                            struct import_report *report)
{
    int64_t counts[KIND_COUNT];
    if (!catalogue_count(store, report->data_version, counts))
        return false;
    for (size_t i = 0; i < batch->count; i++) {
        const struct change *change = &batch->changes[i];
        int64_t gone_since;
        counts[change->kind] -= catalogue_find(store, change->kind, change->id, report->data_version, NULL,
                                               NULL, &gone_since) == FIND_FOUND;
    }
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        if (batch->has_kind[kind] && counts[kind] > 0)
            report->untouched += (size_t)counts[kind];
    return true;
}

static bool refuse(const struct edits *edits)
{
    report_error(
        "nothing was recorded: the files would undo what others edited here (%zu told above); --overwrite "
        "takes the files' versions, --keep leaves theirs",
        edits->conflicts);
    return false;
}

/* Whatever others wrote to the head is looked at again before each attempt. */
static bool attempt(struct import_batch *batch, struct edits *edits, const char *note,
                    struct import_report *report, enum record_outcome *outcome)
{
    edits->head = store_head(edits->store);
    if (edits->head < 0 || !edits_sort_out(edits))
        return false;
    fputs(edits->told, stderr);
    if (edits->conflicts > 0 && edits->mode == IMPORT_CAREFUL)
        return refuse(edits);
    if (!check_meaning(edits->store, batch, edits->changes, edits->count, edits->pointers))
        return false;
    const struct change_set set = {
        .actor = edits->actor, .note = note, .changes = edits->changes, .count = edits->count};
    *outcome = record_change_set(edits->store, edits->head, &set, &report->data_version);
    report->not_taken = batch->count - edits->count;
    return true;
}

static bool record_batch(struct store *store, struct import_batch *batch, const struct import_source *source,
                         struct import_report *report)
{
    enum record_outcome outcome = RECORD_HEAD_MOVED;
    for (int i = 0; outcome == RECORD_HEAD_MOVED && i < IMPORT_ATTEMPTS_MAX; i++) {
        struct edits edits = {.store = store, .batch = batch, .actor = source->actor, .mode = source->mode};
        const bool attempted = attempt(batch, &edits, source->note, report, &outcome);
        edits_done(&edits);
        if (!attempted)
            return false;
    }
    report->documents = batch->count;
    report->recorded = outcome == RECORD_DONE;
    return import_tell(outcome);
}

bool import_directory(struct store *store, const struct import_source *source, struct import_report *report)
{
    struct import_batch batch = {0};
    *report = (struct import_report){0};
    import_read_directory(&batch, source->directory);
    const bool done = !batch.failed && batch.faults == 0 && record_batch(store, &batch, source, report) &&
                      count_untouched(store, &batch, report);
    import_batch_done(&batch);
    return done;
}

bool import_check(const char *path, size_t *faults)
{
    char reason[STORE_REASON_SIZE];
    struct store *store = NULL;
    struct import_report report;
    struct import_batch batch = {0};
    struct stat found;
    /* What a file refers to outside itself is looked for in the bundled data set. */
    if (!store_open(":memory:", STORE_WRITE, &store, reason)) {
        report_error("%s", reason);
        return false;
    }
    const bool ready = import_bundled(store, IMPORT_TELL_NEW, &report);
    if (ready && stat(path, &found) == 0 && S_ISDIR(found.st_mode))
        import_read_directory(&batch, path);
    else if (ready)
        import_read_file(&batch, path);
    if (ready && batch.faults == 0 && !batch.failed)
        check_meaning(store, &batch, batch.changes, batch.count, (const char *const *)batch.pointers);
    const bool done = ready && !batch.failed;
    if (done)
        *faults = batch.faults;
    import_batch_done(&batch);
    store_close(store);
    return done;
}

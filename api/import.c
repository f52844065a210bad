#include "api/import.h"

#include "api/import_read.h"
#include "db/bundle.h"
#include "db/catalogue.h"
#include "db/report.h"
#include "db/revisions.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Somebody else may write while we check; then all is checked again against what they wrote. */
#define ATTEMPTS_MAX 3

static bool check_meaning(struct store *store, struct import_batch *batch)
{
    struct faults faults = {0};
    const bool carried_out = document_check_meaning(store, batch->changes, batch->count,
                                                    (const char *const *)batch->pointers, &faults);
    batch->faults += import_print_faults(&faults);
    if (!carried_out)
        batch->failed = true;
    return carried_out && batch->faults == 0;
}

static bool tell(enum record_outcome outcome)
{
    switch (outcome) {
    case RECORD_DONE:
    case RECORD_NOTHING:
        return true;
    case RECORD_HEAD_MOVED:
        report_error(
            "nothing was recorded: others keep writing to the store, try again when they have finished");
        return false;
    case RECORD_NO_SPACE:
        return false; /* said where it happened */
    case RECORD_FAILED:
        report_error("nothing was recorded");
        return false;
    }
    return false;
}

/* Checks the batch against the head and records it in one revision. */
static bool record_batch(struct store *store, struct import_batch *batch, struct change_set set,
                         struct import_report *report)
{
    enum record_outcome outcome = RECORD_HEAD_MOVED;
    set.changes = batch->changes;
    set.count = batch->count;
    for (int attempt = 0; outcome == RECORD_HEAD_MOVED && attempt < ATTEMPTS_MAX; attempt++) {
        const int64_t head = store_head(store);
        if (head < 0 || batch->failed || batch->faults || !check_meaning(store, batch))
            return false;
        outcome = record_change_set(store, head, &set, &report->data_version);
    }
    report->documents += batch->count;
    report->recorded = report->recorded || outcome == RECORD_DONE;
    return tell(outcome);
}

/* Every document of the batch is in the store by now, each once. */
static bool count_untouched(struct store *store, const struct import_batch *batch,
                            struct import_report *report)
{
    int64_t counts[KIND_COUNT];
    if (!catalogue_count(store, report->data_version, counts))
        return false;
    for (size_t i = 0; i < batch->count; i++)
        if (batch->changes[i].op == CHANGE_PUT)
            counts[batch->changes[i].kind]--;
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        if (batch->has_kind[kind] && counts[kind] > 0)
            report->untouched += (size_t)counts[kind];
    return true;
}

bool import_directory(struct store *store, const char *directory, const char *actor, const char *note,
                      struct import_report *report)
{
    struct import_batch batch = {0};
    *report = (struct import_report){0};
    import_read_directory(&batch, directory);
    const bool done =
        record_batch(store, &batch, (struct change_set){.actor = actor, .note = note}, report) &&
        count_untouched(store, &batch, report);
    import_batch_done(&batch);
    return done;
}

static void read_set(struct import_batch *batch, const struct bundled_set *bundled)
{
    for (size_t i = 0; i < bundled->file_count; i++)
        import_read_text(batch, bundled->files[i].name, bundled->files[i].text, bundled->files[i].size);
}

static bool import_set(struct store *store, const struct bundled_set *bundled, bool is_unedited,
                       struct import_report *report)
{
    struct import_batch batch = {0};
    read_set(&batch, bundled);
    /* In a store with revisions of its own, the set was not known before now. */
    const struct change_set set = {.recorded_at = is_unedited ? bundled->recorded_at : NULL,
                                   .actor = bundled->actor,
                                   .note = bundled->note};
    const bool done = record_batch(store, &batch, set, report);
    import_batch_done(&batch);
    return done;
}

bool import_bundled(struct store *store, struct import_report *report)
{
    *report = (struct import_report){0};
    for (size_t i = 0; i < bundled_set_count; i++) {
        const int64_t had = revisions_find_noted(store, bundled_sets[i].actor, bundled_sets[i].note);
        const int64_t head = store_head(store);
        if (had < 0 || head < 0)
            return false;
        if (had == 0 && !import_set(store, &bundled_sets[i], head == (int64_t)i, report))
            return false;
    }
    report->data_version = store_head(store);
    return report->data_version >= 0;
}

bool import_count_bundled(size_t *documents)
{
    struct import_batch batch = {0};
    for (size_t i = 0; i < bundled_set_count; i++)
        read_set(&batch, &bundled_sets[i]);
    const bool done = !batch.failed;
    if (done)
        *documents = batch.count;
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
    const bool ready = import_bundled(store, &report);
    if (ready && stat(path, &found) == 0 && S_ISDIR(found.st_mode))
        import_read_directory(&batch, path);
    else if (ready)
        import_read_file(&batch, path);
    if (ready && batch.faults == 0 && !batch.failed)
        check_meaning(store, &batch);
    const bool done = ready && !batch.failed;
    if (done)
        *faults = batch.faults;
    import_batch_done(&batch);
    store_close(store);
    return done;
}

/* Files of the data set, as `navicert check` reads them: what is wrong is told, nothing else happens. */
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include "api/import_read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = {"chips.json",        "rulings.json",      "events.json",
                                    "destinations.json", "changes/0009.json", "disputes.json",
                                    "what-is-this.json", "dataset.json"};

/* Faults are printed, which is slow and of no use here. */
static FILE *silence(FILE *to)
{
    FILE *kept = stderr;
    stderr = to;
    return kept;
}

static size_t count_faults(const char *name, const char *text, size_t size, json_t **root)
{
    struct import_batch batch = {0};
    struct faults faults = {0};
    import_read_text(&batch, name, text, size);
    const bool checked = !batch.failed && batch.faults == 0 &&
                         document_check_meaning(world()->store, batch.changes, batch.count,
                                                (const char *const *)batch.pointers, &faults);
    const size_t count = batch.faults + faults.total;
    const bool failed = batch.failed || (batch.faults == 0 && !checked);
    *root = batch.root_count ? json_incref(batch.roots[0]) : NULL;
    faults_done(&faults);
    import_batch_done(&batch);
    return failed ? SIZE_MAX : count;
}

void target_import(const uint8_t *data, size_t size)
{
    struct choices choices = {data, size};
    const char *name = names[choices_take(&choices, sizeof names / sizeof names[0])];
    world();
    json_t *root, *unused;
    static FILE *nowhere;
    if (!nowhere)
        nowhere = fopen("/dev/null", "w");
    MUST(nowhere, "there is /dev/null");
    FILE *told = silence(nowhere);
    const size_t count = count_faults(name, (const char *)choices.data, choices.size, &root);
    char *again = root ? json_dumps(root, JSON_COMPACT) : NULL;
    const size_t second = again ? count_faults(name, again, strlen(again), &unused) : count;
    if (again)
        json_decref(unused);
    silence(told);
    MUST(count != SIZE_MAX, "a fault of ours");
    MUST(second == count, "%zu faults, and when written and read again %zu", count, second);
    free(again);
    json_decref(root);
}

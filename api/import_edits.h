#pragma once
/* Private to api/import.c: files must not undo what somebody wrote to the store since they were taken from
 * it. */

#include "api/import.h"
#include "api/import_read.h"

struct edits {
    struct store *store;
    const struct import_batch *batch;
    const char *actor; /* who imports */
    enum import_mode mode;
    int64_t head;
    int64_t origin;         /* the data version that the files were exported at; 0: not known here */
    struct change *changes; /* what is taken; borrowed from the batch like their pointers */
    const char **pointers;
    size_t count;
    size_t conflicts; /* edited here and in the files, both apart */
    size_t behind;    /* edited here; the file has an earlier version */
    char *told;       /* a line for each of both, from malloc */
};

/* Sorts the documents of the batch out against the head. False on failure (logged); `edits_done` in any case.
 */
bool edits_sort_out(struct edits *edits);
void edits_done(struct edits *edits);

#pragma once
/* Private to api/import_bundled.c: a bundled change set laid over a store that may have edits of its own. A
 * document that was edited is kept whole, and told; nothing is guessed. */

#include "api/import_read.h"
#include "db/bundle.h"
#include "db/revisions.h"

#include <stdio.h>

/* All change sets that came with the program; sets[i] as read is batches[i]. */
struct bundle {
    const struct bundled_set *sets;
    size_t count;
    struct import_batch *batches; /* NULL until they are read */
};

/* Reads the sets once. False when one has faults (printed) or memory is short (logged). */
bool bundle_read(struct bundle *bundle);
void bundle_close(struct bundle *bundle);
/* Whether that revision recorded one of the sets. */
bool bundle_wrote(const struct bundle *bundle, const struct revision *revision);

struct merge {
    struct store *store;
    const struct bundle *bundle; /* read */
    size_t set;                  /* which of them */
    int64_t head;
    struct change *changes; /* what is taken; documents and ids are the bundle's */
    size_t count;
    FILE *told; /* a line for each document that is not taken: "chip x: kept, because …" */
    char *text; /* those lines, after merge_finish */
    size_t size;
    size_t not_taken;
};

/* False on failure (logged). `merge_done` in any case. */
bool merge_begin(struct merge *merge);
/* Sorts the documents of the set out: base is what the sets before it left, theirs what it holds, mine the
 * head. Taken is what nobody edited here, as far as it still has a meaning without the rest. */
bool merge_sort_out(struct merge *merge);
/* Of a set that revision `seq` took in: tells what was not taken then and still stands so. */
bool merge_tell_standing(struct merge *merge, int64_t seq);
/* Makes `text` readable. */
bool merge_finish(struct merge *merge);
void merge_done(struct merge *merge);

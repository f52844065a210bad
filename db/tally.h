#pragma once
/* How many documents of a kind stood after each revision, kept as they are written: to count them takes no
 * look at their rows. */

#include "db/kind.h"
#include "db/store.h"

struct tally {
    int64_t documents; /* that stood */
    int64_t last_row;  /* of the kind's table; 0: none */
};

/* As it was at a data version; false on failure (logged). */
bool tally_find(struct store *store, enum kind kind, int64_t at, struct tally *tally);
/* After a row was added in revision `seq`, by which so many documents more stand. */
bool tally_add(struct store *store, enum kind kind, int64_t seq, int64_t row, int difference);

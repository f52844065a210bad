#pragma once
/* Whether the file still holds what was recorded: pages, digest chain, and a projection equal to a replay of
 * the log. */

#include "db/store.h"

struct verification {
    int64_t revisions;
    char head_digest[65]; /* hex */
    bool sound;
    char fault[STORE_REASON_SIZE]; /* the first fault, one sentence naming table and row */
};

/* False when it could not be carried out (logged). */
bool store_verify(struct store *store, struct verification *verification);

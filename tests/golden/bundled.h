#pragma once
/* A store with the bundled data set in a directory of its own. */

#include "db/store.h"

struct bundled {
    char directory[64];
    char path[96];
    struct store *store; /* that writes */
};

struct bundled bundled_open(void);
void bundled_close(struct bundled *bundled);

#pragma once
/* Private to db/: whether two stores hold the same rows, in every table that there is. */

#include "db/store.h"

/* Tables are discovered, so that no new one is forgotten; those of the full-text index are among them. The
 * first difference is named in `fault`. `failed`: it could not be carried out (logged). */
bool compare_stores(struct store *stored, struct store *replayed, char fault[static STORE_REASON_SIZE],
                    bool *failed);

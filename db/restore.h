#pragma once
/* A backup put in the place of a database. */

#include "db/store.h"

struct restored {
    int64_t data_version;
    int64_t documents;
    char kept[4096]; /* where the database that stood there is now; "": there was none */
};

/* A copy of the backup is brought to the present schema and verified (pages, digests, tables), and then takes
 * the place of `path` at once. Where a database stands there it is refused, or with `overwrite` kept beside
 * it as <path>.before-restore, with its log taken in; refused where anybody has it open. The backup is only
 * read. On failure nothing has changed, and the reason is one sentence. */
bool store_restore(const char *backup, const char *path, bool overwrite, struct restored *restored,
                   char reason[static STORE_REASON_SIZE]);

#pragma once
/* Copies of the store: the online backup, and the data set as files. */

#include "db/store.h"

/* A consistent copy of a live database in one file (SQLite's backup API), written beside and renamed; an
 * existing file is refused. */
bool store_backup(struct store *store, const char *path, char reason[static STORE_REASON_SIZE]);
/* The documents of version `at` (0: the head) as the files of the data set, canonical and sorted; the
 * directory is made. */
bool store_export(struct store *store, int64_t at, const char *directory,
                  char reason[static STORE_REASON_SIZE]);

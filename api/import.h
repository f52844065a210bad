#pragma once
/* Taking documents in from files: the bundled data set, a directory, or a single file to check. */

#include "api/document.h"

struct import_report {
    int64_t data_version; /* head afterwards */
    size_t documents;     /* read */
    bool recorded;        /* a revision was added */
};

/* Every fault is printed to stderr as "FILE POINTER: sentence"; false means nothing was recorded. Documents
 * that are not in the directory stay as they are. */
bool import_directory(struct store *store, const char *directory, const char *actor, const char *note,
                      struct import_report *report);
/* Records the bundled change sets that the store does not have yet; an empty store gets exactly their
 * recorded_at, actor and note. */
bool import_bundled(struct store *store, struct import_report *report);
/* Checks one file of the data set (chips.json …), or a directory of them, without a store to write to.
 * Returns the number of faults, printed like those of import. */
bool import_check(const char *path, size_t *faults);

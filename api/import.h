#pragma once
/* Taking documents in from files: the bundled data set, a directory, or a single file to check. */

#include "api/document.h"

struct import_report {
    int64_t data_version; /* head afterwards */
    size_t documents;     /* read */
    size_t untouched;     /* of the kinds of the files, but not named by them */
    bool recorded;        /* a revision was added */
};

/* Every fault is printed to stderr as "FILE POINTER: sentence"; false means nothing was recorded. Documents
 * that are not in the directory stay as they are. */
bool import_directory(struct store *store, const char *directory, const char *actor, const char *note,
                      struct import_report *report);
/* Records the bundled change sets that the store does not have yet; an empty store gets exactly their
 * recorded_at, actor and note. */
bool import_bundled(struct store *store, struct import_report *report);
/* How many documents came with the program. */
bool import_count_bundled(size_t *documents);
/* Checks one file of the data set (chips.json …, or one whose content tells its kind), or a directory of
 * them, without a store to write to. Returns the number of faults, printed like those of import. */
bool import_check(const char *path, size_t *faults);

#pragma once
/* Taking documents in from files: the bundled data set, a directory, or a single file to check. */

#include "api/document.h"
#include "db/bundle.h"

struct import_report {
    int64_t data_version; /* head afterwards */
    size_t documents;     /* read */
    size_t untouched;     /* of the kinds of the files, but not named by them */
    size_t not_taken;     /* left as they stand, each told on stderr */
    bool recorded;        /* a revision was added */
};

/* What becomes of a document that somebody else edited in the store since the files were taken from it. */
enum import_mode {
    IMPORT_CAREFUL,   /* it is told and nothing is recorded */
    IMPORT_OVERWRITE, /* the file's version is recorded */
    IMPORT_KEEP,      /* the store's version stays */
};

struct import_source {
    const char *directory;
    const char *actor;
    const char *note;
    enum import_mode mode;
};

/* Every fault is printed to stderr as "FILE POINTER: sentence"; false means nothing was recorded. Documents
 * that are not in the directory stay as they are, and so does what was edited in the store where the file has
 * an earlier version of it, unless the mode is to overwrite. */
bool import_directory(struct store *store, const struct import_source *source, struct import_report *report);

enum import_telling {
    IMPORT_TELL_NEW, /* what is not taken now */
    IMPORT_TELL_ALL, /* also what was not taken earlier and still stands so */
};

/* Records the bundled change sets that the store does not have yet. An empty or unedited store gets exactly
 * their recorded_at, actor and note. In any other, a document that was edited there and in the set is left as
 * it stands, and so is what would have no meaning without it: each is told on stderr and, as far as there is
 * room, below the note of the revision. */
bool import_bundled(struct store *store, enum import_telling telling, struct import_report *report);
/* The same with other sets than those of the program. */
bool import_sets(struct store *store, const struct bundled_set *sets, size_t count,
                 enum import_telling telling, struct import_report *report);
/* How many of them the store does not have. False on failure (logged). */
bool import_count_lacking(struct store *store, size_t *lacking);
/* How many documents came with the program. */
bool import_count_bundled(size_t *documents);
/* Checks one file of the data set (chips.json …, or one whose content tells its kind), or a directory of
 * them, without a store to write to. Returns the number of faults, printed like those of import. */
bool import_check(const char *path, size_t *faults);

#pragma once
/* A look at the file of a store before SQLite touches it, so that what is not ours is refused untouched. */

#include "db/store.h"

struct store_file {
    bool exists;
    bool empty;
    bool is_wal;        /* the header asks for a write-ahead log */
    bool has_log;       /* a write-ahead log or a rollback journal lies beside it and is not empty */
    bool is_shared;     /* a write-ahead log, empty or not: others may have it open now */
    bool is_unfinished; /* a rollback journal is to be undone before anything in it counts */
    bool is_writable;   /* the file, where it exists, and its directory */
};

/* False with a sentence when this cannot be a store for that mode: no such file or directory, not a database,
 * not ours, too new … */
bool store_file_look(const char *path, enum store_mode mode, struct store_file *file,
                     char reason[static STORE_REASON_SIZE]);
/* Whether the two numbers of the header are those of a store that this program can use. */
bool store_file_is_ours(const char *path, enum store_mode mode, int64_t application, int64_t version,
                        char reason[static STORE_REASON_SIZE]);

/* The file and all that SQLite may have put beside it. */
void store_file_remove(const char *path);

#pragma once
/* One connection to the SQLite file: opening it safely, its transactions, its head. Used by one thread at a
 * time. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct store;

enum store_mode {
    STORE_READ,  /* never writes; the file must exist and be of this version */
    STORE_WRITE, /* creates and migrates as needed */
};

#define STORE_REASON_SIZE 512

/* On failure the reason is one sentence for the operator, naming the file and the mend, and the file is
 * untouched. Reasons include: not a database, another program's database, damaged, written by a newer
 * navicert, no such file (read), no writable place, disk full, a WAL file on a read-only mount, in use by
 * another writer. */
bool store_open(const char *path, enum store_mode mode, struct store **store,
                char reason[static STORE_REASON_SIZE]);
/* The same of a file that this process has opened so and closed again: its pages, which are all read the
 * first time, are not read once more. */
bool store_open_checked(const char *path, enum store_mode mode, struct store **store,
                        char reason[static STORE_REASON_SIZE]);
/* Another connection to the file of one that stays open meanwhile. store_open looks at a file before SQLite
 * does, and closing any descriptor of a file drops all locks that the process holds on it (SQLite, "How to
 * corrupt", 2.2): a process that has a file open already must come this way, also to write. */
bool store_open_beside(const struct store *open, enum store_mode mode, struct store **store,
                       char reason[static STORE_REASON_SIZE]);
void store_close(struct store *store);
/* As store_close; takes a file away again that store_open made and in which nothing was recorded. */
void store_close_unused(struct store *store);

/* The last revision, 0 when empty, -1 when it cannot be read (logged). */
int64_t store_head(struct store *store);
/* Whether another connection has changed the file since the last call here (PRAGMA data_version): cheap, for
 * a timer. */
bool store_changed(struct store *store);

/* Undoes what a failed write could not undo for want of memory. False while it cannot: then what this
 * connection reads was never recorded, and nothing may be told of it. */
bool store_settle(struct store *store);

/* One read transaction around all reads of a request: they see one state of the file. It begins with the
 * first of them. */
void store_read_begin(struct store *store);
void store_read_end(struct store *store);
/* Every statement of this connection stops after so many milliseconds of a request; the read then fails. 0:
 * no limit. */
void store_set_deadline(struct store *store, unsigned timeout_ms);
/* Whether the last failed read failed for that reason. */
bool store_timed_out(const struct store *store);

/* The data version that was the latest at that instant (RFC 3339, any offset); 0 when before the first
 * revision, -1 on failure. */
int64_t store_version_at(struct store *store, const char *instant);

#pragma once
/* Private to db/: what a store consists of, and the few functions through which SQLite is used. */

#include "db/harden.h"
#include "db/kind.h"
#include "db/store.h"
#include "sql.h"

#include <sqlite3.h>

/* "NavC": the mark in the file's header that tells our databases from others. */
#define STORE_APPLICATION_ID 0x4e617643
/* The open end of recorded_until. */
#define STORE_OPEN_END INT64_MAX
/* Assembled list statements that a connection keeps prepared: about as many as a dashboard has different
 * views. */
#define STORE_LISTS_MAX 32

struct list_statement {
    sqlite3_stmt *statement;
    uint64_t used;
};

struct store {
    sqlite3 *db;
    char *path;
    enum store_mode mode;
    enum rights rights;
    bool created;                        /* its file was made when it was opened */
    bool full;                           /* a write failed for want of space since record_change_set began */
    bool immutable;                      /* opened as a file that nobody can write */
    sqlite3_stmt *statements[SQL_COUNT]; /* prepared when first used */
    struct list_statement lists[STORE_LISTS_MAX];
    uint64_t list_uses;
    bool reading; /* between store_read_begin and store_read_end */
    bool stale;   /* the read transaction before could not be ended: it sees another state of the file */
    unsigned timeout_ms;
    int64_t deadline_ms; /* monotonic; 0: none */
    bool timed_out;
    int64_t data_version;
    char *revision_texts[3]; /* what revisions_find handed out last */
};

/* Ready to be bound, or NULL (logged). Those of each kind go by the first one's name. */
sqlite3_stmt *sqlite_statement(struct store *store, enum sql sql);
sqlite3_stmt *sqlite_statement_of(struct store *store, enum sql first, enum kind kind);
/* An assembled statement, kept for the next time. */
sqlite3_stmt *sqlite_list_statement(struct store *store, const char *sql);

/* By parameter name; the text must live until the statement is reset. NULL and NAN are null. A failure shows
 * in the next step. */
void sqlite_bind_text(sqlite3_stmt *statement, const char *name, const char *text);
void sqlite_bind_bytes(sqlite3_stmt *statement, const char *name, const char *text, size_t size);
void sqlite_bind_integer(sqlite3_stmt *statement, const char *name, int64_t number);
void sqlite_bind_number(sqlite3_stmt *statement, const char *name, double number);

enum fetch { FETCH_ROW, FETCH_DONE, FETCH_FAILED };
/* The next row. DONE and FAILED (logged) also reset the statement; after a last wanted ROW call sqlite_end.
 */
enum fetch sqlite_step(struct store *store, sqlite3_stmt *statement);
void sqlite_end(sqlite3_stmt *statement);
/* Runs a statement that gives no rows, and resets it. */
bool sqlite_run(struct store *store, sqlite3_stmt *statement);
/* The first column of its only row, or `otherwise` when there is none; false on failure. */
bool sqlite_integer(struct store *store, sqlite3_stmt *statement, int64_t otherwise, int64_t *number);
/* Runs text that takes no values, such as BEGIN. */
bool sqlite_execute(struct store *store, const char *sql);

/* A column's text with its size, "" for null. */
const char *sqlite_text(sqlite3_stmt *statement, int column);
size_t sqlite_size(sqlite3_stmt *statement, int column);

/* Says on stderr what failed and why, unless a deadline was the reason. Always false. */
bool sqlite_fail(struct store *store, const char *what);
/* Whether the last failure was for want of room. */
bool sqlite_is_full(const struct store *store);

/* Ends the transaction that store_read_begin announced, if a statement has begun it. */
bool sqlite_end_reading(struct store *store);
/* Ends one that could not be ended when it should have been; false while it cannot: then nothing may be read.
 */
bool sqlite_end_stale(struct store *store);
/* A read transaction unless there is one already; `*own` says which, for the end. */
bool sqlite_read_begin(struct store *store, bool *own);
void sqlite_read_end(struct store *store, bool own);

/* db/store_open.c: the path as a URI, so that nothing in it is read as an option; from malloc, NULL when
 * memory is short. */
char *sqlite_uri(const char *path, bool immutable);
/* db/schema.c: applies the migrations that are missing, in one transaction. */
bool schema_migrate(struct store *store, char reason[static STORE_REASON_SIZE]);
/* A sentence for a failed call on that file. Always false. */
bool sqlite_explain(int code, const char *detail, const char *path, char reason[static STORE_REASON_SIZE]);

/* The schema's version: brings a file up to date, one transaction for all steps. */

#include "db/migrations.h"
#include "db/projection.h"
#include "db/sqlite.h"
#include "db/tokens_seal.h"

#include <errno.h>
#include <stdio.h>

static bool pragma_number(struct store *store, const char *sql, int64_t *number)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK)
        return false;
    const bool found = sqlite3_step(statement) == SQLITE_ROW;
    if (found)
        *number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return found;
}

static bool run(struct store *store, const char *sql, char reason[static STORE_REASON_SIZE])
{
    const int code = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    if (code == SQLITE_OK)
        return true;
    if (sqlite_is_full(store))
        return sqlite_explain(SQLITE_FULL, "", store->path, reason);
    return sqlite_explain(code, sqlite3_errmsg(store->db), store->path, reason);
}

static bool apply(struct store *store, int64_t applied, char reason[static STORE_REASON_SIZE])
{
    for (size_t i = (size_t)applied; i < migration_count; i++) {
        if (!run(store, migrations[i].sql, reason))
            return false;
    }
    char stamp[128];
    snprintf(stamp, sizeof stamp, "PRAGMA application_id = %d; PRAGMA user_version = %zu",
             STORE_APPLICATION_ID, migration_count);
    if (!run(store, stamp, reason))
        return false;
    /* New columns and tables are filled from the log. */
    if (tokens_seal(store) && (applied == 0 || projection_replay(store, store)))
        return true;
    snprintf(reason, STORE_REASON_SIZE,
             "%s could not be brought to the present schema: see the message before this one, the file is as "
             "it was",
             store->path);
    return false;
}

/* Of what fails in a COMMIT, SQLite does not keep the system's error. */
static bool commit(struct store *store, char reason[static STORE_REASON_SIZE])
{
    errno = 0;
    const int code = sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
    const bool is_full = errno == ENOSPC || errno == EFBIG || errno == EDQUOT;
    if (code == SQLITE_OK)
        return true;
    return sqlite_explain(code == SQLITE_IOERR && is_full ? SQLITE_FULL : code, sqlite3_errmsg(store->db),
                          store->path, reason);
}

bool schema_migrate(struct store *store, char reason[static STORE_REASON_SIZE])
{
    int64_t applied = 0;
    if (pragma_number(store, "PRAGMA user_version", &applied) && applied == (int64_t)migration_count)
        return true;
    if (!run(store, "BEGIN IMMEDIATE", reason))
        return false;
    /* Another process may have been faster. */
    bool done = pragma_number(store, "PRAGMA user_version", &applied) && applied == (int64_t)migration_count;
    if (!done)
        done = apply(store, applied, reason);
    if (done && commit(store, reason))
        return true;
    if (!sqlite3_get_autocommit(store->db))
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return false;
}

#include "db/compare.h"

#include "db/sqlite.h"

#include <stdio.h>
#include <string.h>

#define SQL_SIZE 1024

struct pair {
    struct store *stored;
    struct store *replayed;
    char *fault;
    bool *failed;
};

static sqlite3_stmt *prepare(struct store *store, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK)
        sqlite_fail(store, sql);
    return statement;
}

static bool values_equal(sqlite3_stmt *a, sqlite3_stmt *b, int column)
{
    const int type = sqlite3_column_type(a, column);
    if (type != sqlite3_column_type(b, column))
        return false;
    if (type == SQLITE_INTEGER)
        return sqlite3_column_int64(a, column) == sqlite3_column_int64(b, column);
    if (type == SQLITE_FLOAT) {
        /* SQLite stores no NaN. */
        const double left = sqlite3_column_double(a, column);
        const double right = sqlite3_column_double(b, column);
        return !(left < right) && !(left > right);
    }
    if (type == SQLITE_NULL)
        return true;
    const void *left = sqlite3_column_blob(a, column);
    const void *right = sqlite3_column_blob(b, column);
    const size_t size = sqlite_size(a, column);
    return size == sqlite_size(b, column) && (size == 0 || memcmp(left, right, size) == 0);
}

/* Tables of the full-text index are written by SQLite, another version of which may lay them out otherwise.
 */
static const char *mend_of(const char *table)
{
    return strncmp(table, "search", 6) == 0
               ? "'navicert rebuild' mends it; another version of SQLite may have written it"
               : "'navicert rebuild' mends it";
}

static bool tell(const struct pair *pair, const char *table, sqlite3_stmt *row, const char *what)
{
    /* The first column is the key, or the beginning of it. */
    snprintf(pair->fault, STORE_REASON_SIZE, "table %s: the row %.80s %s, which is not what the log says: %s",
             table, sqlite_text(row, 0), what, mend_of(table));
    return false;
}

static bool rows_equal(const struct pair *pair, const char *table, sqlite3_stmt *a, sqlite3_stmt *b)
{
    for (int column = 0; column < sqlite3_column_count(a); column++) {
        char what[160];
        if (values_equal(a, b, column))
            continue;
        snprintf(what, sizeof what, "differs in %.100s", sqlite3_column_name(a, column));
        return tell(pair, table, a, what);
    }
    return true;
}

static bool fail(const struct pair *pair)
{
    *pair->failed = true;
    return false;
}

static bool compare_rows(const struct pair *pair, const char *table, sqlite3_stmt *a, sqlite3_stmt *b)
{
    for (;;) {
        const int left = sqlite3_step(a);
        const int right = sqlite3_step(b);
        if (left == SQLITE_DONE && right == SQLITE_DONE)
            return true;
        if (left == SQLITE_ROW && right == SQLITE_DONE)
            return tell(pair, table, a, "is there");
        if (left == SQLITE_DONE && right == SQLITE_ROW)
            return tell(pair, table, b, "is missing");
        if (left != SQLITE_ROW || right != SQLITE_ROW) {
            sqlite_fail(left != SQLITE_ROW ? pair->stored : pair->replayed, table);
            return fail(pair);
        }
        if (!rows_equal(pair, table, a, b))
            return false;
    }
}

static bool compare_queries(const struct pair *pair, const char *table, const char *sql)
{
    sqlite3_stmt *a = prepare(pair->stored, sql);
    sqlite3_stmt *b = prepare(pair->replayed, sql);
    const bool same = a && b ? compare_rows(pair, table, a, b) : fail(pair);
    sqlite3_finalize(a);
    sqlite3_finalize(b);
    return same;
}

/* SELECT * in the order of all columns: no two rows of our tables are equal. */
static bool compare_table(const struct pair *pair, const char *table)
{
    char sql[SQL_SIZE];
    snprintf(sql, sizeof sql, "SELECT * FROM \"%.100s\"", table);
    sqlite3_stmt *statement = prepare(pair->replayed, sql);
    if (!statement)
        return fail(pair);
    const int columns = sqlite3_column_count(statement);
    sqlite3_finalize(statement);
    size_t size = strlen(sql);
    for (int i = 1; i <= columns && size < sizeof sql - 24; i++)
        size += (size_t)snprintf(sql + size, sizeof sql - size, "%s%d", i == 1 ? " ORDER BY " : ", ", i);
    return compare_queries(pair, table, sql);
}

bool compare_stores(struct store *stored, struct store *replayed, char fault[static STORE_REASON_SIZE],
                    bool *failed)
{
    struct pair pair = {.stored = stored, .replayed = replayed, .failed = failed};
    pair.fault = fault;
    *failed = false;
    if (!compare_queries(&pair, "sqlite_schema",
                         "SELECT type || ' ' || name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2"))
        return false;
    /* Tokens are no part of what the log says. */
    sqlite3_stmt *tables = prepare(
        replayed, "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
                  "AND name NOT IN ('token', 'token_key') ORDER BY name");
    if (!tables)
        return fail(&pair);
    bool same = true;
    int code = SQLITE_ROW;
    while (same && (code = sqlite3_step(tables)) == SQLITE_ROW)
        same = compare_table(&pair, sqlite_text(tables, 0));
    sqlite3_finalize(tables);
    return same && code != SQLITE_DONE ? fail(&pair) : same;
}

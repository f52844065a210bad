/* Statements, bindings and steps: the thin layer over SQLite that every other file of db/ uses. */

#include "db/sqlite.h"

#include "db/report.h"

#include <errno.h>
#include <math.h>
#include <string.h>

bool sqlite_fail(struct store *store, const char *what)
{
    store->timed_out = sqlite3_errcode(store->db) == SQLITE_INTERRUPT;
    if (sqlite_is_full(store) && !store->full)
        report_error("%s cannot be written, there is no space left: make room and try again", store->path);
    else if (!store->timed_out && !store->full)
        report_error("%s: %s: %s", store->path, what, sqlite3_errmsg(store->db));
    /* What fails after it, fails for it. */
    store->full = store->full || sqlite_is_full(store);
    return false;
}

bool sqlite_is_full(const struct store *store)
{
    const int code = sqlite3_errcode(store->db);
    if (code == SQLITE_FULL)
        return true;
    /* Limits of the process and quotas arrive as errors of input and output. */
    const int error = sqlite3_system_errno(store->db);
    return code == SQLITE_IOERR && (error == ENOSPC || error == EFBIG || error == EDQUOT);
}

static sqlite3_stmt *prepare(struct store *store, const char *sql, const char *name)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        sqlite_fail(store, name);
    return statement;
}

/* The file that a statement came from: what the operator can look up, on one line. */
static const char *name_of(const struct store *store, const sqlite3_stmt *statement)
{
    for (size_t i = 0; i < SQL_COUNT; i++) {
        if (store->statements[i] == statement)
            return sql_names[i];
    }
    return "list";
}

static sqlite3_stmt *find_statement(struct store *store, enum sql sql)
{
    if (!store->statements[sql])
        store->statements[sql] = prepare(store, sql_texts[sql], sql_names[sql]);
    return store->statements[sql];
}

/* The transaction of a request begins with the first statement that it needs: most answers need none. */
static bool begin_reading(struct store *store)
{
    if (store->reading && store->stale)
        return false;
    if (!store->reading || !sqlite3_get_autocommit(store->db))
        return true;
    sqlite3_stmt *begin = find_statement(store, SQL_BEGIN_READING);
    /* What ends it is at hand before it begins, also where memory is short. */
    return begin && find_statement(store, SQL_END_READING) && sqlite_run(store, begin);
}

bool sqlite_end_reading(struct store *store)
{
    if (sqlite3_get_autocommit(store->db))
        return true;
    sqlite3_stmt *end = find_statement(store, SQL_END_READING);
    return end && sqlite_run(store, end);
}

sqlite3_stmt *sqlite_statement(struct store *store, enum sql sql)
{
    return begin_reading(store) ? find_statement(store, sql) : NULL;
}

sqlite3_stmt *sqlite_statement_of(struct store *store, enum sql first, enum kind kind)
{
    return sqlite_statement(store, (enum sql)((unsigned)first + (unsigned)kind));
}

/* Where that text is kept, else the place least recently used, emptied. */
static struct list_statement *find_place(struct store *store, const char *sql)
{
    struct list_statement *oldest = &store->lists[0];
    for (size_t i = 0; i < STORE_LISTS_MAX; i++) {
        struct list_statement *list = &store->lists[i];
        if (list->statement && strcmp(sqlite3_sql(list->statement), sql) == 0)
            return list;
        if (list->used < oldest->used)
            oldest = list;
    }
    sqlite3_finalize(oldest->statement);
    *oldest = (struct list_statement){0};
    return oldest;
}

sqlite3_stmt *sqlite_list_statement(struct store *store, const char *sql)
{
    if (!begin_reading(store))
        return NULL;
    struct list_statement *list = find_place(store, sql);
    if (!list->statement)
        list->statement = prepare(store, sql, "list");
    if (list->statement)
        list->used = ++store->list_uses;
    return list->statement;
}

/* A binding that fails for want of memory leaves the parameter null; SQLite remembers the failure and the
 * step reports it. */
void sqlite_bind_text(sqlite3_stmt *statement, const char *name, const char *text)
{
    sqlite_bind_bytes(statement, name, text, text ? strlen(text) : 0);
}

void sqlite_bind_bytes(sqlite3_stmt *statement, const char *name, const char *text, size_t size)
{
    const int index = sqlite3_bind_parameter_index(statement, name);
    if (text)
        sqlite3_bind_text64(statement, index, text, size, SQLITE_STATIC, SQLITE_UTF8);
    else
        sqlite3_bind_null(statement, index);
}

void sqlite_bind_integer(sqlite3_stmt *statement, const char *name, int64_t number)
{
    sqlite3_bind_int64(statement, sqlite3_bind_parameter_index(statement, name), number);
}

void sqlite_bind_number(sqlite3_stmt *statement, const char *name, double number)
{
    const int index = sqlite3_bind_parameter_index(statement, name);
    if (isnan(number))
        sqlite3_bind_null(statement, index);
    else
        sqlite3_bind_double(statement, index, number);
}

void sqlite_end(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

enum fetch sqlite_step(struct store *store, sqlite3_stmt *statement)
{
    const int code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        return FETCH_ROW;
    if (code != SQLITE_DONE)
        sqlite_fail(store, name_of(store, statement));
    sqlite_end(statement);
    return code == SQLITE_DONE ? FETCH_DONE : FETCH_FAILED;
}

bool sqlite_run(struct store *store, sqlite3_stmt *statement)
{
    enum fetch fetch = FETCH_ROW;
    while (fetch == FETCH_ROW)
        fetch = sqlite_step(store, statement);
    return fetch == FETCH_DONE;
}

bool sqlite_integer(struct store *store, sqlite3_stmt *statement, int64_t otherwise, int64_t *number)
{
    const enum fetch fetch = sqlite_step(store, statement);
    if (fetch == FETCH_FAILED)
        return false;
    *number = fetch == FETCH_ROW ? sqlite3_column_int64(statement, 0) : otherwise;
    if (fetch == FETCH_ROW)
        sqlite_end(statement);
    return true;
}

bool sqlite_execute(struct store *store, const char *sql)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK || sqlite_fail(store, sql);
}

const char *sqlite_text(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text ? text : "";
}

size_t sqlite_size(sqlite3_stmt *statement, int column)
{
    return (size_t)sqlite3_column_bytes(statement, column);
}

bool sqlite_end_stale(struct store *store)
{
    store->stale = store->stale && !sqlite_end_reading(store);
    return !store->stale;
}

bool sqlite_read_begin(struct store *store, bool *own)
{
    *own = false;
    if (!sqlite_end_stale(store))
        return false;
    *own = !store->reading && sqlite3_get_autocommit(store->db);
    /* As with a request: what ends it comes first. */
    return !*own || (find_statement(store, SQL_END_READING) && sqlite_execute(store, "BEGIN"));
}

void sqlite_read_end(struct store *store, bool own)
{
    if (own)
        store->stale = !sqlite_end_reading(store);
}

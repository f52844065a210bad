/* Nothing of the input becomes SQL; were a mistake of ours to let it, or a file made to look like ours carry
 * a trap in its schema, then what it could do is what stands here and no more. */
#include "db/harden.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

/* A change set holds the whole data set at most a few times over. */
#define LENGTH_MAX (256 * 1024 * 1024)
/* Of all connections together: four of the longest values. */
#define HEAP_MAX ((sqlite3_int64)4 * LENGTH_MAX)

static void set_limits(sqlite3 *db)
{
    static const struct {
        int what;
        int most;
    } limits[] = {
        {SQLITE_LIMIT_LENGTH, LENGTH_MAX},
        {SQLITE_LIMIT_SQL_LENGTH, 64 * 1024},
        {SQLITE_LIMIT_COLUMN, 100},
        {SQLITE_LIMIT_EXPR_DEPTH, 100},
        {SQLITE_LIMIT_COMPOUND_SELECT, 64},
        {SQLITE_LIMIT_VDBE_OP, 25000},
        {SQLITE_LIMIT_FUNCTION_ARG, 16},
        {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 128},
        {SQLITE_LIMIT_VARIABLE_NUMBER, 250},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 2},
        {SQLITE_LIMIT_WORKER_THREADS, 0},
    };
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        sqlite3_limit(db, limits[i].what, limits[i].most);
}

static bool set_flags(sqlite3 *db)
{
    static const struct {
        int what;
        int value;
    } flags[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
    };
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
        if (sqlite3_db_config(db, flags[i].what, flags[i].value, NULL) != SQLITE_OK)
            return false;
    }
    return true;
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++) {
        if (strcasecmp(name, *names) == 0)
            return true;
    }
    return false;
}

/* Those of our statements; none of them makes much out of little. */
static bool may_call(const char *function, enum rights rights)
{
    static const char *const ours[] = {"fts5",         "char",    "coalesce", "count",     "glob",  "instr",
                                       "json_extract", "length",  "like",     "lower",     "match", "max",
                                       "min",          "replace", "substr",   "json_each", NULL};
    static const char *const nobody[] = {"load_extension", "fts3_tokenizer", "writefile",
                                         "readfile",       "edit",           NULL};
    return rights == RIGHTS_OPENING ? !is_one_of(function, nobody) : is_one_of(function, ours);
}

static bool may_say_pragma(const char *pragma, const char *argument, enum rights rights)
{
    static const char *const opening[] = {"application_id", "cell_size_check", "journal_mode",
                                          "page_count",     "query_only",      "schema_version",
                                          "synchronous",    "user_version",    NULL};
    static const char *const checks[] = {"integrity_check", "quick_check", NULL};
    if (is_one_of(pragma, checks) || (strcasecmp(pragma, "data_version") == 0 && !argument))
        return true;
    return rights == RIGHTS_OPENING && is_one_of(pragma, opening);
}

/* What is recorded is never changed, and who had a token stays known. */
static bool may_change(int action, const char *table, enum rights rights)
{
    static const char *const lasting[] = {"revision", "token_key", NULL};
    if (rights != RIGHTS_WRITE || strncasecmp(table, "sqlite_", 7) == 0)
        return false;
    if (action == SQLITE_DELETE && strcasecmp(table, "token") == 0)
        return false;
    return action == SQLITE_INSERT || !is_one_of(table, lasting);
}

/* A migration may do what it likes with our own file, and with nothing else. */
static bool may_migrate(int action)
{
    static const int never[] = {SQLITE_ATTACH,
                                SQLITE_DETACH,
                                SQLITE_CREATE_TEMP_INDEX,
                                SQLITE_CREATE_TEMP_TABLE,
                                SQLITE_CREATE_TEMP_TRIGGER,
                                SQLITE_CREATE_TEMP_VIEW,
                                SQLITE_CREATE_VIEW};
    for (size_t i = 0; i < sizeof never / sizeof never[0]; i++) {
        if (action == never[i])
            return false;
    }
    return true;
}

static bool may(int action, const char *first, const char *second, enum rights rights)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_TRANSACTION:
        return true;
    case SQLITE_FUNCTION:
        return second && may_call(second, rights);
    case SQLITE_PRAGMA:
        return first && may_say_pragma(first, second, rights);
    case SQLITE_SAVEPOINT:
        return rights != RIGHTS_READ;
    case SQLITE_UPDATE:
        /* SQLite asks for it when it connects a virtual table, and refuses it itself to everybody else. */
        if (first && strcmp(first, "sqlite_master") == 0)
            return true;
        return rights == RIGHTS_OPENING || (first && may_change(action, first, rights));
    case SQLITE_INSERT:
    case SQLITE_DELETE:
        return rights == RIGHTS_OPENING || (first && may_change(action, first, rights));
    default:
        return rights == RIGHTS_OPENING && may_migrate(action);
    }
}

static int judge(void *context, int action, const char *first, const char *second, const char *database,
                 const char *within)
{
    (void)database;
    (void)within;
    const enum rights *rights = context;
    return may(action, first, second, *rights) ? SQLITE_OK : SQLITE_DENY;
}

bool harden_connection(sqlite3 *db, const enum rights *rights)
{
    /* One limit for the whole process; a lower one of who embeds us stands. */
    if (sqlite3_hard_heap_limit64(-1) == 0)
        sqlite3_hard_heap_limit64(HEAP_MAX);
    set_limits(db);
    return set_flags(db) && sqlite3_set_authorizer(db, judge, (void *)(uintptr_t)rights) == SQLITE_OK;
}

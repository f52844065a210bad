#include "db/tally.h"

#include "db/sqlite.h"

bool tally_find(struct store *store, enum kind kind, int64_t at, struct tally *tally)
{
    sqlite3_stmt *statement = sqlite_statement(store, SQL_FIND_TALLY);
    if (!statement)
        return false;
    sqlite_bind_text(statement, ":kind", kinds[kind].name);
    sqlite_bind_integer(statement, ":at", at);
    const enum fetch fetch = sqlite_step(store, statement);
    if (fetch == FETCH_FAILED)
        return false;
    *tally = (struct tally){0};
    if (fetch == FETCH_DONE)
        return true;
    *tally = (struct tally){sqlite3_column_int64(statement, 0), sqlite3_column_int64(statement, 1)};
    sqlite_end(statement);
    return true;
}

bool tally_add(struct store *store, enum kind kind, int64_t seq, int64_t row, int difference)
{
    sqlite3_stmt *statement = sqlite_statement(store, SQL_ADD_TALLY);
    if (!statement)
        return false;
    sqlite_bind_text(statement, ":kind", kinds[kind].name);
    sqlite_bind_integer(statement, ":seq", seq);
    sqlite_bind_integer(statement, ":row", row);
    sqlite_bind_integer(statement, ":difference", difference);
    return sqlite_run(store, statement);
}

#include "db/references.h"

#include "db/sqlite.h"

bool references_holders(struct store *store, int64_t at, enum kind kind, const char *field, const char *value,
                        holder_fn *each, void *context)
{
    sqlite3_stmt *statement = sqlite_statement_of(store, SQL_FIND_TAGGED, kind);
    if (!statement)
        return false;
    sqlite_bind_integer(statement, ":at", at);
    sqlite_bind_text(statement, ":field", field);
    sqlite_bind_text(statement, ":value", value);
    enum fetch fetch;
    while ((fetch = sqlite_step(store, statement)) == FETCH_ROW) {
        if (each(sqlite_text(statement, 0), context))
            continue;
        sqlite_end(statement);
        return true;
    }
    return fetch == FETCH_DONE;
}

bool references_values_ever(struct store *store, enum kind kind, const char *id, const char *field,
                            value_fn *each, void *context)
{
    sqlite3_stmt *statement = sqlite_statement_of(store, SQL_TAGS_EVER, kind);
    if (!statement)
        return false;
    sqlite_bind_text(statement, ":id", id);
    sqlite_bind_text(statement, ":field", field);
    enum fetch fetch;
    while ((fetch = sqlite_step(store, statement)) == FETCH_ROW) {
        if (each(sqlite_text(statement, 0), sqlite3_column_int(statement, 1) != 0, context))
            continue;
        sqlite_end(statement);
        return true;
    }
    return fetch == FETCH_DONE;
}

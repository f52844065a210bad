#include "db/load.h"

#include "db/documents.h"
#include "db/report.h"
#include "db/sqlite.h"

#include <jansson.h>

static bool add_document(struct rules_builder *builder, enum kind kind, sqlite3_stmt *row)
{
    json_t *document = json_loadb(sqlite_text(row, 2), sqlite_size(row, 2), 0, NULL);
    const bool added = document && documents_add(builder, kind, document);
    if (!added)
        report_error(
            "%s %s cannot be compiled: memory is short, or the store is damaged: see 'navicert verify'",
            kinds[kind].name, sqlite_text(row, 0));
    json_decref(document);
    return added;
}

static bool add_kind(struct store *store, struct rules_builder *builder, enum kind kind, int64_t at)
{
    sqlite3_stmt *statement = sqlite_statement_of(store, SQL_EACH_VERSION, kind);
    if (!statement)
        return false;
    sqlite_bind_integer(statement, ":at", at);
    enum fetch fetch;
    while ((fetch = sqlite_step(store, statement)) == FETCH_ROW) {
        if (!add_document(builder, kind, statement)) {
            sqlite_end(statement);
            return false;
        }
    }
    return fetch == FETCH_DONE;
}

/* What a decision turns on; the rest is never compiled. */
static bool add_all(struct store *store, struct rules_builder *builder, int64_t at)
{
    static const enum kind compiled[] = {KIND_GROUP, KIND_DESTINATION, KIND_CHIP, KIND_RULING};
    bool own;
    if (!sqlite_read_begin(store, &own))
        return false;
    bool added = true;
    for (size_t i = 0; added && i < sizeof compiled / sizeof compiled[0]; i++)
        added = add_kind(store, builder, compiled[i], at);
    sqlite_read_end(store, own);
    return added;
}

struct rules *rules_load(struct store *store, int64_t at)
{
    struct rules *rules = NULL;
    struct rules_builder *builder = rules_builder_open(at);
    if (builder && add_all(store, builder, at))
        rules = rules_compile(builder);
    if (!rules)
        report_error("the rules of data version %lld could not be compiled", (long long)at);
    rules_builder_close(builder);
    return rules;
}

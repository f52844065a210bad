/* Single documents, counts, suggestions: everything that reads documents but the lists. */

#include "db/catalogue.h"

#include "db/sqlite.h"
#include "db/tally.h"
#include "rules/date.h"
#include "rules/names.h"

#include <stdlib.h>
#include <string.h>

enum { ID, REVISION, BODY };

static struct document from_row(sqlite3_stmt *row)
{
    return (struct document){
        .id = sqlite_text(row, ID),
        .revision = sqlite3_column_int64(row, REVISION),
        .body = {sqlite_text(row, BODY), sqlite_size(row, BODY)},
    };
}

enum find_outcome catalogue_find(struct store *store, enum kind kind, const char *id, int64_t at,
                                 document_fn *each, void *context, int64_t *gone_since)
{
    sqlite3_stmt *statement = sqlite_statement_of(store, SQL_FIND_VERSION, kind);
    if (!statement)
        return FIND_FAILED;
    sqlite_bind_text(statement, ":id", id);
    sqlite_bind_integer(statement, ":at", at);
    const enum fetch fetch = sqlite_step(store, statement);
    if (fetch != FETCH_ROW)
        return fetch == FETCH_DONE ? FIND_NONE : FIND_FAILED;
    enum find_outcome outcome = FIND_FOUND;
    const struct document document = from_row(statement);
    if (sqlite3_column_type(statement, BODY) == SQLITE_NULL) {
        outcome = FIND_GONE;
        *gone_since = document.revision;
    } else if (each) {
        each(&document, context);
    }
    sqlite_end(statement);
    return outcome;
}

/* Hands every row to `each` until it has enough; false on failure. */
static bool each_row(struct store *store, sqlite3_stmt *statement, document_fn *each, void *context)
{
    enum fetch fetch;
    while ((fetch = sqlite_step(store, statement)) == FETCH_ROW) {
        const struct document document = from_row(statement);
        if (each(&document, context))
            continue;
        sqlite_end(statement);
        return true;
    }
    return fetch == FETCH_DONE;
}

bool catalogue_each(struct store *store, enum kind kind, int64_t at, document_fn *each, void *context)
{
    sqlite3_stmt *statement = sqlite_statement_of(store, SQL_EACH_VERSION, kind);
    if (!statement)
        return false;
    sqlite_bind_integer(statement, ":at", at);
    return each_row(store, statement, each, context);
}

bool catalogue_events_of(struct store *store, int64_t at, const char *chips_json, int from_ymd, int until_ymd,
                         document_fn *each, void *context)
{
    char from[DATE_TEXT_SIZE] = "";
    char until[DATE_TEXT_SIZE] = "9999-99";
    if (from_ymd)
        date_format((struct date){from_ymd}, from);
    if (until_ymd)
        date_format((struct date){until_ymd}, until);
    sqlite3_stmt *statement = sqlite_statement(store, SQL_EVENTS_OF_CHIPS);
    if (!statement)
        return false;
    sqlite_bind_integer(statement, ":at", at);
    sqlite_bind_text(statement, ":chips", chips_json);
    sqlite_bind_text(statement, ":from", from);
    sqlite_bind_text(statement, ":until", until);
    return each_row(store, statement, each, context);
}

bool catalogue_naming(struct store *store, const struct naming_query *query, document_fn *each, void *context)
{
    const bool events = query->kind == KIND_EVENT;
    sqlite3_stmt *statement = sqlite_statement(store, events ? SQL_EVENTS_NAMING : SQL_RULINGS_NAMING);
    if (!statement)
        return false;
    sqlite_bind_text(statement, ":field", query->field);
    sqlite_bind_text(statement, ":id", query->id);
    sqlite_bind_integer(statement, ":at", query->at);
    sqlite_bind_integer(statement, ":limit", query->limit);
    return each_row(store, statement, each, context);
}

bool catalogue_count(struct store *store, int64_t at, int64_t counts[static KIND_COUNT])
{
    struct tally found[KIND_COUNT];
    bool own;
    if (!sqlite_read_begin(store, &own))
        return false;
    bool done = true;
    for (unsigned kind = 0; done && kind < KIND_COUNT; kind++)
        done = tally_find(store, (enum kind)kind, at, &found[kind]);
    sqlite_read_end(store, own);
    for (unsigned kind = 0; done && kind < KIND_COUNT; kind++)
        counts[kind] = found[kind].documents;
    return done;
}

/* A third of the id may be wrong, at most. */
#define DISTANCE_SHARE 3
#define SUGGESTIONS_MAX 16

struct suggestion {
    unsigned distance;
    char id[128];
};

struct suggesting {
    const char *wanted;
    unsigned farthest;
    size_t limit;
    struct suggestion best[SUGGESTIONS_MAX];
    size_t count;
};

/* Keeps the nearest, in order; ids come sorted, so equals stay in the order of ids. */
static bool weigh(const struct document *document, void *context)
{
    struct suggesting *suggesting = context;
    const unsigned distance = names_distance(suggesting->wanted, document->id, suggesting->farthest);
    if (distance > suggesting->farthest || strlen(document->id) >= sizeof suggesting->best[0].id)
        return true;
    size_t place = suggesting->count;
    while (place > 0 && suggesting->best[place - 1].distance > distance)
        place--;
    if (place == suggesting->limit)
        return true;
    if (suggesting->count < suggesting->limit)
        suggesting->count++;
    memmove(&suggesting->best[place + 1], &suggesting->best[place],
            (suggesting->count - place - 1) * sizeof suggesting->best[0]);
    suggesting->best[place].distance = distance;
    memcpy(suggesting->best[place].id, document->id, strlen(document->id) + 1);
    return true;
}

bool catalogue_suggest(struct store *store, enum kind kind, int64_t at, const char *id, size_t limit,
                       document_fn *each, void *context)
{
    struct suggesting suggesting = {.wanted = id, .farthest = (unsigned)strlen(id) / DISTANCE_SHARE + 1};
    suggesting.limit = limit < SUGGESTIONS_MAX ? limit : SUGGESTIONS_MAX;
    if (limit == 0)
        return true;
    if (!catalogue_each(store, kind, at, weigh, &suggesting))
        return false;
    for (size_t i = 0; i < suggesting.count; i++) {
        int64_t gone;
        if (catalogue_find(store, kind, suggesting.best[i].id, at, each, context, &gone) == FIND_FAILED)
            return false;
    }
    return true;
}

#include "db/revisions.h"

#include "db/report.h"
#include "db/sqlite.h"

#include <stdlib.h>
#include <string.h>

enum { SEQ, RECORDED_AT, ACTOR, NOTE, DIGEST, CHANGES };

static struct revision from_row(sqlite3_stmt *row)
{
    struct revision revision = {
        .seq = sqlite3_column_int64(row, SEQ),
        .recorded_at = sqlite_text(row, RECORDED_AT),
        .actor = sqlite_text(row, ACTOR),
        .note = sqlite_text(row, NOTE),
    };
    const void *digest = sqlite3_column_blob(row, DIGEST);
    if (digest && sqlite_size(row, DIGEST) == REVISION_DIGEST_SIZE)
        memcpy(revision.digest, digest, REVISION_DIGEST_SIZE);
    return revision;
}

bool revisions_read(struct store *store, int64_t since, revision_fn *each, void *context)
{
    sqlite3_stmt *statement = sqlite_statement(store, SQL_READ_REVISIONS);
    if (!statement)
        return false;
    sqlite_bind_integer(statement, ":since", since);
    enum fetch fetch;
    while ((fetch = sqlite_step(store, statement)) == FETCH_ROW) {
        struct revision revision = from_row(statement);
        revision.changes = sqlite_text(statement, CHANGES);
        revision.changes_size = sqlite_size(statement, CHANGES);
        if (!each(&revision, context)) {
            sqlite_end(statement);
            return true;
        }
    }
    return fetch == FETCH_DONE;
}

/* The texts of a row end with it; these copies end with the next call. */
static bool keep_texts(struct store *store, struct revision *revision)
{
    const char **texts[] = {&revision->recorded_at, &revision->actor, &revision->note};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        free(store->revision_texts[i]);
        *texts[i] = store->revision_texts[i] = strdup(*texts[i]);
        if (!*texts[i]) {
            report_error("memory is short for revision %lld", (long long)revision->seq);
            return false;
        }
    }
    return true;
}

bool revisions_find(struct store *store, int64_t seq, struct revision *revision)
{
    sqlite3_stmt *statement = sqlite_statement(store, SQL_FIND_REVISION);
    if (!statement)
        return false;
    sqlite_bind_integer(statement, ":seq", seq);
    if (sqlite_step(store, statement) != FETCH_ROW)
        return false;
    struct revision found = from_row(statement);
    const bool kept = keep_texts(store, &found);
    sqlite_end(statement);
    if (kept)
        *revision = found;
    return kept;
}

int64_t revisions_find_noted(struct store *store, const char *actor, const char *note)
{
    int64_t seq;
    sqlite3_stmt *statement = sqlite_statement(store, SQL_FIND_NOTED);
    if (!statement)
        return -1;
    sqlite_bind_text(statement, ":actor", actor);
    sqlite_bind_text(statement, ":note", note);
    return sqlite_integer(store, statement, 0, &seq) ? seq : -1;
}

bool revisions_append(struct store *store, const struct revision *revision)
{
    sqlite3_stmt *statement = sqlite_statement(store, SQL_APPEND_REVISION);
    if (!statement)
        return false;
    sqlite_bind_integer(statement, ":seq", revision->seq);
    sqlite_bind_text(statement, ":recorded_at", revision->recorded_at);
    sqlite_bind_text(statement, ":actor", revision->actor);
    sqlite_bind_text(statement, ":note", revision->note);
    sqlite_bind_bytes(statement, ":changes", revision->changes, revision->changes_size);
    sqlite3_bind_blob(statement, sqlite3_bind_parameter_index(statement, ":digest"), revision->digest,
                      REVISION_DIGEST_SIZE, SQLITE_STATIC);
    return sqlite_run(store, statement);
}

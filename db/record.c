#include "db/record.h"

#include "db/chain.h"
#include "db/instant.h"
#include "db/json_out.h"
#include "db/projection.h"
#include "db/report.h"
#include "db/sqlite.h"

#include <stdlib.h>
#include <string.h>

/* One change that changes something. */
struct pending {
    const struct change *change;
    char *body; /* canonical; NULL of a delete */
};

struct recording {
    struct store *store;
    struct pending *pending;
    size_t count;
    struct json_out changes;
    struct revision revision;
    unsigned char previous[REVISION_DIGEST_SIZE];
    int64_t previous_ms;
    char recorded_at[INSTANT_SIZE];
};

static int compare_changes(const void *a, const void *b)
{
    const struct change *left = ((const struct pending *)a)->change;
    const struct change *right = ((const struct pending *)b)->change;
    if (left->kind != right->kind)
        return left->kind < right->kind ? -1 : 1;
    return strcmp(left->id, right->id);
}

/* Whether the document stands just so already, or is gone already. */
static bool find_standing(struct store *store, const struct change *change, const char *body, bool *stands)
{
    sqlite3_stmt *statement = sqlite_statement_of(store, SQL_FIND_VERSION, change->kind);
    if (!statement)
        return false;
    sqlite_bind_text(statement, ":id", change->id);
    sqlite_bind_integer(statement, ":at", STORE_OPEN_END - 1);
    const enum fetch fetch = sqlite_step(store, statement);
    if (fetch == FETCH_FAILED)
        return false;
    const bool gone = fetch == FETCH_DONE || sqlite3_column_type(statement, 2) == SQLITE_NULL;
    *stands = body ? !gone && strcmp(sqlite_text(statement, 2), body) == 0 : gone;
    if (fetch == FETCH_ROW)
        sqlite_end(statement);
    return true;
}

static bool canonical_body(const struct change *change, char **body)
{
    struct json_out out = {0};
    *body = NULL;
    if (change->op == CHANGE_DELETE)
        return true;
    json_out_value(&out, change->document);
    if (!json_out_finish(&out)) {
        json_out_done(&out);
        report_error("memory is short for a change of %s %s", kinds[change->kind].name, change->id);
        return false;
    }
    *body = out.text;
    return true;
}

/* Keeps the changes that change something, in the order of kinds and ids. */
static bool collect(struct recording *recording, const struct change_set *set)
{
    recording->pending = calloc(set->count + 1, sizeof *recording->pending);
    if (!recording->pending)
        return false;
    for (size_t i = 0; i < set->count; i++) {
        bool stands;
        struct pending *pending = &recording->pending[recording->count];
        pending->change = &set->changes[i];
        if (!canonical_body(pending->change, &pending->body))
            return false;
        recording->count++;
        if (!find_standing(recording->store, pending->change, pending->body, &stands))
            return false;
        if (!stands)
            continue;
        free(pending->body);
        recording->count--;
    }
    qsort(recording->pending, recording->count, sizeof *recording->pending, compare_changes);
    for (size_t i = 1; i < recording->count; i++) {
        if (compare_changes(&recording->pending[i - 1], &recording->pending[i]) != 0)
            continue;
        report_error("a change set names %s twice", recording->pending[i].change->id);
        return false;
    }
    return true;
}

static bool write_changes(struct recording *recording)
{
    struct json_out *out = &recording->changes;
    json_out_begin_array(out);
    for (size_t i = 0; i < recording->count; i++) {
        const struct pending *pending = &recording->pending[i];
        json_out_begin_object(out);
        if (pending->body) {
            json_out_key(out, "document");
            json_out_raw(out, pending->body, strlen(pending->body));
        }
        json_out_key(out, "id");
        json_out_text(out, pending->change->id);
        json_out_key(out, "kind");
        json_out_text(out, kinds[pending->change->kind].name);
        json_out_key(out, "op");
        json_out_text(out, pending->body ? "put" : "delete");
        json_out_end_object(out);
    }
    json_out_end_array(out);
    return json_out_finish(out);
}

static bool read_last(struct recording *recording)
{
    sqlite3_stmt *statement = sqlite_statement(recording->store, SQL_LAST_REVISION);
    if (!statement)
        return false;
    const enum fetch fetch = sqlite_step(recording->store, statement);
    if (fetch != FETCH_ROW)
        return fetch == FETCH_DONE;
    recording->revision.seq = sqlite3_column_int64(statement, 0);
    bool sound = instant_parse(sqlite_text(statement, 1), &recording->previous_ms) &&
                 sqlite_size(statement, 2) == REVISION_DIGEST_SIZE;
    if (sound)
        memcpy(recording->previous, sqlite3_column_blob(statement, 2), REVISION_DIGEST_SIZE);
    else
        report_error("%s: the last revision is damaged: see 'navicert verify'", recording->store->path);
    sqlite_end(statement);
    return sound;
}

static bool choose_instant(struct recording *recording, const struct change_set *set)
{
    int64_t ms = instant_now();
    if (set->recorded_at && !instant_parse(set->recorded_at, &ms)) {
        report_error("'%s' is not an RFC 3339 instant", set->recorded_at);
        return false;
    }
    if (recording->revision.seq > 0 && ms <= recording->previous_ms)
        ms = recording->previous_ms + 1;
    instant_format(ms, recording->recorded_at);
    return true;
}

static bool append(struct recording *recording, const struct change_set *set)
{
    struct revision *revision = &recording->revision;
    const bool first = revision->seq == 0;
    if (!choose_instant(recording, set) || !write_changes(recording))
        return false;
    revision->seq++;
    revision->recorded_at = recording->recorded_at;
    revision->actor = set->actor ? set->actor : "";
    revision->note = set->note ? set->note : "";
    revision->changes = recording->changes.text;
    revision->changes_size = recording->changes.size;
    chain_digest(first ? NULL : recording->previous, revision, revision->digest);
    return revisions_append(recording->store, revision);
}

static bool project(const struct recording *recording)
{
    for (size_t i = 0; i < recording->count; i++) {
        const struct pending *pending = &recording->pending[i];
        const struct change *change = pending->change;
        const struct projected_change projected = {
            .kind = change->kind,
            .id = change->id,
            .document = change->op == CHANGE_PUT ? change->document : NULL,
            .body = pending->body,
            .place = i,
        };
        if (!projection_write(recording->store, &recording->revision, &projected))
            return false;
    }
    return projection_settle(recording->store);
}

/* All within the transaction; what it returns decides between commit and rollback. */
static enum record_outcome record(struct recording *recording, int64_t expected_head,
                                  const struct change_set *set)
{
    if (!read_last(recording))
        return RECORD_FAILED;
    if (expected_head >= 0 && recording->revision.seq != expected_head)
        return RECORD_HEAD_MOVED;
    if (!collect(recording, set))
        return RECORD_FAILED;
    if (recording->count == 0 && !set->keeps_empty)
        return RECORD_NOTHING;
    return append(recording, set) && project(recording) ? RECORD_DONE : RECORD_FAILED;
}

static void recording_done(struct recording *recording)
{
    for (size_t i = 0; recording->pending && i < recording->count; i++)
        free(recording->pending[i].body);
    free(recording->pending);
    json_out_done(&recording->changes);
}

/* Undoes what was begun; says whether it failed for want of room, which is asked before anything else touches
 * the connection. */
static enum record_outcome give_up(struct store *store, enum record_outcome outcome)
{
    if (outcome == RECORD_FAILED && (store->full || sqlite_is_full(store)))
        outcome = RECORD_NO_SPACE;
    store_settle(store);
    return outcome;
}

enum record_outcome record_change_set(struct store *store, int64_t expected_head,
                                      const struct change_set *set, int64_t *seq)
{
    struct recording recording = {.store = store};
    store->full = false;
    /* Where memory is short, what undoes it must be at hand. */
    if (!sqlite_statement(store, SQL_UNDO) || !sqlite_execute(store, "BEGIN IMMEDIATE"))
        return give_up(store, RECORD_FAILED);
    enum record_outcome outcome = record(&recording, expected_head, set);
    const int64_t head = recording.revision.seq;
    recording_done(&recording);
    if (outcome == RECORD_DONE && !sqlite_execute(store, "COMMIT"))
        outcome = RECORD_FAILED;
    if (outcome != RECORD_DONE)
        outcome = give_up(store, outcome);
    if (outcome != RECORD_FAILED && outcome != RECORD_NO_SPACE)
        *seq = head;
    return outcome;
}

bool record_rebuild(struct store *store)
{
    if (!sqlite_statement(store, SQL_UNDO) || !sqlite_execute(store, "BEGIN IMMEDIATE"))
        return false;
    if (projection_replay(store, store) && sqlite_execute(store, "COMMIT"))
        return true;
    give_up(store, RECORD_FAILED);
    return false;
}

/* The projection made anew from the log. */

#include "db/projection.h"

#include "db/json_out.h"
#include "db/report.h"
#include "db/sqlite.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool clear(struct store *store)
{
    static const enum sql others[] = {SQL_CLEAR_SEARCH, SQL_CLEAR_PASSAGES, SQL_CLEAR_TAGS, SQL_CLEAR_TALLIES,
                                      SQL_CLEAR_WORDS};
    for (size_t i = 0; i < COUNT(others); i++) {
        sqlite3_stmt *statement = sqlite_statement(store, others[i]);
        if (!statement || !sqlite_run(store, statement))
            return false;
    }
    for (unsigned kind = 0; kind <= KIND_CHANGE; kind++) {
        sqlite3_stmt *statement = sqlite_statement_of(store, SQL_CLEAR_ROWS, (enum kind)kind);
        if (!statement || !sqlite_run(store, statement))
            return false;
    }
    sqlite3_stmt *entities = sqlite_statement(store, SQL_CLEAR_ENTITIES);
    return entities && sqlite_run(store, entities);
}

static bool replay_change(struct store *target, const struct revision *revision, size_t place,
                          const json_t *logged)
{
    const char *kind = json_string_value(json_object_get(logged, "kind"));
    struct projected_change change = {
        .id = json_string_value(json_object_get(logged, "id")),
        .document = json_object_get(logged, "document"),
        .place = place,
    };
    if (!kind || !change.id || !kind_parse(kind, &change.kind)) {
        report_error("revision %lld holds a change that this program does not know",
                     (long long)revision->seq);
        return false;
    }
    struct json_out body = {0};
    if (change.document)
        json_out_value(&body, change.document);
    bool done = json_out_finish(&body);
    change.body = body.text;
    done = done && projection_write(target, revision, &change);
    json_out_done(&body);
    return done;
}

struct replay {
    struct store *target;
    bool failed;
};

static bool replay_revision(const struct revision *revision, void *context)
{
    struct replay *replay = context;
    json_t *changes = json_loadb(revision->changes, revision->changes_size, 0, NULL);
    replay->failed = !json_is_array(changes);
    if (replay->failed)
        report_error("the changes of revision %lld cannot be read", (long long)revision->seq);
    for (size_t i = 0; !replay->failed && i < json_array_size(changes); i++)
        replay->failed = !replay_change(replay->target, revision, i, json_array_get(changes, i));
    json_decref(changes);
    if (!replay->failed)
        replay->failed = !projection_settle(replay->target);
    return !replay->failed;
}

bool projection_replay(struct store *source, struct store *target)
{
    struct replay replay = {.target = target};
    return clear(target) && projection_settle(target) &&
           revisions_read(source, 0, replay_revision, &replay) && !replay.failed;
}

/* What a connection knows of itself: its head, its read transactions and its deadline. */

#include "db/store.h"

#include "db/instant.h"
#include "db/sqlite.h"

#include <stdlib.h>
#include <time.h>

/* Instructions of SQLite's virtual machine between two looks at the clock: some tens of microseconds. */
#define DEADLINE_STEPS 4000

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int stop_when_late(void *context)
{
    const struct store *store = context;
    return store->deadline_ms && now_ms() >= store->deadline_ms;
}

static void start_clock(struct store *store)
{
    store->deadline_ms = store->timeout_ms ? now_ms() + store->timeout_ms : 0;
}

void store_set_deadline(struct store *store, unsigned timeout_ms)
{
    store->timeout_ms = timeout_ms;
    start_clock(store);
    sqlite3_progress_handler(store->db, timeout_ms ? DEADLINE_STEPS : 0, timeout_ms ? stop_when_late : NULL,
                             store);
}

bool store_timed_out(const struct store *store)
{
    return store->timed_out;
}

bool store_settle(struct store *store)
{
    if (!sqlite3_get_autocommit(store->db)) {
        sqlite3_stmt *undo = sqlite_statement(store, SQL_UNDO);
        if (!undo || !sqlite_run(store, undo))
            return false;
    }
    store->stale = false;
    return true;
}

void store_read_begin(struct store *store)
{
    sqlite_end_stale(store);
    start_clock(store);
    store->timed_out = false;
    store->reading = true;
}

void store_read_end(struct store *store)
{
    /* The end of a request must not fail for its deadline. */
    store->deadline_ms = 0;
    store->stale = !sqlite_end_reading(store);
    store->reading = false;
}

int64_t store_head(struct store *store)
{
    int64_t head;
    sqlite3_stmt *statement = sqlite_statement(store, SQL_HEAD);
    return statement && sqlite_integer(store, statement, 0, &head) ? head : -1;
}

bool store_changed(struct store *store)
{
    int64_t version;
    sqlite3_stmt *statement = sqlite_statement(store, SQL_CONNECTION_VERSION);
    if (!statement || !sqlite_integer(store, statement, 0, &version))
        return false;
    const bool changed = version != store->data_version;
    store->data_version = version;
    return changed;
}

int64_t store_version_at(struct store *store, const char *instant)
{
    int64_t ms;
    char text[INSTANT_SIZE];
    if (!instant_parse(instant, &ms))
        return -1;
    instant_format(ms, text);
    int64_t version;
    sqlite3_stmt *statement = sqlite_statement(store, SQL_VERSION_AT);
    if (!statement)
        return -1;
    sqlite_bind_text(statement, ":instant", text);
    return sqlite_integer(store, statement, 0, &version) ? version : -1;
}

void store_close(struct store *store)
{
    if (!store)
        return;
    for (size_t i = 0; i < SQL_COUNT; i++)
        sqlite3_finalize(store->statements[i]);
    for (size_t i = 0; i < STORE_LISTS_MAX; i++)
        sqlite3_finalize(store->lists[i].statement);
    for (size_t i = 0; i < sizeof store->revision_texts / sizeof store->revision_texts[0]; i++)
        free(store->revision_texts[i]);
    sqlite3_close(store->db);
    free(store->path);
    free(store);
}

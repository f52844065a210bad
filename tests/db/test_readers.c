/* Readers beside a writer: none waits for it, none is turned away, and each sees whole revisions. */
#include "tests/db/fixture.h"

#include "db/sqlite.h"

#include <criterion/criterion.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

#define READERS 2
#define COMMITS 60

struct reading {
    struct store *store;
    atomic_bool *over;
    unsigned turned_away;
    unsigned torn;
    int64_t last; /* data version seen */
};

static void format_id(int64_t revision, char id[static 32])
{
    snprintf(id, 32, "e-%d", (int)revision);
}

/* One transaction: of the head that it sees, it finds what was recorded there. */
static void read_head(struct reading *reading)
{
    char id[32];
    int64_t gone;
    struct fixture_ids found = {0};
    store_read_begin(reading->store);
    const int64_t head = store_head(reading->store);
    format_id(head, id);
    const enum find_outcome outcome =
        catalogue_find(reading->store, KIND_EVENT, id, head, fixture_collect, &found, &gone);
    reading->turned_away += head < 0 || outcome == FIND_FAILED;
    reading->torn += outcome == FIND_NONE;
    reading->last = head;
    store_read_end(reading->store);
}

static void *read_on(void *context)
{
    struct reading *reading = context;
    while (!atomic_load(reading->over))
        read_head(reading);
    read_head(reading);
    return NULL;
}

static void put_event(struct store *store, int64_t revision)
{
    char id[32], json[128];
    format_id(revision, id);
    snprintf(json, sizeof json, "{'id':'%s','date':'2025-01-01','headline':'Another event'}", id);
    cr_assert_eq(fixture_put(store, KIND_EVENT, json), revision);
}

/* A reader that had to wait would fail at once; after every commit the log is copied into the file. */
Test(readers, a_commit_turns_no_reader_away, .timeout = 60)
{
    const struct fixture fixture = fixture_begin();
    struct store *writer = fixture_open(&fixture, STORE_WRITE);
    put_event(writer, 1);
    cr_assert_eq(sqlite3_wal_autocheckpoint(writer->db, 1), SQLITE_OK);
    static struct reading readings[READERS];
    pthread_t threads[READERS];
    atomic_bool over = false;
    for (int i = 0; i < READERS; i++) {
        readings[i] = (struct reading){.store = fixture_open(&fixture, STORE_READ), .over = &over};
        sqlite3_busy_timeout(readings[i].store->db, 0);
        cr_assert_eq(pthread_create(&threads[i], NULL, read_on, &readings[i]), 0);
    }
    for (int64_t revision = 2; revision <= COMMITS; revision++)
        put_event(writer, revision);
    atomic_store(&over, true);
    for (int i = 0; i < READERS; i++) {
        pthread_join(threads[i], NULL);
        cr_expect_eq(readings[i].turned_away, 0);
        cr_expect_eq(readings[i].torn, 0);
        cr_expect_eq(readings[i].last, COMMITS);
        store_close(readings[i].store);
    }
    store_close(writer);
    fixture_end(&fixture);
}

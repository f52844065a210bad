/* A store of every earlier schema, as the program of its time left it (tests/db/upgrades), becomes one of
 * today: the same log, the same answers, nothing in between. */
#include "tests/db/fixture.h"

#include "db/backup.h"
#include "db/migrations.h"
#include "db/revisions.h"
#include "db/verify.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <jansson.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

TestSuite(upgrades, .timeout = 120);

/* The first that a program was of: it began with two migrations. */
#define FIRST_SCHEMA 2
#define VERSIONS 4
#define TOKENS_SINCE 4
#define KILLS 16

/* The fixture holds the database of that schema; false: none was recorded. */
static bool load(const struct fixture *fixture, size_t schema)
{
    char path[96];
    size_t size;
    sqlite3 *db = NULL;
    snprintf(path, sizeof path, "tests/db/upgrades/schema-%04zu.sql", schema);
    char *sql = fixture_read(path, &size);
    if (!sql)
        return false;
    sql = realloc(sql, size + 1);
    sql[size] = '\0';
    unlink(fixture->path);
    cr_assert_eq(sqlite3_open(fixture->path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s: %s", path, sqlite3_errmsg(db));
    sqlite3_close(db);
    free(sql);
    return true;
}

static int64_t ask_file(const struct fixture *fixture, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    cr_assert_eq(sqlite3_open(fixture->path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    cr_assert_eq(sqlite3_step(statement), SQLITE_ROW);
    const int64_t number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return number;
}

static void expect_sound(struct store *store, size_t schema)
{
    struct verification verification;
    cr_assert(store_verify(store, &verification));
    cr_expect(verification.sound, "schema %zu: %s", schema, verification.fault);
    cr_expect_eq(verification.revisions, VERSIONS, "schema %zu", schema);
}

static enum kind kind_named(const char *name)
{
    unsigned kind = 0;
    while (kind < KIND_COUNT && strcmp(kinds[kind].name, name) != 0)
        kind++;
    cr_assert_lt(kind, KIND_COUNT, "%s", name);
    return (enum kind)kind;
}

/* Records the same once more, as today's program does. */
static bool repeat(const struct revision *revision, void *fresh)
{
    struct change changes[64];
    json_t *list = json_loadb(revision->changes, revision->changes_size, 0, NULL), *one;
    size_t i;
    cr_assert(list && json_array_size(list) <= sizeof changes / sizeof changes[0]);
    json_array_foreach(list, i, one)
    {
        const json_t *document = json_object_get(one, "document");
        changes[i] = (struct change){.op = document ? CHANGE_PUT : CHANGE_DELETE,
                                     .kind = kind_named(json_string_value(json_object_get(one, "kind"))),
                                     .id = json_string_value(json_object_get(one, "id")),
                                     .document = document};
    }
    const struct change_set set = {.recorded_at = revision->recorded_at,
                                   .actor = revision->actor,
                                   .note = revision->note,
                                   .changes = changes,
                                   .count = json_array_size(list)};
    int64_t seq;
    cr_assert_eq(record_change_set(fresh, revision->seq - 1, &set, &seq), RECORD_DONE);
    json_decref(list);
    return true;
}

/* Every file of the export of that version, its digest among them. */
static void expect_same_export(struct store *store, struct store *fresh, const struct fixture *fixture,
                               int64_t version)
{
    char reason[STORE_REASON_SIZE], directories[2][128];
    struct store *const stores[] = {store, fresh};
    for (int i = 0; i < 2; i++) {
        snprintf(directories[i], sizeof directories[i], "%s/export-%d-%d", fixture->directory, (int)version,
                 i);
        cr_assert(store_export(stores[i], version, directories[i], reason), "%s", reason);
    }
    char names[2048];
    snprintf(names, sizeof names, "%s", fixture_list(directories[0]));
    cr_expect_str_eq(names, fixture_list(directories[1]));
    char *rest = names;
    for (char *name; (name = strsep(&rest, "\n")) && *name;) {
        char path[400];
        size_t sizes[2];
        char *files[2];
        for (int i = 0; i < 2; i++) {
            snprintf(path, sizeof path, "%s/%s", directories[i], name);
            files[i] = fixture_read(path, &sizes[i]);
        }
        cr_expect(sizes[0] == sizes[1] && memcmp(files[0], files[1], sizes[0]) == 0, "version %d: %s differs",
                  (int)version, name);
        free(files[0]);
        free(files[1]);
    }
}

/* Whoever adds a migration leaves a store of the schema before it: tests/db/upgrades/record.py. */
Test(upgrades, every_earlier_schema_is_there)
{
    const struct fixture fixture = fixture_begin();
    for (size_t schema = FIRST_SCHEMA; schema < migration_count; schema++) {
        cr_assert(load(&fixture, schema), "there is no store of schema %zu", schema);
        cr_expect_eq(ask_file(&fixture, "PRAGMA user_version"), (int64_t)schema);
    }
    fixture_end(&fixture);
}

Test(upgrades, a_store_of_an_earlier_schema_becomes_what_one_of_today_is)
{
    for (size_t schema = FIRST_SCHEMA; schema <= migration_count; schema++) {
        const struct fixture old = fixture_begin(), new = fixture_begin();
        if (!load(&old, schema))
            continue; /* of the newest, perhaps */
        struct store *store = fixture_open(&old, STORE_WRITE);
        struct store *fresh = fixture_open(&new, STORE_WRITE);
        expect_sound(store, schema);
        cr_assert(revisions_read(store, 0, repeat, fresh));
        for (int64_t version = 1; version <= VERSIONS; version++)
            expect_same_export(store, fresh, &new, version);
        cr_expect_eq(fixture_put(store, KIND_CHIP, "{'id':'newcomer'}"), VERSIONS + 1);
        store_close(store);
        store_close(fresh);
        cr_expect_eq(ask_file(&old, "PRAGMA user_version"), (int64_t)migration_count);
        cr_expect_eq(ask_file(&old, "SELECT count(*) FROM token WHERE name = 'ann' AND revoked_at IS NULL"),
                     schema >= TOKENS_SINCE, "schema %zu", schema);
        fixture_end(&old);
        fixture_end(&new);
    }
}

static void sleep_us(long us)
{
    const struct timespec pause = {.tv_nsec = us * 1000};
    nanosleep(&pause, NULL);
}

/* What an upgrade takes, as long as nobody ends it. */
static long time_upgrade_us(const struct fixture *fixture)
{
    struct timespec began, ended;
    clock_gettime(CLOCK_MONOTONIC, &began);
    store_close(fixture_open(fixture, STORE_WRITE));
    clock_gettime(CLOCK_MONOTONIC, &ended);
    return (ended.tv_sec - began.tv_sec) * 1000000 + (ended.tv_nsec - began.tv_nsec) / 1000;
}

Test(upgrades, one_that_is_killed_leaves_the_old_or_the_new)
{
    const size_t schema = migration_count - 1;
    int64_t left[2] = {0};
    for (int kill_no = 0; kill_no < KILLS; kill_no++) {
        const struct fixture fixture = fixture_begin();
        cr_assert(load(&fixture, schema));
        const long us = time_upgrade_us(&fixture);
        cr_assert(load(&fixture, schema));
        const pid_t child = fork();
        if (child == 0) {
            store_close(fixture_open(&fixture, STORE_WRITE));
            _exit(0);
        }
        sleep_us(us * kill_no / (KILLS - 1));
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        const int64_t version = ask_file(&fixture, "PRAGMA user_version");
        cr_assert(version == (int64_t)schema || version == (int64_t)migration_count, "schema %d",
                  (int)version);
        left[version == (int64_t)migration_count]++;
        cr_expect_eq(ask_file(&fixture, "SELECT count(*) FROM revision"), VERSIONS);
        struct store *store = fixture_open(&fixture, STORE_WRITE);
        expect_sound(store, schema);
        store_close(store);
        fixture_end(&fixture);
    }
    cr_expect_gt(left[0], 0, "no upgrade was interrupted");
}

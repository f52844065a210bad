/* A writer killed within a transaction that has a rollback journal: what it began is undone, what was
 * committed stays. */
#include "tests/db/fixture.h"

#include "db/migrations.h"
#include "db/sqlite.h"
#include "db/verify.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void run(sqlite3 *db, const char *sql)
{
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
}

/* The first `size` bytes (0: all) of a file of the fixture as another one. */
static void copy(const struct fixture *fixture, const char *from, const char *to, size_t size)
{
    char path[128];
    size_t all;
    snprintf(path, sizeof path, "%s/%s", fixture->directory, from);
    char *bytes = fixture_read(path, &all);
    cr_assert(bytes && all > size, "%s", path);
    snprintf(path, sizeof path, "%s/%s", fixture->directory, to);
    fixture_write(path, size > 0 ? 0 : -1, bytes, size > 0 ? size : all);
    free(bytes);
}

static void expect_refusal(const struct fixture *fixture, enum store_mode mode, const char *words)
{
    char reason[STORE_REASON_SIZE] = "";
    struct store *store = NULL;
    size_t before_size, after_size;
    char *before = fixture_read(fixture->path, &before_size);
    cr_assert_not(store_open(fixture->path, mode, &store, reason));
    cr_expect(strstr(reason, words), "%s", reason);
    char *after = fixture_read(fixture->path, &after_size);
    cr_expect(before_size == after_size && memcmp(before, after, after_size) == 0, "the file was touched");
    free(before);
    free(after);
}

/* The very first transaction of a store, when memory was short and pages are written already, as "store.db";
 * the file that it became in the end as "first.db". */
static struct fixture begin_first(int application)
{
    const struct fixture fixture = fixture_begin();
    char path[128], mark[64];
    sqlite3 *db;
    snprintf(path, sizeof path, "%s/first.db", fixture.directory);
    cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
    run(db, "PRAGMA cache_size = 1; BEGIN IMMEDIATE");
    for (size_t i = 0; i < migration_count; i++)
        run(db, migrations[i].sql);
    snprintf(mark, sizeof mark, "PRAGMA application_id = %d", application);
    run(db, mark);
    copy(&fixture, "first.db", "store.db", 0);
    copy(&fixture, "first.db-journal", "store.db-journal", 0);
    run(db, "COMMIT");
    sqlite3_close(db);
    return fixture;
}

static void expect_begun_again(const struct fixture *fixture)
{
    expect_refusal(fixture, STORE_READ, "was left in the middle of a write: open it once for writing");
    struct store *store = fixture_open(fixture, STORE_WRITE);
    cr_expect_eq(store_head(store), 0);
    cr_expect_eq(fixture_put(store, KIND_GROUP, "{'id':'EU','name':'European Union'}"), 1);
    store_close(store);
    store = fixture_open(fixture, STORE_READ);
    cr_expect_eq(store_head(store), 1);
    store_close(store);
    cr_expect_null(strstr(fixture_list(fixture->directory), "-journal"));
    fixture_end(fixture);
}

Test(unfinished, a_beginning_of_which_only_the_journal_was_written)
{
    const struct fixture fixture = begin_first(STORE_APPLICATION_ID);
    cr_assert_eq(truncate(fixture.path, 0), 0);
    expect_begun_again(&fixture);
}

Test(unfinished, a_beginning_of_which_not_even_the_journal_was_finished)
{
    const struct fixture fixture = begin_first(STORE_APPLICATION_ID);
    char journal[128];
    snprintf(journal, sizeof journal, "%s-journal", fixture.path);
    fixture_write(journal, 0, "\0\0\0\0\0\0\0\0", 8);
    cr_assert_eq(truncate(fixture.path, 0), 0);
    expect_begun_again(&fixture);
}

Test(unfinished, a_beginning_without_its_first_page)
{
    const struct fixture fixture = begin_first(STORE_APPLICATION_ID);
    expect_begun_again(&fixture);
}

Test(unfinished, a_beginning_with_its_first_page)
{
    const struct fixture fixture = begin_first(STORE_APPLICATION_ID);
    copy(&fixture, "first.db", "store.db", 4096);
    expect_begun_again(&fixture);
}

Test(unfinished, the_beginning_of_another_program_is_left_to_it)
{
    const struct fixture fixture = begin_first(7);
    copy(&fixture, "first.db", "store.db", 4096);
    expect_refusal(&fixture, STORE_WRITE, "cannot be written");
    expect_refusal(&fixture, STORE_READ, "cannot be written");
    cr_expect(strstr(fixture_list(fixture.directory), "store.db-journal"));
    fixture_end(&fixture);
}

Test(unfinished, a_beginning_that_is_under_way_is_waited_for, .timeout = 20)
{
    const struct fixture fixture = fixture_begin();
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(fixture.path, &db), SQLITE_OK);
    run(db, "BEGIN IMMEDIATE; CREATE TABLE x (y)");
    expect_refusal(&fixture, STORE_WRITE, "in use by another writer");
    run(db, "ROLLBACK");
    sqlite3_close(db);
    store_close(fixture_open(&fixture, STORE_WRITE));
    fixture_end(&fixture);
}

/* A copy made by backup has no write-ahead log: whoever first writes it begins with a rollback journal. */
Test(unfinished, a_change_of_what_was_committed)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    sqlite3 *db;
    char path[128];
    fixture_put(store, KIND_GROUP, "{'id':'EU','name':'European Union'}");
    store_close(store);
    snprintf(path, sizeof path, "%s/copy.db", fixture.directory);
    copy(&fixture, "store.db", "copy.db", 0);
    cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
    run(db, "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN IMMEDIATE; "
            "UPDATE \"group\" SET name = 'half'; "
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999) "
            "INSERT INTO entity (kind, id) SELECT 'group', i FROM n");
    copy(&fixture, "copy.db", "store.db", 0);
    copy(&fixture, "copy.db-journal", "store.db-journal", 0);
    sqlite3_close(db);
    expect_refusal(&fixture, STORE_READ, "was left in the middle of a write");
    store = fixture_open(&fixture, STORE_WRITE);
    struct verification verification;
    cr_expect_eq(store_head(store), 1);
    cr_expect(store_verify(store, &verification) && verification.sound, "%s", verification.fault);
    store_close(store);
    fixture_end(&fixture);
}

Test(unfinished, what_was_not_empty_before_must_say_whose_it_is)
{
    const struct fixture fixture = begin_first(STORE_APPLICATION_ID);
    char journal[128];
    snprintf(journal, sizeof journal, "%s-journal", fixture.path);
    fixture_write(journal, 16, "\0\0\0\7", 4);
    expect_refusal(&fixture, STORE_WRITE, "is not an SQLite database");
    fixture_end(&fixture);
}

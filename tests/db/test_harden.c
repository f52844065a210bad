/* What SQL can do that is not ours, were any ever to arrive: nothing. */
#include "tests/db/fixture.h"

#include "db/sqlite.h"

#include <criterion/criterion.h>
#include <string.h>

struct attempt {
    const char *sql;
    bool as_writer; /* refused to a writer too */
};

/* Prepared and run to the end; whether all of it was done. */
static bool run_all(struct store *store, const char *sql)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static const struct attempt attempts[] = {
    {"ATTACH ':memory:' AS other", true},
    {"DETACH main", true},
    {"VACUUM INTO '/tmp/navicert-stolen.db'", true},
    {"PRAGMA writable_schema = ON", true},
    {"PRAGMA trusted_schema = ON", true},
    {"PRAGMA query_only = OFF", true},
    {"PRAGMA journal_mode = OFF", true},
    {"PRAGMA synchronous = OFF", true},
    {"PRAGMA user_version = 1", true},
    {"PRAGMA database_list", true},
    {"PRAGMA data_version = 3", true},
    {"SELECT load_extension('x')", true},
    {"SELECT name FROM pragma_table_list", true},
    {"CREATE TABLE mine (a)", true},
    {"CREATE TEMP TABLE mine (a)", true},
    {"CREATE TEMP VIEW mine AS SELECT 1", true},
    {"CREATE TEMP TRIGGER mine AFTER INSERT ON tag BEGIN DELETE FROM token; END", true},
    {"CREATE INDEX mine ON chip (id)", true},
    {"CREATE VIRTUAL TABLE mine USING fts5 (a)", true},
    {"DROP TABLE chip", true},
    {"DROP TRIGGER revision_is_never_changed", true},
    {"ALTER TABLE chip ADD COLUMN mine", true},
    {"REINDEX", true},
    {"ANALYZE", true},
    {"UPDATE sqlite_master SET sql = ''", true},
    {"DELETE FROM sqlite_master", true},
    {"INSERT INTO sqlite_master VALUES ('table', 'a', 'a', 0, '')", true},
    {"UPDATE revision SET note = 'other'", true},
    {"DELETE FROM revision", true},
    {"DELETE FROM token", true},
    {"UPDATE token_key SET key = zeroblob(32)", true},
    {"DELETE FROM token_key", true},
    {"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", true},
    {"SELECT printf('%.*c', 200000000, 'x')", true},
    {"SELECT zeroblob(200000000)", true},
    {"SELECT randomblob(200000000)", true},
    {"SELECT group_concat(id) FROM chip", true},
    {"SELECT \"no column\" FROM chip", true},
    {"SELECT ?250, ?251", true},
    {"INSERT INTO tag (kind) VALUES ('chip')", false},
    {"UPDATE chip SET id = 'x'", false},
    {"DELETE FROM chip", false},
    {"SAVEPOINT mine", false},
};

Test(harden, what_is_not_ours_is_refused_to_readers_and_writers)
{
    const struct fixture fixture = fixture_begin();
    struct store *writer = fixture_open(&fixture, STORE_WRITE);
    fixture_put(writer, KIND_GROUP, "{'id':'EU','name':'European Union'}");
    struct store *reader = fixture_open(&fixture, STORE_READ);
    for (size_t i = 0; i < sizeof attempts / sizeof attempts[0]; i++) {
        cr_expect_not(run_all(reader, attempts[i].sql), "read: %s", attempts[i].sql);
        if (attempts[i].as_writer)
            cr_expect_not(run_all(writer, attempts[i].sql), "write: %s", attempts[i].sql);
    }
    cr_expect(run_all(reader, "SELECT count(*), max(length(id)) FROM chip WHERE id LIKE 'a%'"),
              "ours goes on");
    cr_expect(run_all(writer, "UPDATE tag SET value = value"), "and so does writing");
    cr_expect_eq(fixture_put(writer, KIND_GROUP, "{'id':'NATO','name':'NATO'}"), 2);
    store_close(reader);
    store_close(writer);
    fixture_end(&fixture);
}

/* Long texts made out of short ones end at the limit of all memory, and the process lives. */
Test(harden, a_text_that_doubles_again_and_again_is_stopped, .timeout = 60)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char sql[4096] = "SELECT length(", end[512] = ")";
    for (size_t i = 0; i < 10; i++)
        strcat(sql, "replace(");
    strcat(sql, "'aaaaaaaaaa'");
    for (size_t i = 0; i < 10; i++)
        strcat(sql, ", 'a', 'aaaaaaaaaa')");
    strcat(sql, end);
    cr_expect_not(run_all(store, sql), "100 GB were made");
    cr_expect(run_all(store, "SELECT 1"));
    cr_expect_gt(sqlite3_hard_heap_limit64(-1), 0);
    store_close(store);
    fixture_end(&fixture);
}

/* A name of a file is a name, whatever is in it. */
Test(harden, a_path_is_no_uri)
{
    const struct fixture fixture = fixture_begin();
    struct store *store;
    char path[160], reason[STORE_REASON_SIZE];
    snprintf(path, sizeof path, "file:%s?mode=memory&vfs=unix-none", fixture.path);
    cr_expect_not(store_open(path, STORE_READ, &store, reason));
    snprintf(path, sizeof path, "%s?vfs=none", fixture.path);
    cr_assert(store_open(path, STORE_WRITE, &store, reason), "%s", reason);
    store_close(store);
    cr_expect(strstr(fixture_list(fixture.directory), "store.db?vfs=none"), "%s",
              fixture_list(fixture.directory));
    fixture_end(&fixture);
}

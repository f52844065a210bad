/* Opening: what is ours opens, everything else is one sentence and an untouched file. */
#include "tests/db/fixture.h"

#include "db/migrations.h"
#include "db/sqlite.h"
#include "db/verify.h"

#include <criterion/criterion.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Fails to open, says so in one sentence with those words, and leaves the directory as it was, byte for byte.
 */
static void expect_refusal(const struct fixture *fixture, const char *path, enum store_mode mode,
                           const char *words)
{
    char reason[STORE_REASON_SIZE] = "";
    struct store *store = NULL;
    size_t size_before, size_after;
    char *names = strdup(fixture_list(fixture->directory));
    char *before = fixture_read(path, &size_before);
    cr_assert_not(store_open(path, mode, &store, reason), "%s opened", path);
    cr_assert_null(store);
    cr_assert_not_null(strstr(reason, words), "'%s' lacks '%s'", reason, words);
    cr_assert_not_null(strstr(reason, path), "'%s' does not name the file", reason);
    cr_assert_null(strchr(reason, '\n'));
    char *after = fixture_read(path, &size_after);
    cr_assert_eq(before == NULL, after == NULL);
    cr_assert(size_before == size_after && (!before || memcmp(before, after, size_before) == 0),
              "the file was touched");
    cr_assert_str_eq(fixture_list(fixture->directory), names);
    free(names);
    free(before);
    free(after);
}

static void make_store(const struct fixture *fixture)
{
    struct store *store = fixture_open(fixture, STORE_WRITE);
    fixture_put(store, KIND_GROUP, "{'id':'EU','name':'European Union'}");
    store_close(store);
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

Test(store, what_was_written_is_there_after_closing)
{
    const struct fixture fixture = fixture_begin();
    make_store(&fixture);
    cr_assert_str_eq(fixture_list(fixture.directory), "store.db\n", "a clean close leaves one file");
    struct store *store = fixture_open(&fixture, STORE_READ);
    cr_assert_eq(store_head(store), 1);
    store_close(store);
    fixture_end(&fixture);
}

Test(store, a_missing_file_is_refused_for_reading_and_made_for_writing)
{
    const struct fixture fixture = fixture_begin();
    expect_refusal(&fixture, fixture.path, STORE_READ, "does not exist");
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    cr_assert_eq(store_head(store), 0);
    store_close(store);
    fixture_end(&fixture);
}

Test(store, a_missing_directory_is_named)
{
    const struct fixture fixture = fixture_begin();
    char path[128];
    snprintf(path, sizeof path, "%s/none/store.db", fixture.directory);
    expect_refusal(&fixture, path, STORE_WRITE, "no such directory");
    expect_refusal(&fixture, path, STORE_READ, "no such directory");
    fixture_end(&fixture);
}

Test(store, a_directory_in_its_place_is_refused)
{
    const struct fixture fixture = fixture_begin();
    char reason[STORE_REASON_SIZE];
    struct store *store;
    cr_assert_not(store_open(fixture.directory, STORE_WRITE, &store, reason));
    cr_assert_not_null(strstr(reason, "is not a file"));
    fixture_end(&fixture);
}

Test(store, what_is_not_a_database_is_refused)
{
    const struct fixture fixture = fixture_begin();
    static const char letter[] = "Dear Sir, this is a letter and not a database, however long it may be. "
                                 "Dear Sir, this is a letter and not a database.";
    fixture_write(fixture.path, -1, letter, sizeof letter);
    expect_refusal(&fixture, fixture.path, STORE_WRITE, "is not an SQLite database");
    expect_refusal(&fixture, fixture.path, STORE_READ, "is not an SQLite database");
    fixture_write(fixture.path, -1, "short", 5);
    expect_refusal(&fixture, fixture.path, STORE_WRITE, "is not an SQLite database");
    fixture_end(&fixture);
}

Test(store, an_empty_file_is_filled_but_not_read)
{
    const struct fixture fixture = fixture_begin();
    fixture_write(fixture.path, -1, "", 0);
    expect_refusal(&fixture, fixture.path, STORE_READ, "is empty");
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    cr_assert_eq(store_head(store), 0);
    store_close(store);
    fixture_end(&fixture);
}

Test(store, the_database_of_another_program_is_refused)
{
    const struct fixture fixture = fixture_begin();
    run_sql(fixture.path, "CREATE TABLE mail (body TEXT)");
    expect_refusal(&fixture, fixture.path, STORE_WRITE, "database of another program");
    expect_refusal(&fixture, fixture.path, STORE_READ, "database of another program");
    run_sql(fixture.path, "PRAGMA journal_mode = WAL; PRAGMA application_id = 7");
    expect_refusal(&fixture, fixture.path, STORE_WRITE, "database of another program");
    fixture_end(&fixture);
}

Test(store, a_newer_schema_is_refused_also_when_it_lies_in_the_log)
{
    const struct fixture fixture = fixture_begin();
    make_store(&fixture);
    run_sql(fixture.path, "PRAGMA user_version = 99");
    expect_refusal(&fixture, fixture.path, STORE_WRITE, "written by a newer navicert (schema 99");
    expect_refusal(&fixture, fixture.path, STORE_READ, "written by a newer navicert");
    /* A connection that stays open keeps its change in the write-ahead log. */
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(fixture.path, &db), SQLITE_OK);
    sqlite3_exec(db,
                 "PRAGMA user_version = 2; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0; "
                 "PRAGMA user_version = 98",
                 NULL, NULL, NULL);
    expect_refusal(&fixture, fixture.path, STORE_WRITE, "schema 98");
    sqlite3_close(db);
    fixture_end(&fixture);
}

Test(store, an_older_schema_is_brought_up_to_date_by_the_first_writer_only)
{
    const struct fixture fixture = fixture_begin();
    make_store(&fixture);
    fixture_make_older(&fixture, 1);
    expect_refusal(&fixture, fixture.path, STORE_READ, "written by an older navicert (schema 1");
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    int64_t counts[KIND_COUNT];
    cr_assert(catalogue_count(store, 1, counts));
    cr_assert_eq(counts[KIND_GROUP], 1);
    store_close(store);
    fixture_end(&fixture);
}

/* Every schema that was ever released: what is read afterwards is what this program would have written. */
Test(store, a_store_of_any_older_schema_becomes_one_of_this, .timeout = 60)
{
    for (size_t schema = 1; schema < migration_count; schema++) {
        const struct fixture fixture = fixture_begin();
        struct store *store = fixture_open(&fixture, STORE_WRITE);
        fixture_fill(store);
        fixture_delete(store, KIND_CHIP, "nvidia-h20");
        int64_t before[KIND_COUNT], after[KIND_COUNT];
        cr_assert(catalogue_count(store, 1, before));
        store_close(store);
        fixture_make_older(&fixture, schema);
        store = fixture_open(&fixture, STORE_WRITE);
        struct verification verification;
        cr_assert(store_verify(store, &verification));
        cr_expect(verification.sound, "schema %zu: %s", schema, verification.fault);
        cr_assert(catalogue_count(store, 1, after));
        cr_expect_arr_eq(before, after, sizeof before);
        cr_assert(catalogue_count(store, 2, after));
        cr_expect_eq(after[KIND_CHIP], before[KIND_CHIP] - 1);
        store_close(store);
        fixture_end(&fixture);
    }
}

Test(store, damage_is_found_at_any_page)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_fill(store);
    store_close(store);
    size_t size;
    char *sound = fixture_read(fixture.path, &size);
    char noise[512];
    memset(noise, 0xA5, sizeof noise);
    for (size_t page = 4096; page + 4096 <= size; page += 4096 * 150) {
        /* The header of a page: none of our pages can bear this one. */
        fixture_write(fixture.path, (long)page, noise, sizeof noise);
        char reason[STORE_REASON_SIZE];
        struct store *damaged = NULL;
        const bool opened = store_open(fixture.path, STORE_WRITE, &damaged, reason);
        store_close(damaged);
        /* A page in the middle of a long row has no header; that is for verify to find. */
        if (!opened)
            cr_assert_not_null(strstr(reason, "is damaged"), "%s", reason);
        fixture_write(fixture.path, (long)page, sound + page, sizeof noise);
    }
    fixture_write(fixture.path, 4096, noise, sizeof noise);
    expect_refusal(&fixture, fixture.path, STORE_WRITE, "is damaged");
    expect_refusal(&fixture, fixture.path, STORE_READ, "is damaged");
    free(sound);
    fixture_end(&fixture);
}

Test(store, a_cut_file_is_damaged)
{
    const struct fixture fixture = fixture_begin();
    make_store(&fixture);
    cr_assert_eq(truncate(fixture.path, 3 * 4096), 0);
    expect_refusal(&fixture, fixture.path, STORE_WRITE, "is damaged");
    fixture_end(&fixture);
}

Test(store, another_writer_is_waited_for_and_then_named, .timeout = 15)
{
    const struct fixture fixture = fixture_begin();
    sqlite3 *db;
    make_store(&fixture);
    /* As an older navicert left it, so that there is something to write. */
    cr_assert_eq(sqlite3_open(fixture.path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, "PRAGMA user_version = 1; BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    char reason[STORE_REASON_SIZE];
    struct store *store;
    cr_assert_not(store_open(fixture.path, STORE_WRITE, &store, reason));
    cr_assert_not_null(strstr(reason, "in use by another writer"), "%s", reason);
    sqlite3_close(db);
    fixture_end(&fixture);
}

/* Mounts a small file system on the fixture's directory, or skips: only root may. The test's process sees it
 * alone, and it goes with it. */
static void mount_small(const struct fixture *fixture, const char *options)
{
    if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
        mount("none", fixture->directory, "tmpfs", 0, options) != 0)
        cr_skip_test("mounting a small file system needs root");
}

Test(store, no_space_for_a_new_store_leaves_nothing_behind)
{
    const struct fixture fixture = fixture_begin();
    mount_small(&fixture, "size=16k");
    expect_refusal(&fixture, fixture.path, STORE_WRITE, "no space left");
    umount(fixture.directory);
    fixture_end(&fixture);
}

Test(store, a_full_disk_refuses_the_write_and_keeps_the_rest)
{
    const struct fixture fixture = fixture_begin();
    mount_small(&fixture, "size=900k");
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_put(store, KIND_GROUP, "{'id':'EU','name':'European Union'}");
    char *text = malloc(600001);
    memset(text, 'x', 600000);
    text[600000] = '\0';
    json_t *document = json_pack("{s:s,s:s}", "id", "big", "title", text);
    const struct change change = {CHANGE_PUT, KIND_DATASET, "big", document};
    int64_t head = -7;
    cr_assert_eq(record_change_set(store, -1, &(struct change_set){.changes = &change, .count = 1}, &head),
                 RECORD_NO_SPACE);
    cr_assert_eq(head, -7);
    cr_assert_eq(store_head(store), 1, "reads go on");
    /* Room again: the same connection recovers. */
    cr_assert_eq(mount("none", fixture.directory, "tmpfs", MS_REMOUNT, "size=20m"), 0);
    cr_assert_eq(record_change_set(store, 1, &(struct change_set){.changes = &change, .count = 1}, &head),
                 RECORD_DONE);
    cr_assert_eq(head, 2);
    json_decref(document);
    free(text);
    store_close(store);
    umount(fixture.directory);
    fixture_end(&fixture);
}

Test(store, a_limit_on_file_size_is_no_space_too)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit = {400 * 1024, RLIM_INFINITY};
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    char *text = malloc(600001);
    memset(text, 'x', 600000);
    text[600000] = '\0';
    json_t *document = json_pack("{s:s,s:s}", "id", "big", "title", text);
    const struct change change = {CHANGE_PUT, KIND_DATASET, "big", document};
    int64_t head;
    cr_assert_eq(record_change_set(store, -1, &(struct change_set){.changes = &change, .count = 1}, &head),
                 RECORD_NO_SPACE);
    cr_assert_eq(store_head(store), 0);
    json_decref(document);
    free(text);
    store_close(store);
    fixture_end(&fixture);
}

Test(store, a_read_only_mount_is_served_when_no_log_lies_beside_the_file)
{
    const struct fixture fixture = fixture_begin();
    mount_small(&fixture, "size=4m");
    make_store(&fixture);
    cr_assert_eq(mount("none", fixture.directory, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), 0);
    struct store *store = fixture_open(&fixture, STORE_READ);
    cr_assert_eq(store_head(store), 1);
    store_close(store);
    expect_refusal(&fixture, fixture.path, STORE_WRITE, "cannot be written");
    umount(fixture.directory);
    fixture_end(&fixture);
}

Test(store, a_read_only_mount_with_a_log_beside_the_file_is_explained)
{
    const struct fixture fixture = fixture_begin();
    mount_small(&fixture, "size=8m");
    /* A writer that died: the log lies there and the shared memory is gone. */
    make_store(&fixture);
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_put(store, KIND_GROUP, "{'id':'AIA','name':'Annex'}");
    char copy[128], log[140];
    size_t size;
    snprintf(copy, sizeof copy, "%s/copy.db", fixture.directory);
    snprintf(log, sizeof log, "%s-wal", fixture.path);
    char *bytes = fixture_read(fixture.path, &size);
    fixture_write(copy, -1, bytes, size);
    free(bytes);
    bytes = fixture_read(log, &size);
    snprintf(log, sizeof log, "%s-wal", copy);
    fixture_write(log, -1, bytes, size);
    free(bytes);
    store_close(store);
    cr_assert_eq(mount("none", fixture.directory, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), 0);
    expect_refusal(&fixture, copy, STORE_READ, "read-only mount");
    umount(fixture.directory);
    fixture_end(&fixture);
}

Test(store, a_name_that_looks_like_an_option_is_a_name)
{
    const struct fixture fixture = fixture_begin();
    char reason[STORE_REASON_SIZE];
    struct store *store;
    cr_assert_eq(chdir(fixture.directory), 0);
    cr_assert(store_open("file:a?vfs=none#%41", STORE_WRITE, &store, reason), "%s", reason);
    store_close(store);
    cr_assert_str_eq(fixture_list(fixture.directory), "file:a?vfs=none#%41\n");
    fixture_end(&fixture);
}

Test(store, a_connection_takes_no_dangerous_statement)
{
    const struct fixture fixture = fixture_begin();
    make_store(&fixture);
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    static const char *const refused[] = {
        "ATTACH ':memory:' AS other",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''",
        "SELECT \"no such column\" FROM chip",
        "UPDATE revision SET note = 'changed'",
        "DELETE FROM revision",
        "UPDATE search_data SET block = x'00'",
        "INSERT INTO revision VALUES (5, '2027-01-01T00:00:00.000Z', '', '', '[]', zeroblob(32))",
        "INSERT INTO revision VALUES (2, '2000-01-01T00:00:00.000Z', '', '', '[]', zeroblob(32))",
        "INSERT INTO tag VALUES ('chip', 'f', 'v', 'not a number')",
    };
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        cr_assert_neq(sqlite3_exec(store->db, refused[i], NULL, NULL, NULL), SQLITE_OK, "%s", refused[i]);
    store_close(store);
    store = fixture_open(&fixture, STORE_READ);
    cr_assert_neq(sqlite3_exec(store->db, "DELETE FROM tag", NULL, NULL, NULL), SQLITE_OK);
    cr_assert_neq(sqlite3_exec(store->db, "CREATE TABLE x (y)", NULL, NULL, NULL), SQLITE_OK);
    store_close(store);
    fixture_end(&fixture);
}

Test(store, a_change_by_another_connection_is_seen_once)
{
    const struct fixture fixture = fixture_begin();
    make_store(&fixture);
    struct store *reader = fixture_open(&fixture, STORE_READ);
    struct store *writer = fixture_open(&fixture, STORE_WRITE);
    cr_assert_not(store_changed(reader));
    fixture_put(writer, KIND_GROUP, "{'id':'AIA','name':'Annex'}");
    cr_assert(store_changed(reader));
    cr_assert_not(store_changed(reader));
    cr_assert_eq(store_head(reader), 2);
    store_close(writer);
    store_close(reader);
    fixture_end(&fixture);
}

/* For each byte that comes, opens the store, records a revision, closes it and says so. */
static void record_on_demand(const struct fixture *fixture, int orders, int answers)
{
    for (char order; read(orders, &order, 1) == 1;) {
        char text[64];
        snprintf(text, sizeof text, "{'id':'Z','name':'version %c'}", order);
        struct store *writer = fixture_open(fixture, STORE_WRITE);
        fixture_put(writer, KIND_GROUP, text);
        store_close(writer);
        if (write(answers, &order, 1) != 1)
            break;
    }
    _exit(0);
}

/* A writer that takes itself for the last one removes the write-ahead log: readers must keep their locks. It
 * is forked before anything is open here, or it would inherit what SQLite knows of this process. */
Test(store, readers_side_by_side_keep_what_another_process_would_remove, .timeout = 20)
{
    const struct fixture fixture = fixture_begin();
    int orders[2], answers[2];
    cr_assert(pipe(orders) == 0 && pipe(answers) == 0);
    const pid_t child = fork();
    if (child == 0) {
        close(orders[1]);
        record_on_demand(&fixture, orders[0], answers[1]);
    }
    store_close(fixture_open(&fixture, STORE_WRITE));
    struct store *first = fixture_open(&fixture, STORE_READ), *second = NULL;
    char reason[STORE_REASON_SIZE];
    cr_assert(store_open_beside(first, STORE_READ, &second, reason), "%s", reason);
    for (char version = 1; version <= 3; version++) {
        const char order = (char)('0' + version);
        char answer;
        cr_assert_eq(write(orders[1], &order, 1), 1);
        cr_assert_eq(read(answers[0], &answer, 1), 1);
        cr_expect(strstr(fixture_list(fixture.directory), "-wal"), "the log was removed under its readers");
        cr_expect_eq(store_head(first), version);
        cr_expect_eq(store_head(second), version);
    }
    close(orders[1]);
    waitpid(child, NULL, 0);
    store_close(first);
    store_close(second);
    fixture_end(&fixture);
}

Test(store, a_writer_beside_a_reader_writes_what_the_reader_sees)
{
    const struct fixture fixture = fixture_begin();
    make_store(&fixture);
    struct store *reader = fixture_open(&fixture, STORE_READ), *writer = NULL;
    char reason[STORE_REASON_SIZE];
    cr_assert(store_open_beside(reader, STORE_WRITE, &writer, reason), "%s", reason);
    cr_assert_eq(fixture_put(writer, KIND_GROUP, "{'id':'AIA','name':'Annex'}"), 2);
    cr_assert_eq(store_head(reader), 2);
    int synchronous = 0;
    sqlite3_stmt *statement;
    writer->rights = RIGHTS_OPENING; /* else it may not even ask */
    cr_assert_eq(sqlite3_prepare_v2(writer->db, "PRAGMA synchronous", -1, &statement, NULL), SQLITE_OK);
    cr_assert_eq(sqlite3_step(statement), SQLITE_ROW);
    synchronous = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    cr_assert_eq(synchronous, 2, "what was acknowledged survives a power cut");
    store_close(writer);
    store_close(reader);
    fixture_end(&fixture);
}

Test(store, a_writer_beside_makes_no_new_file)
{
    const struct fixture fixture = fixture_begin();
    make_store(&fixture);
    struct store *reader = fixture_open(&fixture, STORE_READ), *writer = NULL;
    char reason[STORE_REASON_SIZE] = "";
    cr_assert_eq(unlink(fixture.path), 0);
    cr_assert_not(store_open_beside(reader, STORE_WRITE, &writer, reason));
    cr_assert_not_null(strstr(reason, "cannot be opened"), "%s", reason);
    cr_assert_null(strstr(fixture_list(fixture.directory), "store.db\n"));
    store_close(reader);
    fixture_end(&fixture);
}

static void expect_no_writer_beside(const struct store *reader)
{
    struct store *writer = NULL;
    char reason[STORE_REASON_SIZE] = "";
    cr_assert_not(store_open_beside(reader, STORE_WRITE, &writer, reason));
    cr_assert_not_null(strstr(reason, "cannot be written"), "%s", reason);
}

Test(store, a_writer_beside_a_reader_of_a_read_only_mount_is_refused)
{
    const struct fixture fixture = fixture_begin();
    mount_small(&fixture, "size=4m");
    make_store(&fixture);
    cr_assert_eq(mount("none", fixture.directory, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), 0);
    struct store *reader = fixture_open(&fixture, STORE_READ);
    expect_no_writer_beside(reader);
    /* What this reader took for unchangeable it would never see change. */
    cr_assert_eq(mount("none", fixture.directory, "tmpfs", MS_REMOUNT, NULL), 0);
    expect_no_writer_beside(reader);
    store_close(reader);
    /* A copy as 'navicert backup' makes it. */
    run_sql(fixture.path, "PRAGMA journal_mode = DELETE");
    cr_assert_eq(mount("none", fixture.directory, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), 0);
    reader = fixture_open(&fixture, STORE_READ);
    expect_no_writer_beside(reader);
    store_close(reader);
    umount(fixture.directory);
    fixture_end(&fixture);
}

/* SQLite itself opens such a file for reading and says nothing until the first write. */
Test(store, a_writer_beside_is_refused_to_a_user_who_may_only_read)
{
    const struct fixture fixture = fixture_begin();
    struct store *other = fixture_open(&fixture, STORE_WRITE);
    fixture_put(other, KIND_GROUP, "{'id':'EU','name':'European Union'}");
    cr_assert_eq(chmod(fixture.path, 0444), 0);
    cr_assert_eq(chmod(fixture.directory, 0755), 0);
    const bool is_root = geteuid() == 0;
    cr_assert(!is_root || seteuid(65534) == 0);
    struct store *reader = fixture_open(&fixture, STORE_READ);
    expect_no_writer_beside(reader);
    store_close(reader);
    cr_assert(!is_root || seteuid(0) == 0);
    store_close(other);
    fixture_end(&fixture);
}

Test(store, a_read_transaction_sees_one_state)
{
    const struct fixture fixture = fixture_begin();
    make_store(&fixture);
    struct store *reader = fixture_open(&fixture, STORE_READ);
    struct store *writer = fixture_open(&fixture, STORE_WRITE);
    store_read_begin(reader);
    cr_assert_eq(store_head(reader), 1);
    fixture_put(writer, KIND_GROUP, "{'id':'AIA','name':'Annex'}");
    cr_assert_eq(store_head(reader), 1);
    store_read_end(reader);
    cr_assert_eq(store_head(reader), 2);
    store_close(writer);
    store_close(reader);
    fixture_end(&fixture);
}

Test(store, the_version_at_an_instant_is_the_last_recorded_by_then)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    json_t *document = json_pack("{s:s}", "id", "EU");
    for (int i = 1; i <= 3; i++) {
        char at[64];
        int64_t head;
        const struct change change = {CHANGE_PUT, KIND_GROUP, "EU", document};
        snprintf(at, sizeof at, "2026-0%d-01T12:00:00Z", i);
        json_object_set_new(document, "name", json_integer(i));
        cr_assert_eq(
            record_change_set(store, -1,
                              &(struct change_set){.recorded_at = at, .changes = &change, .count = 1}, &head),
            RECORD_DONE);
    }
    json_decref(document);
    cr_assert_eq(store_version_at(store, "2025-12-31T00:00:00Z"), 0);
    cr_assert_eq(store_version_at(store, "2026-01-01T11:59:59.999Z"), 0);
    cr_assert_eq(store_version_at(store, "2026-01-01T12:00:00Z"), 1);
    cr_assert_eq(store_version_at(store, "2026-02-01T13:59:59+02:00"), 1);
    cr_assert_eq(store_version_at(store, "2026-02-01T14:00:00+02:00"), 2);
    cr_assert_eq(store_version_at(store, "2030-01-01T00:00:00Z"), 3);
    cr_assert_eq(store_version_at(store, "yesterday"), -1);
    store_close(store);
    fixture_end(&fixture);
}

Test(store, a_slow_statement_is_stopped_at_the_deadline)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_fill(store);
    size_t size = 0;
    char *within = malloc(4000000);
    size += (size_t)sprintf(within, "[\"x\"");
    for (int i = 0; i < 300000; i++)
        size += (size_t)sprintf(within + size, ",\"%d\"", i);
    sprintf(within + size, "]");
    struct list_result result;
    struct fixture_ids ids = {0};
    const struct list_query query = {
        .kind = KIND_CHIP, .at = 1, .within = {within}, .within_count = 1, .limit = 5};
    store_set_deadline(store, 2);
    store_read_begin(store);
    cr_assert_eq(catalogue_list(store, &query, fixture_collect, NULL, &ids, &result), LIST_FAILED);
    cr_assert(store_timed_out(store));
    store_read_end(store);
    store_set_deadline(store, 0);
    cr_assert_eq(catalogue_list(store, &query, fixture_collect, NULL, &ids, &result), LIST_DONE);
    store_read_begin(store);
    cr_assert_not(store_timed_out(store), "the next request is judged by itself");
    store_read_end(store);
    free(within);
    store_close(store);
    fixture_end(&fixture);
}

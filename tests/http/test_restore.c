/* `navicert restore`: a sound backup takes the place of a database that nobody uses, or nothing changes. */
#include "wire.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

TestSuite(restore, .timeout = 60);

static struct server server;
static struct run run;
static int bundled; /* data versions that come with the program */
static char backup[128], kept[128], other[128];

/* A backup of what comes with the program, in a folder where the server is one version on. */
static void start(void)
{
    harness_start(&server, NULL);
    snprintf(backup, sizeof backup, "%s.backup", server.database);
    snprintf(kept, sizeof kept, "%s.before-restore", server.database);
    snprintf(other, sizeof other, "%s.other", server.database);
    const char *const arguments[] = {"backup", backup, "--db", server.database, NULL};
    harness_run(&run, arguments, NULL);
    cr_assert_eq(sscanf(run.output, "backed up data version %d,", &bundled), 1, "%s", run.errors);
    harness_record_version(server.database, "later");
}

static void stop(void)
{
    char path[160];
    unlink(backup);
    unlink(kept);
    snprintf(path, sizeof path, "%s-wal", kept);
    unlink(path);
    unlink(other);
    snprintf(path, sizeof path, "%s-wal", other);
    unlink(path);
    snprintf(path, sizeof path, "%s-shm", other);
    unlink(path);
    snprintf(path, sizeof path, "%s-shm", kept);
    unlink(path);
    cr_expect_eq(harness_stop(&server), 0);
}

static void start_halted(void)
{
    start();
    harness_halt(&server);
}

static void stop_halted(void)
{
    harness_resume(&server, NULL);
    stop();
}

static void restore(const char *from, const char *to, const char *flag)
{
    const char *const arguments[] = {"restore", from, "--db", to, flag, NULL};
    harness_run(&run, arguments, NULL);
}

static void expect_refusal(const char *sentence)
{
    cr_expect_eq(run.code, 1);
    cr_expect(strstr(run.errors, sentence), "%s", run.errors);
}

static void expect_version(const char *database, int version)
{
    char said[32];
    const char *const arguments[] = {"verify", "--db", database, NULL};
    harness_run(&run, arguments, NULL);
    snprintf(said, sizeof said, "sound: %d revisions,", version);
    cr_expect_eq(strncmp(run.output, said, strlen(said)), 0, "%s: %s%s", database, run.output, run.errors);
}

static bool is_there(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0;
}

/* Of the copy that was made beside it. */
static void expect_nothing_left(void)
{
    char command[256];
    snprintf(command, sizeof command,
             "ls %s | grep -E '^test[.]db[.]([A-Za-z0-9]{6}|other)(-(wal|shm|journal))?$' | grep -cEvx "
             "'test.db.(backup|other)'",
             server.directory);
    FILE *listing = popen(command, "r");
    cr_assert(listing);
    int count = -1;
    cr_expect_eq(fscanf(listing, "%d", &count), 1);
    pclose(listing);
    cr_expect_eq(count, 0, "%d files were left behind", count);
}

Test(restore, replaces_and_keeps_what_stood_there, .init = start_halted, .fini = stop_halted)
{
    restore(backup, server.database, "--overwrite");
    cr_expect_eq(run.code, 0, "%s", run.errors);
    int version;
    cr_expect_eq(sscanf(run.output, "restored data version %d, ", &version), 1, "%s", run.output);
    cr_expect_eq(version, bundled);
    cr_expect(strstr(run.output, kept), "%s", run.output);
    expect_version(server.database, bundled);
    expect_version(kept, bundled + 1);
    expect_nothing_left();
    cr_expect(is_there(backup));
}

Test(restore, makes_a_database_where_there_is_none, .init = start_halted, .fini = stop_halted)
{
    char stale[160];
    snprintf(stale, sizeof stale, "%s-wal", other);
    const int log = open(stale, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    cr_assert(log >= 0 && write(log, "of another", 10) == 10 && close(log) == 0);
    restore(backup, other, NULL);
    cr_expect_eq(run.code, 0, "%s", run.errors);
    cr_expect_not(is_there(stale));
    expect_nothing_left();
    expect_version(other, bundled);
}

Test(restore, is_refused_where_a_database_stands, .init = start_halted, .fini = stop_halted)
{
    restore(backup, server.database, NULL);
    expect_refusal("exists already: with --overwrite it is replaced");
    expect_version(server.database, bundled + 1);
    cr_expect_not(is_there(kept));
    expect_nothing_left();
}

Test(restore, is_refused_while_a_server_runs, .init = start, .fini = stop)
{
    restore(backup, server.database, "--overwrite");
    expect_refusal("is in use: stop the server first");
    cr_expect_not(is_there(kept));
    expect_version(server.database, bundled + 1);
}

Test(restore, is_refused_while_a_server_runs_on_a_file_that_is_damaged, .init = start, .fini = stop)
{
    char header[100] = {0}, damaged[100] = {0};
    const int fd = open(server.database, O_RDWR | O_CLOEXEC);
    cr_assert(fd >= 0 && pread(fd, header, sizeof header, 0) == sizeof header);
    cr_assert_eq(pwrite(fd, damaged, sizeof damaged, 0), sizeof damaged);
    restore(backup, server.database, "--overwrite");
    cr_assert_eq(pwrite(fd, header, sizeof header, 0), sizeof header);
    close(fd);
    expect_refusal("is in use: stop the server first");
    cr_expect_not(is_there(kept));
}

Test(restore, keeps_an_earlier_one_that_was_kept, .init = start_halted, .fini = stop_halted)
{
    restore(backup, server.database, "--overwrite");
    cr_assert_eq(run.code, 0, "%s", run.errors);
    restore(backup, server.database, "--overwrite");
    expect_refusal("exists already, of an earlier restore: move it away");
    expect_version(kept, bundled + 1);
    expect_version(server.database, bundled);
    expect_nothing_left();
}

/* What a killed server had in its log is in what is kept. */
Test(restore, keeps_what_stood_in_a_log, .init = start, .fini = stop_halted)
{
    kill(server.pid, SIGKILL);
    waitpid(server.pid, NULL, 0);
    restore(backup, server.database, "--overwrite");
    cr_expect_eq(run.code, 0, "%s", run.errors);
    expect_version(kept, bundled + 1);
    expect_version(server.database, bundled);
    expect_nothing_left();
}

Test(restore, replaces_one_that_is_damaged, .init = start_halted, .fini = stop_halted)
{
    const int fd = open(server.database, O_WRONLY | O_TRUNC | O_CLOEXEC);
    cr_assert(fd >= 0 && write(fd, "no database at all", 18) == 18 && close(fd) == 0);
    restore(backup, server.database, "--overwrite");
    cr_expect_eq(run.code, 0, "%s", run.errors);
    expect_version(server.database, bundled);
    cr_expect(is_there(kept));
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

Test(restore, refuses_what_is_no_sound_backup, .init = start_halted, .fini = stop_halted)
{
    static const struct {
        const char *sql;
        const char *sentence;
    } rows[] = {
        {"PRAGMA user_version = 99", "was written by a newer navicert"},
        {"PRAGMA application_id = 1", "is the database of another program"},
        {"DROP TRIGGER revision_is_never_changed; UPDATE revision SET note = 'forged'", "cannot be restored"},
        {"UPDATE chip SET vendor = 'Somebody'", "cannot be restored"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char copy[400];
        snprintf(copy, sizeof copy, "cp %s %s", backup, other);
        cr_assert_eq(system(copy), 0);
        run_sql(other, rows[i].sql);
        restore(other, server.database, "--overwrite");
        expect_refusal(rows[i].sentence);
        cr_expect(strstr(run.errors, other), "%s", run.errors);
        cr_expect_not(is_there(kept));
        expect_nothing_left();
    }
    expect_version(server.database, bundled + 1);
    restore("/nonexistent", server.database, "--overwrite");
    expect_refusal("/nonexistent does not exist");
    restore(server.log, server.database, "--overwrite");
    expect_refusal("cannot be restored: it holds no data");
    restore(server.diagnostics, server.database, "--overwrite");
    expect_refusal("cannot be restored: it is not an SQLite database");
}

Test(restore, refuses_a_copy_with_a_log_beside_it, .init = start, .fini = stop)
{
    restore(server.database, other, NULL);
    expect_refusal("has a log beside it, so it is no finished backup");
    cr_expect_not(is_there(other));
}

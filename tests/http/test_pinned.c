/* A pinned address is a receipt: what it answered once it answers for ever, byte for byte, for one version of
 * the program. The pins stand in pins.c. */
#include "fake_clock.h"
#include "later.h"
#include "pins.h"
#include "prints.h"
#include "wire.h"

#include "api/operation.h"
#include "api/route.h"

#include <criterion/criterion.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static struct server server;
static struct prints *seeded;  /* of the bundled data */
static struct prints *changed; /* after a first round of changes */

static bool shows(int64_t version)
{
    char told[1024];
    char wanted[24];
    struct answer answer;
    wire_ask(&server, "HEAD /v1 HTTP/1.1\r\nHost: t\r\n\r\n", &answer);
    answer_header(&answer, "Data-Version", told);
    answer_done(&answer);
    snprintf(wanted, sizeof wanted, "%lld", (long long)version);
    return strcmp(told, wanted) == 0;
}

/* Records a round of changes and waits until every loop answers from them. */
static int64_t record(unsigned round)
{
    const int64_t version = later_record(server.database, round);
    const struct timespec moment = {.tv_nsec = 20000000};
    unsigned seen = 0;
    for (unsigned i = 0; i < 500 && seen < 8; i++) {
        seen = shows(version) ? seen + 1 : 0;
        if (seen == 0)
            nanosleep(&moment, NULL);
    }
    cr_assert_eq(seen, 8, "the server does not follow");
    return version;
}

static void start(void)
{
    harness_start(&server, NULL);
    seeded = prints_take(&server, 1);
    changed = prints_take(&server, record(1));
}

static void stop(void)
{
    prints_free(seeded);
    prints_free(changed);
    cr_expect_eq(harness_stop(&server), 0, "the server did not end in order");
}

TestSuite(pinned, .init = start, .fini = stop, .timeout = 120);

static void expect_same(const char *when)
{
    prints_compare(seeded, &server, when);
    prints_compare(changed, &server, when);
}

/* A new operation has to be promised too. */
Test(pins, every_operation_that_reads_at_a_version_has_one)
{
    bool has_pin[256] = {false};
    cr_assert_leq(operation_count, sizeof has_pin);
    for (size_t i = 0; pins[i].target; i++) {
        char *path = strndup(pins[i].target, strcspn(pins[i].target, "?\n"));
        struct route route;
        route_find(path, pin_is_posted(&pins[i]) ? METHOD_POST : METHOD_GET, &route);
        cr_assert(route.operation, "%s", path);
        cr_expect_str_eq(route.operation->id, pins[i].operation, "%s", path);
        has_pin[route.operation - operations] = true;
        free(path);
    }
    for (size_t i = 0; i < operation_count; i++) {
        const bool reads = operations[i].method == METHOD_GET && operations[i].clock_offset != SIZE_MAX;
        cr_expect(has_pin[i] || !reads, "%s: add a pin to tests/http/pins.c", operations[i].id);
    }
}

Test(pinned, are_kept_for_long_and_answered_by_every_loop)
{
    prints_expect_kept(seeded);
    prints_expect_kept(changed);
    for (unsigned i = 0; i < 2; i++)
        expect_same("on another connection");
}

Test(pinned, are_the_same_compressed_and_by_head)
{
    prints_compare_compressed(seeded, &server);
    prints_compare_compressed(changed, &server);
    prints_compare_heads(seeded, &server);
    prints_compare_heads(changed, &server);
}

/* What was known on a day is what had been recorded by then. The bundled data are of 12 October 2026. */
Test(pinned, are_the_same_by_an_instant)
{
    prints_compare_by_instant(seeded, &server, "2026-10-12T00:00:00Z");
    prints_compare_by_instant(seeded, &server, "2026-10-20T16:30:00.5Z");
}

/* The change of everything that they read: who answers from an old version must not look at a newer row. */
Test(pinned, are_the_same_after_later_changes)
{
    record(2);
    expect_same("after later changes");
    prints_expect_known(seeded, &server);
    prints_expect_known(changed, &server);
    harness_halt(&server);
    harness_resume(&server, NULL);
    expect_same("after later changes and a restart");
}

static void run(const char *command, const char *argument)
{
    const char *const arguments[] = {command, "--db", server.database, argument, NULL};
    struct run *run = calloc(1, sizeof *run);
    cr_assert(run);
    harness_run(run, arguments, NULL);
    cr_assert_eq(run->code, 0, "%s: %s", command, run->errors);
    free(run);
}

Test(pinned, are_the_same_in_tables_made_anew)
{
    record(2);
    harness_halt(&server);
    run("rebuild", NULL);
    harness_resume(&server, NULL);
    expect_same("after a rebuild");
}

static void *record_on(void *ended)
{
    char note[32];
    for (int i = 0; !atomic_load((atomic_bool *)ended); i++) {
        snprintf(note, sizeof note, "written meanwhile, %d", i);
        harness_record_version(server.database, note);
    }
    return NULL;
}

/* Restored over what was recorded since; the backup is taken while somebody writes. */
Test(pinned, are_the_same_restored_from_a_backup)
{
    char copy[128], kept[128];
    pthread_t writer;
    atomic_bool ended = false;
    record(2);
    snprintf(copy, sizeof copy, "%s.copy", server.database);
    snprintf(kept, sizeof kept, "%s.before-restore", server.database);
    cr_assert_eq(pthread_create(&writer, NULL, record_on, &ended), 0);
    run("backup", copy);
    atomic_store(&ended, true);
    pthread_join(writer, NULL);
    harness_record_version(server.database, "after the backup");
    harness_halt(&server);
    const char *const restore[] = {"restore", copy, "--overwrite", "--db", server.database, NULL};
    struct run *restored = calloc(1, sizeof *restored);
    cr_assert(restored);
    harness_run(restored, restore, NULL);
    cr_assert_eq(restored->code, 0, "%s", restored->errors);
    free(restored);
    harness_resume(&server, NULL);
    expect_same("restored from a backup");
    run("verify", NULL);
    cr_expect_eq(unlink(copy) | unlink(kept), 0);
}

/* Neither the day nor the place of the machine, its language nor how little it keeps in memory. */
Test(pinned, are_the_same_wherever_and_whenever_the_server_runs)
{
    static const struct {
        const char *instant;
        const char *zone;
        const char *language;
        const char *kept;
    } rows[] = {
        {"2026-11-09T23:30:00Z", "TZ=Pacific/Kiritimati", "LC_ALL=C.UTF-8", "NAVICERT_SNAPSHOTS_MAX=1"},
        {"2026-11-10T00:30:00Z", "TZ=America/Los_Angeles", "LC_ALL=de_DE.UTF-8", "NAVICERT_SNAPSHOTS_MAX=8"},
        {"2027-11-22T12:00:00Z", "TZ=UTC", "LC_ALL=tr_TR.UTF-8", "NAVICERT_THREADS=1"},
        {"2019-01-01T00:00:00Z", "TZ=:/nonexistent", "LANG=ja_JP.UTF-8", "NAVICERT_LOG=none"},
    };
    record(2);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fake_clock clock;
        const char *variables[16] = {rows[i].zone, rows[i].language, rows[i].kept};
        fake_clock_open(&clock, rows[i].instant);
        memcpy(variables + 3, clock.variables, sizeof clock.variables);
        harness_halt(&server);
        harness_resume(&server, variables);
        expect_same(rows[i].instant);
        fake_clock_close(&clock);
    }
}

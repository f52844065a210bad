/* Failures are counted by client and minute, in a table that stays as large as it is. */
#include "api/failures.h"

#include <criterion/criterion.h>

static struct failures failures;

static void start(void)
{
    failures_init(&failures, 3);
}

static void stop(void)
{
    failures_done(&failures);
}

static unsigned note(uint64_t client, int64_t now_ms)
{
    return failures_note(&failures, (struct client_address){0xffff, client}, now_ms);
}

Test(failures, the_fourth_in_a_minute_waits_for_its_end, .init = start, .fini = stop)
{
    cr_expect_eq(note(1, 1000), 0);
    cr_expect_eq(note(1, 2000), 0);
    cr_expect_eq(note(1, 60000), 0);
    cr_expect_eq(note(1, 60001), 1);
    cr_expect_eq(note(1, 60999), 1);
    cr_expect_eq(note(2, 60999), 0, "another client");
    cr_expect_eq(note(1, 61000), 0, "another minute");
    for (size_t i = 0; i < 2; i++)
        cr_expect_eq(note(1, 61000), 0);
    cr_expect_eq(note(1, 61000), 60);
}

Test(failures, a_long_attack_waits_no_longer, .init = start, .fini = stop)
{
    for (size_t i = 0; i < 100000; i++)
        note(1, 1000);
    cr_expect_eq(note(1, 1000), 60);
    cr_expect_eq(note(1, 61000), 0);
}

Test(failures, a_crowd_pushes_out_the_oldest_and_nothing_grows, .init = start, .fini = stop)
{
    for (uint64_t client = 1; client <= 100000; client++)
        cr_expect_eq(note(client, (int64_t)client), 0);
    /* The latest are known still. */
    note(100000, 100000);
    note(100000, 100000);
    cr_expect_gt(note(100000, 100000), 0);
    cr_expect_eq(note(1, 50000), 0, "long pushed out");
}

Test(failures, none_are_counted_without_a_limit)
{
    failures_init(&failures, 0);
    for (size_t i = 0; i < 100; i++)
        cr_expect_eq(note(1, 1000), 0);
    failures_done(&failures);
}

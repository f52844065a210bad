/* Connections are counted exactly, whatever the addresses and their order. */
#include "server/connections.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static struct client_address client(uint64_t number)
{
    return (struct client_address){.high = number, .low = 0};
}

Test(connections, one_client_gets_its_share_and_others_theirs)
{
    struct connections *connections = connections_open(10, 2);
    cr_assert(connections);
    cr_expect_eq(connections_enter(connections, client(1), true), ENTRY_FREE);
    cr_expect_eq(connections_enter(connections, client(1), true), ENTRY_FREE);
    cr_expect_eq(connections_enter(connections, client(1), true), ENTRY_CROWDED);
    cr_expect_eq(connections_enter(connections, client(2), true), ENTRY_FREE);
    connections_leave(connections, client(1), true);
    cr_expect_eq(connections_enter(connections, client(1), true), ENTRY_FREE);
    cr_expect_eq(connections_enter(connections, client(1), true), ENTRY_CROWDED);
    connections_close(connections);
}

Test(connections, a_proxy_counts_only_in_all)
{
    struct connections *connections = connections_open(3, 1);
    cr_assert(connections);
    for (int i = 0; i < 3; i++)
        cr_expect_eq(connections_enter(connections, client(1), false), ENTRY_FREE);
    cr_expect_eq(connections_enter(connections, client(1), false), ENTRY_FULL);
    cr_expect_eq(connections_enter(connections, client(2), true), ENTRY_FULL);
    connections_leave(connections, client(1), false);
    cr_expect_eq(connections_enter(connections, client(2), true), ENTRY_FREE);
    connections_close(connections);
}

Test(connections, who_has_its_share_is_told_so_even_when_all_are_taken)
{
    struct connections *connections = connections_open(1, 1);
    cr_assert(connections);
    cr_expect_eq(connections_enter(connections, client(1), true), ENTRY_FREE);
    cr_expect_eq(connections_enter(connections, client(1), true), ENTRY_CROWDED);
    cr_expect_eq(connections_enter(connections, client(2), true), ENTRY_FULL);
    connections_close(connections);
}

/* Against an array of counters, with so many in a small table that they push each other about. */
Test(connections, the_table_agrees_with_plain_counters)
{
    enum { CLIENTS = 40, MAX = 32, EACH = 3 };
    unsigned counts[CLIENTS] = {0};
    unsigned total = 0;
    struct connections *connections = connections_open(MAX, EACH);
    cr_assert(connections);
    srandom(1);
    for (int step = 0; step < 200000; step++) {
        const size_t who = (size_t)random() % CLIENTS;
        if (random() % 2 && counts[who] > 0) {
            connections_leave(connections, client(who), true);
            counts[who]--;
            total--;
            continue;
        }
        const enum entry expected = counts[who] == EACH ? ENTRY_CROWDED
                                    : total == MAX      ? ENTRY_FULL
                                                        : ENTRY_FREE;
        cr_assert_eq(connections_enter(connections, client(who), true), expected, "step %d", step);
        counts[who] += expected == ENTRY_FREE;
        total += expected == ENTRY_FREE;
    }
    connections_close(connections);
}

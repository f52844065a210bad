/* Each phase of a connection has a total time of its own, and the earliest to end is found first. */
#include "server/peers.h"

#include <criterion/criterion.h>

static struct peers make(void)
{
    struct peers peers = {0};
    peers.phases[PHASE_IDLE].timeout_ms = 100;
    peers.phases[PHASE_ARRIVING].timeout_ms = 10;
    peers.phases[PHASE_WAITING].timeout_ms = 50;
    peers.phases[PHASE_ANSWERING].timeout_ms = 30;
    return peers;
}

Test(peers, nobody_is_overdue_before_the_time)
{
    struct peers peers = make();
    struct peer a = {0};
    cr_expect_eq(peers_next_deadline(&peers), UINT64_MAX);
    peers_add(&peers, &a, PHASE_IDLE, 1000);
    cr_expect_eq(peers_next_deadline(&peers), 1100);
    cr_expect_null(peers_find_overdue(&peers, 1099));
    cr_expect_eq(peers_find_overdue(&peers, 1100), &a);
}

Test(peers, a_phase_begins_its_own_time)
{
    struct peers peers = make();
    struct peer a = {0};
    struct peer b = {0};
    peers_add(&peers, &a, PHASE_IDLE, 0);
    peers_add(&peers, &b, PHASE_IDLE, 5);
    peers_move(&peers, &a, PHASE_ARRIVING, 60);
    cr_expect_eq(peers_next_deadline(&peers), 70);
    cr_expect_eq(peers_find_overdue(&peers, 75), &a);
    peers_move(&peers, &a, PHASE_ANSWERING, 75);
    cr_expect_null(peers_find_overdue(&peers, 104));
    cr_expect_eq(peers_next_deadline(&peers), 105);
    peers_remove(&peers, &a);
    cr_expect_eq(peers_find_overdue(&peers, 105), &b);
}

Test(peers, counts_follow)
{
    struct peers peers = make();
    struct peer all[5] = {{0}};
    for (int i = 0; i < 5; i++)
        peers_add(&peers, &all[i], PHASE_IDLE, (uint64_t)i);
    cr_expect_eq(peers.count, 5);
    cr_expect_eq(peers.busy, 0);
    peers_move(&peers, &all[2], PHASE_ARRIVING, 10);
    peers_move(&peers, &all[4], PHASE_ANSWERING, 10);
    cr_expect_eq(peers.busy, 2);
    peers_move(&peers, &all[2], PHASE_IDLE, 11);
    cr_expect_eq(peers.busy, 1);
    peers_remove(&peers, &all[4]);
    cr_expect_eq(peers.busy, 0);
    cr_expect_eq(peers.count, 4);
    /* The one that came back is now the last of the idle ones. */
    const int order[] = {0, 1, 3, 2};
    for (int i = 0; i < 4; i++) {
        struct peer *next = peers_find_overdue(&peers, 10000);
        cr_assert_eq(next, &all[order[i]]);
        peers_remove(&peers, next);
    }
    cr_expect_null(peers_find_overdue(&peers, 10000));
    cr_expect_eq(peers.count, 0);
}

Test(peers, a_spare_one_has_one_time_for_all_and_then_only_leaves)
{
    struct peers peers = make();
    struct peer a = {0};
    peers.phases[PHASE_SPARE].timeout_ms = 20;
    peers.phases[PHASE_LEAVING].timeout_ms = 40;
    peers_add(&peers, &a, PHASE_SPARE, 0);
    peers_move(&peers, &a, PHASE_ARRIVING, 5);
    peers_move(&peers, &a, PHASE_ANSWERING, 10);
    cr_expect_eq(peers.phases[PHASE_SPARE].count, 1);
    cr_expect_eq(peers.busy, 0, "nobody waits for it at the end");
    cr_expect_eq(peers_find_overdue(&peers, 20), &a);
    peers_move(&peers, &a, PHASE_LEAVING, 20);
    peers_move(&peers, &a, PHASE_IDLE, 25);
    cr_expect_eq(peers_next_deadline(&peers), 60);
    peers_remove(&peers, &a);
    cr_expect_eq(peers.phases[PHASE_LEAVING].count, 0);
    cr_expect_eq(peers.count, 0);
}

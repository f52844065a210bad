/* A loop's queue: first come, first served, and never more than a turn's time. */
#include "server/http.h"
#include "server/limits.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static struct exchange *make(void)
{
    struct exchange *exchange = calloc(1, sizeof *exchange);
    cr_assert(exchange);
    return exchange;
}

Test(turns, the_first_to_come_is_the_first_to_go)
{
    struct turns turns = {.first = NULL};
    struct exchange *all[4];
    for (size_t i = 0; i < 4; i++) {
        all[i] = make();
        turns_add(&turns, all[i]);
    }
    cr_expect(turns_remove(&turns, all[1]));
    cr_expect_not(turns_remove(&turns, all[1]));
    cr_expect(turns_remove(&turns, all[3]));
    turns_add(&turns, all[1]);
    cr_expect_eq(turns_take(&turns), all[0]);
    cr_expect_eq(turns_take(&turns), all[2]);
    cr_expect_eq(turns_take(&turns), all[1]);
    cr_expect_null(turns_take(&turns));
    turns_add(&turns, all[3]);
    cr_expect_eq(turns_take(&turns), all[3]);
    for (size_t i = 0; i < 4; i++)
        free(all[i]);
}

Test(turns, a_turn_is_over_after_its_time_or_when_others_wait)
{
    struct turns turns = {.first = NULL};
    struct exchange *exchange = make();
    turns_begin(&turns, 1000000);
    cr_expect_not(turns_must_wait(&turns, 1000000 + LIMIT_TURN_US));
    cr_expect(turns_must_wait(&turns, 1000000 + LIMIT_TURN_US + 1));
    turns_add(&turns, exchange);
    cr_expect(turns_must_wait(&turns, 1000000), "nobody overtakes");
    cr_expect(turns_has_time(&turns, 1000000 + LIMIT_TURN_US));
    cr_expect_not(turns_has_time(&turns, 1000000 + LIMIT_TURN_US + 1));
    free(exchange);
}

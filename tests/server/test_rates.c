/* A client may make a burst of requests, then as many as the rate says; a flood of others changes nothing for
 * it. */
#include "server/rates.h"

#include <criterion/criterion.h>

#define SECOND UINT64_C(1000000)
#define START (1000 * SECOND)

static const struct client_address ann = {.high = 1};
static const struct client_address bob = {.high = 2};

Test(rates, a_burst_then_the_rate)
{
    struct rates *rates = rates_open(10, 5);
    cr_assert(rates);
    for (unsigned left = 5; left-- > 0;) {
        const struct allowance allowance = rates_take(rates, ann, START);
        cr_expect(allowance.limited);
        cr_expect_not(allowance.refused);
        cr_expect_eq(allowance.left, left);
        cr_expect_eq(allowance.full_after_s, 1);
    }
    const struct allowance refused = rates_take(rates, ann, START);
    cr_expect(refused.refused);
    cr_expect_eq(refused.left, 0);
    cr_expect_eq(refused.retry_after_s, 1);
    cr_expect_not(rates_take(rates, bob, START).refused, "another client has a bucket of its own");
    cr_expect(rates_take(rates, ann, START + SECOND / 10 - 1).refused);
    cr_expect_not(rates_take(rates, ann, START + SECOND / 10).refused);
    cr_expect(rates_take(rates, ann, START + SECOND / 10).refused);
    cr_expect_eq(rates_take(rates, ann, START + 10 * SECOND).left, 4, "never more than the burst");
    rates_close(rates);
}

Test(rates, times_are_told_in_whole_seconds_that_suffice)
{
    struct rates *rates = rates_open(1, 3);
    cr_assert(rates);
    for (unsigned i = 1; i <= 3; i++)
        cr_expect_eq(rates_take(rates, ann, START).full_after_s, i);
    const struct allowance refused = rates_take(rates, ann, START + SECOND / 2);
    cr_expect(refused.refused);
    cr_expect_eq(refused.retry_after_s, 1);
    cr_expect_eq(refused.full_after_s, 3);
    cr_expect_not(rates_take(rates, ann, START + SECOND / 2 + refused.retry_after_s * SECOND).refused);
    rates_close(rates);
}

Test(rates, asking_on_does_not_put_the_next_request_off)
{
    struct rates *rates = rates_open(1, 1);
    cr_assert(rates);
    cr_expect_not(rates_take(rates, ann, START).refused);
    for (uint64_t i = 0; i < 1000; i++)
        cr_expect(rates_take(rates, ann, START + i * 999).refused);
    cr_expect_not(rates_take(rates, ann, START + SECOND).refused);
    rates_close(rates);
}

Test(rates, a_flood_of_addresses_locks_nobody_out)
{
    struct rates *rates = rates_open(1, 1);
    cr_assert(rates);
    for (uint64_t i = 0; i < 1000000; i++)
        cr_assert_not(rates_take(rates, (struct client_address){.high = i + 10}, START + i).refused);
    cr_expect_not(rates_take(rates, ann, START + SECOND).refused);
    cr_expect(rates_take(rates, ann, START + SECOND + 1).refused, "and it is still limited");
    rates_close(rates);
}

Test(rates, a_flood_of_addresses_makes_nobody_forget_who_asked_most)
{
    struct rates *rates = rates_open(1, 100);
    cr_assert(rates);
    for (int i = 0; i < 100; i++)
        cr_assert_not(rates_take(rates, ann, START).refused);
    for (uint64_t i = 0; i < 1000000; i++)
        rates_take(rates, (struct client_address){.high = i + 10}, START);
    cr_expect(rates_take(rates, ann, START).refused);
    rates_close(rates);
}

/* The wall clock: what is kept of a second is what that second says. */
#include "server/clock.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* As the C library would write it. */
static void check(const struct wall_clock *clock)
{
    char text[CLOCK_TEXT_SIZE + 8];
    const time_t second = (time_t)(clock->unix_ms / 1000);
    struct tm at;
    gmtime_r(&second, &at);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &at);
    snprintf(text + strlen(text), 8, ".%03uZ", (unsigned)(clock->unix_ms % 1000));
    cr_assert_str_eq(clock->text, text);
    strftime(text, sizeof text, "%Y%m%d", &at);
    cr_assert_eq(clock->today.ymd, atoi(text));
}

Test(clock, reads_the_same_instant_in_every_form)
{
    struct wall_clock clock = {0};
    const uint64_t before = clock_read_unix_ms();
    clock_read_wall(&clock);
    cr_assert_geq(clock.unix_ms, before);
    check(&clock);
}

Test(clock, a_new_second_is_told)
{
    struct wall_clock clock = {0};
    clock_read_wall(&clock);
    const uint64_t first = clock.unix_ms;
    while (clock.unix_ms / 1000 == first / 1000) {
        nanosleep(&(struct timespec){.tv_nsec = 20000000}, NULL);
        clock_read_wall(&clock);
        check(&clock);
    }
    cr_assert_gt(clock.unix_ms, first);
}

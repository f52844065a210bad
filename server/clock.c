/* The three clocks of the server. Nothing below server/ reads a clock: a decision is a pure function of its
 * question. */
#include "server/clock.h"

#include <stddef.h>
#include <string.h>
#include <time.h>

static uint64_t read_us(clockid_t id)
{
    struct timespec now;
    clock_gettime(id, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

uint64_t clock_read_us(void)
{
    return read_us(CLOCK_MONOTONIC);
}

uint64_t clock_read_ms(void)
{
    return clock_read_us() / 1000;
}

uint64_t clock_read_unix_ms(void)
{
    return read_us(CLOCK_REALTIME) / 1000;
}

static void put_digits(char *at, unsigned number, size_t count)
{
    for (size_t i = count; i > 0; i--) {
        at[i - 1] = (char)('0' + number % 10);
        number /= 10;
    }
}

/* Everything but the milliseconds. */
static void format_second(struct wall_clock *clock, time_t now)
{
    struct tm at;
    gmtime_r(&now, &at);
    const unsigned year = (unsigned)(at.tm_year + 1900), month = (unsigned)(at.tm_mon + 1);
    const unsigned day = (unsigned)at.tm_mday;
    clock->today.ymd = (int32_t)((year * 100 + month) * 100 + day);
    memcpy(clock->text, "0000-00-00T00:00:00.000Z", sizeof clock->text);
    put_digits(clock->text, year, 4);
    put_digits(clock->text + 5, month, 2);
    put_digits(clock->text + 8, day, 2);
    put_digits(clock->text + 11, (unsigned)at.tm_hour, 2);
    put_digits(clock->text + 14, (unsigned)at.tm_min, 2);
    put_digits(clock->text + 17, (unsigned)at.tm_sec, 2);
}

void clock_read_wall(struct wall_clock *clock)
{
    const uint64_t now_ms = clock_read_unix_ms();
    if (now_ms / 1000 != clock->unix_ms / 1000)
        format_second(clock, (time_t)(now_ms / 1000));
    put_digits(clock->text + 20, (unsigned)(now_ms % 1000), 3);
    clock->unix_ms = now_ms;
}

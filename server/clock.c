/* The three clocks of the server. Nothing below server/ reads a clock: a decision is a pure function of its
 * question. */
#include "server/clock.h"

#include <stddef.h>
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

struct date clock_today(void)
{
    const time_t now = (time_t)(clock_read_unix_ms() / 1000);
    struct tm day;
    gmtime_r(&now, &day);
    return (struct date){(day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday};
}

static void put_digits(char *at, unsigned number, size_t count)
{
    for (size_t i = count; i > 0; i--) {
        at[i - 1] = (char)('0' + number % 10);
        number /= 10;
    }
}

void clock_format_now(char text[static CLOCK_TEXT_SIZE])
{
    const uint64_t now_ms = clock_read_unix_ms();
    const time_t now = (time_t)(now_ms / 1000);
    struct tm at;
    gmtime_r(&now, &at);

    static const char shape[CLOCK_TEXT_SIZE] = "0000-00-00T00:00:00.000Z";
    for (size_t i = 0; i < sizeof shape; i++)
        text[i] = shape[i];
    put_digits(text, (unsigned)(at.tm_year + 1900), 4);
    put_digits(text + 5, (unsigned)(at.tm_mon + 1), 2);
    put_digits(text + 8, (unsigned)at.tm_mday, 2);
    put_digits(text + 11, (unsigned)at.tm_hour, 2);
    put_digits(text + 14, (unsigned)at.tm_min, 2);
    put_digits(text + 17, (unsigned)at.tm_sec, 2);
    put_digits(text + 20, (unsigned)(now_ms % 1000), 3);
}

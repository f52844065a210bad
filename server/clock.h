#pragma once
/* The three clocks of the server: time that only goes forward, the day of the law, and the instant of a log
 * line. */

#include "rules/date.h"

#include <stdint.h>

/* Monotonic; the beginning is arbitrary. */
uint64_t clock_read_us(void);
uint64_t clock_read_ms(void);

/* Milliseconds since 1970, UTC. */
uint64_t clock_read_unix_ms(void);

#define CLOCK_TEXT_SIZE sizeof "2026-10-10T12:34:56.789Z"

/* An instant in every form that is asked for; day and text are worked out anew only with a new second.
 * Zero-initialised was never read. */
struct wall_clock {
    uint64_t unix_ms;
    struct date today;          /* UTC */
    char text[CLOCK_TEXT_SIZE]; /* RFC 3339 in UTC with milliseconds */
};
/* Sets it to the present instant. */
void clock_read_wall(struct wall_clock *clock);

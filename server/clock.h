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
struct date clock_today(void);

#define CLOCK_TEXT_SIZE sizeof "2026-10-10T12:34:56.789Z"
/* The present instant, RFC 3339 in UTC with milliseconds. */
void clock_format_now(char text[static CLOCK_TEXT_SIZE]);

#pragma once
/* Instants of the store's clock: RFC 3339 in, and out as UTC with milliseconds, a form that sorts as text. */

#include <stdbool.h>
#include <stdint.h>

#define INSTANT_SIZE sizeof "2026-10-12T00:00:00.000Z"

/* Milliseconds since 1970. Any offset; digits past the millisecond are cut; a leap second is the one that
 * follows. */
bool instant_parse(const char *text, int64_t *ms);
/* Years 0001 to 9999. */
void instant_format(int64_t ms, char text[static INSTANT_SIZE]);
int64_t instant_now(void);

/* The instants of a process, which go on when the clock is set back: what has ended does not begin again. A
 * clock that was set forward and is set right again ends nothing for good. */
struct instant_course {
    int64_t wall_ms; /* when it began */
    int64_t boot_ms;
};
void instant_begin(struct instant_course *course);
int64_t instant_go_on(const struct instant_course *course);
/* The same of two clocks that were read: of the day, and since the machine started, sleep included. */
int64_t instant_later(const struct instant_course *course, int64_t wall_ms, int64_t boot_ms);

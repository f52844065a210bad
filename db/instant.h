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

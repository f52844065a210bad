#pragma once
/* Addresses whose answers are promised to be the same bytes for ever, for one version of the program: every
 * operation that reads at a `known_at`, in its variety. */

#include <stdbool.h>

/* `target` ends with "known_at=", where the data version is put. Of what is posted, a line feed and the body
 * follow (JSON with ' for "), which ends with "'known_at':": there it is put, before a closing brace. */
struct pin {
    const char *operation;
    const char *target;
};
bool pin_is_posted(const struct pin *pin);
/* To extend the promise, add a line to the table in pins.c; the last has no operation. */
#define PINS_MAX 96
extern const struct pin pins[PINS_MAX];

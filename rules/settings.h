#pragma once
/* What a decision reads of the places and the day of a question, numbered: whatever the chip, two questions
 * of one setting have the same answer. Law meets most places on most days alike, so there are few. */

#include "rules/decide.h"
#include "rules/intern.h"

#include <stdint.h>

struct settings {
    const struct rules *rules;
    struct intern keys;
    uint64_t *key; /* the one in hand */
};

/* What the keys of all settings may take. */
#define SETTINGS_BYTES ((size_t)512 * 1024)

/* Room for `most` of them, or for fewer where the law is large. False when memory is short. */
bool settings_init(struct settings *settings, const struct rules *rules, size_t most);
void settings_done(struct settings *settings);
/* Its number, from 0 as they were first met; INTERN_FULL where there is no room for another. False when
 * memory is short. */
bool settings_find(struct settings *settings, const struct question *question, unsigned *number);

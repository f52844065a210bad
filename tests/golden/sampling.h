#pragma once
/* Seeded questions over the bundled data set, and how many of them a run asks. */

#include "rules/decide.h"

#include <stdint.h>

/* Per cent of the full run, from NAVICERT_TEST_SAMPLE; 100 where that is not set. At least 1. */
unsigned sample_percent(void);
/* That share of `full`, at least 1. */
size_t sample_size(size_t full);

struct random {
    uint64_t state; /* not 0 */
};

uint32_t random_below(struct random *random, size_t limit);

/* Days that matter: change points, the days around them, and any day of the years 2022 to 2028. */
struct date random_day(struct random *random, const struct rules *rules);
/* Some fields stated, with values that predicates compare them with; `values` has rules->field_count of them.
 */
void random_circumstances(struct random *random, const struct rules *rules, struct value *values);
/* A copy of a random chip; in half of the cases some of its facts are erased. */
struct chip random_chip(struct random *random, const struct rules *rules);

/* Fails the running test with the question in words unless `holds`. Passing costs nothing, unlike Criterion's
 * own. */
void require(bool holds, const char *claim, const struct question *question);

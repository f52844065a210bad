#pragma once
/* Distinct answers, each kept once and numbered as they were first met. */

#include "rules/verdicts.h"

struct answers {
    struct ruled **blocks; /* of ANSWERS_A_BLOCK each, so that none ever moves */
    size_t block_room;
    unsigned count;
    unsigned *slots; /* a hash table of ids + 1; 0 is free */
    size_t slot_count;
};

/* All that numbers of two bytes can tell are in the first. Of a block only what is used is touched. */
#define ANSWERS_A_BLOCK (UINT16_MAX + 1u)

/* Zero-initialised is empty. */
void answers_done(struct answers *answers);
/* The one equal to it but for its id, added where there is none; NULL when memory is short or there are
 * VERDICTS_ANSWERS_MAX. */
const struct ruled *answers_keep(struct answers *answers, const struct ruled *answer);

static inline const struct ruled *answers_at(const struct answers *answers, unsigned id)
{
    return &answers->blocks[id / ANSWERS_A_BLOCK][id % ANSWERS_A_BLOCK];
}

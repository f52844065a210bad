/* A hash table over answers that stay where they are. */

#include "rules/answers.h"

#include "rules/decide_compare.h"

#include <stdlib.h>

#define SLOTS_FIRST ((size_t)512)

void answers_done(struct answers *answers)
{
    for (unsigned i = 0; i * ANSWERS_A_BLOCK < answers->count; i++)
        free(answers->blocks[i]);
    free(answers->blocks);
    free(answers->slots);
}

static bool same(const struct ruled *a, const struct ruled *b)
{
    const struct verdict *first = &a->verdict, *second = &b->verdict;
    return a->deciding == b->deciding && first->outcome == second->outcome &&
           first->possible == second->possible && first->policy == second->policy &&
           first->import_possible == second->import_possible &&
           first->eccn_uncertain == second->eccn_uncertain && a->before_coverage == b->before_coverage &&
           a->projected == b->projected && a->lapsed == b->lapsed && a->pending == b->pending &&
           compare_same_text(first->eccn, second->eccn) &&
           compare_same_text(first->exception, second->exception);
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

static uint64_t mix_text(uint64_t hash, const char *text)
{
    for (; text && *text; text++)
        hash = mix(hash, (unsigned char)*text);
    return hash;
}

static uint64_t hash_of(const struct ruled *answer)
{
    const struct verdict *verdict = &answer->verdict;
    const unsigned flags = (unsigned)verdict->eccn_uncertain | (unsigned)answer->before_coverage << 1 |
                           (unsigned)answer->projected << 2 | (unsigned)answer->lapsed << 3 |
                           (unsigned)answer->pending << 4;
    uint64_t hash = mix(flags, (uintptr_t)answer->deciding);
    hash = mix(hash, verdict->possible | verdict->import_possible << 8 | (unsigned)verdict->policy << 16 |
                         (unsigned)verdict->outcome << 24);
    return mix_text(mix_text(hash, verdict->eccn), verdict->exception);
}

static size_t slot_of(const struct answers *answers, const struct ruled *answer)
{
    size_t slot = hash_of(answer) & (answers->slot_count - 1);
    while (answers->slots[slot] != 0 && !same(answers_at(answers, answers->slots[slot] - 1), answer))
        slot = (slot + 1) & (answers->slot_count - 1);
    return slot;
}

/* At most half of the slots are taken. */
static bool make_slots(struct answers *answers)
{
    if (2 * ((size_t)answers->count + 1) <= answers->slot_count)
        return true;
    const size_t count = answers->slot_count ? 2 * answers->slot_count : SLOTS_FIRST;
    unsigned *slots = calloc(count, sizeof *slots);
    if (!slots)
        return false;
    free(answers->slots);
    answers->slots = slots;
    answers->slot_count = count;
    for (unsigned id = 0; id < answers->count; id++)
        slots[slot_of(answers, answers_at(answers, id))] = id + 1;
    return true;
}

static bool make_block(struct answers *answers)
{
    const size_t block = answers->count / ANSWERS_A_BLOCK;
    if (answers->count % ANSWERS_A_BLOCK != 0)
        return true;
    if (block == answers->block_room) {
        const size_t room = answers->block_room ? 2 * answers->block_room : 16;
        struct ruled **blocks = realloc(answers->blocks, room * sizeof(struct ruled *));
        if (!blocks)
            return false;
        answers->blocks = blocks;
        answers->block_room = room;
    }
    answers->blocks[block] = malloc(ANSWERS_A_BLOCK * sizeof(struct ruled));
    return answers->blocks[block] != NULL;
}

const struct ruled *answers_keep(struct answers *answers, const struct ruled *answer)
{
    if (!make_slots(answers))
        return NULL;
    const size_t slot = slot_of(answers, answer);
    if (answers->slots[slot] != 0)
        return answers_at(answers, answers->slots[slot] - 1);
    if (answers->count == VERDICTS_ANSWERS_MAX || !make_block(answers))
        return NULL;
    const unsigned id = answers->count++;
    struct ruled *kept = &answers->blocks[id / ANSWERS_A_BLOCK][id % ANSWERS_A_BLOCK];
    *kept = *answer;
    kept->id = id;
    answers->slots[slot] = id + 1;
    return kept;
}

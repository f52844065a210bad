#pragma once
/* Sets of provisions as bits, in the order of rules->provisions. Behind the words of a set stands its
 * summary: a bit for each word that is not empty, so that sets of a hundred thousand provisions meet in a few
 * steps. */

#include "rules/arena.h"

#include <stdint.h>

struct mask_shape {
    size_t words;
    size_t summary;
};

static inline struct mask_shape mask_shape(size_t provisions)
{
    const size_t words = (provisions + 63) / 64;
    return (struct mask_shape){words, (words + 63) / 64};
}

/* An empty set; NULL when memory is short. */
static inline uint64_t *mask_allocate(struct arena *arena, struct mask_shape shape)
{
    return arena_allocate(arena, shape.words + shape.summary, sizeof(uint64_t));
}

static inline void mask_add(uint64_t *mask, struct mask_shape shape, size_t index)
{
    const size_t word = index / 64;
    mask[word] |= UINT64_C(1) << index % 64;
    mask[shape.words + word / 64] |= UINT64_C(1) << word % 64;
}

static inline bool mask_has(const uint64_t *mask, size_t index)
{
    return mask[index / 64] >> index % 64 & 1;
}

/* The number of the lowest bit, of a word that is not 0. */
static inline unsigned mask_lowest(uint64_t word)
{
    return (unsigned)__builtin_ctzll(word);
}

/* A word of a set that is not empty. */
struct mask_word {
    size_t word;
    uint64_t bits;
};

/* Which provision the lowest of these bits of it stands for. */
static inline unsigned mask_index(const struct mask_word *word, uint64_t bits)
{
    return (unsigned)(64 * word->word) + mask_lowest(bits);
}

/* What all of the sets have in common, as the words that are not empty; returns how many. `met` has room for
 * all. */
static inline size_t mask_meet(struct mask_shape shape, const uint64_t *const *masks, size_t count,
                               struct mask_word *met)
{
    size_t found = 0;
    for (size_t i = 0; i < shape.summary; i++) {
        uint64_t live = masks[0][shape.words + i];
        for (size_t k = 1; live && k < count; k++)
            live &= masks[k][shape.words + i];
        for (; live; live &= live - 1) {
            const size_t word = 64 * i + mask_lowest(live);
            uint64_t bits = masks[0][word];
            for (size_t k = 1; k < count; k++)
                bits &= masks[k][word];
            if (bits)
                met[found++] = (struct mask_word){word, bits};
        }
    }
    return found;
}

#pragma once
/* Tokens ("CN", "group:D:5", "*") as numbers, and sets of them as bits: what a place is called by, met with
 * what a provision lists. */

#include "rules/arena.h"
#include "rules/rules.h"

#include <stdint.h>

/* The distinct tokens of one data version, sorted; a token's number is its position. */
struct token_table {
    const char **items;
    size_t count;
    size_t words; /* of a set */
};

#define TOKEN_EVERYWHERE "*"
#define TOKEN_GROUP_PREFIX "group:"

/* Sorts and takes over `items`, dropping doubles. */
void token_table_init(struct token_table *table, const char **items, size_t count);
/* The token's number, or SIZE_MAX when the table lacks it. */
size_t token_table_find(const struct token_table *table, const char *token);

/* The set of the listed tokens; `set` stays NULL for an empty list. False when memory is short. */
bool token_set_build(struct arena *arena, const struct token_table *table, const struct tokens *tokens,
                     const uint64_t **set);

static inline void token_set_add(uint64_t *set, size_t token)
{
    set[token / 64] |= UINT64_C(1) << token % 64;
}

static inline bool token_set_has(const uint64_t *set, size_t token)
{
    return set[token / 64] >> token % 64 & 1;
}

/* An empty set may be NULL: it meets nothing. */
static inline bool token_sets_meet(const uint64_t *a, const uint64_t *b, size_t words)
{
    if (!a || !b)
        return false;
    for (size_t i = 0; i < words; i++) {
        if (a[i] & b[i])
            return true;
    }
    return false;
}

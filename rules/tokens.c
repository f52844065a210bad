/* Numbering tokens, and building sets of them. */

#include "rules/tokens.h"

#include <stdlib.h>
#include <string.h>

static int by_text(const void *a, const void *b)
{
    const char *const *first = a, *const *second = b;
    return strcmp(*first, *second);
}

void token_table_init(struct token_table *table, const char **items, size_t count)
{
    size_t unique = 0;
    if (count > 0)
        qsort(items, count, sizeof *items, by_text);
    for (size_t i = 0; i < count; i++) {
        if (unique == 0 || strcmp(items[unique - 1], items[i]) != 0)
            items[unique++] = items[i];
    }
    *table = (struct token_table){.items = items, .count = unique, .words = (unique + 63) / 64};
}

size_t token_table_find(const struct token_table *table, const char *token)
{
    if (table->count == 0)
        return SIZE_MAX;
    const char **found = bsearch(&token, table->items, table->count, sizeof *table->items, by_text);
    return found ? (size_t)(found - table->items) : SIZE_MAX;
}

bool token_set_build(struct arena *arena, const struct token_table *table, const struct tokens *tokens,
                     const uint64_t **set)
{
    if (tokens->count == 0)
        return true;
    uint64_t *bits = arena_allocate(arena, table->words, sizeof *bits);
    if (!bits)
        return false;
    for (size_t i = 0; i < tokens->count; i++) {
        const size_t token = token_table_find(table, tokens->items[i]);
        if (token != SIZE_MAX)
            token_set_add(bits, token);
    }
    *set = bits;
    return true;
}

#pragma once
/* One pool of memory for everything that lives and dies together: no free but the last. */

#include <stdbool.h>
#include <stddef.h>

struct arena_chunk;

/* Zero-initialised is empty. */
struct arena {
    struct arena_chunk *chunks;
};

/* Zeroed memory for `count` items, aligned for anything; never NULL for want of items, NULL when memory is
 * short. */
void *arena_allocate(struct arena *arena, size_t count, size_t size);
/* A copy of the items, or NULL when memory is short. */
void *arena_copy(struct arena *arena, const void *items, size_t count, size_t size);
/* A copy of the text; NULL stays NULL and is no failure. False when memory is short. */
bool arena_copy_text(struct arena *arena, const char *text, const char **copy);
void arena_done(struct arena *arena);

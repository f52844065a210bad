#pragma once
/* How much is answered in one turn of a loop: requests over it queue up, so that a loop gets to its sockets,
 * and to a health probe, however many there are and whatever they ask. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct exchange;

struct turns {
    struct exchange *first;
    struct exchange *last;
    uint64_t began_us;
};

void turns_begin(struct turns *turns, uint64_t now_us);
bool turns_has_time(const struct turns *turns, uint64_t now_us);
/* Whether a request that came to its answer now has to queue up. */
bool turns_must_wait(const struct turns *turns, uint64_t now_us);
void turns_add(struct turns *turns, struct exchange *exchange);
/* The one that waits longest, or NULL. */
struct exchange *turns_take(struct turns *turns);
/* Whether it stood in the queue, which it then does no longer. */
bool turns_remove(struct turns *turns, const struct exchange *exchange);

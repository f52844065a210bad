#pragma once
/* The end of a loop: nobody is turned away who has got in, and as few as the kernel allows of those who are
 * about to. */

#include "server/loop.h"

/* From now on every answer closes its connection, and nobody new begins to connect. */
void drain_begin(struct loop *loop);
/* Once a turn. */
void drain_go_on(struct loop *loop);
/* All that was under way is done, or its time is up. */
bool drain_is_over(const struct loop *loop);
/* When to go on at the latest; UINT64_MAX before it began. */
uint64_t drain_next_deadline(const struct loop *loop);

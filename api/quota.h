#pragma once
/* So many at once, counted over all loops. */

#include <stdatomic.h>
#include <stdbool.h>

struct quota {
    atomic_uint used;
    atomic_uint refused;
    unsigned most;
};

static inline void quota_init(struct quota *quota, unsigned most)
{
    atomic_init(&quota->used, 0);
    atomic_init(&quota->refused, 0);
    quota->most = most;
}

/* False: as many are there already. */
static inline bool quota_take(struct quota *quota)
{
    if (atomic_fetch_add_explicit(&quota->used, 1, memory_order_relaxed) < quota->most)
        return true;
    atomic_fetch_sub_explicit(&quota->used, 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&quota->refused, 1, memory_order_relaxed);
    return false;
}

static inline void quota_give(struct quota *quota)
{
    atomic_fetch_sub_explicit(&quota->used, 1, memory_order_relaxed);
}

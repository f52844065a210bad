/* How much memory the bodies of all requests take together. */
#include "server/bodies.h"

#include <assert.h>

void bodies_init(struct bodies *bodies, size_t most)
{
    bodies->most = most;
    atomic_init(&bodies->held, 0);
}

bool bodies_take(struct bodies *bodies, size_t size)
{
    size_t held = atomic_load_explicit(&bodies->held, memory_order_relaxed);
    do {
        if (size > bodies->most - held)
            return false;
    } while (!atomic_compare_exchange_weak_explicit(&bodies->held, &held, held + size, memory_order_relaxed,
                                                    memory_order_relaxed));
    return true;
}

void bodies_give_back(struct bodies *bodies, size_t size)
{
    const size_t held = atomic_fetch_sub_explicit(&bodies->held, size, memory_order_relaxed);
    assert(held >= size);
    (void)held;
}

#include "api/pollers.h"

bool pollers_add(struct pollers *pollers, struct poller poller)
{
    if (pollers->count == POLLERS_MAX)
        return false;
    pollers->items[pollers->count++] = poller;
    return true;
}

void pollers_wake(struct pollers *pollers, int64_t head, uint64_t now_ms)
{
    size_t kept = 0;
    for (size_t i = 0; i < pollers->count; i++) {
        const struct poller poller = pollers->items[i];
        if (poller.version < head || poller.deadline_ms <= now_ms)
            poller.waiter.wake(poller.waiter.context);
        else
            pollers->items[kept++] = poller;
    }
    pollers->count = kept;
}

void pollers_forget(struct pollers *pollers, const void *waiter_context)
{
    size_t kept = 0;
    for (size_t i = 0; i < pollers->count; i++) {
        if (pollers->items[i].waiter.context != waiter_context)
            pollers->items[kept++] = pollers->items[i];
    }
    pollers->count = kept;
}

uint64_t pollers_next_deadline(const struct pollers *pollers)
{
    uint64_t next = UINT64_MAX;
    for (size_t i = 0; i < pollers->count; i++) {
        if (pollers->items[i].deadline_ms < next)
            next = pollers->items[i].deadline_ms;
    }
    return next;
}

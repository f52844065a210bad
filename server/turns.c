/* How much is answered in one turn of a loop. */
#include "server/turns.h"
#include "server/http.h"
#include "server/limits.h"

void turns_begin(struct turns *turns, uint64_t now_us)
{
    turns->began_us = now_us;
}

bool turns_has_time(const struct turns *turns, uint64_t now_us)
{
    return now_us <= turns->began_us + LIMIT_TURN_US;
}

bool turns_must_wait(const struct turns *turns, uint64_t now_us)
{
    return turns->first || !turns_has_time(turns, now_us);
}

void turns_add(struct turns *turns, struct exchange *exchange)
{
    exchange->next_queued = NULL;
    if (turns->last)
        turns->last->next_queued = exchange;
    else
        turns->first = exchange;
    turns->last = exchange;
}

struct exchange *turns_take(struct turns *turns)
{
    struct exchange *exchange = turns->first;
    if (!exchange)
        return NULL;
    turns->first = exchange->next_queued;
    if (!turns->first)
        turns->last = NULL;
    return exchange;
}

bool turns_remove(struct turns *turns, const struct exchange *exchange)
{
    struct exchange *before = NULL;
    for (struct exchange *at = turns->first; at; before = at, at = at->next_queued) {
        if (at != exchange)
            continue;
        if (before)
            before->next_queued = at->next_queued;
        else
            turns->first = at->next_queued;
        if (turns->last == at)
            turns->last = before;
        return true;
    }
    return false;
}

#pragma once
/* Requests that wait for a data version newer than theirs, each for a time of its own. Used by api/snapshot.c
 * under its lock. */

#include "api/api.h"

#define POLLERS_MAX 4096

struct poller {
    int64_t version;
    uint64_t deadline_ms;
    struct api_waiter waiter;
};

/* Zero-initialised is empty. */
struct pollers {
    struct poller items[POLLERS_MAX];
    size_t count;
};

/* False when there are too many. */
bool pollers_add(struct pollers *pollers, struct poller poller);
/* Wakes those who know less than the head, and those whose time is up. */
void pollers_wake(struct pollers *pollers, int64_t head, uint64_t now_ms);
void pollers_forget(struct pollers *pollers, const void *waiter_context);
/* UINT64_MAX when there is none. */
uint64_t pollers_next_deadline(const struct pollers *pollers);

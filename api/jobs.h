#pragma once
/* Work that must not hold up a loop: a thread with a store of its own does one job after the other.
 *
 * A request that needs such work leaves a job and is woken when it is done; then it is handled again and
 * takes the job back. When the client goes away meanwhile, a job that is settled is done all the same; any is
 * freed. */

#include "api/api.h"
#include "db/store.h"

struct job {
    void (*run)(struct job *job, struct store *store); /* on the thread of the jobs */
    void (*free)(struct job *job);
    /* Of jobs.c: */
    struct job *next;
    struct api_waiter waiter; /* no wake: nobody waits any more */
};

struct jobs;

/* After a run of jobs and before anybody is woken, on the same thread; NULL: nothing to do. */
typedef void settle_fn(struct store *store, void *context);

/* Takes the store over, also on failure. Logs and returns NULL when the thread cannot be started. */
struct jobs *jobs_open(struct store *store, settle_fn *settle, void *context);
/* Finishes what was handed over. */
void jobs_close(struct jobs *jobs);

struct jobs_state {
    size_t count; /* queued, under way, or not yet taken */
    uint64_t refused;
};
struct jobs_state jobs_look(struct jobs *jobs);
/* The most there can be. */
#define JOBS_MAX 64

/* Takes the job over. False when too much is queued: the job is freed. */
bool jobs_add(struct jobs *jobs, struct job *job, struct api_waiter waiter);
/* The finished job of that waiter, which is the caller's now; NULL when there is none. */
struct job *jobs_take(struct jobs *jobs, const void *waiter_context);
/* No wake for that waiter comes after this returns; its job goes when it is done. */
void jobs_forget(struct jobs *jobs, const void *waiter_context);

/* The thread that compiles data versions and the table of those that are ready. */
#include "api/snapshot.h"

#include "api/compile.h"
#include "api/pollers.h"
#include "db/load.h"
#include "db/report.h"
#include "db/store.h"
#include "rules/build.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

/* How soon a change made by another process is seen. */
#define WATCH_INTERVAL_MS 500
/* How many requests may wait for older versions at once; more are told to come back. */
#define WAITERS_MAX 1024

enum older_state { OLDER_FREE, OLDER_QUEUED, OLDER_READY, OLDER_FAILED };

struct older {
    enum older_state state;
    int64_t version;
    uint64_t used; /* by the counter of uses, of a queued one since when: the smallest goes first */
    size_t told;   /* how many were woken to hear that it failed and have not asked yet */
    struct rules *rules;
};

struct waiting {
    int64_t version;
    struct api_waiter waiter;
};

struct snapshots {
    struct store *store; /* the thread's own */
    struct meters *meters;
    bool behind; /* the file changed and its head is not published yet; the thread's own */
    pthread_t thread;
    pthread_mutex_t lock; /* of all below */
    pthread_cond_t work;
    bool stopping;
    struct rules *latest;
    atomic_uint generation;
    struct older *older;
    unsigned older_max;
    uint64_t uses;
    struct waiting waiting[WAITERS_MAX];
    size_t waiting_count;
    struct pollers pollers;
};

/* Takes the reference over. Whoever was faster with a newer version stays. */
static void publish(struct snapshots *snapshots, struct rules *rules)
{
    pthread_mutex_lock(&snapshots->lock);
    struct rules *old = rules;
    if (rules->data_version > snapshots->latest->data_version) {
        old = snapshots->latest;
        snapshots->latest = rules;
        atomic_fetch_add_explicit(&snapshots->generation, 1, memory_order_release);
        pollers_wake(&snapshots->pollers, rules->data_version, 0);
    }
    pthread_mutex_unlock(&snapshots->lock);
    rules_release(old);
}

bool snapshots_publish(struct snapshots *snapshots, struct store *store)
{
    const int64_t head = store_head(store);
    struct rules *latest = snapshots_latest(snapshots);
    const bool newer = head > latest->data_version;
    struct rules *rules = newer ? compile_rules(snapshots->meters, store, head, latest) : NULL;
    rules_release(latest);
    if (rules)
        publish(snapshots, rules);
    return head >= 0 && (!newer || rules);
}

/* What fails is tried again at the next look: the file tells of a change only once. */
static void follow_head(struct snapshots *snapshots)
{
    snapshots->behind |= store_changed(snapshots->store);
    if (snapshots->behind)
        snapshots->behind = !snapshots_publish(snapshots, snapshots->store);
}

/* Wakes whoever waits for that version and tells how many. Holds the lock: waiters only note the wake and
 * return at once. */
static size_t wake_waiters(struct snapshots *snapshots, int64_t version)
{
    size_t kept = 0;
    for (size_t i = 0; i < snapshots->waiting_count; i++) {
        const struct waiting waiting = snapshots->waiting[i];
        if (waiting.version == version)
            waiting.waiter.wake(waiting.waiter.context);
        else
            snapshots->waiting[kept++] = waiting;
    }
    const size_t woken = snapshots->waiting_count - kept;
    snapshots->waiting_count = kept;
    return woken;
}

/* The one that has waited longest, or NULL. */
static struct older *find_queued(struct snapshots *snapshots)
{
    struct older *first = NULL;
    for (unsigned i = 0; i < snapshots->older_max; i++) {
        struct older *older = &snapshots->older[i];
        if (older->state == OLDER_QUEUED && (!first || older->used < first->used))
            first = older;
    }
    return first;
}

/* Called and left with the lock held, which is let go while compiling; a queued entry is never evicted
 * meanwhile. */
static void compile_older(struct snapshots *snapshots, struct older *older)
{
    const int64_t version = older->version;
    struct rules *latest = snapshots->latest;
    rules_acquire(latest);
    pthread_mutex_unlock(&snapshots->lock);
    struct rules *rules = compile_rules(snapshots->meters, snapshots->store, version, latest);
    rules_release(latest);
    pthread_mutex_lock(&snapshots->lock);
    older->rules = rules;
    older->state = rules ? OLDER_READY : OLDER_FAILED;
    older->used = ++snapshots->uses;
    older->told = wake_waiters(snapshots, version);
}

/* Until there is work, or it is time for what is due next. */
static void rest(struct snapshots *snapshots, uint64_t watch_ms)
{
    const uint64_t poll_ms = pollers_next_deadline(&snapshots->pollers);
    const uint64_t until_ms = poll_ms < watch_ms ? poll_ms : watch_ms;
    const struct timespec until = {.tv_sec = (time_t)(until_ms / 1000),
                                   .tv_nsec = (long)(until_ms % 1000) * 1000000L};
    pthread_cond_timedwait(&snapshots->work, &snapshots->lock, &until);
}

/* The head comes first: a queue of older versions that never empties must not hold it up. */
static void *keep(void *context)
{
    struct snapshots *snapshots = context;
    uint64_t watch_ms = meter_now_ms() + WATCH_INTERVAL_MS;
    pthread_mutex_lock(&snapshots->lock);
    while (!snapshots->stopping) {
        struct older *queued = find_queued(snapshots);
        pollers_wake(&snapshots->pollers, 0, meter_now_ms());
        if (watch_ms <= meter_now_ms()) {
            pthread_mutex_unlock(&snapshots->lock);
            follow_head(snapshots);
            watch_ms = meter_now_ms() + WATCH_INTERVAL_MS;
            pthread_mutex_lock(&snapshots->lock);
        } else if (queued) {
            compile_older(snapshots, queued);
        } else {
            rest(snapshots, watch_ms);
        }
    }
    pthread_mutex_unlock(&snapshots->lock);
    return NULL;
}

static bool start_thread(struct snapshots *snapshots)
{
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_mutex_init(&snapshots->lock, NULL);
    pthread_cond_init(&snapshots->work, &monotonic);
    pthread_condattr_destroy(&monotonic);
    const int error = pthread_create(&snapshots->thread, NULL, keep, snapshots);
    if (error == 0)
        return true;
    report_error("the thread that compiles rules cannot be started (error %d)", error);
    pthread_mutex_destroy(&snapshots->lock);
    pthread_cond_destroy(&snapshots->work);
    return false;
}

static void free_all(struct snapshots *snapshots)
{
    rules_release(snapshots->latest);
    for (unsigned i = 0; snapshots->older && i < snapshots->older_max; i++)
        rules_release(snapshots->older[i].rules);
    free(snapshots->older);
    store_close(snapshots->store);
    free(snapshots);
}

struct snapshots *snapshots_open(const struct store *beside, unsigned older_max, struct meters *meters)
{
    struct snapshots *snapshots = calloc(1, sizeof *snapshots);
    if (!snapshots)
        return NULL;
    char reason[STORE_REASON_SIZE];
    snapshots->older_max = older_max;
    snapshots->meters = meters;
    snapshots->older = calloc(older_max, sizeof *snapshots->older);
    if (!snapshots->older) {
        report_error("out of memory");
    } else if (!store_open_beside(beside, STORE_READ, &snapshots->store, reason)) {
        report_error("%s", reason);
    } else {
        store_changed(snapshots->store); /* from here on */
        snapshots->latest = rules_load(snapshots->store, store_head(snapshots->store));
        if (snapshots->latest && start_thread(snapshots))
            return snapshots;
    }
    free_all(snapshots);
    return NULL;
}

void snapshots_close(struct snapshots *snapshots)
{
    if (!snapshots)
        return;
    pthread_mutex_lock(&snapshots->lock);
    snapshots->stopping = true;
    pthread_cond_signal(&snapshots->work);
    pthread_mutex_unlock(&snapshots->lock);
    pthread_join(snapshots->thread, NULL);
    pthread_mutex_destroy(&snapshots->lock);
    pthread_cond_destroy(&snapshots->work);
    free_all(snapshots);
}

unsigned snapshots_held(struct snapshots *snapshots)
{
    unsigned held = 0;
    pthread_mutex_lock(&snapshots->lock);
    for (unsigned i = 0; i < snapshots->older_max; i++)
        held += snapshots->older[i].state == OLDER_READY;
    pthread_mutex_unlock(&snapshots->lock);
    return held;
}

unsigned snapshots_generation(const struct snapshots *snapshots)
{
    return atomic_load_explicit(&snapshots->generation, memory_order_acquire);
}

struct rules *snapshots_latest(struct snapshots *snapshots)
{
    pthread_mutex_lock(&snapshots->lock);
    struct rules *rules = snapshots->latest;
    rules_acquire(rules);
    pthread_mutex_unlock(&snapshots->lock);
    return rules;
}

static struct older *find_version(struct snapshots *snapshots, int64_t version)
{
    for (unsigned i = 0; i < snapshots->older_max; i++) {
        if (snapshots->older[i].state != OLDER_FREE && snapshots->older[i].version == version)
            return &snapshots->older[i];
    }
    return NULL;
}

/* Puts the version into a free, failed or least recently used entry; NULL when all are queued. */
static struct older *queue_version(struct snapshots *snapshots, int64_t version)
{
    struct older *oldest = NULL;
    for (unsigned i = 0; i < snapshots->older_max; i++) {
        struct older *older = &snapshots->older[i];
        if (older->state != OLDER_QUEUED && (!oldest || older->used < oldest->used))
            oldest = older;
    }
    if (!oldest)
        return NULL;
    if (oldest->rules)
        atomic_fetch_add(&snapshots->meters->evictions, 1);
    rules_release(oldest->rules);
    *oldest = (struct older){.state = OLDER_QUEUED, .version = version, .used = ++snapshots->uses};
    pthread_cond_signal(&snapshots->work);
    return oldest;
}

static enum snapshot_outcome await(struct snapshots *snapshots, int64_t version, const struct older *older,
                                   struct api_waiter waiter)
{
    if (!waiter.wake)
        return SNAPSHOT_WAIT; /* it may not wait any more: nobody is to be woken */
    if (snapshots->waiting_count == WAITERS_MAX || (!older && !queue_version(snapshots, version)))
        return SNAPSHOT_BUSY;
    snapshots->waiting[snapshots->waiting_count++] = (struct waiting){version, waiter};
    return SNAPSHOT_WAIT;
}

static enum snapshot_outcome enter(struct snapshots *snapshots, int64_t version, struct api_waiter waiter,
                                   struct rules **rules)
{
    struct older *older = find_version(snapshots, version);
    if (!older || older->state == OLDER_QUEUED)
        return await(snapshots, version, older, waiter);
    if (older->state == OLDER_FAILED) {
        if (older->told <= 1)
            older->state = OLDER_FREE; /* everybody who waited was told: the next one may try again */
        else
            older->told--;
        return SNAPSHOT_FAILED;
    }
    older->used = ++snapshots->uses;
    rules_acquire(older->rules);
    *rules = older->rules;
    return SNAPSHOT_READY;
}

enum snapshot_outcome snapshots_older(struct snapshots *snapshots, int64_t version, struct api_waiter waiter,
                                      struct rules **rules)
{
    pthread_mutex_lock(&snapshots->lock);
    const enum snapshot_outcome outcome = enter(snapshots, version, waiter, rules);
    pthread_mutex_unlock(&snapshots->lock);
    return outcome;
}

void snapshots_forget(struct snapshots *snapshots, const void *waiter_context)
{
    pthread_mutex_lock(&snapshots->lock);
    size_t kept = 0;
    for (size_t i = 0; i < snapshots->waiting_count; i++) {
        if (snapshots->waiting[i].waiter.context != waiter_context)
            snapshots->waiting[kept++] = snapshots->waiting[i];
    }
    snapshots->waiting_count = kept;
    pollers_forget(&snapshots->pollers, waiter_context);
    pthread_mutex_unlock(&snapshots->lock);
}

bool snapshots_await_newer(struct snapshots *snapshots, int64_t version, unsigned patience_ms,
                           struct api_waiter waiter)
{
    const struct poller poller = {version, meter_now_ms() + patience_ms, waiter};
    pthread_mutex_lock(&snapshots->lock);
    const bool added = pollers_add(&snapshots->pollers, poller);
    if (added && snapshots->latest->data_version > version)
        pollers_wake(&snapshots->pollers, snapshots->latest->data_version, 0);
    else if (added)
        pthread_cond_signal(&snapshots->work); /* its time may be up before anything else is due */
    pthread_mutex_unlock(&snapshots->lock);
    return added;
}

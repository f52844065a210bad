/* A queue, a thread, and a list of what is done and not yet taken. */
#include "api/jobs.h"

#include "db/report.h"

#include <pthread.h>
#include <stdlib.h>

struct jobs {
    struct store *store; /* the thread's own */
    settle_fn *settle;
    void *context;
    pthread_t thread;
    pthread_mutex_t lock; /* of all below, and of the waiter of every job */
    pthread_cond_t work;
    bool stopping;
    size_t count;
    uint64_t refused;
    struct job *queued; /* in the order in which they came */
    struct job **queue_end;
    struct job *running; /* the whole run */
    struct job *done;
};

static void free_list(struct job *first)
{
    while (first) {
        struct job *next = first->next;
        first->free(first);
        first = next;
    }
}

/* Wakes whoever waits for them and keeps those to be taken; returns the others, which are nobody's. Holds the
 * lock: waiters only note the wake and return at once. */
static struct job *hand_back(struct jobs *jobs)
{
    struct job *orphans = NULL;
    while (jobs->running) {
        struct job *job = jobs->running;
        jobs->running = job->next;
        struct job **list = job->waiter.wake ? &jobs->done : &orphans;
        job->next = *list;
        *list = job;
        if (job->waiter.wake)
            job->waiter.wake(job->waiter.context);
        else
            jobs->count--;
    }
    return orphans;
}

/* All that is queued where one settlement serves them all, else one: nobody waits for the work of others. */
static struct job *take_queued(struct jobs *jobs)
{
    struct job *taken = jobs->queued;
    jobs->queued = jobs->settle ? NULL : taken->next;
    if (!jobs->settle)
        taken->next = NULL;
    if (!jobs->queued)
        jobs->queue_end = &jobs->queued;
    return taken;
}

/* Called and left with the lock held. */
static void run_queued(struct jobs *jobs)
{
    jobs->running = take_queued(jobs);
    const bool wanted = jobs->settle || jobs->running->waiter.wake;
    pthread_mutex_unlock(&jobs->lock);
    for (struct job *job = jobs->running; wanted && job; job = job->next)
        job->run(job, jobs->store);
    if (jobs->settle)
        jobs->settle(jobs->store, jobs->context);
    pthread_mutex_lock(&jobs->lock);
    struct job *orphans = hand_back(jobs);
    pthread_mutex_unlock(&jobs->lock);
    free_list(orphans);
    pthread_mutex_lock(&jobs->lock);
}

static void *work(void *context)
{
    struct jobs *jobs = context;
    pthread_mutex_lock(&jobs->lock);
    while (jobs->queued || !jobs->stopping) {
        if (jobs->queued)
            run_queued(jobs);
        else
            pthread_cond_wait(&jobs->work, &jobs->lock);
    }
    pthread_mutex_unlock(&jobs->lock);
    return NULL;
}

struct jobs *jobs_open(struct store *store, settle_fn *settle, void *context)
{
    struct jobs *jobs = calloc(1, sizeof *jobs);
    if (jobs) {
        *jobs = (struct jobs){.store = store, .settle = settle, .context = context};
        jobs->queue_end = &jobs->queued;
        pthread_mutex_init(&jobs->lock, NULL);
        pthread_cond_init(&jobs->work, NULL);
        if (pthread_create(&jobs->thread, NULL, work, jobs) == 0)
            return jobs;
        pthread_mutex_destroy(&jobs->lock);
        pthread_cond_destroy(&jobs->work);
    }
    report_error("a thread for work beside the requests cannot be started");
    free(jobs);
    store_close(store);
    return NULL;
}

void jobs_close(struct jobs *jobs)
{
    if (!jobs)
        return;
    pthread_mutex_lock(&jobs->lock);
    jobs->stopping = true;
    pthread_cond_signal(&jobs->work);
    pthread_mutex_unlock(&jobs->lock);
    pthread_join(jobs->thread, NULL);
    free_list(jobs->done);
    pthread_mutex_destroy(&jobs->lock);
    pthread_cond_destroy(&jobs->work);
    store_close(jobs->store);
    free(jobs);
}

struct jobs_state jobs_look(struct jobs *jobs)
{
    pthread_mutex_lock(&jobs->lock);
    const struct jobs_state state = {jobs->count, jobs->refused};
    pthread_mutex_unlock(&jobs->lock);
    return state;
}

bool jobs_add(struct jobs *jobs, struct job *job, struct api_waiter waiter)
{
    pthread_mutex_lock(&jobs->lock);
    const bool taken = jobs->count < JOBS_MAX && !jobs->stopping;
    if (taken) {
        jobs->count++;
        job->waiter = waiter;
        job->next = NULL;
        *jobs->queue_end = job;
        jobs->queue_end = &job->next;
        pthread_cond_signal(&jobs->work);
    }
    jobs->refused += !taken;
    pthread_mutex_unlock(&jobs->lock);
    if (!taken)
        job->free(job);
    return taken;
}

/* Where the job of that waiter hangs in the list, or NULL. */
static struct job **find(struct job **list, const void *waiter_context)
{
    for (struct job **at = list; *at; at = &(*at)->next) {
        if ((*at)->waiter.wake && (*at)->waiter.context == waiter_context)
            return at;
    }
    return NULL;
}

static struct job *take_done(struct jobs *jobs, const void *waiter_context)
{
    struct job **at = find(&jobs->done, waiter_context);
    if (!at)
        return NULL;
    struct job *job = *at;
    *at = job->next;
    jobs->count--;
    return job;
}

struct job *jobs_take(struct jobs *jobs, const void *waiter_context)
{
    pthread_mutex_lock(&jobs->lock);
    struct job *job = take_done(jobs, waiter_context);
    pthread_mutex_unlock(&jobs->lock);
    return job;
}

void jobs_forget(struct jobs *jobs, const void *waiter_context)
{
    pthread_mutex_lock(&jobs->lock);
    struct job **waiting = find(&jobs->queued, waiter_context);
    if (!waiting)
        waiting = find(&jobs->running, waiter_context);
    if (waiting)
        (*waiting)->waiter = (struct api_waiter){0};
    struct job *unwanted = take_done(jobs, waiter_context);
    pthread_mutex_unlock(&jobs->lock);
    if (unwanted)
        unwanted->free(unwanted);
}

/* Work beside the loops: done in order, handed back to who waits, freed when nobody does. */
#include "api/jobs.h"

#include <criterion/criterion.h>
#include <pthread.h>
#include <stdlib.h>

TestSuite(jobs, .timeout = 20);

/* What the jobs of a test leave behind. */
struct bench {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool held; /* the first job does not end while it is */
    char order[8];
    size_t done;
    size_t freed;
    size_t settled;
    size_t woken;
};

struct task {
    struct job job;
    struct bench *bench;
    char name;
};

static void run_task(struct job *job, struct store *store)
{
    struct task *task = (struct task *)job;
    struct bench *bench = task->bench;
    cr_expect_null(store);
    pthread_mutex_lock(&bench->lock);
    while (bench->held)
        pthread_cond_wait(&bench->changed, &bench->lock);
    bench->order[bench->done++ % sizeof bench->order] = task->name;
    pthread_mutex_unlock(&bench->lock);
}

static void free_task(struct job *job)
{
    struct bench *bench = ((struct task *)job)->bench;
    pthread_mutex_lock(&bench->lock);
    bench->freed++;
    pthread_cond_broadcast(&bench->changed);
    pthread_mutex_unlock(&bench->lock);
    free(job);
}

static void wake(void *context)
{
    struct bench *bench = context;
    pthread_mutex_lock(&bench->lock);
    bench->woken++;
    cr_expect_gt(bench->settled, 0, "somebody was woken before it was settled");
    pthread_cond_broadcast(&bench->changed);
    pthread_mutex_unlock(&bench->lock);
}

static void settle(struct store *store, void *context)
{
    (void)store;
    struct bench *bench = context;
    pthread_mutex_lock(&bench->lock);
    bench->settled++;
    pthread_mutex_unlock(&bench->lock);
}

static void await_count(struct bench *bench, const size_t *count, size_t wanted)
{
    pthread_mutex_lock(&bench->lock);
    while (*count < wanted)
        pthread_cond_wait(&bench->changed, &bench->lock);
    pthread_mutex_unlock(&bench->lock);
}

static void hold(struct bench *bench, bool held)
{
    pthread_mutex_lock(&bench->lock);
    bench->held = held;
    pthread_cond_broadcast(&bench->changed);
    pthread_mutex_unlock(&bench->lock);
}

static bool add(struct jobs *jobs, struct bench *bench, char name)
{
    struct task *task = calloc(1, sizeof *task);
    cr_assert(task);
    *task = (struct task){{.run = run_task, .free = free_task}, bench, name};
    return jobs_add(jobs, &task->job, (struct api_waiter){wake, bench});
}

static struct jobs *open_bench(struct bench *bench)
{
    *bench = (struct bench){.done = 0};
    pthread_mutex_init(&bench->lock, NULL);
    pthread_cond_init(&bench->changed, NULL);
    struct jobs *jobs = jobs_open(NULL, settle, bench);
    cr_assert(jobs);
    return jobs;
}

Test(jobs, are_done_in_order_and_handed_back_once)
{
    struct bench bench;
    struct jobs *jobs = open_bench(&bench);
    cr_expect_null(jobs_take(jobs, &bench));
    hold(&bench, true);
    cr_assert(add(jobs, &bench, 'a'));
    hold(&bench, false);
    await_count(&bench, &bench.woken, 1);
    struct job *job = jobs_take(jobs, &bench);
    cr_assert(job);
    cr_expect_eq(((struct task *)job)->name, 'a');
    cr_expect_null(jobs_take(jobs, &bench));
    cr_expect_eq(bench.settled, 1);
    job->free(job);
    jobs_close(jobs);
}

Test(jobs, what_nobody_waits_for_is_done_and_freed)
{
    struct bench bench;
    struct jobs *jobs = open_bench(&bench);
    hold(&bench, true);
    for (char name = 'a'; name <= 'c'; name++)
        cr_assert(add(jobs, &bench, name));
    for (int i = 0; i < 3; i++)
        jobs_forget(jobs, &bench);
    hold(&bench, false);
    await_count(&bench, &bench.freed, 3);
    jobs_close(jobs);
    cr_expect_eq(bench.woken, 0);
    cr_expect_arr_eq(bench.order, "abc", 3);
}

Test(jobs, closing_finishes_what_was_taken_on)
{
    struct bench bench;
    struct jobs *jobs = open_bench(&bench);
    for (char name = 'a'; name <= 'c'; name++)
        cr_assert(add(jobs, &bench, name));
    jobs_close(jobs);
    cr_expect_eq(bench.done, 3);
    cr_expect_eq(bench.freed, 3);
}

Test(jobs, too_many_are_refused_and_freed)
{
    struct bench bench;
    struct jobs *jobs = open_bench(&bench);
    size_t taken = 0;
    hold(&bench, true);
    while (taken < 1000 && add(jobs, &bench, 'x'))
        taken++;
    cr_expect_lt(taken, 1000);
    cr_expect_eq(bench.freed, 1);
    hold(&bench, false);
    jobs_close(jobs);
    cr_expect_eq(bench.freed, taken + 1);
}

/* Where nothing is settled, nobody waits for the work of others, and what nobody wants is not begun. */
Test(jobs, without_a_settlement_each_is_handed_back_by_itself)
{
    struct bench bench;
    jobs_close(open_bench(&bench));
    struct jobs *jobs = jobs_open(NULL, NULL, NULL);
    cr_assert(jobs);
    bench.settled = 1;
    hold(&bench, true);
    for (char name = 'a'; name <= 'b'; name++)
        cr_assert(add(jobs, &bench, name));
    jobs_forget(jobs, &bench); /* one of them; the first may have begun */
    jobs_forget(jobs, &bench);
    hold(&bench, false);
    await_count(&bench, &bench.freed, 2);
    jobs_close(jobs);
    cr_expect_leq(bench.done, 1);
    cr_expect_eq(bench.woken, 0);
}

/* What a handler may ask of the rest: to tell of a failed read, to have work done elsewhere, to wait. */
#include "api/context.h"

#include "api/snapshot.h"

enum problem context_fail(const struct context *context, struct reply *reply)
{
    if (store_timed_out(context->store))
        return reply_fail(reply, PROBLEM_OVERLOADED,
                          "The query took longer than this server allows; narrow it with filters.");
    return reply_fail(reply, PROBLEM_INTERNAL, "The store could not be read.");
}

enum problem context_run(const struct context *context, enum lane lane, struct job *job, struct reply *reply)
{
    struct jobs *jobs = context->lanes[lane];
    if (!jobs) {
        job->free(job);
        return reply_fail(reply, PROBLEM_WRITES_DISABLED,
                          "The database of this instance cannot be written by it.");
    }
    if (context->request->out_of_time) {
        job->free(job);
        return reply_fail(reply, PROBLEM_OVERLOADED,
                          "There is no time left for the work; try again shortly.");
    }
    if (!jobs_add(jobs, job, context->waiter))
        return reply_fail(reply, PROBLEM_OVERLOADED, "Too much work is queued; try again shortly.");
    reply->waits = WAIT_JOB;
    return PROBLEM_NONE;
}

static unsigned time_left_ms(const struct context *context, unsigned wait_s)
{
    const unsigned waited_ms = context->request->waited_ms;
    return !context->request->out_of_time && waited_ms < wait_s * 1000 ? wait_s * 1000 - waited_ms : 0;
}

bool context_may_wait(const struct context *context, unsigned wait_s)
{
    return context->request->method == METHOD_GET && !context->request->ending &&
           time_left_ms(context, wait_s) > 0;
}

enum problem context_wait_for_newer(const struct context *context, unsigned wait_s, struct reply *reply)
{
    if (!snapshots_await_newer(context->snapshots, context->at, time_left_ms(context, wait_s),
                               context->waiter))
        return reply_fail(reply, PROBLEM_OVERLOADED, "Too many requests are waiting; try again shortly.");
    reply->waits = WAIT_NEWER;
    return PROBLEM_NONE;
}

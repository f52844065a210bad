/* GET /v1/changes: what was recorded, in order; with `wait`, news as soon as there is any. */
#include "operations.h"

#include "api/shapes.h"

#include <stdio.h>

static enum problem refuse_wait(const struct context *context, struct reply *reply)
{
    struct parameter_fault fault = {.parameter = "wait", .value = request_find(context->request, "wait")};
    snprintf(fault.detail, sizeof fault.detail,
             "wait has no use beside known_at: what was known then does not grow.");
    return reply_fail_parameters(reply, PROBLEM_INVALID_PARAMETER, &fault, 1);
}

enum problem get_changes(const struct get_changes_args *args, const struct context *context,
                         struct reply *reply)
{
    if (args->wait > 0 && (args->known_at.version > 0 || args->known_at.instant))
        return refuse_wait(context, reply);

    const struct shape shape = shape_of_changes();
    unsigned shown = 0;
    const struct list_extra extra = {.shown = &shown};
    const enum problem problem = list_reply(&args->list, &shape, &extra, context, reply);
    if (problem != PROBLEM_NONE || args->wait == 0)
        return problem;

    if (shown == 0 && context_may_wait(context, (unsigned)args->wait))
        return context_wait_for_newer(context, (unsigned)args->wait, reply);
    /* A kept page without news would be taken for no news, again and again, without any wait. */
    reply->fleeting = true;
    return PROBLEM_NONE;
}

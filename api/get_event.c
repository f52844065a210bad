/* GET /v1/events/{event}: one event with its claims and sources. */
#include "operations.h"

#include "api/shapes.h"

enum problem get_event(const struct get_event_args *args, const struct context *context, struct reply *reply)
{
    const struct shape shape = shape_of(KIND_EVENT);
    return item_reply(args->event, &shape, PROBLEM_NOT_FOUND, context, reply);
}

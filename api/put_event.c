/* PUT /v1/events/{event}: creates or replaces one event. */
#include "operations.h"

#include "api/shapes.h"
#include "api/write_item.h"

enum problem put_event(const struct put_event_args *args, const struct context *context, struct reply *reply)
{
    const struct shape shape = shape_of(KIND_EVENT);
    return item_put(args->event, &shape, context, reply);
}

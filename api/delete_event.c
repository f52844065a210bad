/* DELETE /v1/events/{event}: ends one event; it stays visible at an earlier known_at. */
#include "operations.h"

#include "api/shapes.h"
#include "api/write_item.h"

enum problem delete_event(const struct delete_event_args *args, const struct context *context,
                          struct reply *reply)
{
    const struct shape shape = shape_of(KIND_EVENT);
    return item_delete(args->event, args->note, &shape, context, reply);
}

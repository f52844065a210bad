/* GET /v1/destinations: places with their dated groups. */
#include "operations.h"

#include "api/shapes.h"

enum problem get_destinations(const struct get_destinations_args *args, const struct context *context, struct reply *reply)
{
    const struct date day = day_asked(args->date, context);
    const struct shape shape = shape_of_destinations(&day);
    const struct list_extra extra = {.day = day};
    return list_reply(&args->list, &shape, &extra, context, reply);
}

/* GET /v1/chips: specifications, filtered and sorted. */
#include "operations.h"

#include "api/shapes.h"

enum problem get_chips(const struct get_chips_args *args, const struct context *context, struct reply *reply)
{
    const struct shape shape = shape_of_chips();
    const struct list_extra extra = {.day = day_asked(args->date, context)};
    return list_reply(&args->list, &shape, &extra, context, reply);
}

/* DELETE /v1/chips/{chip}: ends one chip; it stays visible at an earlier known_at. */
#include "operations.h"

#include "api/shapes.h"
#include "api/write_item.h"

enum problem delete_chip(const struct delete_chip_args *args, const struct context *context,
                         struct reply *reply)
{
    const struct shape shape = shape_of_chips();
    return item_delete(args->chip, args->note, &shape, context, reply);
}

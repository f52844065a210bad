/* PUT /v1/chips/{chip}: creates or replaces one chip. */
#include "operations.h"

#include "api/shapes.h"
#include "api/write_item.h"

enum problem put_chip(const struct put_chip_args *args, const struct context *context, struct reply *reply)
{
    const struct shape shape = shape_of_chips();
    return item_put(args->chip, &shape, context, reply);
}

/* PUT /v1/rulings/{ruling}: creates or replaces one ruling. */
#include "operations.h"

#include "api/shapes.h"
#include "api/write_item.h"

enum problem put_ruling(const struct put_ruling_args *args, const struct context *context,
                        struct reply *reply)
{
    const struct date day = day_asked((struct date){0}, context);
    const struct shape shape = shape_of_rulings(&day);
    return item_put(args->ruling, &shape, context, reply);
}

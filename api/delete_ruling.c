/* DELETE /v1/rulings/{ruling}: ends one ruling; it stays visible at an earlier known_at. */
#include "operations.h"

#include "api/shapes.h"
#include "api/write_item.h"

enum problem delete_ruling(const struct delete_ruling_args *args, const struct context *context,
                           struct reply *reply)
{
    const struct date day = day_asked((struct date){0}, context);
    const struct shape shape = shape_of_rulings(&day);
    return item_delete(args->ruling, args->note, &shape, context, reply);
}

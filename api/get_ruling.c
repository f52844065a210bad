/* GET /v1/rulings/{ruling}: one ruling, its state, what it catches and what changed it. */
#include "operations.h"

#include "api/shapes.h"

enum problem get_ruling(const struct get_ruling_args *args, const struct context *context,
                        struct reply *reply)
{
    const struct date day = day_asked(args->date, context);
    const struct shape shape = shape_of_rulings(&day);
    return item_reply(args->ruling, &shape, PROBLEM_UNKNOWN_RULING, context, reply);
}

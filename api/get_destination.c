/* GET /v1/destinations/{destination}: one place by code, name or alias. */
#include "operations.h"

#include "api/resolve.h"
#include "api/shapes.h"

enum problem get_destination(const struct get_destination_args *args, const struct context *context,
                             struct reply *reply)
{
    struct place_match match;
    const enum problem problem = resolve_place(context, "destination", args->destination, &match, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    const struct date day = day_asked(args->date, context);
    const struct shape shape = shape_of_destinations(&day);
    return item_reply(match.place->code, &shape, PROBLEM_UNKNOWN_DESTINATION, context, reply);
}

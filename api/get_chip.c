/* GET /v1/chips/{chip}: one chip by whatever name. */
#include "operations.h"

#include "api/resolve.h"
#include "api/shapes.h"

enum problem get_chip(const struct get_chip_args *args, const struct context *context, struct reply *reply)
{
    const struct shape shape = shape_of_chips();
    struct chip_match match;
    const enum problem problem = resolve_chip(context, "chip", args->chip, &match, reply);
    if (problem == PROBLEM_NONE)
        return item_reply(match.chip->id, &shape, PROBLEM_UNKNOWN_CHIP, context, reply);
    /* A deleted chip has no names any more, but its id still tells that it is gone. */
    return problem == PROBLEM_UNKNOWN_CHIP ? item_gone(args->chip, &shape, problem, context, reply) : problem;
}

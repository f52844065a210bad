/* GET /v1/groups/{group}: one country group. */
#include "operations.h"

#include "api/shapes.h"

enum problem get_group(const struct get_group_args *args, const struct context *context, struct reply *reply)
{
    const struct shape shape = shape_of(KIND_GROUP);
    return item_reply(args->group, &shape, PROBLEM_NOT_FOUND, context, reply);
}

/* GET /v1/disputes/{dispute}: one disagreement, each position with its sources. */
#include "operations.h"

#include "api/shapes.h"

enum problem get_dispute(const struct get_dispute_args *args, const struct context *context,
                         struct reply *reply)
{
    const struct shape shape = shape_of(KIND_DISPUTE);
    return item_reply(args->dispute, &shape, PROBLEM_NOT_FOUND, context, reply);
}

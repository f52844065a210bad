/* GET /v1/disputes: where sources disagree about a fact. */
#include "operations.h"

#include "api/shapes.h"

enum problem get_disputes(const struct get_disputes_args *args, const struct context *context,
                          struct reply *reply)
{
    const struct shape shape = shape_of(KIND_DISPUTE);
    const struct list_extra extra = {.within_count = 0};
    return list_reply(&args->list, &shape, &extra, context, reply);
}

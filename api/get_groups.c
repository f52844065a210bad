/* GET /v1/groups: the country groups that rulings name. */
#include "operations.h"

#include "api/shapes.h"

enum problem get_groups(const struct get_groups_args *args, const struct context *context,
                        struct reply *reply)
{
    const struct shape shape = shape_of(KIND_GROUP);
    const struct list_extra extra = {.within_count = 0};
    return list_reply(&args->list, &shape, &extra, context, reply);
}

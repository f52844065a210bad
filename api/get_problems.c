/* GET /problems: every error code, in the order of api/problem.def. */
#include "operations.h"

#include "api/shape_problem.h"

enum problem get_problems(const struct get_problems_args *args, const struct context *context,
                          struct reply *reply)
{
    (void)args;
    (void)context;
    struct json_out *out = reply_json(reply);
    json_out_begin_object(out);
    json_out_key(out, "items");
    json_out_begin_array(out);
    for (unsigned problem = PROBLEM_NONE + 1; problem < PROBLEM_COUNT; problem++)
        shape_problem(out, (enum problem)problem);
    json_out_end_array(out);
    json_out_end_object(out);
    reply->cache = CACHE_LATEST;
    return PROBLEM_NONE;
}

/* GET /problems/{code}: what an error code means and how to mend it. */
#include "operations.h"

#include "api/shape_problem.h"

#include <string.h>

enum problem get_problem(const struct get_problem_args *args, const struct context *context,
                         struct reply *reply)
{
    (void)context;
    for (unsigned problem = PROBLEM_NONE + 1; problem < PROBLEM_COUNT; problem++) {
        char code[PROBLEM_CODE_SIZE];
        problem_code((enum problem)problem, code);
        if (strcmp(code, args->code) != 0)
            continue;
        shape_problem(reply_json(reply), (enum problem)problem);
        reply->cache = CACHE_LATEST;
        return PROBLEM_NONE;
    }
    return reply_fail(reply, PROBLEM_NOT_FOUND, "No error code is named '%s'; GET /problems lists them.",
                      args->code);
}

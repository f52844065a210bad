/* GET /openapi.json: the document that routes, parameters and validators were generated from. */
#include "operations.h"

enum problem get_openapi(const struct get_openapi_args *args, const struct context *context,
                         struct reply *reply)
{
    (void)args;
    (void)context;
    json_out_raw(reply_json(reply), openapi_json, openapi_json_size);
    reply->cache = CACHE_LATEST;
    return PROBLEM_NONE;
}

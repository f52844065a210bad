/* GET /healthz: the process answers; no store is touched. */
#include "operations.h"

#include "api/member.h"

enum problem get_healthz(const struct get_healthz_args *args, const struct context *context,
                         struct reply *reply)
{
    (void)args;
    (void)context;
    struct json_out *out = reply_json(reply);
    json_out_begin_object(out);
    member_text(out, "status", "ok");
    json_out_end_object(out);
    return PROBLEM_NONE;
}

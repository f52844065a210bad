/* A query of any operation, read into its arguments: refused naming a parameter that is there, or taken. */
#include "tests/fuzz/judge.h"
#include "tests/fuzz/target.h"

#include "api/params.h"
#include "api/route.h"
#include "server/uri.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* It was sent, or it should have been. */
static bool is_there(const struct operation *operation, const struct request *request, const char *name)
{
    if (request_find(request, name) || strcmp(name, "Accept") == 0)
        return true;
    for (size_t i = 0; i < operation->param_count; i++) {
        const struct param *param = &operation->params[i];
        if (strcmp(param->name, name) == 0 && (param->required || param->place == PLACE_PATH))
            return true;
    }
    return false;
}

static void judge_faults(const struct operation *operation, const struct request *request,
                         struct reply *reply)
{
    json_t *problem = json_loadb(reply->out.text, reply->out.size, 0, NULL);
    size_t i;
    const json_t *error;
    json_array_foreach(json_object_get(problem, "errors"), i, error)
    {
        const char *name = json_string_value(json_object_get(error, "parameter"));
        MUST(name && is_there(operation, request, name), "%s: '%s' was not asked", operation->id,
             name ? name : "(none)");
    }
    MUST(json_array_size(json_object_get(problem, "errors")) > 0 || reply->status == 406,
         "%s names no parameter", operation->id);
    json_decref(problem);
}

void target_params(const uint8_t *data, size_t size)
{
    static struct args_buffer buffer;
    struct choices choices = {data, size};
    const struct operation *operation = &operations[choices_take(&choices, operation_count)];
    static const char *const accepted[] = {NULL, "*/*", "text/csv", "application/json;q=0.1, text/csv",
                                           "image/png"};
    const char *accept = accepted[choices_take(&choices, sizeof accepted / sizeof accepted[0])];
    char *query = choices_text(&choices);
    char *target = malloc(choices.size + 4), *room = malloc(choices.size + 4);
    MUST(target && room, "memory");
    snprintf(target, choices.size + 4, "/?%s", query);
    struct uri uri;
    if (uri_parse(target, room, &uri)) {
        const struct request request = {.method = operation->method,
                                        .path = uri.path,
                                        .target = uri.target,
                                        .query = uri.pairs,
                                        .query_count = uri.pair_count,
                                        .accept = accept,
                                        .id = "FUZZ",
                                        .today = {20261101}};
        const char *const values[PATH_PARAMS_MAX] = {"h20", "h20"};
        struct reply reply;
        reply_init(&reply, &request);
        if (params_parse(operation, &request, values, &buffer, &reply) != PROBLEM_NONE) {
            MUST(json_out_finish(&reply.out), "memory");
            judge_faults(operation, &request, &reply);
            judge_reply(&reply, NULL);
        } else {
            reply_done(&reply);
        }
    } else {
        MUST(uri.fault[0], "a refusal without a sentence");
    }
    free(query);
    free(target);
    free(room);
}

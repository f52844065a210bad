/* GET /v1/destinations: places with their dated groups, or those of one group on the day. */
#include "operations.h"

#include "api/group.h"
#include "api/shapes.h"

static enum problem check_group(const char *group, const struct context *context, struct reply *reply)
{
    bool found;
    if (!group_find(context->store, group, context->at, &found))
        return context_fail(context, reply);
    return found ? PROBLEM_NONE : id_unknown(group, KIND_GROUP, PROBLEM_INVALID_PARAMETER, context, reply);
}

/* The codes of its members on the day; false when memory is short. */
static bool write_members(const char *group, struct date day, const struct rules *rules,
                          struct json_out *codes)
{
    json_out_begin_array(codes);
    for (size_t i = 0; i < rules->place_count; i++)
        if (group_holds(group, &rules->places[i], day))
            json_out_text(codes, rules->places[i].code);
    json_out_end_array(codes);
    return json_out_finish(codes);
}

enum problem get_destinations(const struct get_destinations_args *args, const struct context *context,
                              struct reply *reply)
{
    const struct date day = day_asked(args->date, context);
    const enum problem problem = args->group ? check_group(args->group, context, reply) : PROBLEM_NONE;
    if (problem != PROBLEM_NONE)
        return problem;
    struct json_out codes = {0};
    if (args->group && !write_members(args->group, day, context->rules, &codes)) {
        json_out_done(&codes);
        return reply_fail(reply, PROBLEM_OVERLOADED, "Out of memory.");
    }

    const struct shape shape = shape_of_destinations(&day);
    const struct list_extra extra = {.within = {codes.text}, .within_count = args->group ? 1 : 0, .day = day};
    const enum problem listed = list_reply(&args->list, &shape, &extra, context, reply);
    json_out_done(&codes);
    return listed;
}

/* GET /v1/destinations: places with their dated groups, or those of one group on the day. */
#include "operations.h"

#include "api/shapes.h"

#include <string.h>
#include <strings.h>

#define GROUP_PREFIX "group:"

static bool is_of_group(const struct membership *membership, const char *group)
{
    const size_t size = strlen(GROUP_PREFIX);
    return strncmp(membership->token, GROUP_PREFIX, size) == 0 &&
           strcasecmp(membership->token + size, group) == 0;
}

static bool belongs(const struct place *place, const char *group, struct date day)
{
    for (size_t i = 0; i < place->membership_count; i++)
        if (is_of_group(&place->memberships[i], group) && interval_covers(place->memberships[i].held, day))
            return true;
    return false;
}

struct group_search {
    const char *wanted;
    bool found;
};

static bool compare_group(const struct document *document, void *context)
{
    struct group_search *search = context;
    search->found = strcasecmp(document->id, search->wanted) == 0;
    return !search->found;
}

static enum problem check_group(const char *group, const struct context *context, struct reply *reply)
{
    struct group_search search = {.wanted = group};
    if (!catalogue_each(context->store, KIND_GROUP, context->at, compare_group, &search))
        return context_fail(context, reply);
    return search.found ? PROBLEM_NONE
                        : id_unknown(group, KIND_GROUP, PROBLEM_INVALID_PARAMETER, context, reply);
}

/* The codes of its members on the day; false when memory is short. */
static bool write_members(const char *group, struct date day, const struct rules *rules,
                          struct json_out *codes)
{
    json_out_begin_array(codes);
    for (size_t i = 0; i < rules->place_count; i++)
        if (belongs(&rules->places[i], group, day))
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

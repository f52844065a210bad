/* GET /v1/events: news and filings, also by any name of a chip. */
#include "operations.h"

#include "api/resolve.h"
#include "api/shapes.h"

enum problem get_events(const struct get_events_args *args, const struct context *context,
                        struct reply *reply)
{
    struct shape shape = shape_of(KIND_EVENT);
    shape.entry = atom_event;
    const struct list_extra extra = {.within_count = 0};
    if (!args->chip)
        return list_reply(&args->list, &shape, &extra, context, reply);

    struct chip_match match;
    const enum problem problem = resolve_chip(context, "chip", args->chip, &match, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    if (args->list.filter_count == LIST_FILTERS_MAX)
        return reply_fail(reply, PROBLEM_INVALID_PARAMETER, "There are more than %d filters.",
                          LIST_FILTERS_MAX - 1);
    /* Events name a chip or the product that it is a variant of. */
    const char *names[] = {match.chip->id, match.chip->product};
    struct list_args list = args->list;
    list.filters[list.filter_count++] = (struct filter){
        .column = list_column(list.info, "chips"), .op = FILTER_EQUAL, .values = names, .count = 2};
    return list_reply(&list, &shape, &extra, context, reply);
}

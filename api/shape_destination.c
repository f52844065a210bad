/* Destinations add the groups that they belong to on the day. */
#include "api/shapes.h"

#include <string.h>

static bool derive(struct json_out *out, const char *path, const struct document *document,
                   const struct context *context, const void *extra)
{
    static const char group[] = "group:";
    const struct date *day = extra;
    const struct place *place = rules_find_place(context->rules, document->id);
    if (!place || strcmp(path, "groups_on_date") != 0)
        return false;
    json_out_begin_array(out);
    for (size_t i = 0; i < place->membership_count; i++) {
        const struct membership *membership = &place->memberships[i];
        if (strncmp(membership->token, group, sizeof group - 1) == 0 &&
            interval_covers(membership->held, *day))
            json_out_text(out, membership->token + sizeof group - 1);
    }
    json_out_end_array(out);
    return true;
}

struct shape shape_of_destinations(const struct date *day)
{
    struct shape shape = shape_of(KIND_DESTINATION);
    shape.derive = derive;
    shape.extra = day;
    return shape;
}

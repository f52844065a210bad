/* Groups are documents; who is in them stands with the places. */
#include "api/group.h"

#include <string.h>
#include <strings.h>

static bool is_of_group(const struct membership *membership, const char *group)
{
    const size_t size = strlen(GROUP_PREFIX);
    return strncmp(membership->token, GROUP_PREFIX, size) == 0 &&
           strcasecmp(membership->token + size, group) == 0;
}

bool group_holds(const char *group, const struct place *place, struct date day)
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

bool group_find(struct store *store, const char *group, int64_t at, bool *found)
{
    struct group_search search = {.wanted = group};
    if (!catalogue_each(store, KIND_GROUP, at, compare_group, &search))
        return false;
    *found = search.found;
    return true;
}

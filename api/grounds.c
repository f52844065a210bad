/* Gathers and compares the provisions behind answers. */
#include "api/grounds.h"

#include "api/member.h"

#include <stdlib.h>

bool grounds_gather(const struct decision *decision, struct grounds *grounds)
{
    size_t count = 0;
    for (size_t i = 0; i < decision->leg_count; i++)
        count += decision->legs[i].because.count;
    *grounds = (struct grounds){.items = malloc((count + 1) * sizeof *grounds->items)};
    if (!grounds->items)
        return false;
    for (size_t i = 0; i < decision->leg_count; i++) {
        const struct provision_list *because = &decision->legs[i].because;
        for (size_t k = 0; k < because->count; k++)
            grounds->items[grounds->count++] = because->items[k];
    }
    return true;
}

void grounds_done(struct grounds *grounds)
{
    free(grounds->items);
    *grounds = (struct grounds){0};
}

static bool holds(const struct grounds *grounds, const struct provision *provision)
{
    for (size_t i = 0; i < grounds->count; i++) {
        if (grounds->items[i] == provision)
            return true;
    }
    return false;
}

static bool differs(const struct ruling *ruling, const struct grounds *before, const struct grounds *after)
{
    for (size_t i = 0; i < ruling->provision_count; i++) {
        if (holds(before, &ruling->provisions[i]) != holds(after, &ruling->provisions[i]))
            return true;
    }
    return false;
}

void shape_changed(struct json_out *out, const struct rules *rules, const struct grounds *before,
                   const struct grounds *after)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < rules->ruling_count; i++) {
        if (!differs(&rules->rulings[i], before, after))
            continue;
        json_out_begin_object(out);
        member_text(out, "id", rules->rulings[i].id);
        member_text(out, "title", rules->rulings[i].title);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

/* Whether a place is another to the law than it was. */
#include "api/table.h"

#include <string.h>

static bool lists(const struct tokens *tokens, const char *token)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (strcmp(tokens->items[i], token) == 0)
            return true;
    }
    return false;
}

static bool asks_for(const struct provision *provision, const char *token, enum end end)
{
    switch (end) {
    case END_DESTINATION:
        break;
    case END_HEADQUARTERS:
        return lists(&provision->headquartered_in, token);
    case END_EXPORT_FROM:
        return lists(&provision->export_from, token);
    }
    return lists(&provision->include, token) || lists(&provision->exclude, token);
}

static bool law_asks_for(const struct table_state *state, const char *token, enum end end)
{
    for (size_t i = 0; i < state->rules->provision_count; i++) {
        const struct provision *provision = state->rules->provisions[i];
        if (provision->ruling->standing == STANDING_OPERATIVE &&
            interval_covers(provision->in_force, state->question.date) && asks_for(provision, token, end))
            return true;
    }
    return false;
}

static bool is_called(const struct place *place, const char *token, struct date day)
{
    for (size_t i = 0; i < place->membership_count; i++) {
        if (interval_covers(place->memberships[i].held, day) &&
            strcmp(place->memberships[i].token, token) == 0)
            return true;
    }
    return false;
}

/* Called something in the one state that it is not in the other, where that matters. */
static bool loses_a_name(const struct table_state *one, const struct place *in_one,
                         const struct table_state *other, const struct place *in_other, enum end end)
{
    for (size_t i = 0; i < in_one->membership_count; i++) {
        const struct membership *membership = &in_one->memberships[i];
        if (interval_covers(membership->held, one->question.date) &&
            !is_called(in_other, membership->token, other->question.date) &&
            (law_asks_for(one, membership->token, end) || law_asks_for(other, membership->token, end)))
            return true;
    }
    return false;
}

bool table_place_moved(const struct table *table, const struct place *const in[static TABLE_STATES_MAX],
                       enum end end)
{
    const struct table_state *before = &table->states[0], *after = &table->states[1];
    if (table->state_count < 2 || !in[0] || !in[1])
        return false;
    return loses_a_name(before, in[0], after, in[1], end) || loses_a_name(after, in[1], before, in[0], end);
}

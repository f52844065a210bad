/* Gathers and compares the provisions behind answers. */
#include "api/grounds.h"

#include "api/member.h"
#include "rules/recorded.h"

#include <stdlib.h>
#include <string.h>

static void add(struct grounds *grounds, const struct provision *provision, enum role role)
{
    if (provision)
        grounds->items[grounds->count++] = (struct ground){provision, role};
}

static void add_all(struct grounds *grounds, const struct provision_list *provisions)
{
    for (size_t i = 0; i < provisions->count; i++)
        add(grounds, provisions->items[i], ROLE_DECIDES);
}

static void add_leg(struct grounds *grounds, const struct leg *leg)
{
    add_all(grounds, &leg->because);
    add_all(grounds, &leg->perhaps);
    for (size_t i = 0; i < leg->missing.count; i++)
        add_all(grounds, &leg->missing.items[i].provisions);
    add(grounds, leg->classification, ROLE_CLASSIFIES);
    add(grounds, leg->perhaps_classified, ROLE_PERHAPS_CLASSIFIES);
}

/* Grounds that add_leg may add. */
static size_t count_most(const struct leg *leg)
{
    size_t count = leg->because.count + leg->perhaps.count + 2;
    for (size_t i = 0; i < leg->missing.count; i++)
        count += leg->missing.items[i].provisions.count;
    return count;
}

bool grounds_gather(const struct rules *rules, struct date date, const struct decision *decision,
                    struct grounds *grounds)
{
    const size_t legs = decision ? decision->leg_count : 0;
    size_t count = 0;
    for (size_t i = 0; i < legs; i++)
        count += count_most(&decision->legs[i]);
    *grounds =
        (struct grounds){.rules = rules, .date = date, .items = malloc((count + 1) * sizeof *grounds->items)};
    if (!grounds->items)
        return false;
    for (size_t i = 0; i < legs; i++)
        add_leg(grounds, &decision->legs[i]);
    return true;
}

void grounds_done(struct grounds *grounds)
{
    free(grounds->items);
    *grounds = (struct grounds){0};
}

/* Whichever provision gives an ECCN, the answer rests on the ECCN alone. */
static bool is_same_ground(const struct ground *a, const struct ground *b)
{
    if (a->role != b->role)
        return false;
    if (a->role != ROLE_DECIDES)
        return strcmp(a->provision->eccns.items[0], b->provision->eccns.items[0]) == 0;
    return (a->provision == b->provision || strcmp(a->provision->id, b->provision->id) == 0) &&
           recorded_same_effect(a->provision, b->provision);
}

static bool rests_on(const struct grounds *grounds, const struct ground *ground)
{
    for (size_t i = 0; i < grounds->count; i++) {
        if (is_same_ground(&grounds->items[i], ground))
            return true;
    }
    return false;
}

/* Rulings, in the order of ids. */
struct collection {
    const struct rules *preferred;
    bool law_alone;
    struct responsible *responsible;
    size_t capacity;
    bool failed;
};

static void insert(struct collection *collection, size_t at, const struct ruling *ruling)
{
    struct responsible *list = collection->responsible;
    if (list->count == collection->capacity) {
        const size_t capacity = 2 * collection->capacity + 4;
        const struct ruling **items = realloc(list->items, capacity * sizeof *items);
        if (!items) {
            collection->failed = true;
            return;
        }
        list->items = items;
        collection->capacity = capacity;
    }
    memmove(list->items + at + 1, list->items + at, (list->count - at) * sizeof *list->items);
    list->items[at] = ruling;
    list->count++;
}

static void collect(struct collection *collection, const struct ruling *ruling)
{
    const struct ruling *newer = rules_find_ruling(collection->preferred, ruling->id);
    const struct responsible *list = collection->responsible;
    size_t at = 0;
    while (at < list->count && strcmp(list->items[at]->id, ruling->id) < 0)
        at++;
    if (at == list->count || strcmp(list->items[at]->id, ruling->id) != 0)
        insert(collection, at, newer ? newer : ruling);
}

static bool targets(const struct provision *suspension, const struct provision *provision)
{
    for (size_t i = 0; i < suspension->targets.count; i++) {
        const char *target = suspension->targets.items[i];
        if (strcmp(target, provision->id) == 0 || strcmp(target, provision->ruling->id) == 0)
            return true;
    }
    return false;
}

/* The suspension, a provision of those rules, holds the other back on the day. */
static bool suspends(const struct grounds *state, const struct provision *suspension,
                     const struct provision *provision)
{
    return suspension->effect == EFFECT_SUSPEND && suspension->ruling->standing == STANDING_OPERATIVE &&
           interval_covers(suspension->in_force, state->date) && targets(suspension, provision);
}

static bool is_suspended_by(const struct grounds *state, const char *suspension,
                            const struct provision *provision)
{
    for (size_t i = 0; i < state->rules->provision_count; i++) {
        const struct provision *other = state->rules->provisions[i];
        if (suspends(state, other, provision) && strcmp(other->id, suspension) == 0)
            return true;
    }
    return false;
}

/* Those that hold it back in a state and not in the other; returns whether there are any. */
static bool collect_suspensions(struct collection *collection, const struct grounds *state,
                                const struct grounds *elsewhere, const struct provision *provision)
{
    bool any = false;
    for (size_t i = 0; i < state->rules->provision_count; i++) {
        const struct provision *suspension = state->rules->provisions[i];
        if (!suspends(state, suspension, provision) || is_suspended_by(elsewhere, suspension->id, provision))
            continue;
        collect(collection, suspension->ruling);
        any = true;
    }
    return any;
}

static const struct provision *find_provision(const struct rules *rules, const struct provision *like)
{
    const struct ruling *ruling = rules_find_ruling(rules, like->ruling->id);
    for (size_t i = 0; ruling && i < ruling->provision_count; i++) {
        if (strcmp(ruling->provisions[i].id, like->id) == 0)
            return &ruling->provisions[i];
    }
    return NULL;
}

/* In force in the one state alone, or recorded in other words. */
static bool is_other_law(const struct grounds *one, const struct grounds *other,
                         const struct provision *provision)
{
    const struct provision *counterpart = find_provision(other->rules, provision);
    return !counterpart || !recorded_same_provision(one->rules, provision, other->rules, counterpart) ||
           interval_covers(provision->in_force, one->date) !=
               interval_covers(counterpart->in_force, other->date);
}

/* What mine rest on and theirs do not. */
static void collect_one_sided(struct collection *collection, const struct grounds *mine,
                              const struct grounds *theirs)
{
    for (size_t i = 0; i < mine->count; i++) {
        const struct provision *provision = mine->items[i].provision;
        if (rests_on(theirs, &mine->items[i]))
            continue;
        const bool held_back = collect_suspensions(collection, mine, theirs, provision);
        const bool set_free = collect_suspensions(collection, theirs, mine, provision);
        if (!collection->law_alone || held_back || set_free || is_other_law(mine, theirs, provision))
            collect(collection, provision->ruling);
    }
}

bool grounds_compare(const struct grounds *before, const struct grounds *after, bool law_alone,
                     struct responsible *responsible)
{
    *responsible = (struct responsible){0};
    struct collection collection = {
        .preferred = after->rules, .law_alone = law_alone, .responsible = responsible};
    collect_one_sided(&collection, before, after);
    collect_one_sided(&collection, after, before);
    if (collection.failed)
        responsible_done(responsible);
    return !collection.failed;
}

void responsible_done(struct responsible *responsible)
{
    free(responsible->items);
    *responsible = (struct responsible){0};
}

void shape_responsible(struct json_out *out, const struct responsible *responsible)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < responsible->count; i++) {
        json_out_begin_object(out);
        member_text(out, "id", responsible->items[i]->id);
        member_text(out, "title", responsible->items[i]->title);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

void shape_changed(struct json_out *out, const struct grounds *before, const struct grounds *after)
{
    struct responsible responsible;
    if (!grounds_compare(before, after, false, &responsible)) {
        out->failed = true;
        return;
    }
    shape_responsible(out, &responsible);
    responsible_done(&responsible);
}

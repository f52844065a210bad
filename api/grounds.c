/* Gathers and compares the provisions behind answers. */
#include "api/grounds.h"

#include "api/member.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static size_t count_missing(const struct leg *leg)
{
    size_t count = 0;
    for (size_t i = 0; i < leg->missing.count; i++)
        count += leg->missing.items[i].provisions.count;
    return count;
}

static void add(struct grounds *grounds, const struct provision_list *provisions)
{
    for (size_t i = 0; i < provisions->count; i++)
        grounds->items[grounds->count++] = provisions->items[i];
}

static void add_leg(struct grounds *grounds, const struct leg *leg)
{
    add(grounds, &leg->because);
    if (leg->classification)
        grounds->items[grounds->count++] = leg->classification;
    for (size_t i = 0; i < leg->missing.count; i++)
        add(grounds, &leg->missing.items[i].provisions);
}

bool grounds_gather(const struct rules *rules, struct date date, const struct decision *decision,
                    struct grounds *grounds)
{
    const size_t legs = decision ? decision->leg_count : 0;
    size_t count = 0;
    for (size_t i = 0; i < legs; i++)
        count += decision->legs[i].because.count + 1 + count_missing(&decision->legs[i]);
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

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_same_condition(const struct condition *a, const struct condition *b)
{
    const bool same_value = isnan(a->value) ? isnan(b->value) : a->value >= b->value && a->value <= b->value;
    return same_value && is_same_text(a->type, b->type) && is_same_text(a->text, b->text);
}

/* What two data versions record of a provision that both answers rest on; that it was met is known. */
static bool is_recorded_alike(const struct provision *a, const struct provision *b)
{
    if (a == b)
        return true;
    if (a->effect != b->effect || a->policy != b->policy || a->priority != b->priority ||
        a->import_status != b->import_status || a->no_exceptions != b->no_exceptions ||
        !is_same_text(a->exception, b->exception) || a->condition_count != b->condition_count)
        return false;
    for (size_t i = 0; i < a->condition_count; i++) {
        if (!is_same_condition(&a->conditions[i], &b->conditions[i]))
            return false;
    }
    return true;
}

/* Whichever provision gives an ECCN, the answer rests on the ECCN alone. */
static bool is_same_ground(const struct provision *a, const struct provision *b)
{
    if (a->effect == EFFECT_CLASSIFY && b->effect == EFFECT_CLASSIFY)
        return strcmp(a->eccns.items[0], b->eccns.items[0]) == 0;
    return (a == b || strcmp(a->id, b->id) == 0) && is_recorded_alike(a, b);
}

static bool rests_on(const struct grounds *grounds, const struct provision *provision)
{
    for (size_t i = 0; i < grounds->count; i++) {
        if (is_same_ground(grounds->items[i], provision))
            return true;
    }
    return false;
}

/* A change set in growth, in the order of ids. */
struct collection {
    const struct rules *preferred;
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

/* Those that hold it back in the one state and not in the other. */
static void collect_suspensions(struct collection *collection, const struct grounds *one,
                                const struct grounds *other, const struct provision *provision)
{
    for (size_t i = 0; i < one->rules->provision_count; i++) {
        const struct provision *suspension = one->rules->provisions[i];
        if (suspends(one, suspension, provision) && !is_suspended_by(other, suspension->id, provision))
            collect(collection, suspension->ruling);
    }
}

/* What the one rests on and the other does not. */
static void collect_one_sided(struct collection *collection, const struct grounds *one,
                              const struct grounds *other)
{
    for (size_t i = 0; i < one->count; i++) {
        if (rests_on(other, one->items[i]))
            continue;
        collect(collection, one->items[i]->ruling);
        collect_suspensions(collection, one, other, one->items[i]);
        collect_suspensions(collection, other, one, one->items[i]);
    }
}

bool grounds_compare(const struct grounds *before, const struct grounds *after,
                     struct responsible *responsible)
{
    *responsible = (struct responsible){0};
    struct collection collection = {.preferred = after->rules, .responsible = responsible};
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
    if (!grounds_compare(before, after, &responsible)) {
        out->failed = true;
        return;
    }
    shape_responsible(out, &responsible);
    responsible_done(&responsible);
}

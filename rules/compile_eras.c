/* Cuts time into stretches, and tells which provisions are in force in each. */

#include "rules/compile.h"

#include <stdlib.h>

static int by_day(const void *a, const void *b)
{
    const struct date *first = a, *second = b;
    return (first->ymd > second->ymd) - (first->ymd < second->ymd);
}

/* Day 0 and every day on which a provision begins or ends, each once; returns how many. */
static size_t list_days(const struct rules *rules, struct date *days)
{
    size_t count = 0, unique = 0;
    days[count++] = (struct date){0};
    for (size_t i = 0; i < rules->provision_count; i++) {
        days[count++] = rules->provisions[i]->in_force.from;
        days[count++] = rules->provisions[i]->in_force.until;
    }
    qsort(days, count, sizeof *days, by_day);
    for (size_t i = 0; i < count; i++) {
        if (unique == 0 || days[unique - 1].ymd != days[i].ymd)
            days[unique++] = days[i];
    }
    return unique;
}

/* On some day from `from` and before `until`; 0 is no end. */
static bool meets(struct interval in_force, struct date from, struct date until)
{
    return (until.ymd == 0 || in_force.from.ymd < until.ymd) &&
           (in_force.until.ymd == 0 || in_force.until.ymd > from.ymd);
}

/* Of what decides nothing, neither beginning nor end changes an answer. */
static bool changes_after(const struct compiled_provision *compiled, struct date day)
{
    const enum effect effect = compiled->provision->effect;
    return compiled->operative && effect != EFFECT_GUIDANCE && effect != EFFECT_TARIFF &&
           (compiled->in_force.from.ymd > day.ymd || compiled->in_force.until.ymd > day.ymd);
}

static bool fill_era(struct rules_owner *owner, struct era *era, struct date until)
{
    struct compiled *compiled = &owner->compiled;
    uint64_t *in_force = mask_allocate(&compiled->arena, compiled->shape);
    uint64_t *changing = mask_allocate(&compiled->arena, compiled->shape);
    if (!in_force || !changing)
        return false;
    for (size_t i = 0; i < owner->rules.provision_count; i++) {
        if (meets(compiled->provisions[i].in_force, era->from, until))
            mask_add(in_force, compiled->shape, i);
        if (changes_after(&compiled->provisions[i], era->from))
            mask_add(changing, compiled->shape, i);
    }
    era->in_force = in_force;
    era->changing = changing;
    return true;
}

/* The days evenly spread over as many eras as there may be. */
static bool cut(struct rules_owner *owner, const struct date *days, size_t count)
{
    struct compiled *compiled = &owner->compiled;
    const size_t eras = count < ERAS_MAX ? count : ERAS_MAX;
    struct era *list = arena_allocate(&compiled->arena, eras, sizeof *list);
    if (!list)
        return false;
    for (size_t i = 0; i < eras; i++)
        list[i].from = days[i * count / eras];
    for (size_t i = 0; i < eras; i++) {
        if (!fill_era(owner, &list[i], i + 1 < eras ? list[i + 1].from : (struct date){0}))
            return false;
    }
    compiled->eras = list;
    compiled->era_count = eras;
    compiled->eras_are_exact = eras == count;
    return true;
}

bool compile_eras(struct rules_owner *owner)
{
    struct date *days = malloc((1 + 2 * owner->rules.provision_count) * sizeof *days);
    if (!days)
        return false;
    const size_t count = list_days(&owner->rules, days);
    const bool compiled = cut(owner, days, count);
    free(days);
    return compiled;
}

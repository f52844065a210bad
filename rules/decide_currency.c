/* Lists pending and suspended provisions, and those that lapsed by the calendar after they were last
 * verified. */

#include "rules/decide_currency.h"

#include <string.h>

/* Whether the provision's law is heard in one of the forums, on a side where it matters. */
static bool is_heard(const struct provision *provision, const struct forum *forums, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (forums[i].domestic || strcmp(forums[i].code, provision->ruling->jurisdiction) != 0)
            continue;
        const bool import_only = provision->effect == EFFECT_IMPORT_RESTRICTION;
        const bool either = provision->effect == EFFECT_GUIDANCE || provision->effect == EFFECT_TARIFF;
        if (either || import_only == (forums[i].side == SIDE_IMPORT))
            return true;
    }
    return false;
}

/* From the day it was made known, or its own beginning where that day is not known, until its end. */
static bool is_pending(const struct provision *provision, struct date day)
{
    const struct date announced = provision->ruling->announced;
    const struct interval own = provision->in_force;
    const bool ended = own.until.ymd != 0 && own.until.ymd <= day.ymd;
    const struct date known_from = announced.ymd != 0 ? announced : own.from;
    const bool known = known_from.ymd <= day.ymd;
    return known && !ended;
}

struct provision_list decide_pending(const struct inquiry *inquiry, const struct forum *forums, size_t count,
                                     struct scratch *scratch)
{
    struct provision_list list = scratch_list(scratch);
    for (size_t i = 0; i < inquiry->compiled->pending_count; i++) {
        const unsigned index = inquiry->compiled->pending[i];
        const struct compiled_provision *compiled = &inquiry->compiled->provisions[index];
        if (is_pending(compiled->provision, inquiry->question->date) &&
            inquiry_places_meet(inquiry, compiled) && inquiry_may_hold(inquiry, index) &&
            is_heard(compiled->provision, forums, count))
            scratch_add(scratch, &list, compiled->provision);
    }
    return list;
}

/* Of a provision that is or was law: the question meets it, as far as its places and the chip tell. A
 * circumstance that is not stated may hold. A suspension is heard where what it holds back is. */
static bool may_bear(const struct inquiry *sceptical, unsigned index, const struct forum *forums,
                     size_t count)
{
    const struct compiled_provision *compiled = &sceptical->compiled->provisions[index];
    return compiled->operative && inquiry_places_meet(sceptical, compiled) &&
           inquiry_may_hold(sceptical, index) &&
           (compiled->provision->effect == EFFECT_SUSPEND || is_heard(compiled->provision, forums, count));
}

static bool is_held_back_now(const struct inquiry *inquiry, unsigned index)
{
    const struct compiled_provision *compiled = &inquiry->compiled->provisions[index];
    return compiled->suspender_count > 0 &&
           inquiry_suspended(inquiry, compiled, NULL, SUSPENSION_DEPTH) == TRUTH_YES;
}

static bool targets(const struct compiled_provision *target, unsigned suspension)
{
    for (unsigned i = 0; i < target->suspender_count; i++) {
        if (target->suspenders[i] == suspension)
            return true;
    }
    return false;
}

/* In force by its dates, so that a suspension of it matters; of a suspension, that it would hold back
 * something that bears in turn. */
static bool could_come_back(const struct inquiry *sceptical, unsigned index, const struct forum *forums,
                            size_t count, unsigned depth)
{
    const struct compiled_provision *compiled = &sceptical->compiled->provisions[index];
    if (!interval_covers(compiled->in_force, sceptical->question->date) ||
        !may_bear(sceptical, index, forums, count))
        return false;
    if (compiled->provision->effect != EFFECT_SUSPEND)
        return true;
    for (unsigned i = 0; depth > 0 && i < sceptical->rules->provision_count; i++) {
        if (targets(&sceptical->compiled->provisions[i], index) &&
            could_come_back(sceptical, i, forums, count, depth - 1))
            return true;
    }
    return false;
}

/* Marks what the end of the suspension set free; false when that is nothing. */
static bool mark_set_free(const struct inquiry *sceptical, unsigned suspension, const struct forum *forums,
                          size_t count, bool *marks)
{
    bool any = false;
    for (unsigned i = 0; i < sceptical->rules->provision_count; i++) {
        if (!targets(&sceptical->compiled->provisions[i], suspension) || is_held_back_now(sceptical, i) ||
            !could_come_back(sceptical, i, forums, count, SUSPENSION_DEPTH))
            continue;
        marks[i] = true;
        any = true;
    }
    return any;
}

/* Marks the provision whose end passed unchecked, where it would bear on the question had it not ended; false
 * when it would not. */
static bool mark_lapse(const struct inquiry *sceptical, unsigned index, const struct forum *forums,
                       size_t count, bool *marks)
{
    const struct compiled_provision *compiled = &sceptical->compiled->provisions[index];
    if (compiled->in_force.until.ymd > sceptical->question->date.ymd ||
        interval_is_empty(compiled->in_force) || !may_bear(sceptical, index, forums, count) ||
        is_held_back_now(sceptical, index))
        return false;
    if (compiled->provision->effect == EFFECT_SUSPEND &&
        !mark_set_free(sceptical, index, forums, count, marks))
        return false;
    marks[index] = true;
    return true;
}

bool lapse_counts(const struct provision *lapsed)
{
    return lapsed->effect != EFFECT_GUIDANCE;
}

struct provision_list decide_lapsed(const struct inquiry *inquiry, const struct forum *forums, size_t count,
                                    struct scratch *scratch)
{
    const struct compiled *compiled = inquiry->compiled;
    struct inquiry sceptical = *inquiry;
    sceptical.known.unstated_is_unknown = true;
    bool any = false;
    for (size_t i = 0; i < compiled->lapsing_count; i++)
        any |= mark_lapse(&sceptical, compiled->lapsing[i], forums, count, scratch->marks);
    struct provision_list list = scratch_list(scratch);
    for (size_t i = 0; any && i < inquiry->rules->provision_count; i++) {
        if (scratch->marks[i])
            scratch_add(scratch, &list, inquiry->rules->provisions[i]);
        scratch->marks[i] = false;
    }
    return list;
}

/* Held back in the leg where it would be heard. */
static bool is_held_back(const struct inquiry *inquiry, unsigned index, const struct forum *forum,
                         const struct leg *leg)
{
    const struct compiled_provision *compiled = &inquiry->compiled->provisions[index];
    const bool takes = compiled->provision->effect == EFFECT_CLASSIFY ||
                       provision_takes_eccn(compiled->provision, leg->eccn);
    return is_heard(compiled->provision, forum, 1) && takes &&
           inquiry_suspended(inquiry, compiled, leg->eccn, SUSPENSION_DEPTH) != TRUTH_NO;
}

struct provision_list decide_suspended(const struct inquiry *inquiry, const struct forum *forums,
                                       const struct leg *legs, size_t count, struct scratch *scratch)
{
    struct provision_list list = scratch_list(scratch);
    for (size_t i = 0; i < inquiry->compiled->suspendable_count; i++) {
        const unsigned index = inquiry->compiled->suspendable[i];
        bool held_back = false;
        if (inquiry_matches(inquiry, index) == TRUTH_NO)
            continue;
        for (size_t k = 0; k < count && !held_back; k++)
            held_back = is_held_back(inquiry, index, &forums[k], &legs[k]);
        if (held_back)
            scratch_add(scratch, &list, inquiry->rules->provisions[index]);
    }
    return list;
}

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

static bool bears_on(const struct inquiry *inquiry, unsigned index, const struct forum *forums, size_t count)
{
    const struct compiled_provision *compiled = &inquiry->compiled->provisions[index];
    return inquiry_places_meet(inquiry, compiled) &&
           provision_names_chip(compiled->provision, inquiry->question->chip) &&
           is_heard(compiled->provision, forums, count);
}

/* Marks what the suspension held back and would bear on the question; false when that is nothing. */
static bool mark_suspended(const struct inquiry *inquiry, unsigned suspension, const struct forum *forums,
                           size_t count, bool *marks)
{
    bool any = false;
    for (unsigned i = 0; i < inquiry->rules->provision_count; i++) {
        const struct compiled_provision *compiled = &inquiry->compiled->provisions[i];
        for (unsigned j = 0; j < compiled->suspender_count; j++) {
            if (compiled->suspenders[j] != suspension || !compiled->operative ||
                !bears_on(inquiry, i, forums, count))
                continue;
            marks[i] = true;
            any = true;
        }
    }
    return any;
}

struct provision_list decide_lapsed(const struct inquiry *inquiry, const struct forum *forums, size_t count,
                                    struct scratch *scratch)
{
    const struct compiled *compiled = inquiry->compiled;
    bool *marks = scratch->marks;
    bool any = false;
    for (size_t i = 0; i < compiled->lapsing_count; i++) {
        const unsigned index = compiled->lapsing[i];
        const struct compiled_provision *provision = &compiled->provisions[index];
        if (provision->in_force.until.ymd > inquiry->question->date.ymd ||
            interval_is_empty(provision->in_force))
            continue;
        if (provision->provision->effect == EFFECT_SUSPEND)
            marks[index] = inquiry_places_meet(inquiry, provision) &&
                           mark_suspended(inquiry, index, forums, count, marks);
        else if (bears_on(inquiry, index, forums, count))
            marks[index] = true;
        any = any || marks[index];
    }
    struct provision_list list = scratch_list(scratch);
    for (size_t i = 0; any && i < inquiry->rules->provision_count; i++) {
        if (marks[i])
            scratch_add(scratch, &list, inquiry->rules->provisions[i]);
        marks[i] = false;
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

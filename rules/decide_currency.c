/* Lists pending and suspended provisions, and those that lapsed by the calendar after they were last
 * verified. */

#include "rules/decide_currency.h"

#include <string.h>

/* Whether the provision's law is heard in one of the forums, on a side where it matters. */
static bool is_heard(const struct inquiry *inquiry, unsigned index, const struct forum *forums, size_t count)
{
    const struct compiled_provision *compiled = &inquiry->compiled->provisions[index];
    const enum effect effect = compiled->provision->effect;
    for (size_t i = 0; i < count; i++) {
        if (forums[i].domestic ||
            forums[i].jurisdiction != &inquiry->compiled->jurisdictions[compiled->jurisdiction])
            continue;
        const bool import_only = effect == EFFECT_IMPORT_RESTRICTION;
        const bool either = effect == EFFECT_GUIDANCE || effect == EFFECT_TARIFF;
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

/* Lists in scratch->beside what the question meets of the set, as far as its places and the chip are settled;
 * returns how many words. */
static size_t meet(const struct inquiry *inquiry, const uint64_t *set, struct scratch *scratch)
{
    const uint64_t *const masks[] = {set, inquiry->may, inquiry->to, inquiry->from, inquiry->received_by};
    return mask_meet(inquiry->compiled->shape, masks, sizeof masks / sizeof masks[0], scratch->beside);
}

struct provision_list decide_pending(const struct inquiry *inquiry, const struct forum *forums, size_t count,
                                     struct scratch *scratch)
{
    struct provision_list list = scratch_list(scratch);
    const size_t words = meet(inquiry, inquiry->compiled->pending, scratch);
    for (size_t i = 0; i < words; i++) {
        for (uint64_t bits = scratch->beside[i].bits; bits; bits &= bits - 1) {
            const unsigned index = mask_index(&scratch->beside[i], bits);
            const struct provision *provision = inquiry->rules->provisions[index];
            if (is_pending(provision, inquiry->question->date) && inquiry_may_hold(inquiry, index) &&
                is_heard(inquiry, index, forums, count))
                scratch_add(scratch, &list, provision);
        }
    }
    return list;
}

/* Of a provision that is or was law: the question meets it, as far as its places and the chip tell. A
 * circumstance that is not stated may hold. A suspension is heard where what it holds back is. */
static bool may_bear(const struct inquiry *sceptical, unsigned index, const struct forum *forums,
                     size_t count)
{
    const struct compiled_provision *compiled = &sceptical->compiled->provisions[index];
    return compiled->operative && inquiry_places_meet(sceptical, index) &&
           inquiry_may_hold(sceptical, index) &&
           (compiled->provision->effect == EFFECT_SUSPEND || is_heard(sceptical, index, forums, count));
}

static bool is_held_back_now(const struct inquiry *inquiry, unsigned index)
{
    const struct compiled_provision *compiled = &inquiry->compiled->provisions[index];
    return compiled->suspender_count > 0 &&
           inquiry_suspended(inquiry, compiled, NULL, SUSPENSION_DEPTH) == TRUTH_YES;
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
    for (unsigned i = 0; depth > 0 && i < compiled->suspends_count; i++) {
        if (could_come_back(sceptical, compiled->suspends[i], forums, count, depth - 1))
            return true;
    }
    return false;
}

/* Marks what the end of the suspension set free; false when that is nothing. */
static bool mark_set_free(const struct inquiry *sceptical, unsigned suspension, const struct forum *forums,
                          size_t count, uint64_t *marks)
{
    const struct compiled_provision *compiled = &sceptical->compiled->provisions[suspension];
    bool any = false;
    for (unsigned i = 0; i < compiled->suspends_count; i++) {
        const unsigned index = compiled->suspends[i];
        if (is_held_back_now(sceptical, index) ||
            !could_come_back(sceptical, index, forums, count, SUSPENSION_DEPTH))
            continue;
        mask_add(marks, sceptical->compiled->shape, index);
        any = true;
    }
    return any;
}

/* Marks the provision whose end passed unchecked, where it would bear on the question had it not ended; false
 * when it would not. */
static bool mark_lapse(const struct inquiry *sceptical, unsigned index, const struct forum *forums,
                       size_t count, uint64_t *marks)
{
    const struct compiled_provision *compiled = &sceptical->compiled->provisions[index];
    if (compiled->in_force.until.ymd > sceptical->question->date.ymd ||
        interval_is_empty(compiled->in_force) || !may_bear(sceptical, index, forums, count) ||
        is_held_back_now(sceptical, index))
        return false;
    if (compiled->provision->effect == EFFECT_SUSPEND &&
        !mark_set_free(sceptical, index, forums, count, marks))
        return false;
    mask_add(marks, sceptical->compiled->shape, index);
    return true;
}

bool lapse_counts(const struct provision *lapsed)
{
    return lapsed->effect != EFFECT_GUIDANCE;
}

/* Lists what is marked, in order, and takes the marks away. */
static struct provision_list list_marked(const struct rules *rules, struct scratch *scratch)
{
    const struct mask_shape shape = rules->compiled->shape;
    const uint64_t *const marks = scratch->marks;
    struct provision_list list = scratch_list(scratch);
    const size_t words = mask_meet(shape, &marks, 1, scratch->beside);
    for (size_t i = 0; i < words; i++) {
        for (uint64_t bits = scratch->beside[i].bits; bits; bits &= bits - 1)
            scratch_add(scratch, &list, rules->provisions[mask_index(&scratch->beside[i], bits)]);
    }
    if (words > 0)
        memset(scratch->marks, 0, (shape.words + shape.summary) * sizeof *scratch->marks);
    return list;
}

struct provision_list decide_lapsed(const struct inquiry *inquiry, const struct forum *forums, size_t count,
                                    struct scratch *scratch)
{
    struct inquiry sceptical = *inquiry;
    inquiry_doubt(&sceptical, true);
    const size_t words = meet(&sceptical, inquiry->compiled->lapsing, scratch);
    bool any = false;
    for (size_t i = 0; i < words; i++) {
        for (uint64_t bits = scratch->beside[i].bits; bits; bits &= bits - 1)
            any |=
                mark_lapse(&sceptical, mask_index(&scratch->beside[i], bits), forums, count, scratch->marks);
    }
    return any ? list_marked(inquiry->rules, scratch) : scratch_list(scratch);
}

/* Held back in the leg where it would be heard. */
static bool is_held_back(const struct inquiry *inquiry, unsigned index, const struct forum *forum,
                         const struct leg *leg)
{
    const struct compiled_provision *compiled = &inquiry->compiled->provisions[index];
    const bool takes = compiled->provision->effect == EFFECT_CLASSIFY ||
                       provision_takes_eccn(compiled->provision, leg->eccn);
    return is_heard(inquiry, index, forum, 1) && takes &&
           inquiry_suspended(inquiry, compiled, leg->eccn, SUSPENSION_DEPTH) != TRUTH_NO;
}

/* In one of the legs. */
static bool is_held_back_somewhere(const struct inquiry *inquiry, unsigned index, const struct forum *forums,
                                   const struct leg *legs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_held_back(inquiry, index, &forums[i], &legs[i]))
            return true;
    }
    return false;
}

struct provision_list decide_suspended(const struct inquiry *inquiry, const struct forum *forums,
                                       const struct leg *legs, size_t count, struct scratch *scratch)
{
    struct provision_list list = scratch_list(scratch);
    for (size_t i = 0; i < inquiry->met_count; i++) {
        const struct mask_word *met = &inquiry->met[i];
        for (uint64_t bits = met->bits & inquiry->compiled->suspendable[met->word]; bits; bits &= bits - 1) {
            const unsigned index = mask_index(met, bits);
            if (inquiry_judge(inquiry, index) != TRUTH_NO &&
                is_held_back_somewhere(inquiry, index, forums, legs, count))
                scratch_add(scratch, &list, inquiry->rules->provisions[index]);
        }
    }
    return list;
}

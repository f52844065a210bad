/* Which provisions meet a question. */

#include "rules/inquiry.h"

#include <string.h>

void inquiry_doubt(struct inquiry *inquiry, bool unstated_is_unknown)
{
    const struct chip_class *chips = compiled_chip_class(inquiry->rules, inquiry->question->chip);
    const bool stated = inquiry->known.circumstances != NULL;
    inquiry->known.unstated_is_unknown = unstated_is_unknown;
    inquiry->holds = inquiry->turns = NULL;
    if (!chips) {
        inquiry->may = inquiry->turns = inquiry->compiled->everything;
    } else if (!stated && !unstated_is_unknown) {
        inquiry->may = chips->may_unstated;
        inquiry->holds = chips->holds_unstated;
    } else {
        inquiry->may = chips->may;
        inquiry->holds = chips->holds;
        inquiry->turns = stated ? chips->depends : NULL;
    }
}

static const uint64_t *received_by(const struct rules *rules, const struct question *question,
                                   bool headquarters_unknown)
{
    const struct place *headquarters = question->headquarters;
    if (headquarters_unknown)
        return rules->compiled->everything;
    if (!headquarters || headquarters == question->destination)
        return rules->compiled->no_headquarters;
    return compiled_calling(rules, headquarters, question->date)->as_headquarters;
}

struct inquiry inquiry_open(const struct rules *rules, const struct question *question,
                            bool unstated_is_unknown)
{
    const struct calling *to = compiled_calling(rules, question->destination, question->date);
    const struct calling *from = compiled_calling(rules, question->export_from, question->date);
    const bool headquarters_unknown = unstated_is_unknown && !question->headquarters;
    struct inquiry inquiry = {
        .rules = rules,
        .compiled = rules->compiled,
        .question = question,
        .destination = to->tokens,
        .export_from = from->tokens,
        .era = compiled_era(rules->compiled, question->date),
        .to = to->as_destination,
        .received_by = received_by(rules, question, headquarters_unknown),
        .from = from->as_export_from,
        .known = {.facts = question->chip->facts, .circumstances = question->circumstances},
        .headquarters_unknown = headquarters_unknown,
    };
    inquiry_doubt(&inquiry, unstated_is_unknown);
    return inquiry;
}

static bool is_in_force(const struct inquiry *inquiry, size_t index)
{
    return interval_covers(inquiry->compiled->provisions[index].in_force, inquiry->question->date);
}

/* Drops those that are in force in the era, but not on the day. */
static size_t keep_in_force(const struct inquiry *inquiry, struct mask_word *met, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        struct mask_word word = met[i];
        for (uint64_t bits = word.bits; bits; bits &= bits - 1) {
            const unsigned bit = mask_lowest(bits);
            if (!is_in_force(inquiry, 64 * word.word + bit))
                word.bits &= ~(UINT64_C(1) << bit);
        }
        if (word.bits)
            met[kept++] = word;
    }
    return kept;
}

void inquiry_gather(struct inquiry *inquiry, struct mask_word *met)
{
    const uint64_t *const masks[] = {inquiry->era->in_force, inquiry->may, inquiry->to, inquiry->from,
                                     inquiry->received_by};
    const size_t count = mask_meet(inquiry->compiled->shape, masks, sizeof masks / sizeof masks[0], met);
    inquiry->met = met;
    inquiry->met_count = inquiry->compiled->eras_are_exact ? count : keep_in_force(inquiry, met, count);
}

bool inquiry_places_meet(const struct inquiry *inquiry, unsigned index)
{
    return mask_has(inquiry->to, index) && mask_has(inquiry->received_by, index) &&
           mask_has(inquiry->from, index);
}

static enum truth judge_item(const struct inquiry *inquiry, unsigned index)
{
    if (!mask_has(inquiry->may, index))
        return TRUTH_NO;
    if (inquiry->holds && mask_has(inquiry->holds, index))
        return TRUTH_YES;
    if (!inquiry->turns || !mask_has(inquiry->turns, index))
        return TRUTH_UNKNOWN;
    const struct provision *provision = inquiry->compiled->provisions[index].provision;
    if (!inquiry->holds && !provision_names_chip(provision, inquiry->question->chip))
        return TRUTH_NO;
    return predicate_evaluate(provision->predicate, &inquiry->known);
}

enum truth inquiry_judge(const struct inquiry *inquiry, unsigned index)
{
    const enum truth truth = judge_item(inquiry, index);
    if (!inquiry->headquarters_unknown || mask_has(inquiry->compiled->no_headquarters, index))
        return truth;
    return truth_and(truth, TRUTH_UNKNOWN);
}

enum truth inquiry_matches(const struct inquiry *inquiry, unsigned index)
{
    if (!mask_has(inquiry->may, index) || !inquiry_places_meet(inquiry, index) ||
        !is_in_force(inquiry, index))
        return TRUTH_NO;
    return inquiry_judge(inquiry, index);
}

bool provision_takes_eccn(const struct provision *provision, const char *eccn)
{
    for (size_t i = 0; eccn && i < provision->eccns.count; i++) {
        if (strcmp(provision->eccns.items[i], eccn) == 0)
            return true;
    }
    return provision->eccns.count == 0;
}

enum truth inquiry_suspended(const struct inquiry *inquiry, const struct compiled_provision *provision,
                             const char *eccn, unsigned depth)
{
    enum truth suspended = TRUTH_NO;
    for (unsigned i = 0; depth > 0 && i < provision->suspender_count; i++) {
        const struct compiled_provision *suspender = &inquiry->compiled->provisions[provision->suspenders[i]];
        enum truth suspends = inquiry_matches(inquiry, provision->suspenders[i]);
        if (suspends == TRUTH_NO || !provision_takes_eccn(suspender->provision, eccn))
            continue;
        suspends = truth_and(suspends, truth_not(inquiry_suspended(inquiry, suspender, eccn, depth - 1)));
        if (suspends == TRUTH_YES)
            return TRUTH_YES;
        if (suspends == TRUTH_UNKNOWN)
            suspended = TRUTH_UNKNOWN;
    }
    return suspended;
}

bool inquiry_place_is_governed(const struct inquiry *inquiry, const struct place *place,
                               const uint64_t *tokens, const struct jurisdiction *jurisdiction)
{
    const size_t code = inquiry->compiled->places[place - inquiry->rules->places].code;
    return code == jurisdiction->token || token_set_has(tokens, jurisdiction->group_token);
}

bool place_lies_in(const uint64_t *tokens, const struct jurisdiction *jurisdiction)
{
    return token_set_has(tokens, jurisdiction->token) || token_set_has(tokens, jurisdiction->group_token);
}

bool inquiry_may_hold(const struct inquiry *inquiry, unsigned index)
{
    return judge_item(inquiry, index) != TRUTH_NO;
}

/* Which provisions meet a question. */

#include "rules/inquiry.h"

#include <string.h>

struct inquiry inquiry_open(const struct rules *rules, const struct question *question,
                            bool unstated_is_unknown)
{
    const struct place *headquarters = question->headquarters;
    const bool elsewhere = headquarters && headquarters != question->destination;
    return (struct inquiry){
        .rules = rules,
        .compiled = rules->compiled,
        .question = question,
        .destination = compiled_place_tokens(rules, question->destination, question->date),
        .headquarters = elsewhere ? compiled_place_tokens(rules, headquarters, question->date) : NULL,
        .export_from = compiled_place_tokens(rules, question->export_from, question->date),
        .chip_truths = compiled_chip_truths(rules, question->chip),
        .known = {.facts = question->chip->facts,
                  .circumstances = question->circumstances,
                  .unstated_is_unknown = unstated_is_unknown},
        .headquarters_unknown = unstated_is_unknown && !headquarters,
    };
}

bool inquiry_places_meet(const struct inquiry *inquiry, const struct compiled_provision *provision)
{
    const size_t words = inquiry->compiled->tokens.words;
    if (!token_sets_meet(provision->include, inquiry->destination, words) ||
        token_sets_meet(provision->exclude, inquiry->destination, words))
        return false;
    if (provision->headquartered_in && !inquiry->headquarters_unknown &&
        !token_sets_meet(provision->headquartered_in, inquiry->headquarters, words))
        return false;
    return !provision->export_from || token_sets_meet(provision->export_from, inquiry->export_from, words);
}

static enum truth judge_item(const struct inquiry *inquiry, unsigned index)
{
    const struct compiled_provision *provision = &inquiry->compiled->provisions[index];
    const enum chip_truth settled = inquiry->chip_truths
                                        ? (enum chip_truth)inquiry->chip_truths[index]
                                        : compiled_judge_chip(provision, inquiry->question->chip);
    switch (settled) {
    case CHIP_MISSES:
        return TRUTH_NO;
    case CHIP_HOLDS:
        return TRUTH_YES;
    case CHIP_UNKNOWN:
        return TRUTH_UNKNOWN;
    case CHIP_DEPENDS:
        break;
    }
    return predicate_evaluate(provision->provision->predicate, &inquiry->known);
}

enum truth inquiry_matches(const struct inquiry *inquiry, unsigned index)
{
    const struct compiled_provision *provision = &inquiry->compiled->provisions[index];
    /* What fails most often goes first: this runs for every provision of every decision. */
    if (inquiry->chip_truths && inquiry->chip_truths[index] == CHIP_MISSES)
        return TRUTH_NO;
    if (!interval_covers(provision->in_force, inquiry->question->date) ||
        !inquiry_places_meet(inquiry, provision))
        return TRUTH_NO;
    const enum truth truth = judge_item(inquiry, index);
    return provision->headquartered_in && inquiry->headquarters_unknown ? truth_and(truth, TRUTH_UNKNOWN)
                                                                        : truth;
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

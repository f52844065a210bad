/* What state a ruling is in on a day, and whom it catches. */

#include "rules/docket.h"
#include "rules/history.h"
#include "rules/scratch.h"

#include <stdio.h>
#include <string.h>

static const char *const words[RULING_STATE_COUNT] = {
    [RULING_PROPOSED] = "proposed", [RULING_ANNOUNCED] = "announced", [RULING_SCHEDULED] = "scheduled",
    [RULING_IN_FORCE] = "in_force", [RULING_SUSPENDED] = "suspended", [RULING_ENDED] = "ended",
};

const char *ruling_state_word(enum ruling_state state)
{
    return words[state];
}

bool ruling_state_parse(const char *word, enum ruling_state *state)
{
    for (unsigned i = 0; i < RULING_STATE_COUNT; i++) {
        if (strcmp(words[i], word) == 0) {
            *state = (enum ruling_state)i;
            return true;
        }
    }
    return false;
}

static bool has_ended(struct interval interval, struct date day)
{
    return interval.until.ymd != 0 && interval.until.ymd <= day.ymd;
}

/* A ruling is over with its last provision, whether or not its own end is recorded. */
static bool ruling_has_ended(const struct ruling *ruling, struct date day)
{
    if (has_ended(ruling->in_force, day))
        return true;
    for (size_t i = 0; i < ruling->provision_count; i++) {
        if (!has_ended(ruling->provisions[i].in_force, day))
            return false;
    }
    return ruling->provision_count > 0;
}

/* Where the provisions of a ruling begin in those of the rules, which follow the order of rulings. */
static size_t first_provision(const struct rules *rules, const struct ruling *ruling)
{
    size_t low = 0, high = rules->provision_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (rules->provisions[middle]->ruling < ruling)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* By a suspension in force, wherever it applies. */
static bool is_suspended(const struct rules *rules, const struct compiled_provision *provision,
                         struct date day, unsigned depth)
{
    for (unsigned i = 0; depth > 0 && i < provision->suspender_count; i++) {
        const struct compiled_provision *suspender = &rules->compiled->provisions[provision->suspenders[i]];
        if (interval_covers(suspender->in_force, day) && !is_suspended(rules, suspender, day, depth - 1))
            return true;
    }
    return false;
}

static bool ruling_is_suspended(const struct rules *rules, const struct ruling *ruling, struct date day)
{
    const struct compiled_provision *provisions =
        rules->compiled->provisions + first_provision(rules, ruling);
    bool suspended = false;
    for (size_t i = 0; i < ruling->provision_count; i++) {
        if (!interval_covers(provisions[i].in_force, day))
            continue;
        if (!is_suspended(rules, &provisions[i], day, SUSPENSION_DEPTH))
            return false;
        suspended = true;
    }
    return suspended;
}

/* A ruling is in force with the first of its provisions, not before. */
static bool begins_later(const struct ruling *ruling, struct date day)
{
    bool later = ruling->in_force.from.ymd > day.ymd;
    for (size_t i = 0; i < ruling->provision_count; i++) {
        const struct interval in_force = ruling->provisions[i].in_force;
        if (in_force.from.ymd <= day.ymd && !interval_is_empty(in_force))
            return false;
        later = later || in_force.from.ymd > day.ymd;
    }
    return later;
}

enum ruling_state ruling_state(const struct rules *rules, const struct ruling *ruling, struct date day)
{
    if (ruling_has_ended(ruling, day))
        return RULING_ENDED;
    if (ruling->standing == STANDING_PROPOSED)
        return RULING_PROPOSED;
    if (ruling->standing == STANDING_ANNOUNCED)
        return RULING_ANNOUNCED;
    if (begins_later(ruling, day))
        return RULING_SCHEDULED;
    return ruling_is_suspended(rules, ruling, day) ? RULING_SUSPENDED : RULING_IN_FORCE;
}

static bool reaches_every_chip(const struct provision *provision)
{
    return provision->any_chip && !provision->predicate && provision->eccns.count == 0;
}

static bool any_token_is(const struct tokens *tokens, const struct place *place, struct date day)
{
    for (size_t i = 0; i < tokens->count; i++) {
        const char *token = tokens->items[i];
        if (strcmp(token, TOKEN_EVERYWHERE) == 0 || strcmp(token, place->code) == 0)
            return true;
        for (size_t j = 0; j < place->membership_count; j++) {
            if (interval_covers(place->memberships[j].held, day) &&
                strcmp(token, place->memberships[j].token) == 0)
                return true;
        }
    }
    return false;
}

/* What a jurisdiction restricts at its own border it restricts nowhere else, not even where another law
 * treats a place as its own. */
static bool borders(const struct ruling *ruling, const struct place *place, struct date day)
{
    char group[64];
    snprintf(group, sizeof group, TOKEN_GROUP_PREFIX "%s", ruling->jurisdiction);
    const char *const own[] = {group};
    const struct tokens tokens = {own, 1};
    return strcmp(ruling->jurisdiction, place->code) == 0 || any_token_is(&tokens, place, day);
}

bool ruling_reaches(const struct ruling *ruling, const struct place *place, struct date day)
{
    for (size_t i = 0; i < ruling->provision_count; i++) {
        const struct provision *provision = &ruling->provisions[i];
        if (provision->effect == EFFECT_IMPORT_RESTRICTION && !borders(ruling, place, day))
            continue;
        if (any_token_is(&provision->include, place, day) && !any_token_is(&provision->exclude, place, day))
            return true;
    }
    return false;
}

/* A chip on a day, and what its class settles of it; NULL: it has none. */
struct judged {
    const struct rules *rules;
    const struct chip *chip;
    const struct chip_class *settled;
    struct date day;
};

/* `index` is the provision's in the rules. */
static enum truth judge_chip(const struct judged *judged, size_t index)
{
    const struct provision *provision = judged->rules->provisions[index];
    const struct known known = {.facts = judged->chip->facts};
    if (judged->settled && !mask_has(judged->settled->may_unstated, index))
        return TRUTH_NO;
    if (judged->settled)
        return mask_has(judged->settled->holds_unstated, index) ? TRUTH_YES : TRUTH_UNKNOWN;
    if (!provision_names_chip(provision, judged->chip))
        return TRUTH_NO;
    return predicate_evaluate(provision->predicate, &known);
}

/* Whether an ECCN that the provision lists governs the chip on that day, wherever it goes. */
static enum truth judge_eccn(const struct judged *judged, size_t index)
{
    const struct compiled *compiled = judged->rules->compiled;
    const struct jurisdiction *jurisdiction =
        &compiled->jurisdictions[compiled->provisions[index].jurisdiction];
    bool yes = false, no = false;
    for (size_t i = 0; i < jurisdiction->classifications.count; i++) {
        const unsigned classifying = jurisdiction->classifications.items[i];
        const struct compiled_provision *classification = &compiled->provisions[classifying];
        const enum truth holds = judge_chip(judged, classifying);
        if (holds == TRUTH_NO || !interval_covers(classification->in_force, judged->day) ||
            is_suspended(judged->rules, classification, judged->day, SUSPENSION_DEPTH))
            continue;
        const bool takes =
            provision_takes_eccn(judged->rules->provisions[index], classification->provision->eccns.items[0]);
        yes = yes || takes;
        no = no || !takes;
        if (holds == TRUTH_YES)
            return yes && no ? TRUTH_UNKNOWN : (yes ? TRUTH_YES : TRUTH_NO);
    }
    return yes ? TRUTH_UNKNOWN : TRUTH_NO;
}

enum truth ruling_catches(const struct rules *rules, const struct ruling *ruling, const struct chip *chip,
                          struct date day, struct scratch *scratch)
{
    (void)scratch;
    const struct judged judged = {rules, chip, compiled_chip_class(rules, chip), day};
    const size_t first = first_provision(rules, ruling);
    enum truth catches = TRUTH_NO;
    for (size_t i = 0; i < ruling->provision_count; i++) {
        const struct provision *provision = &ruling->provisions[i];
        if (!interval_covers(provision->in_force, day) || reaches_every_chip(provision))
            continue;
        enum truth caught = judge_chip(&judged, first + i);
        if (caught != TRUTH_NO && provision->effect != EFFECT_CLASSIFY && provision->eccns.count > 0)
            caught = truth_and(caught, judge_eccn(&judged, first + i));
        if (caught == TRUTH_YES)
            return TRUTH_YES;
        if (caught == TRUTH_UNKNOWN)
            catches = TRUTH_UNKNOWN;
    }
    return catches;
}

size_t rules_list_lapsed(const struct rules *rules, struct date day, const struct provision **list)
{
    const struct compiled *compiled = rules->compiled;
    size_t count = 0;
    for (size_t word = 0; word < compiled->shape.words; word++) {
        for (uint64_t bits = compiled->lapsing[word]; bits; bits &= bits - 1) {
            const struct provision *provision = rules->provisions[64 * word + mask_lowest(bits)];
            if (!lapse_counts(provision) || provision->in_force.until.ymd > day.ymd)
                continue;
            if (list)
                list[count] = provision;
            count++;
        }
    }
    return count;
}

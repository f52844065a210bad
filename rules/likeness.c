/* The traits of every place, as bits: one for each provision whose places it meets, one for each jurisdiction
 * that it lies under, and one for lying at home in the item's own. */

#include "rules/likeness.h"

#include "rules/inquiry.h"

#include <stdlib.h>
#include <string.h>

struct likeness {
    const struct rules *rules;
    size_t words;     /* of the traits of one place */
    uint64_t *traits; /* by place */
    uint64_t *heeded; /* those that can touch the chip in hand */
};

/* The first traits are those of provisions, by their index; those of jurisdictions follow. */
static size_t trait_count(const struct rules *rules)
{
    return rules->provision_count + rules->compiled->jurisdiction_count + 1;
}

static void add(uint64_t *traits, size_t trait)
{
    traits[trait / 64] |= UINT64_C(1) << trait % 64;
}

/* All that the decision asks of its destination is asked here, by the same functions. */
static void describe(const struct inquiry *inquiry, uint64_t *traits)
{
    const struct compiled *compiled = inquiry->compiled;
    size_t trait = 0;
    for (size_t i = 0; i < inquiry->rules->provision_count; i++, trait++) {
        if (interval_covers(compiled->provisions[i].in_force, inquiry->question->date) &&
            inquiry_places_meet(inquiry, &compiled->provisions[i]))
            add(traits, trait);
    }
    for (size_t i = 0; i < compiled->jurisdiction_count; i++, trait++) {
        const struct jurisdiction *jurisdiction = &compiled->jurisdictions[i];
        if (inquiry_place_is_governed(inquiry, inquiry->question->destination, inquiry->destination,
                                      jurisdiction))
            add(traits, trait);
        if (strcmp(jurisdiction->code, ITEM_JURISDICTION) == 0 &&
            place_lies_in(inquiry->destination, jurisdiction))
            add(traits, trait_count(inquiry->rules) - 1);
    }
}

struct likeness *likeness_open(const struct rules *rules, const struct question *question)
{
    const size_t words = (trait_count(rules) + 63) / 64;
    struct likeness *likeness = calloc(1, sizeof *likeness);
    if (!likeness)
        return NULL;
    *likeness = (struct likeness){.rules = rules, .words = words};
    likeness->traits = calloc(rules->place_count + 1, words * sizeof *likeness->traits);
    likeness->heeded = calloc(words, sizeof *likeness->heeded);
    if (!likeness->traits || !likeness->heeded) {
        likeness_close(likeness);
        return NULL;
    }
    struct question to = *question;
    for (size_t i = 0; i < rules->place_count; i++) {
        to.destination = &rules->places[i];
        const struct inquiry inquiry = inquiry_open(rules, &to, false);
        describe(&inquiry, likeness->traits + i * words);
    }
    return likeness;
}

void likeness_close(struct likeness *likeness)
{
    if (!likeness)
        return;
    free(likeness->traits);
    free(likeness->heeded);
    free(likeness);
}

void likeness_turn_to(struct likeness *likeness, const struct chip *chip)
{
    const struct rules *rules = likeness->rules;
    const unsigned char *truths = compiled_chip_truths(rules, chip);
    memset(likeness->heeded, 0, likeness->words * sizeof *likeness->heeded);
    for (size_t trait = 0; trait < trait_count(rules); trait++) {
        if (trait >= rules->provision_count || truths[trait] != CHIP_MISSES)
            add(likeness->heeded, trait);
    }
}

bool likeness_holds(const struct likeness *likeness, const struct place *a, const struct place *b)
{
    const uint64_t *first = likeness->traits + (size_t)(a - likeness->rules->places) * likeness->words;
    const uint64_t *second = likeness->traits + (size_t)(b - likeness->rules->places) * likeness->words;
    for (size_t i = 0; i < likeness->words; i++) {
        if ((first[i] ^ second[i]) & likeness->heeded[i])
            return false;
    }
    return true;
}

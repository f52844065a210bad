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

/* The provisions in force that it is a place of. */
static void describe_provisions(const struct inquiry *inquiry, struct mask_word *met, uint64_t *traits)
{
    const uint64_t *const masks[] = {inquiry->era->in_force, inquiry->to, inquiry->from,
                                     inquiry->received_by};
    const size_t words = mask_meet(inquiry->compiled->shape, masks, sizeof masks / sizeof masks[0], met);
    for (size_t i = 0; i < words; i++) {
        for (uint64_t bits = met[i].bits; bits; bits &= bits - 1) {
            const unsigned index = mask_index(&met[i], bits);
            if (interval_covers(inquiry->compiled->provisions[index].in_force, inquiry->question->date))
                add(traits, index);
        }
    }
}

/* All that the decision asks of its destination is asked here, by the same functions. */
static void describe(const struct inquiry *inquiry, struct mask_word *met, uint64_t *traits)
{
    const struct compiled *compiled = inquiry->compiled;
    size_t trait = inquiry->rules->provision_count;
    describe_provisions(inquiry, met, traits);
    for (size_t i = 0; i < compiled->jurisdiction_count; i++, trait++) {
        const struct jurisdiction *jurisdiction = &compiled->jurisdictions[i];
        if (inquiry_place_is_governed(inquiry, inquiry->question->destination, inquiry->destination,
                                      jurisdiction))
            add(traits, trait);
        if (jurisdiction->items_own && place_lies_in(inquiry->destination, jurisdiction))
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
    struct mask_word *met = calloc(rules->compiled->shape.words + 1, sizeof *met);
    if (!likeness->traits || !likeness->heeded || !met) {
        free(met);
        likeness_close(likeness);
        return NULL;
    }
    struct question to = *question;
    for (size_t i = 0; i < rules->place_count; i++) {
        to.destination = &rules->places[i];
        const struct inquiry inquiry = inquiry_open(rules, &to, false);
        describe(&inquiry, met, likeness->traits + i * words);
    }
    free(met);
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
    const struct chip_class *chips = compiled_chip_class(rules, chip);
    const uint64_t *may = chips ? chips->may : rules->compiled->everything;
    memcpy(likeness->heeded, may, rules->compiled->shape.words * sizeof *likeness->heeded);
    for (size_t trait = rules->provision_count; trait < trait_count(rules); trait++)
        add(likeness->heeded, trait);
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

/* Worlds by bits against worlds provision by provision, over random dockets. */

#include "rules/ballot.h"
#include "rules/docket.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#define ENTRIES 12
#define CLASSIFICATIONS 3

static const struct ruling ruling = {.id = "a"};

struct made {
    struct provision provisions[ENTRIES];
    struct compiled_provision compiled[ENTRIES];
    struct entry entries[ENTRIES];
};

static unsigned below(unsigned *seed, unsigned limit)
{
    return (unsigned)rand_r(seed) / 7 % limit;
}

static enum effect random_effect(unsigned *seed, enum side side)
{
    static const enum effect effects[] = {EFFECT_PROHIBIT, EFFECT_LICENSE_REQUIRED, EFFECT_LICENSE_REQUIRED,
                                          EFFECT_LICENSE_EXCEPTION, EFFECT_LICENSE_POLICY};
    return side == SIDE_IMPORT ? EFFECT_IMPORT_RESTRICTION : effects[below(seed, 5)];
}

static void make_entry(struct made *made, size_t i, unsigned *seed, enum side side)
{
    static const char *const eccns[] = {"3A090.a", "3A090.b"};
    const bool classifies = i < CLASSIFICATIONS;
    const unsigned eccn = below(seed, 2);
    made->provisions[i] = (struct provision){
        .ruling = &ruling,
        .effect = classifies ? EFFECT_CLASSIFY : random_effect(seed, side),
        .eccns = {&eccns[eccn], classifies || below(seed, 2) ? 1 : 0},
        .policy = below(seed, 2) ? POLICY_NONE : (enum policy)(1 + below(seed, POLICY_COUNT - 1)),
        .priority = (int)below(seed, 3),
        .import_status = (enum import_status)below(seed, IMPORT_COUNT),
        .no_exceptions = below(seed, 2) == 0,
        .in_force = {.from = {20250101 + (int)below(seed, 3)}},
    };
    const struct provision *provision = &made->provisions[i];
    made->compiled[i] = (struct compiled_provision){
        .provision = provision,
        .usable_exception = provision->effect == EFFECT_LICENSE_EXCEPTION && below(seed, 2),
        .eccn_sieve = provision->eccns.count ? 1u << eccn : 0,
        .eccn_bit = 1u << eccn,
    };
    made->entries[i] = (struct entry){
        .compiled = &made->compiled[i],
        .index = (unsigned)i,
        .match = below(seed, 3) == 0 ? TRUTH_YES : TRUTH_UNKNOWN,
    };
}

static struct docket make_docket(struct made *made, unsigned *seed)
{
    const enum side side = below(seed, 4) == 0 ? SIDE_IMPORT : SIDE_EXPORT;
    for (size_t i = 0; i < ENTRIES; i++)
        make_entry(made, i, seed, side);
    return (struct docket){.side = side,
                           .entries = made->entries,
                           .count = ENTRIES,
                           .classification_count = CLASSIFICATIONS,
                           .deciding_count = ENTRIES - CLASSIFICATIONS};
}

static uint32_t worlds_if(struct docket *docket, const struct entry *entry, enum truth truth)
{
    docket->supposed = entry;
    docket->supposed_truth = truth;
    docket_decide(docket);
    docket->supposed = NULL;
    return docket->worlds;
}

Test(ballot, says_of_each_entry_what_two_decisions_say)
{
    unsigned seed = 8086, differing = 0;
    struct ballot ballot; /* the same for all: what the last docket left must not count */
    for (size_t i = 0; i < 20000; i++) {
        struct made made;
        struct docket docket = make_docket(&made, &seed);
        cr_assert(ballot_open(&ballot, &docket));
        for (size_t j = 0; j < ENTRIES; j++) {
            const struct entry *entry = &made.entries[j];
            const bool wanted = worlds_if(&docket, entry, TRUTH_YES) != worlds_if(&docket, entry, TRUTH_NO);
            differing += wanted;
            if (ballot_turns_on(&ballot, &docket, entry) != wanted)
                cr_assert_fail("docket %zu, entry %zu: should %sdiffer", i, j, wanted ? "" : "not ");
        }
    }
    cr_expect(differing > 20000 && differing < 20000 * (ENTRIES - 1), "both are met: %u", differing);
}

Test(ballot, what_does_not_fit_is_left)
{
    unsigned seed = 1;
    struct made made;
    struct ballot ballot;
    struct docket docket = make_docket(&made, &seed);
    docket.deciding_count = BALLOT_ENTRIES + 1;
    cr_expect_not(ballot_open(&ballot, &docket));
    docket.deciding_count = 0;
    docket.classification_count = BALLOT_COLUMNS + 1;
    cr_expect_not(ballot_open(&ballot, &docket));
}

#pragma once
/* A question made ready: places as sets of tokens on its day, and whether a provision meets it. Steps 0, 1
 * and 3 of the decision. */

#include "rules/compiled.h"
#include "rules/decide.h"
#include "rules/predicate.h"

struct inquiry {
    const struct rules *rules;
    const struct compiled *compiled;
    const struct question *question;
    const uint64_t *destination; /* what the places are called by */
    const uint64_t *export_from;
    const struct era *era;
    /* Sets of provisions, all of which a provision must be in to match but for its day. */
    const uint64_t *to;
    const uint64_t *received_by; /* by the headquarters */
    const uint64_t *from;
    const uint64_t *may;   /* whose chips and predicate meet the chip, as far as that is settled */
    const uint64_t *holds; /* of these: whose predicate holds for certain; NULL: not known */
    const uint64_t *turns; /* of these: whose predicate is still to be asked; NULL: none */
    struct known known;
    bool headquarters_unknown; /* not stated, and what is not stated is unknown */
    /* What matches on the day, suspensions and the ECCN aside, once inquiry_gather has listed it. */
    const struct mask_word *met;
    size_t met_count;
};

struct inquiry inquiry_open(const struct rules *rules, const struct question *question,
                            bool unstated_is_unknown);
/* The same question with what is unstated unknown, or not; headquarters stay as they are taken. */
void inquiry_doubt(struct inquiry *inquiry, bool unstated_is_unknown);
/* Fills `met`, which has room for the words of a set of provisions. */
void inquiry_gather(struct inquiry *inquiry, struct mask_word *met);

/* Destination, headquarters and place of export meet the provision's tokens. */
bool inquiry_places_meet(const struct inquiry *inquiry, unsigned index);
/* In force, its places meet, its chips name this one and its predicate holds: all but the ECCN and
 * suspensions. */
enum truth inquiry_matches(const struct inquiry *inquiry, unsigned index);
/* The same of one in `met`. */
enum truth inquiry_judge(const struct inquiry *inquiry, unsigned index);
/* Whether a suspension that targets it matches the question. `eccn` is the governing one, NULL for none. */
enum truth inquiry_suspended(const struct inquiry *inquiry, const struct compiled_provision *provision,
                             const char *eccn, unsigned depth);
/* The provision lists that ECCN, or none at all. */
bool provision_takes_eccn(const struct provision *provision, const char *eccn);

/* The jurisdiction makes law for the place: by its own code or membership, not by what it is treated as. */
bool inquiry_place_is_governed(const struct inquiry *inquiry, const struct place *place,
                               const uint64_t *tokens, const struct jurisdiction *jurisdiction);
/* A place lies in a jurisdiction also by being treated as it. */
bool place_lies_in(const uint64_t *tokens, const struct jurisdiction *jurisdiction);
/* Its chips name this one and its predicate does not certainly fail; the day, the places and the ECCN aside.
 */
bool inquiry_may_hold(const struct inquiry *inquiry, unsigned index);

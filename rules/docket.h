#pragma once
/* The provisions that bear on one leg of a question, and every outcome that they leave possible. Steps 2 and
 * 4 to 7 of the decision.
 *
 * What is uncertain counts both ways: each provision that may or may not match is taken to match and not to
 * match, independently of the others. A classification is one of them, so the governing ECCN is the highest
 * certain one or any uncertain one above it. The outcome is decided for every such world; where all agree,
 * that is the answer. */

#include "rules/inquiry.h"

struct entry {
    const struct compiled_provision *compiled;
    unsigned index;   /* in rules->provisions */
    enum truth match; /* of all but the ECCN and suspensions */
    enum truth truth; /* with them, under the ECCN in hand */
    bool always;      /* it matches for certain, whichever ECCN governs */
    bool ever;        /* it may match under some ECCN */
};

struct docket {
    const struct inquiry *inquiry;
    enum side side;
    struct entry *entries;
    size_t count;
    size_t classification_count;  /* these come first, by rank */
    size_t deciding_count;        /* then these; last what goes with them: conditions, guidance, tariffs */
    const struct entry *supposed; /* an uncertain entry that is taken to be `supposed_truth`; NULL: none */
    enum truth supposed_truth;

    /* Found by docket_decide. */
    uint32_t worlds;                    /* see below */
    const struct entry *classification; /* that gives the ECCN reported; NULL: none governs */
    const struct entry *perhaps;        /* an uncertain one above it, of another ECCN; NULL: there is none */
    size_t eccn_count;                  /* ECCNs that may govern, "none" included */
    /* The review policy that prevails and the exception to use, whichever ECCN governs; NULL: none for sure.
     */
    const struct entry *policy;
    const struct entry *exception;
};

/* The bit of a world: of an export leg its status and review policy, of an import leg its import status. */
#define WORLD_EXPORT(status, policy) (UINT32_C(1) << ((unsigned)(status)*POLICY_COUNT + (unsigned)(policy)))
#define WORLD_IMPORT(status) (UINT32_C(1) << (unsigned)(status))

/* Fills `entries` (as many as the rules have provisions) with what may match; the inquiry was gathered. */
struct docket docket_open(const struct inquiry *inquiry, enum side side,
                          const struct jurisdiction *jurisdiction, struct entry *entries);
void docket_decide(struct docket *docket);
/* Whether the entry matches where that classification governs, NULL for none. A classification gives an ECCN,
 * it does not ask for one. */
enum truth docket_judge(const struct docket *docket, const struct entry *entry,
                        const struct entry *classification);

/* Whether a's review policy or ranking goes before b's: priority, then the later in force, then the
 * provision's id. */
bool entry_outranks(const struct entry *a, const struct entry *b);

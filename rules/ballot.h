#pragma once
/* The worlds of a docket as bits, for asking many times what they would be if one uncertain provision matched
 * or did not. Says what docket_decide and rules/worlds.h say, of dockets that fit in words of bits. */

#include "rules/docket.h"

#define BALLOT_ENTRIES 64
#define BALLOT_COLUMNS 16

/* What matches under one ECCN: deciding entries, as bits in the order of the docket. */
struct ballot_column {
    enum truth governs; /* whether its classification does */
    uint64_t yes;
    uint64_t maybe;
    uint32_t worlds; /* that these leave possible; none where it does not govern */
};

struct ballot {
    enum side side;
    size_t column_count; /* by the rank of classifications; one under which none governs comes last */
    struct ballot_column columns[BALLOT_COLUMNS + 1];
    uint64_t prohibits;
    uint64_t requires;
    uint64_t shuts_out; /* exceptions; of those that require */
    uint64_t usable;    /* exceptions */
    uint64_t policies;  /* that requirements and policies give */
    /* Entries that give a policy, which goes before those behind it. */
    size_t ranked_count;
    unsigned char ranked[BALLOT_ENTRIES];
    enum policy policy_of[BALLOT_ENTRIES]; /* by entry */
    uint64_t restricts[IMPORT_COUNT];      /* imports, to that status */
};

/* False for a docket that does not fit. */
bool ballot_open(struct ballot *ballot, const struct docket *docket);
/* Whether the worlds differ with the entry's match supposed either way; its number is that in the docket. */
bool ballot_turns_on(const struct ballot *ballot, const struct docket *docket, const struct entry *entry);

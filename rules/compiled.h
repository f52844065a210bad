#pragma once
/* What a data version settles about decisions, worked out once: read only by the decision, made only by
 * rules/compile.c. */

#include "rules/arena.h"
#include "rules/rules.h"
#include "rules/tokens.h"

#include <stdatomic.h>

/* How much of a provision a chip's own facts settle. */
enum chip_truth {
    CHIP_MISSES,  /* not named, or the predicate fails whatever the circumstances */
    CHIP_HOLDS,   /* named or any, and the predicate holds whatever the circumstances */
    CHIP_UNKNOWN, /* facts are missing, and no circumstance is asked */
    CHIP_DEPENDS  /* on circumstances */
};

struct compiled_provision {
    const struct provision *provision;
    struct interval in_force;
    const uint64_t *include; /* sets of tokens; NULL where the list is empty */
    const uint64_t *exclude;
    const uint64_t *headquartered_in;
    const uint64_t *export_from;
    const unsigned *suspenders; /* operative suspend provisions that target it or its ruling */
    unsigned suspender_count;
    bool operative;
    bool usable_exception; /* a license exception whose conditions are at most a notification */
    bool asks_circumstances;
};

/* What a place is called by from that day on. */
struct place_span {
    struct date from;
    const uint64_t *tokens;
};

struct compiled_place {
    const struct place_span *spans; /* the first from day 0 */
    size_t span_count;
    size_t code; /* the token of its own code; SIZE_MAX where no provision or jurisdiction uses it */
};

/* Positions in rules->provisions. */
struct provision_indexes {
    const unsigned *items;
    size_t count;
};

/* A jurisdiction that rulings are recorded of, or the item's own. */
struct jurisdiction {
    const char *code;
    size_t token;                             /* its code */
    size_t group_token;                       /* "group:" and its code: the members of a union of states */
    struct provision_indexes classifications; /* its own and the item jurisdiction's, by rank */
    /* Operative ones of its rulings, in order: those that decide a leg, and those that go with it
     * (conditions, notes). */
    struct provision_indexes export_deciding;
    struct provision_indexes export_beside;
    struct provision_indexes import_deciding;
    struct provision_indexes import_beside;
    bool import_asks_eccn; /* some import provision, or a suspension, turns on the ECCN */
};

struct compiled {
    struct token_table tokens;
    const struct compiled_provision *provisions; /* as rules->provisions */
    const struct compiled_place *places;         /* as rules->places */
    const struct jurisdiction *jurisdictions;    /* by code */
    size_t jurisdiction_count;
    const unsigned char *chip_truths; /* enum chip_truth, by chip, then provision */
    const unsigned *field_ranks;      /* the place of each field in the order of names */
    const unsigned *pending;          /* provisions of announced and proposed rulings */
    size_t pending_count;
    const unsigned *lapsing; /* operative provisions that end after they were last verified */
    size_t lapsing_count;
    const unsigned *suspendable; /* operative provisions that some suspension targets */
    size_t suspendable_count;
    size_t missing_max; /* pairs of a provision and a field that can keep it unknown */
    struct arena arena;
    atomic_int references;
};

/* The largest depth of suspensions of suspensions that counts; deeper ones are nobody's law. */
#define SUSPENSION_DEPTH 3

/* The one type of condition that leaves a license exception usable without more. */
#define CONDITION_NOTIFICATION "notification"

enum chip_truth compiled_judge_chip(const struct compiled_provision *provision, const struct chip *chip);
/* NULL for a chip that is not one of the rules'. */
const unsigned char *compiled_chip_truths(const struct rules *rules, const struct chip *chip);
/* The tokens of a place of these rules on that day. */
const uint64_t *compiled_place_tokens(const struct rules *rules, const struct place *place, struct date day);
/* Whether the provision's `chips` name this one, or it names none. */
bool provision_names_chip(const struct provision *provision, const struct chip *chip);

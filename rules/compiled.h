#pragma once
/* What a data version settles about decisions, worked out once: read only by the decision, made only by
 * rules/compile.c. */

#include "rules/arena.h"
#include "rules/mask.h"
#include "rules/rules.h"
#include "rules/tokens.h"

#include <limits.h>
#include <stdatomic.h>

struct compiled_provision {
    const struct provision *provision;
    struct interval in_force;
    const uint64_t *include; /* sets of tokens; NULL where the list is empty */
    const uint64_t *exclude;
    const uint64_t *headquartered_in;
    const uint64_t *export_from;
    const unsigned *suspenders; /* operative suspend provisions that target it or its ruling */
    unsigned suspender_count;
    unsigned *suspends; /* of an operative suspend provision: what it targets */
    unsigned suspends_count;
    uint64_t eccn_sieve; /* bits of the ECCNs that it lists, which may share some; 0: it lists none */
    uint64_t eccn_bit;   /* of the first of them */
    /* Bits of the circumstances that its predicate names, by field modulo 64. */
    uint64_t circumstances;
    unsigned jurisdiction; /* its law's, in compiled->jurisdictions */
    bool operative;
    bool usable_exception; /* a license exception whose conditions are at most a notification */
};

/* What a place is called by, and the provisions that this meets. Places called the same share it. */
struct calling {
    const uint64_t *tokens;
    const uint64_t *as_destination;  /* included and not excluded */
    const uint64_t *as_headquarters; /* listed, or not asked */
    const uint64_t *as_export_from;  /* likewise */
};

/* From that day on. */
struct place_span {
    struct date from;
    const struct calling *calling;
};

struct compiled_place {
    const struct place_span *spans; /* the first from day 0 */
    size_t span_count;
    size_t code; /* the token of its own code; SIZE_MAX where no provision or jurisdiction uses it */
};

/* What the facts of its chips settle of each provision; chips of which the same is settled share it. A
 * provision in `may` alone turns on a fact that is missing. */
struct chip_class {
    const uint64_t *may;     /* it names the chip or none, and its predicate may hold */
    const uint64_t *holds;   /* it holds whatever the circumstances */
    const uint64_t *depends; /* it may hold, and asks for circumstances */
    /* With no circumstance stated: */
    const uint64_t *may_unstated;
    const uint64_t *holds_unstated;
};

#define CHIP_CLASS_SETS 5

/* A stretch of days from that day on. */
struct era {
    struct date from;
    const uint64_t *in_force; /* on some day of it */
    const uint64_t *changing; /* deciding provisions that begin or end after its first day */
};

/* Positions in rules->provisions. */
struct provision_indexes {
    const unsigned *items;
    size_t count;
};

/* A jurisdiction that rulings are recorded of, or the item's own. */
struct jurisdiction {
    const char *code;
    bool items_own;
    size_t token;                             /* its code */
    size_t group_token;                       /* "group:" and its code: the members of a union of states */
    struct provision_indexes classifications; /* its own and the item jurisdiction's, by rank */
    uint64_t *classifying;                    /* the same; NULL: none */
    /* Operative ones of its rulings: those that decide a leg, and those that go with it (conditions, notes).
     * NULL: none. */
    uint64_t *export_deciding;
    uint64_t *export_beside;
    uint64_t *import_deciding;
    uint64_t *import_beside;
    bool import_asks_eccn; /* some import provision, or a suspension, turns on the ECCN */
};

struct compiled {
    struct token_table tokens;
    struct compiled_provision *provisions;    /* as rules->provisions */
    const struct compiled_place *places;      /* as rules->places */
    const struct jurisdiction *jurisdictions; /* by code */
    size_t jurisdiction_count;
    const struct jurisdiction *items_own;
    struct mask_shape shape;            /* of all sets of provisions */
    const unsigned *chip_class_numbers; /* as rules->chips; CHIP_UNCLASSED: judged when asked for */
    const struct chip_class *chip_classes;
    size_t chip_class_count;
    const struct era *eras; /* the first from day 0 */
    size_t era_count;
    bool eras_are_exact;             /* nothing begins or ends within one */
    const unsigned *field_ranks;     /* the place of each field in the order of names */
    uint64_t *everything;            /* all provisions */
    const uint64_t *no_headquarters; /* those that ask for none */
    uint64_t *pending;               /* of announced and proposed rulings */
    uint64_t *lapsing;               /* operative ones that end after they were last verified */
    uint64_t *suspendable;           /* operative ones that some suspension targets */
    size_t missing_max;              /* pairs of a provision and a field that can keep it unknown */
    struct arena arena;
    atomic_int references;
};

#define CHIP_UNCLASSED UINT_MAX /* INTERN_FULL */
/* What the classes of chips may take; chips beyond are judged when asked for. */
#define CHIP_CLASSES_BYTES ((size_t)128 * 1024 * 1024)
/* Eras are as many as there are days on which something begins or ends, up to this. */
#define ERAS_MAX ((size_t)256)

/* The largest depth of suspensions of suspensions that counts; deeper ones are nobody's law. */
#define SUSPENSION_DEPTH 3

/* The one type of condition that leaves a license exception usable without more. */
#define CONDITION_NOTIFICATION "notification"

/* NULL for a chip that is not one of the rules', or in no class. */
const struct chip_class *compiled_chip_class(const struct rules *rules, const struct chip *chip);
/* What a place of these rules is called by on that day. */
const struct calling *compiled_calling(const struct rules *rules, const struct place *place, struct date day);
const struct era *compiled_era(const struct compiled *compiled, struct date day);
/* Whether the provision's `chips` name this one, or it names none. */
bool provision_names_chip(const struct provision *provision, const struct chip *chip);

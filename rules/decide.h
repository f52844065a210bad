#pragma once
/* The decision: may this chip go to that destination on that day, under which provisions, with what doubt?
 *
 * A pure function of its arguments: it reads no clock, allocates nothing and depends on no order of rows. */

#include "rules/rules.h"

enum status {
    STATUS_UNKNOWN,
    STATUS_NO_LICENSE_REQUIRED,
    STATUS_LICENSE_EXCEPTION_AVAILABLE,
    STATUS_LICENSE_REQUIRED,
    STATUS_PROHIBITED,
    STATUS_COUNT
};

/* The more restrictive of two; unknown never ranks as permission. */
enum status status_stricter(enum status a, enum status b);

enum side { SIDE_EXPORT, SIDE_IMPORT };

/* Stated circumstances, one value a field of the rules (index as in rules->fields); VALUE_UNKNOWN: not
 * stated. */
struct question {
    const struct chip *chip;
    const struct place *destination;
    const struct place *headquarters; /* NULL: not stated */
    const struct place *export_from;
    struct date date;
    const struct value *circumstances; /* NULL: none stated */
};

struct provision_list {
    const struct provision **items; /* in the order of rules->provisions */
    size_t count;
};

/* A fact that is missing, with the provisions that turn on it. */
struct missing {
    const struct field *field;
    struct provision_list provisions;
};

struct missing_list {
    struct missing *items; /* by field name */
    size_t count;
};

struct leg {
    enum side side;
    const char *jurisdiction;
    bool domestic;                    /* both ends lie in the jurisdiction: nothing is exported */
    enum status status;               /* of an export leg */
    unsigned possible;                /* bit set of 1u << status; a single bit where status is certain */
    enum import_status import_status; /* of an import leg: the certain one, see import_possible */
    unsigned import_possible;         /* bit set of 1u << import_status; 0 for an export leg */
    enum policy policy;
    const char *eccn;                           /* the governing one; NULL: none */
    bool eccn_uncertain;                        /* a missing fact could make it another */
    const struct provision *classification;     /* that gives the ECCN; NULL: none */
    const struct provision *perhaps_classified; /* that gives another where the fact is there; NULL: none */
    /* What decided: prohibitions, requirements, the exception used, the policy reported, conditions. */
    struct provision_list because;
    /* What would decide if it matched, which is not certain: a fact is missing, or the ECCN. */
    struct provision_list perhaps;
    struct provision_list conditions;  /* those of them whose conditions apply, in order */
    const struct provision *exception; /* the license exception that is available; NULL: none */
    /* Exceptions that match, but with conditions beyond a notification, or not the one used. */
    struct provision_list other_exceptions;
    struct provision_list notes; /* tariff and guidance that match: listed, never deciding */
    struct missing_list missing;
};

/* A place lies in its own jurisdiction and in unions of states that legislate for it (the EU): so many of
 * them are heard. */
#define PLACE_JURISDICTIONS_MAX 3
/* The item's own export leg, those of the place of export, and the import legs. */
#define DECISION_LEGS_MAX (1 + 2 * PLACE_JURISDICTIONS_MAX)

struct decision {
    enum status outcome;
    unsigned possible;              /* bit set over the joined outcome */
    const struct leg *not_admitted; /* the import leg that turned the outcome into prohibited; else NULL */
    bool before_coverage;
    bool projected; /* date after verified_through */
    /* Export legs (the item's own jurisdiction first), then import legs; some of each. They lie in the
     * scratch. */
    const struct leg *legs;
    size_t leg_count;
    struct provision_list pending; /* of announced or proposed rulings, meeting this chip and destination */
    /* In force by their dates and meeting this question (places, chip, ECCN, predicate not false), but held
     * back by a live suspension. */
    struct provision_list suspended;
    struct provision_list lapsed_unverified;
    const struct field **caveats; /* unstated circumstances on which status or policy turns; by name */
    size_t caveat_count;
};

/* Working memory of one decision at a time; what a decision lists lies in it until the next one. */
struct scratch;
struct scratch *scratch_open(const struct rules *rules); /* NULL when memory is short */
void scratch_close(struct scratch *scratch);
/* Room for the circumstances of a question, none of them stated; it is the same at each call. */
struct value *scratch_circumstances(struct scratch *scratch);

/* The jurisdiction whose rules follow the item wherever it is: the EAR's. */
#define ITEM_JURISDICTION "US"

struct decision decide_eligibility(const struct rules *rules, const struct question *question,
                                   struct scratch *scratch);
/* The same without caveats, which cost a second decision: for loops over many questions. */
struct decision decide_without_caveats(const struct rules *rules, const struct question *question,
                                       struct scratch *scratch);
/* All that decision_equal compares: neither caveats nor what is pending, suspended or lapsed. */
struct decision decide_legs_alone(const struct rules *rules, const struct question *question,
                                  struct scratch *scratch);

/* Guidance decides nothing: its lapse is listed, but no answer rests on it. */
bool lapse_counts(const struct provision *lapsed);

/* Everything that a reader would call the answer is the same: outcome, and for each leg its status, possible,
 * policy, ECCN, exception, import status, the provisions it rests on and their conditions, and what is
 * missing. What does not decide stays aside: pending and suspended law, notes, caveats, currency. */
bool decision_equal(const struct decision *a, const struct decision *b);

struct next_change {
    struct date date; /* 0: none is scheduled */
    enum status outcome;
    struct decision then; /* on that day, as decide_legs_alone; zero where none is scheduled */
};
/* The first later change point at which the same question is answered differently (decision_equal). `second`
 * is a scratch beside that of `now`; what `then` lists lies in it. */
struct next_change decide_next_change(const struct rules *rules, const struct question *question,
                                      const struct decision *now, struct scratch *second);

/* One comparison or test made for a provision, for `explain=full`. */
enum test_kind { TEST_COMPARISON, TEST_ECCN, TEST_CHIP, TEST_HEADQUARTERS };

struct step {
    const struct provision *provision;
    enum test_kind kind;
    const struct predicate *comparison; /* of TEST_COMPARISON */
    struct value value;                 /* what was compared; VALUE_UNKNOWN: not known or not stated */
    enum truth result;
    double margin; /* value minus threshold; NAN where there is no number */
};

/* Calls `each` for every test of every live provision of that leg whose places meet the question, in the
 * order of provisions; provisions without any test come once with kind TEST_CHIP and result TRUTH_YES when
 * they name no chip. */
typedef void step_fn(const struct step *step, void *context);
void decide_steps(const struct rules *rules, const struct question *question, const struct leg *leg,
                  step_fn *each, void *context);

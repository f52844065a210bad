#pragma once
/* One leg of a decision. */

#include "rules/docket.h"
#include "rules/scratch.h"

/* The law of one jurisdiction on one side of the journey, as a question meets it. */
struct forum {
    enum side side;
    const char *code;
    const struct jurisdiction *jurisdiction; /* NULL: nothing is recorded of it */
    bool domestic;
    bool heard_on_export; /* of an import leg: its jurisdiction has an export leg too, where its guidance is
                             listed */
};

/* The legs of a question, export legs first; returns how many. */
size_t forums_list(const struct inquiry *inquiry, struct forum forums[static DECISION_LEGS_MAX]);
struct leg decide_leg(const struct inquiry *inquiry, const struct forum *forum, struct scratch *scratch);

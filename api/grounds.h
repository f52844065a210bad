#pragma once
/* What an answer rests on, kept beyond its decision, to tell by which rulings two answers differ. */

#include "db/json_out.h"
#include "rules/decide.h"

struct grounds {
    const struct rules *rules;
    struct date date;
    /* What decided, what gave the ECCN, and what turns on a missing fact. Owned; the provisions are the
     * rules'. */
    const struct provision **items;
    size_t count;
};

/* Of the decision on that day; NULL: of no answer at all. False when memory is short. */
bool grounds_gather(const struct rules *rules, struct date date, const struct decision *decision,
                    struct grounds *grounds);
void grounds_done(struct grounds *grounds);

/* The rulings responsible for a difference, by id: those with a provision that only one of the two rests on
 * or that the two record differently, and those that suspended such a provision for only one of them. The two
 * may be of different data versions; a ruling is told as the later one has it, where it has it. */
struct responsible {
    const struct ruling **items; /* owned */
    size_t count;
};
/* False when memory is short. */
bool grounds_compare(const struct grounds *before, const struct grounds *after,
                     struct responsible *responsible);
void responsible_done(struct responsible *responsible);

/* An array of {id, title} of them. */
void shape_changed(struct json_out *out, const struct grounds *before, const struct grounds *after);
void shape_responsible(struct json_out *out, const struct responsible *responsible);

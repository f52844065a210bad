#pragma once
/* What an answer rests on, kept beyond its decision, to tell by which rulings two answers differ. */

#include "db/json_out.h"
#include "rules/decide.h"

/* What a provision is to an answer. */
enum role {
    ROLE_DECIDES, /* or would where a missing fact or an uncertain ECCN is settled so */
    ROLE_CLASSIFIES,
    ROLE_PERHAPS_CLASSIFIES
};

struct ground {
    const struct provision *provision; /* the rules' */
    enum role role;
};

struct grounds {
    const struct rules *rules;
    struct date date;
    struct ground *items; /* owned */
    size_t count;
};

/* Of the decision on that day; NULL: of no answer at all. False when memory is short. */
bool grounds_gather(const struct rules *rules, struct date date, const struct decision *decision,
                    struct grounds *grounds);
void grounds_done(struct grounds *grounds);

/* The rulings responsible for a difference, by id: those with a provision that only one of the two rests on,
 * or that the two record to another effect, and those that suspended such a provision for only one of them.
 * With `law_alone`, a provision that only one rests on does not count where it is the same law in both, in
 * force or not: then something else made the difference. The two may be of different data versions; a ruling
 * is told as the later one has it, where it has it. */
struct responsible {
    const struct ruling **items; /* owned */
    size_t count;
};
/* False when memory is short. */
bool grounds_compare(const struct grounds *before, const struct grounds *after, bool law_alone,
                     struct responsible *responsible);
void responsible_done(struct responsible *responsible);

/* An array of {id, title} of them. */
void shape_changed(struct json_out *out, const struct grounds *before, const struct grounds *after);
void shape_responsible(struct json_out *out, const struct responsible *responsible);

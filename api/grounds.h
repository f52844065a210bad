#pragma once
/* What an answer rests on, kept beyond its decision, to tell by which rulings two answers differ. */

#include "db/json_out.h"
#include "rules/decide.h"

struct grounds {
    const struct provision **items; /* owned; the provisions are the rules' */
    size_t count;
};

/* False when memory is short. */
bool grounds_gather(const struct decision *decision, struct grounds *grounds);
void grounds_done(struct grounds *grounds);

/* An array of {id, title}: the rulings with a provision that only one of the two rests on. */
void shape_changed(struct json_out *out, const struct rules *rules, const struct grounds *before,
                   const struct grounds *after);

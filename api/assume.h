#pragma once
/* Law as it might have been: what a body assumes, compiled off the loops, never stored. */

#include "api/context.h"
#include "db/load.h"

/* The job that does it, from `assume` of a body. */
struct assumed {
    struct job job;
    json_t *without; /* copies: the body goes while the job is under way */
    json_t *with;
    struct assumption assumption; /* of the two */
    int64_t at;
    struct view view;     /* what comes of it */
    struct faults faults; /* or what is wrong with the rulings given */
};

/* Whether it takes anything away or lays anything over the law; NULL does not. */
bool assume_asks(const json_t *assume);
/* Checks what can be checked at once and leaves the job; the handler returns what this returns. */
enum problem assume_begin(const struct context *context, const json_t *assume, struct reply *reply);
/* Once the job is finished: the context of the law assumed, which lives as long as the job, or the problem.
 */
enum problem assume_end(const struct context *context, struct context *assumed, struct reply *reply);
/* Of a finished job. */
const struct assumption *assume_found(const struct context *context);

#pragma once
/* One question of the body of POST /v1/eligibility. */

#include "api/answer.h"
#include "api/pointer.h"

struct query {
    struct asked asked;
    struct supposed supposed; /* the chip, where it is one */
};

/* A member that a query lacks is that of the body, if it has one. */
struct query_place {
    const json_t *body;
    const json_t *query;
    const char *pointer;                 /* of the query */
    const struct assumption *assumption; /* NULL: none */
};

/* Checks and resolves it, or answers the problem, with pointers into the body. Texts are borrowed from the
 * body; stated circumstances lie in the first scratch until the next call. */
enum problem query_read(const struct context *context, const struct query_place *place, struct query *query,
                        struct reply *reply);

#pragma once
/* What GET and POST /v1/eligibility share once a question is understood. */

#include "api/answer.h"

struct terms {
    enum explain explain;
    bool strict;
    const char *strict_at; /* the parameter that said so, or its JSON pointer */
};

/* Decides, and writes the decision document; refuses what lapsed without having been checked where the terms
 * are strict. */
enum problem eligibility_answer(const struct context *context, const struct asked *asked,
                                const struct terms *terms, struct reply *reply);

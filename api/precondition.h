#pragma once
/* If-Match and If-None-Match of a request that writes. */

#include "api/write.h"

/* What the headers expect; or the problem: they must say something, and only one thing. `deleting`: what is
 * to be deleted must exist. */
enum problem precondition_read(const struct request *request, bool deleting, struct expectation *expected,
                               struct reply *reply);

#pragma once
/* The body of a request: JSON within bounds, of the schema of its operation. */

#include "api/operation.h"

#include <jansson.h>

#define BODY_DEPTH_MAX 32

/* NULL when it is none: the reply then says every fault. The caller releases it. */
json_t *body_read(const struct operation *operation, const struct request *request, struct reply *reply);

#pragma once
/* The body of a request: JSON within bounds, of the schema of its operation. */

#include "api/operation.h"

#include <jansson.h>

#define BODY_DEPTH_MAX 32

/* The state of knowledge that the member `known_at` asks for, borrowed from the body; zero where there is
 * none. False: the reply says why not. */
bool body_read_moment(const json_t *body, struct moment *moment, struct reply *reply);
/* Whether the type of a body names no charset but UTF-8, or ASCII which is part of it. */
bool body_is_utf8(const char *content_type);
/* NULL when it is none: the reply then says every fault. The caller releases it. */
json_t *body_read(const struct operation *operation, const struct request *request, struct reply *reply);

#pragma once
/* From the raw request target to a decoded path and decoded pairs, strictly: what is not clear is refused,
 * naming the place. */

#include "api/request.h"
#include "server/limits.h"

#define URI_FAULT_SIZE 160

struct uri {
    const char *target; /* origin form: a scheme and authority that came with it are cut off */
    const char *path;
    struct pair pairs[LIMIT_PAIRS];
    size_t pair_count;
    char fault[URI_FAULT_SIZE]; /* one sentence when parsing failed */
};

/* Decodes `target` into `room` (strlen(target) + 1 bytes), to which `uri` then points. In the query '+' is a
 * space and empty pieces between '&' are nothing; a name without '=' has an empty value. */
bool uri_parse(const char *target, char *room, struct uri *uri);

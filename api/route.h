#pragma once
/* From a path and a method to an operation. */

#include "api/operation.h"
#include "api/params.h"

struct route {
    const struct operation *operation; /* NULL: see allow */
    char
        allow[REPLY_ALLOW_SIZE]; /* where there is no operation, the methods of that path; "": no such path */
    const char *values[PATH_PARAMS_MAX];
    char text[512]; /* what values point into */
};

/* HEAD finds the GET operation. */
void route_find(const char *path, enum method method, struct route *route);
/* The nearest path without parameters to a mistyped one, or NULL. */
const char *route_suggest(const char *path);

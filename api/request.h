#pragma once
/* A request as the server hands it over: whole, decoded, bounded, every text valid UTF-8 without control
 * characters. */

#include "rules/date.h"

#include <stdbool.h>
#include <stddef.h>

enum method { METHOD_GET, METHOD_HEAD, METHOD_OPTIONS, METHOD_POST, METHOD_PUT, METHOD_DELETE, METHOD_OTHER };

struct pair {
    const char *name;
    const char *value;
};

#define REQUEST_ID_SIZE 27

struct request {
    enum method method;
    const char *path;         /* decoded */
    const char *target;       /* as it came: path and query, for links */
    const struct pair *query; /* decoded, in order */
    size_t query_count;
    const char *accept; /* headers: NULL when absent */
    const char *if_none_match;
    const char *if_match;
    const char *authorization;
    const char *content_type;
    const char *body;
    size_t body_size;
    const char *id;    /* of this request, for Request-Id and `instance` */
    struct date today; /* the UTC day on which it arrived */
    bool out_of_time;  /* it waited as long as it may: answer 503 rather than wait again */
};

/* The value of the first query parameter of that name, or NULL. */
const char *request_find(const struct request *request, const char *name);

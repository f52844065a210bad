#pragma once
/* A request as the server hands it over: whole, decoded, bounded, every text valid UTF-8 without control
 * characters. */

#include "api/intake.h"
#include "rules/date.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum method { METHOD_GET, METHOD_HEAD, METHOD_OPTIONS, METHOD_POST, METHOD_PUT, METHOD_DELETE, METHOD_OTHER };

/* "GET" …; NULL for METHOD_OTHER. */
const char *method_word(enum method method);

/* What a request that cannot be answered at once waits for. */
enum wait {
    WAIT_NONE,
    WAIT_VERSION, /* an older data version that is being compiled */
    WAIT_JOB,     /* work that is done off the loops */
    WAIT_NEWER,   /* a newer data version, or the end of its own time, a minute at most */
};

struct pair {
    const char *name;
    const char *value;
};

/* Who asks, as limits count clients: an IPv4 address, or the /64 of an IPv6 one, which is what one customer
 * has. Behind a trusted proxy it is whom that one names. All zero: not known. */
struct client_address {
    uint64_t high; /* of the 128 bits, ::ffff:a.b.c.d where it is IPv4 */
    uint64_t low;  /* 0 unless `high` is */
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
    const char *prefer;
    const char *body;
    size_t body_size;
    struct intake *intake; /* which has taken the body in, where the operation reads it so; else NULL */
    struct client_address client;
    const char *id;     /* of this request, for Request-Id and `instance` */
    struct date today;  /* the UTC day on which it arrived */
    enum wait waited;   /* for this, when it is handled again */
    unsigned waited_ms; /* since it was handled first */
    bool ending;        /* the server is: nobody begins to wait for news */
    bool out_of_time;   /* it waited as long as it may: answer rather than wait again */
};

/* The value of the first query parameter of that name, or NULL. */
const char *request_find(const struct request *request, const char *name);

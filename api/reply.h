#pragma once
/* A reply while it is made: written once, by the handler, into its own buffer. */

#include "api/problem.h"
#include "api/request.h"
#include "api/source.h"
#include "db/faults.h"
#include "db/json_out.h"

enum cache {
    CACHE_NO_STORE,
    CACHE_LATEST,
    CACHE_PINNED,
    CACHE_REVALIDATE, /* kept, and asked for again each time */
    CACHE_FOR_EVER,   /* what has its bytes in its name */
};

/* Beside those that every reply has. */
struct reply_header {
    const char *name;
    const char *value;
};

#define REPLY_ETAG_SIZE 112
#define REPLY_ALLOW_SIZE 48
#define REPLY_CHALLENGE_SIZE 160

struct reply {
    unsigned status;       /* HTTP */
    enum problem problem;  /* PROBLEM_NONE unless it is an error */
    const char *operation; /* operationId for the log; "" when no route matched */
    unsigned route;        /* for the metrics: enum meter_route, or a place in operations[] above those */
    const char *content_type;
    struct json_out out;  /* the body, JSON or not; owned */
    const char *constant; /* or a body that lives for ever; NULL: `out` is the body */
    size_t constant_size;
    const char *constant_gzip; /* the constant compressed already; NULL: compress it if that is worth it */
    size_t constant_gzip_size;
    const struct reply_header *headers; /* which live for ever; the last has no name. NULL: none */
    struct source *source;              /* or one that writes itself; owned */
    enum cache cache;
    bool fleeting;                        /* true only now, so never to be kept: no-store, and no etag */
    char etag[REPLY_ETAG_SIZE];           /* quoted; "": none */
    int64_t data_version;                 /* -1: none to tell */
    int64_t revision;                     /* of an item: the seq that recorded it; else 0 */
    char allow[REPLY_ALLOW_SIZE];         /* Allow, of 405 and OPTIONS; "": none */
    char challenge[REPLY_CHALLENGE_SIZE]; /* WWW-Authenticate, of 401 and 403; "": none */
    char *link;                           /* Link, or NULL; owned */
    char *location;                       /* Location, of 201, or NULL; owned */
    char *counts;                         /* Screening-Summary, or NULL; owned */
    bool minimal;                         /* Preference-Applied: return=minimal */
    unsigned retry_after_s;               /* 0: none */
    bool download_csv;                    /* Content-Disposition */
    enum wait waits; /* unless WAIT_NONE, the request is to be handled again and nothing else here is valid */
    const struct request *request;
};

void reply_init(struct reply *reply, const struct request *request);
void reply_done(struct reply *reply);
/* Takes back what a good reply would have said in headers about its body. */
void reply_undress(struct reply *reply);

/* The writer of the JSON body; sets status 200 and the type. */
struct json_out *reply_json(struct reply *reply);

/* Makes the reply this problem, whatever was written before, and returns it. `detail` is a sentence about
 * this very request, never about our insides. */
enum problem reply_fail(struct reply *reply, enum problem problem, const char *detail, ...)
    __attribute__((format(printf, 3, 4)));

/* As reply_fail, with one entry in `errors` for a parameter: the value is echoed, `suggestion` may be NULL.
 */
struct parameter_fault {
    const char *parameter; /* or a JSON pointer into the body, which begins with a slash */
    const char *value;     /* NULL: not given */
    char detail[512];
    char suggestion[128]; /* "": none */
};
enum problem reply_fail_parameters(struct reply *reply, enum problem problem,
                                   const struct parameter_fault *faults, size_t count);

/* A name that means nothing or several things; `what` completes the sentence "<parameter> '<value>' <what>".
 */
struct name_fault {
    const char *parameter; /* or a JSON pointer */
    const char *value;
    const char *what;
    const char *const *candidates; /* the nearest or the meant, best first */
    size_t count;
};
/* As reply_fail, with one entry in `errors` for each candidate, or one in which there is none. */
enum problem reply_fail_names(struct reply *reply, enum problem problem, const struct name_fault *fault);
/* As reply_fail, with one entry in `errors` for each fault by JSON pointer. */
enum problem reply_fail_faults(struct reply *reply, enum problem problem, const struct faults *faults);

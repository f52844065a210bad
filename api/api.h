#pragma once
/* The door between server/ and the API: whole requests in, whole replies out. */

#include "api/meter.h"
#include "api/reply.h"
#include "db/store.h"
#include "db/tokens.h"

struct api; /* shared by all loops: the published snapshot, older ones, the thread that compiles and watches
             */
struct api_worker; /* one a loop: a read-only store, statements, working memory */

struct api_options {
    const char *database;      /* path of a store that exists and holds at least one revision */
    unsigned query_timeout_ms; /* of all SQL of one request */
    unsigned snapshots_max;    /* older data versions kept compiled */
    bool checked;              /* this process has had the store open already, and found its pages in order */
    unsigned screenings_max;   /* files screened at once; 0: none can be */
    unsigned connections_max;  /* for the metrics alone */
    bool metrics;              /* GET /metrics answers */
    const char *http_library;  /* its version, for the metrics */
    struct operator_token operator; /* with which all writing is allowed */
    unsigned token_failures_max;    /* in a minute from one client; 0: any number */
};

/* Logs and returns NULL when the store cannot be read. */
struct api *api_open(const struct api_options *options);
void api_close(struct api *api);

struct api_worker *api_worker_open(struct api *api);
void api_worker_close(struct api_worker *worker);
/* In which the loop counts what the API does not see. */
struct meter *api_worker_meter(struct api_worker *worker);

/* Called from another thread when a request that had to wait may be tried again. */
struct api_waiter {
    void (*wake)(void *context);
    void *context;
};

/* Once the headers of a request are there and before its body. WAIT_NONE: `*intake` takes the body in, owned
 * by the caller who sets it in the request; or it is left alone and the body is to be kept whole, or, where
 * the reply has a problem, refused. Else as api_handle. */
enum wait api_begin(struct api_worker *worker, const struct request *request, struct api_waiter waiter,
                    struct intake **intake, struct reply *reply);

/* WAIT_NONE: the reply is made. Else `waiter` will be woken once; call api_handle again then, with `waited`
 * of the request set to what it waited for. */
enum wait api_handle(struct api_worker *worker, const struct request *request, struct api_waiter waiter,
                     struct reply *reply);
/* No wake comes after this returns; for connections that die while waiting. */
void api_forget(struct api *api, const void *waiter_context);

/* An error that the server itself has to answer, before or instead of a route. */
void api_fail(const struct request *request, enum problem problem, const char *detail, struct reply *reply);

struct ask {
    const char *chip;
    const char *destination;
    const char *hq;          /* NULL: not stated */
    const char *export_from; /* NULL: the default */
    const char *date;        /* NULL: today */
};
/* `navicert ask`: prints the answer of the head for people. Returns the exit code: 0 answered, 1 our fault, 2
 * the question cannot be understood. */
int api_ask(struct store *store, const struct ask *ask);

extern const char engine_version[];

#pragma once
/* What a handler may use: the data version of this reply, compiled and stored, and working memory of this
 * loop. */

#include "api/jobs.h"
#include "api/meter.h"
#include "api/operation.h"
#include "api/quota.h"
#include "api/view.h"
#include "db/store.h"
#include "db/tokens.h"
#include "rules/decide.h"

#include <jansson.h>

/* Of the name of a token. */
#define ACTOR_SIZE TOKEN_NAME_SIZE

/* Threads that do what must not be done on a loop. */
enum lane { LANE_READ, LANE_WRITE, LANE_COUNT };

struct context {
    const struct request *request;
    const struct bearer *bearer; /* whose token the request carries, where the operation needs one */
    const json_t *body;          /* of the operation's schema; NULL: the operation has none */
    const struct rules *rules;   /* compiled at version `at` */
    struct store *store;         /* in a read transaction */
    struct scratch *scratch;     /* two of them, so that two decisions can stand side by side */
    struct scratch *second;
    int64_t at;       /* the data version answered from */
    const char *mark; /* of that view */
    int64_t head;     /* the latest */
    bool pinned;      /* known_at was given, and what was known then is settled; known_from likewise */
    const json_t
        *dataset; /* the document about the data set at that version: coverage, doubts; NULL: there is none */
    const struct doubts *doubts; /* that it tells; NULL: none */
    const struct view *earlier;  /* at known_from; NULL: not given */
    struct job *finished;        /* that this request has waited for; NULL: none */
    struct quota *screenings;    /* of files screened at once; lives as long as the server */
    struct meters *meters;       /* likewise */
    struct intake **begun;       /* where an intake is asked for; else NULL */
    const char *http_library;    /* its version */
    bool tells_metrics;
    /* Of api/context.c: */
    struct api_waiter waiter;
    struct snapshots *snapshots;
    struct jobs *lanes[LANE_COUNT]; /* NULL: there is none */
};

/* The failure of a read of the store, told the client as what it is: too slow, or our fault. */
enum problem context_fail(const struct context *context, struct reply *reply);

/* Takes the job over and has it done on a thread of its own; the handler returns what this returns, and is
 * called once more, by then perhaps at a newer version, with `finished` the job (freed afterwards). Must not
 * be called again then. */
enum problem context_run(const struct context *context, enum lane lane, struct job *job, struct reply *reply);

/* Whether a request that has found nothing new may wait still: of `wait_s` seconds some are left. */
bool context_may_wait(const struct context *context, unsigned wait_s);
/* The handler returns what this returns, and is called again when a version newer than `at` is published or
 * the time is up. */
enum problem context_wait_for_newer(const struct context *context, unsigned wait_s, struct reply *reply);

#pragma once
/* What a handler may use: the data version of this reply, compiled and stored, and working memory of this
 * loop. */

#include "api/operation.h"
#include "db/store.h"
#include "rules/decide.h"

#include <jansson.h>

struct context {
    const struct request *request;
    const struct rules *rules; /* compiled at version `at` */
    struct store *store;       /* in a read transaction */
    struct scratch *scratch;   /* two of them, so that two decisions can stand side by side */
    struct scratch *second;
    int64_t at;   /* the data version answered from */
    int64_t head; /* the latest */
    bool pinned;  /* known_at was given, and what was known then is settled */
    const json_t
        *dataset; /* the document about the data set at that version: coverage, doubts; NULL: there is none */
};

/* The failure of a read of the store, told the client as what it is: too slow, or our fault. */
enum problem context_fail(const struct context *context, struct reply *reply);

#pragma once
/* From a reply to an HTTP response: headers, caching, 304, compression. */

#include "api/reply.h"
#include "server/gzip.h"
#include "server/rates.h"
#include "server/sending.h"

#include <microhttpd.h>

/* What of the request shapes the response beside the reply. Headers are NULL when absent. */
struct response_terms {
    enum method method;
    const char *accept_encoding;
    const char *if_none_match;
    const char *origin;
    const char *cors_origins; /* as in the options */
    const char *policy;       /* RateLimit-Policy, and then `allowance` tells the rest; NULL: neither */
    const struct allowance *allowance;
    bool close; /* say that the connection ends after this */
    sending_fn
        *sent; /* of a body that is written while it is sent: told of each piece, with `sent_context` */
    void *sent_context;
};

struct response {
    struct MHD_Response *body; /* to be queued and destroyed; NULL when memory was short */
    unsigned status;
    size_t bytes; /* of the body that goes out; 0: `sent` will be told */
};

/* Takes the body out of the reply; the rest of the reply stays as it is. `gzip` NULL: never compress. */
struct response response_make(struct reply *reply, const struct response_terms *terms, struct gzip *gzip);

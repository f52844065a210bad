#pragma once
/* libmicrohttpd's callbacks: from a connection to struct request, and from struct reply to a response. */

#include "api/api.h"
#include "server/gunzip.h"
#include "server/loop.h"
#include "server/response.h"
#include "server/trace.h"
#include "server/uri.h"

#include <microhttpd.h>

enum stage {
    STAGE_TARGET,   /* the request line was read */
    STAGE_HEADERS,  /* the headers were let in */
    STAGE_BODY,     /* it is known how the body is to be read */
    STAGE_PAUSED,   /* suspended until the next turn of the loop, in the middle of the body */
    STAGE_WAITING,  /* suspended; then it goes on at `resumed` */
    STAGE_ANSWERED, /* a response is queued */
};

/* One request and its answer. Lives from the request line to the end of the response, and is freed there and
 * nowhere else. */
struct exchange {
    struct loop *loop;
    struct peer *peer;
    struct MHD_Connection *connection;
    enum stage stage;
    enum stage resumed;
    const char *method; /* as registered, for the log; NULL: another */
    struct request request;
    struct reply reply;
    struct uri uri;
    size_t target_size;
    const char *fault; /* a sentence: understood well enough to go on with the connection, not to be answered
                          otherwise */
    char *body;
    size_t body_size;
    size_t body_capacity;
    size_t body_counted;     /* of it and of gunzip, among those of all requests */
    uint64_t body_announced; /* by Content-Length */
    uint64_t body_seen;      /* as it came */
    uint64_t body_unwanted;  /* of that, what was thrown away */
    uint64_t body_decoded;
    size_t progress;       /* bytes since the client last earned more time */
    bool gzipped;          /* the body is */
    struct gunzip *gunzip; /* from the first piece of it that is wanted */
    bool full;             /* the intake takes no more */
    struct allowance allowance;
    bool short_of_memory;
    bool queued; /* it stood, or stands, in the queue of the loop's turns */
    bool shed;   /* too long */
    struct exchange *next_queued;
    bool woken; /* in the loop's list of those, over its mutex */
    struct exchange *next_woken;
    uint64_t started_us;
    uint64_t waiting_since_ms; /* 0: it never had to */
    unsigned status;
    size_t bytes;
    char id[REQUEST_ID_SIZE];
    char trace[TRACE_SIZE]; /* "": none */
    char text[];            /* the target, then room to decode it */
};

/* The context of these four is the loop. */
void *http_begin(void *context, const char *target, struct MHD_Connection *connection);
enum MHD_Result http_handle(void *context, struct MHD_Connection *connection, const char *url,
                            const char *method, const char *version, const char *data, size_t *data_size,
                            void **place);
void http_complete(void *context, struct MHD_Connection *connection, void **place,
                   enum MHD_RequestTerminationCode code);
void http_notify_connection(void *context, struct MHD_Connection *connection, void **place,
                            enum MHD_ConnectionNotificationCode code);

/* The request did not arrive, or the client did not read, in time: says so where that can still be said, and
 * ends the connection. */
void http_cut(struct peer *peer, struct loop *loop);
/* Ends the connection where the client has gone in the middle of its request: libmicrohttpd does not see that
 * when the end came together with the last bytes. */
void http_end_departed(struct peer *peer, struct loop *loop);
/* Goes on with a suspended exchange; out of time, it is answered whatever it waits for. */
void http_resume(struct exchange *exchange, bool out_of_time);

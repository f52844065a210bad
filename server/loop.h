#pragma once
/* One epoll loop: its own listening socket, its own connections, its own reader of the store; a thread of
 * ours runs it.
 *
 * libmicrohttpd is polled from outside: its internal epoll thread stalls when exactly 128 connections are
 * ready at once. */

#include "api/api.h"
#include "server/access.h"
#include "server/clock.h"
#include "server/gate.h"
#include "server/gzip.h"
#include "server/linger.h"
#include "server/options.h"
#include "server/peers.h"
#include "server/request_id.h"
#include "server/turns.h"

#include <pthread.h>
#include <stdatomic.h>

struct MHD_Daemon;
struct exchange;

struct loop {
    const struct options *options;
    struct api *api;
    struct gate *gate;
    struct api_worker *worker;
    struct meter *meter; /* the worker's */
    struct MHD_Daemon *daemon;
    struct gzip *gzip;
    struct access_log log;
    struct wall_clock clock; /* as a request began or ended last */
    struct request_ids ids;
    struct peers peers;
    struct lingering lingering;
    struct turns turns;
    uint64_t now_ms;  /* of this turn */
    uint64_t look_ms; /* when to look next whether those who are sending are still there */
    int listen_fd;    /* the library's, once that has started */
    bool inherited;   /* the listening socket: others go on accepting */
    bool listening;
    uint64_t listen_end_ms; /* when draining */
    int epoll_fd;           /* watches libmicrohttpd's own, `wake_fd` and those that linger */
    int wake_fd;
    bool draining;  /* no new connections; every answer closes its own */
    bool last_call; /* nobody begins to wait any more */
    bool closing;
    uint64_t drain_end_ms;
    uint64_t drain_idle_ms;
    uint64_t complained_ms; /* last time that something of the library was reported */
    atomic_bool stop;
    pthread_mutex_t mutex; /* over `woken` */
    struct exchange *woken;
};

/* Takes `listen_fd` over; `inherited`: it is another's as well, who goes on listening. False: reported,
 * nothing is left open. */
bool loop_open(struct loop *loop, const struct options *options, struct api *api, struct gate *gate,
               int listen_fd, bool inherited);
/* Serves until loop_stop, then finishes what is under way within the grace. */
void loop_run(struct loop *loop);
/* From any thread. */
void loop_stop(struct loop *loop);
void loop_close(struct loop *loop);

/* From any thread: the exchange, which waits, can go on. A waiter of the API, its context the exchange. */
void loop_wake(void *context);

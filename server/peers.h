#pragma once
/* The open connections of a loop by what they are doing, each phase with a total time of its own:
 * libmicrohttpd only knows inactivity, which a client that sends one byte now and then never runs into. */

#include "server/address.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum phase {
    PHASE_IDLE,      /* between requests */
    PHASE_ARRIVING,  /* a request has begun */
    PHASE_WAITING,   /* suspended until the API wakes it */
    PHASE_POLLING,   /* likewise, for as long as the client wanted */
    PHASE_ANSWERING, /* the client reads */
    PHASE_COUNT
};

struct exchange;

struct peer {
    int fd; /* libmicrohttpd's */
    enum phase phase;
    uint64_t deadline_ms;
    struct peer *earlier;
    struct peer *later;
    struct address address;
    bool trusted;              /* it is a proxy that says whom it speaks for */
    struct exchange *exchange; /* the request under way, or NULL */
    bool linger;               /* it was refused while it may still be sending */
    bool cut;                  /* shut down by us: the library will close it */
};

/* In a phase all have the same time, so each list is in the order of its deadlines. */
struct peer_list {
    struct peer *first;
    struct peer *last;
    unsigned timeout_ms;
    size_t count;
};

struct peers {
    struct peer_list phases[PHASE_COUNT];
    size_t count;
    size_t busy; /* not idle */
};

void peers_add(struct peers *peers, struct peer *peer, uint64_t now_ms);
void peers_move(struct peers *peers, struct peer *peer, enum phase phase, uint64_t now_ms);
void peers_remove(struct peers *peers, struct peer *peer);

/* One whose time is up, or NULL. The caller moves it on or cuts it, else it is found again. */
struct peer *peers_find_overdue(const struct peers *peers, uint64_t now_ms);
/* UINT64_MAX when there is none. */
uint64_t peers_next_deadline(const struct peers *peers);

#pragma once
/* Sockets of clients that were refused while still sending: closing at once would reset the connection and
 * take the refusal with it, so what they send is read and thrown away for a moment. */

#include <stddef.h>
#include <stdint.h>

struct lingerer;

struct lingering {
    int epoll_fd; /* of the loop: readable ones arrive there with the lingerer as data */
    struct lingerer *first;
    struct lingerer *last;
    size_t count;
    size_t max;
};

/* Keeps the connection of `fd`, which the caller then closes. Does nothing when too many linger already. */
void linger_add(struct lingering *lingering, int fd, uint64_t now_ms);
/* There is something to read. */
void linger_read(struct lingering *lingering, struct lingerer *lingerer);
void linger_expire(struct lingering *lingering, uint64_t now_ms);
/* UINT64_MAX when there is none. */
uint64_t linger_next_deadline(const struct lingering *lingering);
void linger_done(struct lingering *lingering);

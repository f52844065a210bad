/* Sockets of clients that were refused while still sending. */
#include "server/linger.h"
#include "server/limits.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

struct lingerer {
    int fd;
    uint64_t deadline_ms;
    struct lingerer *earlier;
    struct lingerer *later;
};

void linger_add(struct lingering *lingering, int fd, uint64_t now_ms)
{
    if (lingering->count >= lingering->max)
        return;
    struct lingerer *lingerer = malloc(sizeof *lingerer);
    const int own = lingerer ? dup(fd) : -1;
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = lingerer};
    if (own < 0 || epoll_ctl(lingering->epoll_fd, EPOLL_CTL_ADD, own, &event) != 0) {
        if (own >= 0)
            close(own);
        free(lingerer);
        return;
    }
    *lingerer =
        (struct lingerer){.fd = own, .deadline_ms = now_ms + LIMIT_LINGER_MS, .earlier = lingering->last};
    if (lingering->last)
        lingering->last->later = lingerer;
    else
        lingering->first = lingerer;
    lingering->last = lingerer;
    lingering->count++;
}

static void let_go(struct lingering *lingering, struct lingerer *lingerer)
{
    if (lingerer->earlier)
        lingerer->earlier->later = lingerer->later;
    else
        lingering->first = lingerer->later;
    if (lingerer->later)
        lingerer->later->earlier = lingerer->earlier;
    else
        lingering->last = lingerer->earlier;
    lingering->count--;
    close(lingerer->fd);
    free(lingerer);
}

void linger_read(struct lingering *lingering, struct lingerer *lingerer)
{
    char nowhere[16384];
    const ssize_t got = recv(lingerer->fd, nowhere, sizeof nowhere, MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
        let_go(lingering, lingerer);
}

void linger_expire(struct lingering *lingering, uint64_t now_ms)
{
    while (lingering->first && lingering->first->deadline_ms <= now_ms) {
        assert(!lingering->first->earlier);
        let_go(lingering, lingering->first);
    }
}

uint64_t linger_next_deadline(const struct lingering *lingering)
{
    return lingering->first ? lingering->first->deadline_ms : UINT64_MAX;
}

void linger_done(struct lingering *lingering)
{
    linger_expire(lingering, UINT64_MAX);
}

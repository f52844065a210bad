#include "server/drain.h"

#include "server/limits.h"
#include "server/listen.h"

#include <microhttpd.h>
#include <sys/socket.h>
#include <unistd.h>

static uint64_t earliest(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

/* Closing a socket of our own resets whoever waits on it: those are let in first. On one that is shared they
 * wait for whoever takes it next. */
static void stop_listening(struct loop *loop)
{
    const int fd = MHD_quiesce_daemon(loop->daemon);
    struct sockaddr_storage address;
    socklen_t size = sizeof address;
    for (int client; !loop->inherited && (client = accept4(fd, (struct sockaddr *)&address, &size,
                                                           SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
        MHD_add_connection(loop->daemon, client, (struct sockaddr *)&address, size);
        size = sizeof address;
    }
    close(fd);
    loop->listening = false;
}

void drain_begin(struct loop *loop)
{
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(loop->daemon, MHD_DAEMON_INFO_LISTEN_FD);
    loop->draining = true;
    loop->drain_end_ms = loop->now_ms + loop->options->shutdown_grace_s * 1000ull;
    loop->drain_idle_ms = loop->now_ms + LIMIT_DRAIN_IDLE_MS;
    loop->listen_end_ms = loop->now_ms;
    if (!loop->inherited && info && listen_turn_away(info->listen_fd))
        loop->listen_end_ms = earliest(loop->now_ms + LIMIT_HANDSHAKE_MS, loop->drain_end_ms);
}

void drain_go_on(struct loop *loop)
{
    if (loop->draining && loop->listening && loop->now_ms >= loop->listen_end_ms)
        stop_listening(loop);
}

bool drain_is_over(const struct loop *loop)
{
    if (!loop->draining || loop->listening)
        return false;
    const bool quiet = loop->peers.busy == 0 && loop->now_ms >= loop->drain_idle_ms;
    return loop->peers.count == 0 || quiet || loop->now_ms >= loop->drain_end_ms;
}

uint64_t drain_next_deadline(const struct loop *loop)
{
    if (!loop->draining)
        return UINT64_MAX;
    const uint64_t end_ms = loop->now_ms < loop->drain_idle_ms ? loop->drain_idle_ms : loop->drain_end_ms;
    return loop->listening ? earliest(end_ms, loop->listen_end_ms) : end_ms;
}

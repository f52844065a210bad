#include "server/inherit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Where the descriptors begin. */
#define FIRST_FD 3

/* A whole number, or -1. */
static long read_number(const char *name)
{
    const char *text = getenv(name);
    char *end = NULL;
    errno = 0;
    const long number = text ? strtol(text, &end, 10) : -1;
    return text && *text && *end == '\0' && errno == 0 ? number : -1;
}

static void forget(void)
{
    unsetenv("LISTEN_PID");
    unsetenv("LISTEN_FDS");
    unsetenv("LISTEN_FDNAMES");
}

static enum inheritance refuse(char fault[static LISTEN_FAULT_SIZE], const char *why)
{
    snprintf(fault, LISTEN_FAULT_SIZE, "the socket that LISTEN_FDS tells of cannot be used: %s", why);
    return INHERITED_FAULT;
}

static bool is_listening(int fd)
{
    int type = 0, listens = 0;
    socklen_t size = sizeof type;
    return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_STREAM &&
           getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0 && listens;
}

/* One that blocks would hold up every loop that is woken for a connection which another takes. */
static bool set_flags(int fd)
{
    const int flags = fcntl(fd, F_GETFL);
    return flags >= 0 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0 && fcntl(fd, F_SETFD, FD_CLOEXEC) == 0;
}

/* Each loop closes its own. */
static bool copy(int *sockets, size_t count)
{
    sockets[0] = FIRST_FD;
    for (size_t i = 1; i < count; i++) {
        sockets[i] = fcntl(FIRST_FD, F_DUPFD_CLOEXEC, FIRST_FD);
        if (sockets[i] >= 0)
            continue;
        while (i > 1)
            close(sockets[--i]);
        return false;
    }
    return true;
}

enum inheritance inherit_open(int *sockets, size_t count, char name[static LISTEN_NAME_SIZE],
                              char fault[static LISTEN_FAULT_SIZE])
{
    const long pid = read_number("LISTEN_PID"), fds = read_number("LISTEN_FDS");
    forget();
    if (pid != (long)getpid() || fds <= 0)
        return INHERITED_NOTHING;
    if (fds > 1)
        return refuse(fault, "there must be one, and there are more");
    if (!is_listening(FIRST_FD))
        return refuse(fault, "it does not listen for streams");
    if (!listen_name(FIRST_FD, name))
        return refuse(fault, "its address is of no family that is known here");
    if (!set_flags(FIRST_FD) || !copy(sockets, count))
        return refuse(fault, strerror(errno));
    return INHERITED_SOCKET;
}

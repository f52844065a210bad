/* Listening sockets. SO_REUSEPORT lets the loops share a port, and would let a second server share it too, in
 * silence: so the first socket listens alone, which fails when anybody else does, and is opened to the others
 * only then. */
#include "server/listen.h"
#include "server/limits.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/filter.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

union place {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
};

static socklen_t place_parse(const char *address, unsigned port, union place *place)
{
    *place = (union place){.v6 = {0}};
    if (inet_pton(AF_INET, address, &place->v4.sin_addr) == 1) {
        place->v4.sin_family = AF_INET;
        place->v4.sin_port = htons((uint16_t)port);
        return sizeof place->v4;
    }
    if (inet_pton(AF_INET6, address, &place->v6.sin6_addr) != 1)
        return 0;
    place->v6.sin6_family = AF_INET6;
    place->v6.sin6_port = htons((uint16_t)port);
    return sizeof place->v6;
}

static unsigned port_of(int fd)
{
    union place place = {.v6 = {0}};
    socklen_t size = sizeof place;
    if (getsockname(fd, &place.any, &size) != 0)
        return 0;
    return ntohs(place.any.sa_family == AF_INET ? place.v4.sin_port : place.v6.sin6_port);
}

static bool switch_on(int fd, int level, int what)
{
    const int on = 1;
    return setsockopt(fd, level, what, &on, sizeof on) == 0;
}

static int fail_keeping_errno(int fd)
{
    const int saved = errno;
    close(fd);
    errno = saved;
    return -1;
}

static int open_one(const char *address, unsigned port, bool first)
{
    union place place;
    const socklen_t size = place_parse(address, port, &place);
    if (size == 0)
        return errno = EAFNOSUPPORT, -1;
    const int fd = socket(place.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    if (!switch_on(fd, SOL_SOCKET, SO_REUSEADDR) || (!first && !switch_on(fd, SOL_SOCKET, SO_REUSEPORT)) ||
        bind(fd, &place.any, size) != 0 || listen(fd, LIMIT_BACKLOG) != 0 ||
        (first && !switch_on(fd, SOL_SOCKET, SO_REUSEPORT)))
        return fail_keeping_errno(fd);
    return fd;
}

static void describe(int error, const char *address, unsigned port, char fault[static LISTEN_FAULT_SIZE])
{
    if (error == EADDRINUSE)
        snprintf(fault, LISTEN_FAULT_SIZE,
                 "port %u of %s is already in use by another program; stop that one, or choose another with "
                 "--port or NAVICERT_PORT",
                 port, address);
    else if (error == EACCES || error == EPERM)
        snprintf(fault, LISTEN_FAULT_SIZE,
                 "this user may not listen on port %u; choose one above 1023 with --port or NAVICERT_PORT",
                 port);
    else if (error == EADDRNOTAVAIL)
        snprintf(fault, LISTEN_FAULT_SIZE,
                 "the address %s belongs to no network interface of this machine; choose another with "
                 "--address or NAVICERT_ADDRESS",
                 address);
    else
        snprintf(fault, LISTEN_FAULT_SIZE, "cannot listen on port %u of %s: %s", port, address,
                 strerror(error));
}

unsigned listen_open(const char *address, unsigned port, int *sockets, size_t count,
                     char fault[static LISTEN_FAULT_SIZE])
{
    for (size_t i = 0; i < count; i++) {
        sockets[i] = open_one(address, port, i == 0);
        if (sockets[i] < 0) {
            describe(errno, address, port, fault);
            while (i > 0)
                close(sockets[--i]);
            return 0;
        }
        if (i == 0)
            port = port_of(sockets[0]);
    }
    return port;
}

void listen_format(const char *address, unsigned port, char name[static LISTEN_NAME_SIZE])
{
    const bool v6 = strchr(address, ':') != NULL;
    snprintf(name, LISTEN_NAME_SIZE, "%s%s%s:%u", v6 ? "[" : "", address, v6 ? "]" : "", port);
}

bool listen_name(int fd, char name[static LISTEN_NAME_SIZE])
{
    union place place = {.v6 = {0}};
    socklen_t size = sizeof place;
    char address[INET6_ADDRSTRLEN];
    if (getsockname(fd, &place.any, &size) != 0 ||
        (place.any.sa_family != AF_INET && place.any.sa_family != AF_INET6))
        return false;
    const void *of =
        place.any.sa_family == AF_INET ? (const void *)&place.v4.sin_addr : (const void *)&place.v6.sin6_addr;
    if (!inet_ntop(place.any.sa_family, of, address, sizeof address))
        return false;
    listen_format(address, port_of(fd), name);
    return true;
}

/* A filter of the socket sees segments from their TCP header on. */
bool listen_turn_away(int fd)
{
    enum { FLAGS_AT = 13, FLAG_SYN = 2 };
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_B | BPF_ABS, FLAGS_AT),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, FLAG_SYN, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, 0),
        BPF_STMT(BPF_RET | BPF_K, UINT32_MAX),
    };
    const struct sock_fprog program = {.len = sizeof code / sizeof code[0], .filter = code};
    return setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program) == 0;
}

int listen_connect(const char *address, unsigned port)
{
    if (strcmp(address, "0.0.0.0") == 0)
        address = "127.0.0.1";
    else if (strcmp(address, "::") == 0)
        address = "::1";
    union place place;
    const socklen_t size = place_parse(address, port, &place);
    if (size == 0)
        return errno = EAFNOSUPPORT, -1;
    const int fd = socket(place.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    if (connect(fd, &place.any, size) != 0)
        return fail_keeping_errno(fd);
    return fd;
}

/* Asking a running server whether it is alive, with plain sockets: the container has no curl. */
#include "server/healthcheck.h"
#include "db/report.h"
#include "server/listen.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#define PATIENCE_S 3

/* The status line arrives first; the rest does not matter. -1: nothing understandable came. */
static int ask(int fd, const char *name)
{
    const struct timeval patience = {.tv_sec = PATIENCE_S};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);

    char text[256];
    const int size =
        snprintf(text, sizeof text, "GET /healthz HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", name);
    if (send(fd, text, (size_t)size, MSG_NOSIGNAL) != size)
        return -1;
    size_t got = 0;
    while (got < sizeof "HTTP/1.1 200" - 1) {
        const ssize_t more = recv(fd, text + got, sizeof text - 1 - got, 0);
        if (more <= 0)
            return -1;
        got += (size_t)more;
    }
    text[got] = '\0';
    int status;
    return sscanf(text, "HTTP/1.%*1[01] %3d", &status) == 1 ? status : -1;
}

bool healthcheck_run(const char *address, unsigned port)
{
    char name[LISTEN_NAME_SIZE];
    listen_format(address, port, name);
    const int fd = listen_connect(address, port);
    if (fd < 0) {
        report_error("no server answers at %s: %s", name, strerror(errno));
        return false;
    }
    const int status = ask(fd, name);
    close(fd);
    if (status < 0)
        report_error("the server at %s did not answer within %d seconds", name, PATIENCE_S);
    else if (status != 200)
        report_error("the server at %s answered GET /healthz with status %d", name, status);
    return status == 200;
}

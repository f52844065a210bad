/* The floor that speed is measured against: libmicrohttpd answers every request with one body that never
 * changes, from an epoll loop of our own. Usage: floor BODY-SIZE [EXTRA-HEADERS]. Listens on a free port of
 * the loopback and prints it. */
#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

#define BODY_MAX (64ul << 20)
#define HEADERS_MAX 100

/* The answer waits for the second call: one that is queued in the first makes the library close the
 * connection. */
static enum MHD_Result answer_hello(void *response, struct MHD_Connection *connection, const char *url,
                                    const char *method, const char *version, const char *upload,
                                    size_t *upload_size, void **request)
{
    (void)url;
    (void)method;
    (void)version;
    (void)upload;
    if (!*request) {
        *request = response;
        return MHD_YES;
    }
    *upload_size = 0;
    return MHD_queue_response(connection, MHD_HTTP_OK, response);
}

static struct MHD_Response *make_response(size_t size, unsigned long extra_headers)
{
    char *body = malloc(size + 1);
    if (!body)
        return NULL;
    memset(body, 'x', size);
    struct MHD_Response *response = MHD_create_response_from_buffer(size, body, MHD_RESPMEM_MUST_FREE);
    MHD_add_response_header(response, "Content-Type", "application/json");
    MHD_add_response_header(response, "Cache-Control", "no-cache");
    for (unsigned long i = 0; i < extra_headers; i++) {
        char name[32];
        snprintf(name, sizeof name, "X-Extra-Header-%lu", i);
        MHD_add_response_header(response, name, "a value of middling length");
    }
    return response;
}

static struct MHD_Daemon *start(struct MHD_Response *response)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct MHD_Daemon *daemon = MHD_start_daemon(MHD_USE_EPOLL, 0, NULL, NULL, answer_hello, response,
                                                 MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_END);
    if (!daemon)
        return NULL;
    printf("%u\n", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
    fflush(stdout);
    return daemon;
}

/* Not a thread of the library's own: that one stalls when 128 connections are ready at once. */
static void serve(struct MHD_Daemon *daemon)
{
    const int epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event event = {.events = EPOLLIN};
    if (epoll_ctl(epoll_fd, EPOLL_CTL_ADD, MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd,
                  &event) != 0)
        return;
    for (;;) {
        MHD_UNSIGNED_LONG_LONG wait_ms;
        const bool soon = MHD_get_timeout(daemon, &wait_ms) == MHD_YES && wait_ms == 0;
        epoll_wait(epoll_fd, &event, 1, soon ? 0 : -1);
        MHD_run(daemon);
    }
}

int main(int argc, char **argv)
{
    const unsigned long size = argc > 1 ? strtoul(argv[1], NULL, 10) : BODY_MAX + 1;
    const unsigned long extra_headers = argc > 2 ? strtoul(argv[2], NULL, 10) : 0;
    if (argc > 3 || size > BODY_MAX || extra_headers > HEADERS_MAX) {
        fprintf(stderr, "usage: floor BODY-SIZE [EXTRA-HEADERS]\n");
        return 2;
    }
    struct MHD_Response *response = make_response(size, extra_headers);
    struct MHD_Daemon *daemon = response ? start(response) : NULL;
    if (!daemon) {
        fprintf(stderr, "floor: the server could not be started\n");
        return 1;
    }
    serve(daemon);
    return 1;
}

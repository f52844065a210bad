/* One connection to the server, byte by byte. */
#include "wire.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <zlib.h>

#define PATIENCE_S 10

void wire_open(struct wire *wire, const struct server *server)
{
    wire_open_from(wire, server, 1);
}

void wire_open_from(struct wire *wire, const struct server *server, unsigned host)
{
    const struct sockaddr_in own = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f000000 + host)};
    const struct sockaddr_in place = {.sin_family = AF_INET,
                                      .sin_port = htons((uint16_t)server->port),
                                      .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    *wire =
        (struct wire){.fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), .received = malloc(WIRE_SIZE)};
    const struct timeval patience = {.tv_sec = PATIENCE_S};
    const int on = 1;
    setsockopt(wire->fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(wire->fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    setsockopt(wire->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    cr_assert(wire->received);
    cr_assert_eq(bind(wire->fd, (const struct sockaddr *)&own, sizeof own), 0);
    cr_assert_eq(connect(wire->fd, (const struct sockaddr *)&place, sizeof place), 0,
                 "the server does not listen");
}

void wire_close(struct wire *wire)
{
    close(wire->fd);
    free(wire->received);
}

bool wire_send(struct wire *wire, const char *bytes, size_t size)
{
    for (size_t sent = 0; sent < size;) {
        const ssize_t more = send(wire->fd, bytes + sent, size - sent, MSG_NOSIGNAL);
        if (more <= 0)
            return false; /* the server may have refused already; its answer decides */
        sent += (size_t)more;
    }
    return true;
}

void wire_say(struct wire *wire, const char *text)
{
    wire_send(wire, text, strlen(text));
}

static bool receive(struct wire *wire)
{
    cr_assert_lt(wire->used, WIRE_SIZE);
    const ssize_t more = recv(wire->fd, wire->received + wire->used, WIRE_SIZE - wire->used, 0);
    if (more <= 0)
        return false;
    wire->used += (size_t)more;
    return true;
}

static void take(struct wire *wire, size_t size)
{
    memmove(wire->received, wire->received + size, wire->used - size);
    wire->used -= size;
}

/* Takes everything up to the blank line; interim answers (1xx) are passed over. */
static bool read_headers(struct wire *wire, struct answer *answer)
{
    const char *end;
    while (!(end = memmem(wire->received, wire->used, "\r\n\r\n", 4))) {
        if (!receive(wire))
            return false;
    }
    const size_t size = (size_t)(end - wire->received) + 4;
    cr_assert_lt(size, sizeof answer->headers);
    memcpy(answer->headers, wire->received, size);
    answer->headers[size] = '\0';
    take(wire, size);
    cr_assert_eq(sscanf(answer->headers, "HTTP/1.1 %3u ", &answer->status), 1, "not a status line: %s",
                 answer->headers);
    return answer->status >= 200 || read_headers(wire, answer);
}

void wire_read(struct wire *wire, struct answer *answer, bool head)
{
    *answer = (struct answer){0};
    if (!read_headers(wire, answer))
        return;
    char value[1024];
    answer->closes = strcasecmp(answer_header(answer, "Connection", value), "close") == 0;
    const char *length = answer_header(answer, "Content-Length", value);
    const bool bodiless = head || answer->status == 204 || answer->status == 304;
    answer->body_size = bodiless ? 0 : (size_t)strtoul(length, NULL, 10);
    while (wire->used < answer->body_size)
        cr_assert(receive(wire), "the body was cut after %zu of %zu bytes", wire->used, answer->body_size);
    answer->body = malloc(answer->body_size + 1);
    cr_assert(answer->body);
    memcpy(answer->body, wire->received, answer->body_size);
    answer->body[answer->body_size] = '\0';
    take(wire, answer->body_size);
}

bool wire_readable(const struct wire *wire, int patience_ms)
{
    struct pollfd readable = {.fd = wire->fd, .events = POLLIN};
    return poll(&readable, 1, patience_ms) == 1;
}

bool wire_ended(struct wire *wire, int patience_ms)
{
    char byte;
    return wire->used == 0 && wire_readable(wire, patience_ms) && recv(wire->fd, &byte, 1, MSG_DONTWAIT) <= 0;
}

void wire_ask(const struct server *server, const char *request, struct answer *answer)
{
    struct wire wire;
    wire_open(&wire, server);
    wire_say(&wire, request);
    wire_read(&wire, answer, strncmp(request, "HEAD ", 5) == 0);
    wire_close(&wire);
}

void answer_done(struct answer *answer)
{
    free(answer->body);
    answer->body = NULL;
}

const char *answer_header(const struct answer *answer, const char *name, char value[static 1024])
{
    const size_t size = strlen(name);
    value[0] = '\0';
    for (const char *line = strstr(answer->headers, "\r\n"); line; line = strstr(line + 2, "\r\n")) {
        if (strncasecmp(line + 2, name, size) == 0 && line[2 + size] == ':') {
            const char *from = line + 2 + size + 1 + strspn(line + 2 + size + 1, " ");
            const size_t length = strcspn(from, "\r");
            cr_assert_lt(length, 1024);
            memcpy(value, from, length);
            value[length] = '\0';
            return value;
        }
    }
    return value;
}

void answer_expect_inflated(const struct answer *answer, const char *bytes, size_t size)
{
    char *out = malloc(size + 1);
    cr_assert(out);
    z_stream stream = {.next_in = (Bytef *)answer->body,
                       .avail_in = (uInt)answer->body_size,
                       .next_out = (Bytef *)out,
                       .avail_out = (uInt)size + 1};
    cr_assert_eq(inflateInit2(&stream, MAX_WBITS + 16), Z_OK);
    cr_expect_eq(inflate(&stream, Z_FINISH), Z_STREAM_END);
    cr_assert_eq(stream.total_out, size);
    cr_expect_eq(memcmp(out, bytes, size), 0);
    inflateEnd(&stream);
    free(out);
}

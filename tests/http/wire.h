#pragma once
/* One connection to the server, byte by byte: what a client library would hide. */

#include "harness.h"

#include <stdbool.h>

#define WIRE_SIZE 1048576

struct wire {
    int fd;
    size_t used; /* bytes received and not yet taken */
    char *received;
};

struct answer {
    unsigned status; /* 0: the connection ended without one */
    char headers[8192];
    char *body; /* terminated; owned */
    size_t body_size;
    bool closes; /* it says so */
};

void wire_open(struct wire *wire, const struct server *server);
/* From 127.0.0.`host`: another client. */
void wire_open_from(struct wire *wire, const struct server *server, unsigned host);
void wire_close(struct wire *wire);
/* False when the server would not take all of it. */
bool wire_send(struct wire *wire, const char *bytes, size_t size);
void wire_say(struct wire *wire, const char *text);
/* The next answer; `head` for one to HEAD, which has no body. */
void wire_read(struct wire *wire, struct answer *answer, bool head);
/* Whether anything has come, waiting up to `patience_ms` for it. */
bool wire_readable(const struct wire *wire, int patience_ms);
/* Whether the server has ended the connection, waiting up to `patience_ms` for it; nothing more may arrive
 * before. */
bool wire_ended(struct wire *wire, int patience_ms);

/* One request on a connection of its own. */
void wire_ask(const struct server *server, const char *request, struct answer *answer);
void answer_done(struct answer *answer);
/* The test fails unless the body, its gzip coding undone, is these bytes. */
void answer_expect_inflated(const struct answer *answer, const char *bytes, size_t size);
/* The value of the header into `value`; "" when there is none. */
const char *answer_header(const struct answer *answer, const char *name, char value[static 1024]);

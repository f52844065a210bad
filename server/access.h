#pragma once
/* The access log: one JSON line a request on standard output, without any text of the query. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Up to this many bytes a pipe takes at once, whole or not at all. */
#define ACCESS_BUFFER_SIZE 4096

struct access_entry {
    const char *time; /* of the end of the answer */
    const char *id;
    const char *method;  /* NULL: not one of the registered methods */
    const char *route;   /* operationId, "" when none matched */
    unsigned status;     /* 0: the connection ended before there was one */
    size_t bytes;        /* of the body sent */
    uint64_t us;         /* from the request line to the end of the answer */
    const char *problem; /* code, or NULL */
    const char *trace;   /* "": the client told of none */
    bool complete;       /* the answer went out whole */
};

/* One a loop: lines of one turn of the loop go out together. Zero-initialised is empty. */
struct access_log {
    char buffer[ACCESS_BUFFER_SIZE];
    size_t used;
    uint64_t dropped; /* lines, so far */
};

void access_record(struct access_log *log, const struct access_entry *entry);
/* Writes what is buffered. A reader that does not keep up loses lines, never holds up the server; a line
 * {"dropped":n} then says how many. */
void access_flush(struct access_log *log);

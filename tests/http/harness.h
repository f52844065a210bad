#pragma once
/* The real program under test: started on a free port with a database of its own, and ended whatever happens
 * to the test. */

#include "db/bundle.h"

#include <stddef.h>
#include <sys/types.h>

/* The data version of a store that holds what came with the program and nothing else. */
#define BUNDLED_HEAD ((long long)bundled_set_count)

struct server {
    pid_t pid;
    unsigned port;
    char directory[64]; /* of its own, removed by harness_stop */
    char database[96];
    char log[96];         /* what it wrote to standard output */
    char diagnostics[96]; /* and to standard error */
};

/* Starts `navicert serve` with the flags (ends with NULL; may be NULL) and waits until it serves; the test
 * fails when it does not. */
void harness_start(struct server *server, const char *const *flags);
/* The same with `variables` ("NAME=value" …, ends with NULL; may be NULL) in its environment. */
void harness_start_under(struct server *server, const char *const *flags, const char *const *variables);
/* Ends it, which must go in order, and leaves its files. */
void harness_halt(struct server *server);
/* Starts it again on them. */
void harness_resume(struct server *server, const char *const *variables);
/* As harness_start, with its standard output there, or (-1) closed. */
void harness_start_logging_to(struct server *server, int output);
/* Ends it with SIGTERM. Returns its exit code, or -1 when it was killed by a signal or did not end within 15
 * s. */
int harness_stop(struct server *server);
/* The second half of it, when the signal was sent already. */
int harness_await_end(struct server *server);

/* A run of the program to its end. */
struct run {
    int code;
    char output[65536];
    char errors[8192];
};

/* With `variables` ("NAME=value" …, ends with NULL; may be NULL) added to an environment without any
 * NAVICERT_* of ours. */
void harness_run(struct run *run, const char *const *arguments, const char *const *variables);

/* Records one more data version in the database: a chip with another note. */
void harness_record_version(const char *database, const char *note);

/* A whole file as text, to be freed. */
char *harness_read(const char *path);
/* The path of the program: NAVICERT_BINARY, else build/navicert. */
const char *harness_binary(void);

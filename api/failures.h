#pragma once
/* How often each client has come with a token that opens nothing: after some times in a minute it is told to
 * wait. Who has a valid token never gets here, also behind one address with those who guess. */

#include "api/request.h"

#include <pthread.h>

/* A fixed number of places; where all that a client can have are taken, the oldest is given up. */
#define FAILURES_SETS 256
#define FAILURES_WAYS 8
#define FAILURES_WINDOW_MS 60000

struct failure {
    struct client_address client;
    int64_t began_ms; /* 0: nobody */
    unsigned count;
};

struct failures {
    pthread_mutex_t lock;
    unsigned most;
    unsigned char key[16]; /* so that nobody can choose addresses that push another out */
    struct failure places[FAILURES_SETS][FAILURES_WAYS];
};

/* `most` in a minute are answered as they are; 0: all. */
void failures_init(struct failures *failures, unsigned most);
void failures_done(struct failures *failures);
/* Notes one, at a monotonic time over 0. The seconds that the client is to wait before the next, 0 when it
 * may go on. */
unsigned failures_note(struct failures *failures, struct client_address client, int64_t now_ms);

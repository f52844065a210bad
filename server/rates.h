#pragma once
/* How often each client may ask, over all loops: a bucket of requests that fills at a steady rate. */

#include "server/address.h"

struct rates;

/* How the client stands after a request. */
struct allowance {
    bool limited;           /* there is a limit at all */
    bool refused;           /* by it */
    unsigned left;          /* requests that it may make at once */
    unsigned full_after_s;  /* until it may make all of the burst */
    unsigned retry_after_s; /* of a refused one, until the next would be let in */
};

/* At least one a second, at least a burst of one. NULL: no memory. */
struct rates *rates_open(unsigned per_s, unsigned burst);
void rates_close(struct rates *rates);
/* From any thread. */
struct allowance rates_take(struct rates *rates, struct client_address client, uint64_t now_us);

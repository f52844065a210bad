#pragma once
/* What all loops share to decide who gets in. */

#include "server/bodies.h"
#include "server/capacity.h"
#include "server/connections.h"
#include "server/options.h"
#include "server/rates.h"

#define GATE_POLICY_SIZE 64

struct gate {
    struct address_ranges trusted; /* proxies */
    struct capacity capacity;
    struct connections *connections;
    struct bodies bodies;
    struct rates *rates;           /* NULL: requests are not counted */
    char policy[GATE_POLICY_SIZE]; /* RateLimit-Policy; "" likewise */
};

/* Raises the limit of descriptors as far as it goes, and says so where it is too low for all connections.
 * NULL: no memory. */
struct gate *gate_open(const struct options *options);
void gate_close(struct gate *gate);

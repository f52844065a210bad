#pragma once
/* How many descriptors each use of them may take, so that the store never goes without. */

#include <stdbool.h>
#include <stdint.h>

struct capacity {
    unsigned connections; /* all together */
    unsigned spare;       /* a loop, above them: for probes, and to say no */
    unsigned lingering;   /* a loop: refused clients that are still sending */
};

/* What `descriptors` leave room for, of `connections` wanted; false when that is fewer. */
bool capacity_fit(struct capacity *capacity, unsigned connections, unsigned threads, uint64_t descriptors);
/* Connections that libmicrohttpd may hold in one loop: all, when they happen to come there, the spare ones,
 * and as many that are being closed. */
unsigned capacity_of_library(const struct capacity *capacity);

/* How many descriptors each use of them may take. */
#include "server/capacity.h"
#include "server/limits.h"

/* Standard streams, the writer and the threads beside the loops with their stores; and of a loop its sockets,
 * epolls, events and its own store with what SQLite opens for a moment. */
#define OF_PROCESS 40
#define OF_LOOP 16

static unsigned least(uint64_t a, uint64_t b)
{
    return (unsigned)(a < b ? a : b);
}

static unsigned at_least_one(uint64_t count)
{
    return count > 0 ? (unsigned)count : 1;
}

bool capacity_fit(struct capacity *capacity, unsigned connections, unsigned threads, uint64_t descriptors)
{
    const uint64_t fixed = OF_PROCESS + (uint64_t)OF_LOOP * threads;
    const uint64_t left = descriptors > fixed ? descriptors - fixed : 0;
    /* Of a small number a quarter goes to those who are not let in. */
    const uint64_t share = left / 4 / threads;
    capacity->spare = at_least_one(least(LIMIT_SPARE, share / 4));
    capacity->lingering = at_least_one(least(LIMIT_LINGERING, share / 2));
    const uint64_t others = (2 * (uint64_t)capacity->spare + capacity->lingering) * threads;
    capacity->connections = at_least_one(least(connections, left > others ? left - others : 0));
    return capacity->connections == connections;
}

unsigned capacity_of_library(const struct capacity *capacity)
{
    return capacity->connections + 2 * capacity->spare;
}

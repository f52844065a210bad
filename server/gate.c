/* What all loops share to decide who gets in. */
#include "server/gate.h"
#include "db/report.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

/* Every connection is a descriptor; what the system grants us at most is what we need. */
static uint64_t raise_descriptor_limit(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return UINT64_MAX;
    const rlim_t granted = limit.rlim_cur;
    limit.rlim_cur = limit.rlim_max;
    return setrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_max : granted;
}

static void fit(struct gate *gate, const struct options *options)
{
    const uint64_t descriptors = raise_descriptor_limit();
    if (!capacity_fit(&gate->capacity, options->connections_max, options->threads, descriptors))
        report_error("the system grants %" PRIu64 " open files, so at most %u connections are served, not %u",
                     descriptors, gate->capacity.connections, options->connections_max);
}

/* The window is the time in which an empty bucket fills. */
static void write_policy(struct gate *gate, const struct options *options)
{
    const unsigned window = (options->rate_burst + options->rate_limit - 1) / options->rate_limit;
    snprintf(gate->policy, sizeof gate->policy, "\"default\";q=%u;w=%u", options->rate_burst, window);
}

struct gate *gate_open(const struct options *options)
{
    struct gate *gate = calloc(1, sizeof *gate);
    if (!gate)
        return NULL;
    const bool legal = address_parse_ranges(options->trusted_proxies, &gate->trusted);
    assert(legal); /* the option was checked when it was read */
    (void)legal;
    fit(gate, options);
    bodies_init(&gate->bodies, (size_t)options->bodies_max_mb << 20);
    gate->connections = connections_open(gate->capacity.connections, options->connections_per_address);
    if (options->rate_limit > 0) {
        gate->rates = rates_open(options->rate_limit, options->rate_burst);
        write_policy(gate, options);
    }
    if (gate->connections && (gate->rates || options->rate_limit == 0))
        return gate;
    gate_close(gate);
    return NULL;
}

void gate_close(struct gate *gate)
{
    if (!gate)
        return;
    connections_close(gate->connections);
    rates_close(gate->rates);
    free(gate);
}

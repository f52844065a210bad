/* What all loops share to decide who gets in. */
#include "server/gate.h"

#include <assert.h>
#include <stdlib.h>

struct gate *gate_open(const struct options *options)
{
    struct gate *gate = calloc(1, sizeof *gate);
    if (!gate)
        return NULL;
    const bool legal = address_parse_ranges(options->trusted_proxies, &gate->trusted);
    assert(legal); /* the option was checked when it was read */
    (void)legal;
    return gate;
}

void gate_close(struct gate *gate)
{
    free(gate);
}

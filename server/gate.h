#pragma once
/* What all loops share to decide who gets in. */

#include "server/address.h"
#include "server/options.h"

struct gate {
    struct address_ranges trusted; /* proxies */
};

struct gate *gate_open(const struct options *options);
void gate_close(struct gate *gate);

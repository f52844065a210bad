#pragma once
/* The serving process: all loops, from the first socket to the last answer. */

#include "server/options.h"

#include <stdint.h>

/* Serves until SIGTERM or SIGINT, then finishes what is under way. The store exists and is filled; `head` is
 * only announced. Returns the exit code; failures are reported. */
int server_run(const struct options *options, int64_t head);

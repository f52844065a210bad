#pragma once
/* `navicert import`. */

#include "server/options.h"

/* Returns the exit code. */
int import_command(const struct options *options, const struct words *words);

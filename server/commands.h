#pragma once
/* What the program can be told to do, one function each. */

#include "server/options.h"

#define EXIT_USAGE 2

/* Runs the command that `words` begins with (serve when there is none), which gets the operator's token if it
 * serves. Returns the exit code: 0 done, 1 failed, 2 not understood. */
int commands_run(struct options *options, const struct words *words);
/* Everything about the command line, for --help. */
void commands_print_help(FILE *to);

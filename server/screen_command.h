#pragma once
/* `navicert screen FILE`: answers a local file line by line. */

#include "db/store.h"
#include "server/options.h"

/* Returns the exit code: 0 every line was answered, 1 our fault or that of the file system, 2 the file or the
 * command cannot be understood, 3 some lines have problems. Borrows the store. */
int screen_command_run(struct store *store, const struct options *options, const char *path);

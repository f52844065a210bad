#pragma once
/* `navicert token create`, `list` and `revoke`. They return exit codes. */

#include "server/options.h"

int token_commands_create(const struct options *options, const struct words *words);
int token_commands_list(const struct options *options, const struct words *words);
int token_commands_rotate(const struct options *options, const struct words *words);
int token_commands_revoke(const struct options *options, const struct words *words);

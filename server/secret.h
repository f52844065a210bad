#pragma once
/* The operator's own token: where it comes from, and what it must look like. Its text is in no message. */

#include "server/options.h"

#define SECRET_SIZE_MIN 24
#define SECRET_SIZE_MAX 1024

/* Whether it can be a token: long enough, ASCII, without spaces. `name` is where it was given. */
bool secret_check(const char *text, const char *name, char fault[static OPTIONS_FAULT_SIZE]);
/* Makes options->operator of the token in the environment or in the file that was named, and wipes its text
 * from both memories. A file that others may read is warned of on standard error. */
bool secret_load(struct options *options, char fault[static OPTIONS_FAULT_SIZE]);
/* Wipes the text where it was not loaded. */
void secret_wipe(struct options *options);

#pragma once
/* Asking a running server whether it is alive, for containers without a shell. */

#include <stdbool.h>

/* GET /healthz at that address and port; false: reported. */
bool healthcheck_run(const char *address, unsigned port);

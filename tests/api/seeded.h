#pragma once
/* A store with the bundled data that was made once for all tests: taking that data in takes longer than most
 * of them. */

#include <stdbool.h>

/* Copies the store that NAVICERT_TEST_STORE names to the path; false where the variable is not set, and the
 * test makes its own. */
bool seeded_copy(const char *path);

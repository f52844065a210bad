#pragma once
/* Private to api/import*.c: how an attempt to record ended. */

#include "db/record.h"

/* Somebody else may write while we check; then all is checked again against what they wrote. */
#define IMPORT_ATTEMPTS_MAX 3

/* False, and said (where it happened or here), when nothing could be recorded. */
bool import_tell(enum record_outcome outcome);

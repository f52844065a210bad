#pragma once
/* Files that take their place whole and for good. */

#include "db/store.h"

/* Makes renames in the directory of that file last. */
bool place_sync_directory(const char *path);
/* Always false: "<path> <why>". */
bool place_refuse(char reason[static STORE_REASON_SIZE], const char *path, const char *why);

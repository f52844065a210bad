#pragma once
/* Compiles the rules of one data version from the store. */

#include "db/store.h"
#include "rules/rules.h"

/* One counted reference, or NULL on failure (logged). */
struct rules *rules_load(struct store *store, int64_t at);

#pragma once
/* The compilation of a data version, measured. */

#include "api/meter.h"
#include "db/load.h"

/* As rules_load_beside; from any thread. */
struct rules *compile_rules(struct meters *meters, struct store *store, int64_t version, struct rules *held);

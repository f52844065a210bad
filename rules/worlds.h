#pragma once
/* The outcomes possible once an ECCN governs: steps 4 to 7 of the decision, over provisions that match, may
 * match or do not. */

#include "rules/docket.h"

/* Sets of WORLD_EXPORT and of WORLD_IMPORT. */
uint32_t worlds_of_export(const struct entry *entries, size_t count);
uint32_t worlds_of_import(const struct entry *entries, size_t count);
/* Among those that match for certain: the review policy that prevails, the license exception to use; NULL for
 * none. */
const struct entry *worlds_find_policy(const struct entry *entries, size_t count);
const struct entry *worlds_find_exception(const struct entry *entries, size_t count);

#pragma once
/* Country groups: whether there is one of that name, and who is in it. */

#include "api/context.h"

#define GROUP_PREFIX "group:"

/* The group without the prefix, in any case. */
bool group_holds(const char *group, const struct place *place, struct date day);
/* Whether it is recorded at that version, or false where the store cannot be read. */
bool group_find(struct store *store, const char *group, int64_t at, bool *found);

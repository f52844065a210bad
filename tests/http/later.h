#pragma once
/* Changes of all kinds, recorded in the database of a server while it serves. */

#include <stdint.h>

/* Two rounds of them; each returns the data version that it came to. Of chips: other facts, another name,
 * aliases that go to another chip, one more that has the words of many, one that is deleted; of rulings:
 * other policies, new ones that suspend, amend and supersede, other days of verification; events that are
 * added, rewritten and deleted; places with other groups and names; groups, disputes, and what the data set
 * says of itself. */
int64_t later_record(const char *database, unsigned round);

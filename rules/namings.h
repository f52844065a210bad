#pragma once
/* Which provisions name something, found by what they name. */

#include <stddef.h>

struct naming {
    const char *name;
    unsigned provision; /* in rules->provisions */
};

struct namings {
    struct naming *items; /* by name, then provision */
    size_t count;
};

void namings_sort(struct namings *namings);
/* Those of that name; NULL is nobody's name. `count` may be 0. */
const struct naming *namings_find(const struct namings *namings, const char *name, size_t *count);

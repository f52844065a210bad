#pragma once
/* What bears or lists a name, found by it. */

#include <stddef.h>

struct naming {
    const char *name;
    unsigned index; /* of the provision or chip */
};

struct namings {
    struct naming *items; /* by name, then index */
    size_t count;
};

void namings_sort(struct namings *namings);
/* The first of that name; NULL: there is none. NULL is nobody's name. */
const struct naming *namings_find(const struct namings *namings, const char *name);
/* How many there are of its name, from the first on; 0 for NULL. */
size_t namings_count(const struct namings *namings, const struct naming *first);

/* A sorted list, searched by halves. */

#include "rules/namings.h"

#include <stdlib.h>
#include <string.h>

static int by_name(const void *a, const void *b)
{
    const struct naming *first = a, *second = b;
    const int order = strcmp(first->name, second->name);
    if (order != 0)
        return order;
    return (first->provision > second->provision) - (first->provision < second->provision);
}

void namings_sort(struct namings *namings)
{
    if (namings->count > 0)
        qsort(namings->items, namings->count, sizeof *namings->items, by_name);
}

const struct naming *namings_find(const struct namings *namings, const char *name, size_t *count)
{
    size_t low = 0, high = name ? namings->count : 0;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strcmp(namings->items[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    while (name && low + *count < namings->count && strcmp(namings->items[low + *count].name, name) == 0)
        ++*count;
    return namings->items + low;
}

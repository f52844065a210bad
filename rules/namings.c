/* A sorted list, searched by halves. */

#include "rules/namings.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static int by_name(const void *a, const void *b)
{
    const struct naming *first = a, *second = b;
    const int order = strcmp(first->name, second->name);
    if (order != 0)
        return order;
    return (first->index > second->index) - (first->index < second->index);
}

void namings_sort(struct namings *namings)
{
    if (namings->count > 0)
        qsort(namings->items, namings->count, sizeof *namings->items, by_name);
}

const struct naming *namings_find(const struct namings *namings, const char *name)
{
    size_t low = 0, high = name ? namings->count : 0;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strcmp(namings->items[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    const bool found = name && low < namings->count && strcmp(namings->items[low].name, name) == 0;
    return found ? &namings->items[low] : NULL;
}

size_t namings_count(const struct namings *namings, const struct naming *first)
{
    const struct naming *end = namings->items + namings->count, *next = first;
    while (first && next < end && strcmp(next->name, first->name) == 0)
        next++;
    return first ? (size_t)(next - first) : 0;
}

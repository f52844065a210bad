/* Whose law a question meets: the item's own, that of the place of export, that of the destination. */

#include "rules/decide_leg.h"

#include <string.h>

/* Nothing is exported where both ends lie in the jurisdiction. */
static bool is_domestic(const struct inquiry *inquiry, const struct jurisdiction *jurisdiction)
{
    return place_lies_in(inquiry->export_from, jurisdiction) &&
           place_lies_in(inquiry->destination, jurisdiction);
}

static const struct jurisdiction *item_jurisdiction(const struct compiled *compiled)
{
    const struct jurisdiction *found = compiled->jurisdictions;
    while (strcmp(found->code, ITEM_JURISDICTION) != 0)
        found++;
    return found;
}

static size_t list_export(const struct inquiry *inquiry, struct forum *forums)
{
    const struct compiled *compiled = inquiry->compiled;
    const struct jurisdiction *items_own = item_jurisdiction(compiled);
    size_t count = 0;
    forums[count++] =
        (struct forum){SIDE_EXPORT, items_own->code, items_own, is_domestic(inquiry, items_own)};
    for (size_t i = 0; i < compiled->jurisdiction_count && count <= PLACE_JURISDICTIONS_MAX; i++) {
        const struct jurisdiction *jurisdiction = &compiled->jurisdictions[i];
        if (jurisdiction != items_own && inquiry_place_is_governed(inquiry, inquiry->question->export_from,
                                                                   inquiry->export_from, jurisdiction))
            forums[count++] = (struct forum){SIDE_EXPORT, jurisdiction->code, jurisdiction,
                                             is_domestic(inquiry, jurisdiction)};
    }
    return count;
}

static size_t list_import(const struct inquiry *inquiry, struct forum *forums)
{
    const struct compiled *compiled = inquiry->compiled;
    const struct place *destination = inquiry->question->destination;
    size_t count = 0;
    for (size_t i = 0; i < compiled->jurisdiction_count && count < PLACE_JURISDICTIONS_MAX; i++) {
        const struct jurisdiction *jurisdiction = &compiled->jurisdictions[i];
        if (inquiry_place_is_governed(inquiry, destination, inquiry->destination, jurisdiction))
            forums[count++] = (struct forum){SIDE_IMPORT, jurisdiction->code, jurisdiction, false};
    }
    if (count == 0)
        forums[count++] = (struct forum){SIDE_IMPORT, destination->code, NULL, false};
    return count;
}

size_t forums_list(const struct inquiry *inquiry, struct forum forums[static DECISION_LEGS_MAX])
{
    const size_t count = list_export(inquiry, forums);
    return count + list_import(inquiry, forums + count);
}

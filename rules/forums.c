/* Whose law a question meets: the item's own, that of the place of export, that of the destination. */

#include "rules/decide_leg.h"

/* Being treated as another place is the item's own law (15 CFR 738.3, 772.1, 85 FR 83765): to China's, Hong
 * Kong is abroad. */
static bool lies_in(const struct inquiry *inquiry, const struct place *place, const uint64_t *tokens,
                    const struct jurisdiction *jurisdiction)
{
    if (jurisdiction->items_own)
        return place_lies_in(tokens, jurisdiction);
    return inquiry_place_is_governed(inquiry, place, tokens, jurisdiction);
}

/* Nothing is exported where both ends lie in the jurisdiction. */
static bool is_domestic(const struct inquiry *inquiry, const struct jurisdiction *jurisdiction)
{
    const struct question *question = inquiry->question;
    return lies_in(inquiry, question->export_from, inquiry->export_from, jurisdiction) &&
           lies_in(inquiry, question->destination, inquiry->destination, jurisdiction);
}

static size_t list_export(const struct inquiry *inquiry, struct forum *forums)
{
    const struct compiled *compiled = inquiry->compiled;
    const struct jurisdiction *items_own = compiled->items_own;
    size_t count = 0;
    forums[count++] =
        (struct forum){SIDE_EXPORT, items_own->code, items_own, is_domestic(inquiry, items_own), false};
    for (size_t i = 0; i < compiled->jurisdiction_count && count <= PLACE_JURISDICTIONS_MAX; i++) {
        const struct jurisdiction *jurisdiction = &compiled->jurisdictions[i];
        if (jurisdiction != items_own && inquiry_place_is_governed(inquiry, inquiry->question->export_from,
                                                                   inquiry->export_from, jurisdiction))
            forums[count++] = (struct forum){SIDE_EXPORT, jurisdiction->code, jurisdiction,
                                             is_domestic(inquiry, jurisdiction), false};
    }
    return count;
}

static bool is_heard_on_export(const struct forum *exports, size_t count,
                               const struct jurisdiction *jurisdiction)
{
    for (size_t i = 0; i < count; i++) {
        if (exports[i].jurisdiction == jurisdiction)
            return true;
    }
    return false;
}

/* Behind the `exports` of them that are listed already. */
static size_t list_import(const struct inquiry *inquiry, struct forum *forums, size_t exports)
{
    const struct compiled *compiled = inquiry->compiled;
    const struct place *destination = inquiry->question->destination;
    size_t count = 0;
    for (size_t i = 0; i < compiled->jurisdiction_count && count < PLACE_JURISDICTIONS_MAX; i++) {
        const struct jurisdiction *jurisdiction = &compiled->jurisdictions[i];
        if (inquiry_place_is_governed(inquiry, destination, inquiry->destination, jurisdiction))
            forums[exports + count++] =
                (struct forum){.side = SIDE_IMPORT,
                               .code = jurisdiction->code,
                               .jurisdiction = jurisdiction,
                               .heard_on_export = is_heard_on_export(forums, exports, jurisdiction)};
    }
    if (count == 0)
        forums[exports + count++] = (struct forum){.side = SIDE_IMPORT, .code = destination->code};
    return count;
}

size_t forums_list(const struct inquiry *inquiry, struct forum forums[static DECISION_LEGS_MAX])
{
    const size_t count = list_export(inquiry, forums);
    return count + list_import(inquiry, forums, count);
}

/* Sizing and handing out the working memory of decisions. */

#include "rules/scratch.h"

#include <stdlib.h>

/* The lists of a leg that draw on its provisions: because, perhaps, conditions, other exceptions, notes. */
#define LISTS_A_LEG 5
/* Those of a decision: pending, suspended, lapsed_unverified. */
#define LISTS_A_DECISION 3

struct scratch *scratch_open(const struct rules *rules)
{
    const struct mask_shape shape = rules->compiled->shape;
    const size_t provisions = rules->provision_count + 1, fields = rules->field_count + 1;
    const size_t pairs = rules->compiled->missing_max + 1;
    const size_t listed =
        (LISTS_A_LEG * DECISION_LEGS_MAX + LISTS_A_DECISION) * provisions + DECISION_LEGS_MAX * pairs;
    struct scratch *scratch = calloc(1, sizeof *scratch);
    if (!scratch)
        return NULL;
    scratch->entries = calloc(provisions, sizeof *scratch->entries);
    scratch->met = calloc(shape.words + 1, sizeof *scratch->met);
    scratch->beside = calloc(shape.words + 1, sizeof *scratch->beside);
    scratch->marks = calloc(shape.words + shape.summary + 1, sizeof *scratch->marks);
    scratch->field_marks = calloc(fields, sizeof *scratch->field_marks);
    scratch->field_count = rules->field_count;
    scratch->circumstances = calloc(fields, sizeof *scratch->circumstances);
    scratch->pairs = calloc(pairs, sizeof *scratch->pairs);
    scratch->caveats = calloc(fields, sizeof *scratch->caveats);
    scratch->provisions = calloc(listed, sizeof *scratch->provisions);
    scratch->missing = calloc(DECISION_LEGS_MAX * fields, sizeof *scratch->missing);
    if (scratch->entries && scratch->met && scratch->beside && scratch->marks && scratch->field_marks &&
        scratch->circumstances && scratch->pairs && scratch->caveats && scratch->provisions &&
        scratch->missing)
        return scratch;
    scratch_close(scratch);
    return NULL;
}

void scratch_close(struct scratch *scratch)
{
    if (!scratch)
        return;
    free(scratch->entries);
    free(scratch->met);
    free(scratch->beside);
    free(scratch->marks);
    free(scratch->field_marks);
    free(scratch->circumstances);
    free(scratch->pairs);
    free(scratch->caveats);
    free(scratch->provisions);
    free(scratch->missing);
    free(scratch);
}

struct value *scratch_circumstances(struct scratch *scratch)
{
    for (size_t i = 0; i < scratch->field_count; i++)
        scratch->circumstances[i] = (struct value){.type = VALUE_UNKNOWN};
    return scratch->circumstances;
}

void scratch_reset(struct scratch *scratch)
{
    scratch->provisions_used = 0;
    scratch->missing_used = 0;
}

struct provision_list scratch_list(struct scratch *scratch)
{
    return (struct provision_list){.items = scratch->provisions + scratch->provisions_used};
}

void scratch_add(struct scratch *scratch, struct provision_list *list, const struct provision *provision)
{
    list->items[list->count++] = provision;
    scratch->provisions_used++;
}

/* Rulings lie in memory in their order, and so do the provisions of each. */
static bool comes_before(const struct provision *a, const struct provision *b)
{
    return a->ruling != b->ruling ? a->ruling < b->ruling : a < b;
}

void scratch_insert(struct scratch *scratch, struct provision_list *list, const struct provision *provision)
{
    scratch_add(scratch, list, provision);
    size_t at = list->count - 1;
    for (; at > 0 && comes_before(provision, list->items[at - 1]); at--)
        list->items[at] = list->items[at - 1];
    list->items[at] = provision;
}

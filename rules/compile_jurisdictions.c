/* Sorts provisions by the jurisdiction and the stage of the decision that reads them. */

#include "rules/compile.h"
#include "rules/decide.h"

#include <stdlib.h>
#include <string.h>

static int by_code(const void *a, const void *b)
{
    const struct jurisdiction *first = a, *second = b;
    return strcmp(first->code, second->code);
}

static int code_against_jurisdiction(const void *code, const void *jurisdiction)
{
    return strcmp(code, ((const struct jurisdiction *)jurisdiction)->code);
}

/* Adds a provision to a set, which is made for its first. */
static bool add(struct compiled *compiled, uint64_t **mask, size_t index)
{
    if (!*mask)
        *mask = mask_allocate(&compiled->arena, compiled->shape);
    if (*mask)
        mask_add(*mask, compiled->shape, index);
    return *mask != NULL;
}

static bool classifies(const struct compiled_provision *compiled)
{
    return compiled->operative && compiled->provision->effect == EFFECT_CLASSIFY &&
           compiled->provision->eccns.count > 0;
}

/* Under its own jurisdiction's law. */
static bool add_provision(struct compiled *compiled, struct jurisdiction *law, size_t index)
{
    const struct compiled_provision *provision = &compiled->provisions[index];
    const bool asks_eccn = provision->provision->eccns.count > 0 || provision->suspender_count > 0;
    switch (provision->provision->effect) {
    case EFFECT_PROHIBIT:
    case EFFECT_LICENSE_REQUIRED:
    case EFFECT_LICENSE_EXCEPTION:
    case EFFECT_LICENSE_POLICY:
        return add(compiled, &law->export_deciding, index);
    case EFFECT_CONDITION:
        return add(compiled, &law->export_beside, index);
    case EFFECT_GUIDANCE:
        law->import_asks_eccn |= asks_eccn;
        return add(compiled, &law->export_beside, index) && add(compiled, &law->import_beside, index);
    case EFFECT_IMPORT_RESTRICTION:
        law->import_asks_eccn |= asks_eccn;
        return add(compiled, &law->import_deciding, index);
    case EFFECT_TARIFF:
        law->import_asks_eccn |= asks_eccn;
        return add(compiled, &law->import_beside, index);
    case EFFECT_CLASSIFY:
    case EFFECT_SUSPEND:
    case EFFECT_COUNT:
        break;
    }
    return true;
}

static bool add_provisions(struct compiled *compiled, struct jurisdiction *laws, size_t provision_count)
{
    for (size_t i = 0; i < provision_count; i++) {
        const struct compiled_provision *provision = &compiled->provisions[i];
        if (provision->operative && !add_provision(compiled, &laws[provision->jurisdiction], i))
            return false;
    }
    return true;
}

struct ranked {
    int priority;
    unsigned index;
};

/* The highest priority first; ties fall to the provision's id. */
static int by_rank(const void *a, const void *b)
{
    const struct ranked *first = a, *second = b;
    if (first->priority != second->priority)
        return first->priority > second->priority ? -1 : 1;
    return (first->index > second->index) - (first->index < second->index);
}

/* An ECCN follows the item: the item jurisdiction's classifications count on every leg, beside the leg's own.
 */
static bool list_classifications(struct compiled *compiled, const struct ranked *ranked, size_t count,
                                 struct jurisdiction *law)
{
    unsigned *items = arena_allocate(&compiled->arena, count, sizeof *items);
    if (!items)
        return false;
    law->classifications.items = items;
    for (size_t i = 0; i < count; i++) {
        const struct jurisdiction *of =
            &compiled->jurisdictions[compiled->provisions[ranked[i].index].jurisdiction];
        if (of != law && !of->items_own)
            continue;
        items[law->classifications.count++] = ranked[i].index;
        if (!add(compiled, &law->classifying, ranked[i].index))
            return false;
    }
    return true;
}

static bool rank_classifications(struct rules_owner *owner, struct jurisdiction *laws)
{
    struct compiled *compiled = &owner->compiled;
    size_t count = 0;
    for (size_t i = 0; i < owner->rules.provision_count; i++)
        count += classifies(&compiled->provisions[i]);
    struct ranked *ranked = malloc((count + 1) * sizeof *ranked);
    if (!ranked)
        return false;
    count = 0;
    for (size_t i = 0; i < owner->rules.provision_count; i++) {
        if (classifies(&compiled->provisions[i]))
            ranked[count++] = (struct ranked){owner->rules.provisions[i]->priority, (unsigned)i};
    }
    qsort(ranked, count, sizeof *ranked, by_rank);
    bool listed = true;
    for (size_t i = 0; listed && i < compiled->jurisdiction_count; i++)
        listed = list_classifications(compiled, ranked, count, &laws[i]);
    free(ranked);
    return listed;
}

static void find_tokens(const struct token_table *table, struct jurisdiction *law)
{
    const size_t prefix = strlen(TOKEN_GROUP_PREFIX);
    law->token = token_table_find(table, law->code);
    for (size_t i = 0; i < table->count; i++) {
        if (strncmp(table->items[i], TOKEN_GROUP_PREFIX, prefix) == 0 &&
            strcmp(table->items[i] + prefix, law->code) == 0)
            law->group_token = i;
    }
}

/* Every jurisdiction once, by code; NULL when memory is short. */
static struct jurisdiction *list_laws(struct rules_owner *owner)
{
    const struct rules *rules = &owner->rules;
    const size_t most = rules->ruling_count + 1;
    struct jurisdiction *laws = arena_allocate(&owner->compiled.arena, most, sizeof *laws);
    if (!laws)
        return NULL;
    for (size_t i = 0; i < rules->ruling_count; i++)
        laws[i].code = rules->rulings[i].jurisdiction;
    laws[rules->ruling_count].code = ITEM_JURISDICTION;
    qsort(laws, most, sizeof *laws, by_code);
    size_t count = 0;
    for (size_t i = 0; i < most; i++) {
        if (count == 0 || strcmp(laws[count - 1].code, laws[i].code) != 0)
            laws[count++].code = laws[i].code;
    }
    for (size_t i = 0; i < count; i++) {
        find_tokens(&owner->compiled.tokens, &laws[i]);
        laws[i].items_own = strcmp(laws[i].code, ITEM_JURISDICTION) == 0;
        if (laws[i].items_own)
            owner->compiled.items_own = &laws[i];
    }
    owner->compiled.jurisdictions = laws;
    owner->compiled.jurisdiction_count = count;
    return laws;
}

static void tell_laws(const struct rules *rules, struct compiled *compiled)
{
    const struct ruling *ruling = NULL;
    unsigned law = 0;
    for (size_t i = 0; i < rules->provision_count; i++) {
        if (rules->provisions[i]->ruling != ruling) {
            ruling = rules->provisions[i]->ruling;
            const struct jurisdiction *found =
                bsearch(ruling->jurisdiction, compiled->jurisdictions, compiled->jurisdiction_count,
                        sizeof *compiled->jurisdictions, code_against_jurisdiction);
            law = (unsigned)(found - compiled->jurisdictions);
        }
        compiled->provisions[i].jurisdiction = law;
    }
}

/* What is looked at beside the provisions of a leg. */
static bool list_beside(struct rules_owner *owner)
{
    const struct rules *rules = &owner->rules;
    struct compiled *compiled = &owner->compiled;
    compiled->everything = mask_allocate(&compiled->arena, compiled->shape);
    compiled->pending = mask_allocate(&compiled->arena, compiled->shape);
    compiled->lapsing = mask_allocate(&compiled->arena, compiled->shape);
    compiled->suspendable = mask_allocate(&compiled->arena, compiled->shape);
    if (!compiled->everything || !compiled->pending || !compiled->lapsing || !compiled->suspendable)
        return false;
    for (size_t i = 0; i < rules->provision_count; i++) {
        const struct provision *provision = rules->provisions[i];
        mask_add(compiled->everything, compiled->shape, i);
        if (!compiled->provisions[i].operative)
            mask_add(compiled->pending, compiled->shape, i);
        else if (provision->in_force.until.ymd > provision->ruling->verified_through.ymd)
            mask_add(compiled->lapsing, compiled->shape, i);
        if (compiled->provisions[i].operative && compiled->provisions[i].suspender_count > 0)
            mask_add(compiled->suspendable, compiled->shape, i);
    }
    return true;
}

bool compile_jurisdictions(struct rules_owner *owner)
{
    struct jurisdiction *laws = list_laws(owner);
    if (!laws)
        return false;
    tell_laws(&owner->rules, &owner->compiled);
    return add_provisions(&owner->compiled, laws, owner->rules.provision_count) &&
           rank_classifications(owner, laws) && list_beside(owner);
}

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

static bool decides_export(enum effect effect)
{
    return effect == EFFECT_PROHIBIT || effect == EFFECT_LICENSE_REQUIRED ||
           effect == EFFECT_LICENSE_EXCEPTION || effect == EFFECT_LICENSE_POLICY;
}

static bool decides_import(enum effect effect)
{
    return effect == EFFECT_IMPORT_RESTRICTION;
}

static bool goes_with_export(enum effect effect)
{
    return effect == EFFECT_CONDITION || effect == EFFECT_GUIDANCE;
}

static bool goes_with_import(enum effect effect)
{
    return effect == EFFECT_TARIFF || effect == EFFECT_GUIDANCE;
}

/* Operative provisions of that jurisdiction for which `chosen` holds, in order. */
static bool list_of(struct rules_owner *owner, const char *code, bool (*chosen)(enum effect),
                    struct provision_indexes *list)
{
    const struct rules *rules = &owner->rules;
    unsigned *items = arena_allocate(&owner->compiled.arena, rules->provision_count, sizeof *items);
    if (!items)
        return false;
    list->items = items;
    for (size_t i = 0; i < rules->provision_count; i++) {
        const struct provision *provision = rules->provisions[i];
        if (owner->compiled.provisions[i].operative && chosen(provision->effect) &&
            strcmp(provision->ruling->jurisdiction, code) == 0)
            items[list->count++] = (unsigned)i;
    }
    return true;
}

static bool asks_eccn(const struct compiled *compiled, const struct provision_indexes *provisions)
{
    for (size_t i = 0; i < provisions->count; i++) {
        const struct compiled_provision *provision = &compiled->provisions[provisions->items[i]];
        if (provision->provision->eccns.count > 0 || provision->suspender_count > 0)
            return true;
    }
    return false;
}

/* The highest priority first; ties fall to the provision's id. */
static bool ranks_before(const struct rules *rules, unsigned a, unsigned b)
{
    const int first = rules->provisions[a]->priority, second = rules->provisions[b]->priority;
    return first != second ? first > second : a < b;
}

/* An ECCN follows the item: the item jurisdiction's classifications count on every leg, beside the leg's own.
 */
static bool list_classifications(struct rules_owner *owner, struct jurisdiction *jurisdiction)
{
    const struct rules *rules = &owner->rules;
    unsigned *items = arena_allocate(&owner->compiled.arena, rules->provision_count, sizeof *items);
    if (!items)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < rules->provision_count; i++) {
        const struct provision *provision = rules->provisions[i];
        const char *code = provision->ruling->jurisdiction;
        if (provision->effect != EFFECT_CLASSIFY || provision->eccns.count == 0 ||
            !owner->compiled.provisions[i].operative ||
            (strcmp(code, jurisdiction->code) != 0 && strcmp(code, ITEM_JURISDICTION) != 0))
            continue;
        size_t at = count++;
        for (; at > 0 && ranks_before(rules, (unsigned)i, items[at - 1]); at--)
            items[at] = items[at - 1];
        items[at] = (unsigned)i;
    }
    jurisdiction->classifications = (struct provision_indexes){.items = items, .count = count};
    return true;
}

static bool fill_jurisdiction(struct rules_owner *owner, struct jurisdiction *jurisdiction)
{
    const struct token_table *table = &owner->compiled.tokens;
    jurisdiction->token = token_table_find(table, jurisdiction->code);
    for (size_t i = 0; i < table->count; i++) {
        if (strncmp(table->items[i], TOKEN_GROUP_PREFIX, strlen(TOKEN_GROUP_PREFIX)) == 0 &&
            strcmp(table->items[i] + strlen(TOKEN_GROUP_PREFIX), jurisdiction->code) == 0)
            jurisdiction->group_token = i;
    }
    const bool listed = list_classifications(owner, jurisdiction) &&
                        list_of(owner, jurisdiction->code, decides_export, &jurisdiction->export_deciding) &&
                        list_of(owner, jurisdiction->code, goes_with_export, &jurisdiction->export_beside) &&
                        list_of(owner, jurisdiction->code, decides_import, &jurisdiction->import_deciding) &&
                        list_of(owner, jurisdiction->code, goes_with_import, &jurisdiction->import_beside);
    if (listed)
        jurisdiction->import_asks_eccn = asks_eccn(&owner->compiled, &jurisdiction->import_deciding) ||
                                         asks_eccn(&owner->compiled, &jurisdiction->import_beside);
    return listed;
}

static bool list_jurisdictions(struct rules_owner *owner)
{
    const struct rules *rules = &owner->rules;
    struct jurisdiction *list = arena_allocate(&owner->compiled.arena, rules->ruling_count + 1, sizeof *list);
    if (!list)
        return false;
    for (size_t i = 0; i < rules->ruling_count; i++)
        list[i].code = rules->rulings[i].jurisdiction;
    list[rules->ruling_count].code = ITEM_JURISDICTION;
    qsort(list, rules->ruling_count + 1, sizeof *list, by_code);
    size_t count = 0;
    for (size_t i = 0; i <= rules->ruling_count; i++) {
        if (count == 0 || strcmp(list[count - 1].code, list[i].code) != 0)
            list[count++].code = list[i].code;
    }
    for (size_t i = 0; i < count; i++) {
        if (!fill_jurisdiction(owner, &list[i]))
            return false;
    }
    owner->compiled.jurisdictions = list;
    owner->compiled.jurisdiction_count = count;
    return true;
}

/* What is looked at beside the provisions of a leg. */
static bool list_beside(struct rules_owner *owner)
{
    const struct rules *rules = &owner->rules;
    struct compiled *compiled = &owner->compiled;
    unsigned *pending = arena_allocate(&compiled->arena, rules->provision_count, sizeof *pending);
    unsigned *lapsing = arena_allocate(&compiled->arena, rules->provision_count, sizeof *lapsing);
    unsigned *suspendable = arena_allocate(&compiled->arena, rules->provision_count, sizeof *suspendable);
    if (!pending || !lapsing || !suspendable)
        return false;
    for (size_t i = 0; i < rules->provision_count; i++) {
        const struct provision *provision = rules->provisions[i];
        if (!compiled->provisions[i].operative)
            pending[compiled->pending_count++] = (unsigned)i;
        else if (provision->in_force.until.ymd > provision->ruling->verified_through.ymd)
            lapsing[compiled->lapsing_count++] = (unsigned)i;
        if (compiled->provisions[i].operative && compiled->provisions[i].suspender_count > 0)
            suspendable[compiled->suspendable_count++] = (unsigned)i;
    }
    compiled->pending = pending;
    compiled->lapsing = lapsing;
    compiled->suspendable = suspendable;
    return true;
}

bool compile_jurisdictions(struct rules_owner *owner)
{
    return list_jurisdictions(owner) && list_beside(owner);
}

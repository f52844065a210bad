/* Which suspensions target a provision, and which provisions a suspension targets. */

#include "rules/compile.h"
#include "rules/namings.h"

#include <stdlib.h>

static bool suspends(const struct provision *provision)
{
    return provision->effect == EFFECT_SUSPEND && provision->ruling->standing == STANDING_OPERATIVE;
}

/* Every target with the suspension that names it; the caller frees the items. */
static bool list_targets(const struct rules *rules, struct namings *targets)
{
    size_t count = 0;
    for (size_t i = 0; i < rules->provision_count; i++)
        count += suspends(rules->provisions[i]) ? rules->provisions[i]->targets.count : 0;
    targets->items = malloc((count + 1) * sizeof *targets->items);
    if (!targets->items)
        return false;
    for (size_t i = 0; i < rules->provision_count; i++) {
        const struct provision *provision = rules->provisions[i];
        for (size_t j = 0; suspends(provision) && j < provision->targets.count; j++)
            targets->items[targets->count++] =
                (struct naming){.name = provision->targets.items[j], .index = (unsigned)i};
    }
    namings_sort(targets);
    return true;
}

static int by_number(const void *a, const void *b)
{
    const unsigned *first = a, *second = b;
    return (*first > *second) - (*first < *second);
}

/* Those that name the provision or its ruling, in order, each once, and not itself. */
static bool list_suspenders(struct arena *arena, const struct namings *targets, unsigned index,
                            struct compiled_provision *compiled)
{
    const struct naming *first = namings_find(targets, compiled->provision->id);
    const struct naming *second = namings_find(targets, compiled->provision->ruling->id);
    const size_t by_id = namings_count(targets, first), by_ruling = namings_count(targets, second);
    size_t unique = 0;
    if (by_id + by_ruling == 0)
        return true;
    unsigned *list = arena_allocate(arena, by_id + by_ruling, sizeof *list);
    if (!list)
        return false;
    for (size_t i = 0; i < by_id + by_ruling; i++)
        list[i] = i < by_id ? first[i].index : second[i - by_id].index;
    qsort(list, by_id + by_ruling, sizeof *list, by_number);
    for (size_t i = 0; i < by_id + by_ruling; i++) {
        if (list[i] != index && (unique == 0 || list[unique - 1] != list[i]))
            list[unique++] = list[i];
    }
    compiled->suspenders = list;
    compiled->suspender_count = (unsigned)unique;
    return true;
}

/* The other way round. */
static bool list_suspended(struct arena *arena, struct compiled_provision *provisions, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (unsigned j = 0; j < provisions[i].suspender_count; j++)
            provisions[provisions[i].suspenders[j]].suspends_count++;
    }
    for (size_t i = 0; i < count; i++) {
        if (provisions[i].suspends_count == 0)
            continue;
        provisions[i].suspends =
            arena_allocate(arena, provisions[i].suspends_count, sizeof *provisions[i].suspends);
        if (!provisions[i].suspends)
            return false;
        provisions[i].suspends_count = 0;
    }
    for (size_t i = 0; i < count; i++) {
        for (unsigned j = 0; j < provisions[i].suspender_count; j++) {
            struct compiled_provision *suspender = &provisions[provisions[i].suspenders[j]];
            suspender->suspends[suspender->suspends_count++] = (unsigned)i;
        }
    }
    return true;
}

bool compile_suspensions(struct rules_owner *owner, struct compiled_provision *provisions)
{
    const size_t count = owner->rules.provision_count;
    struct arena *arena = &owner->compiled.arena;
    struct namings targets = {.count = 0};
    bool listed = list_targets(&owner->rules, &targets);
    for (size_t i = 0; listed && i < count; i++)
        listed = list_suspenders(arena, &targets, (unsigned)i, &provisions[i]);
    free(targets.items);
    return listed && list_suspended(arena, provisions, count);
}

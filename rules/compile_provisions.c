/* Provisions as sets of tokens, with the suspensions that target them. */

#include "rules/compile.h"

#include <string.h>

static bool is_usable_exception(const struct provision *provision)
{
    for (size_t i = 0; i < provision->condition_count; i++) {
        if (strcmp(provision->conditions[i].type, CONDITION_NOTIFICATION) != 0)
            return false;
    }
    return provision->effect == EFFECT_LICENSE_EXCEPTION;
}

static bool asks_circumstances(const struct predicate *predicate)
{
    if (!predicate)
        return false;
    if (predicate->kind == PREDICATE_COMPARE)
        return predicate->field >= ITEM_FIELD_COUNT;
    for (unsigned i = 0; i < predicate->child_count; i++) {
        if (asks_circumstances(&predicate->children[i]))
            return true;
    }
    return false;
}

static bool targets(const struct provision *suspension, const struct provision *provision)
{
    if (suspension->effect != EFFECT_SUSPEND || suspension->ruling->standing != STANDING_OPERATIVE ||
        suspension == provision)
        return false;
    for (size_t i = 0; i < suspension->targets.count; i++) {
        const char *target = suspension->targets.items[i];
        if (strcmp(target, provision->id) == 0 || strcmp(target, provision->ruling->id) == 0)
            return true;
    }
    return false;
}

static bool list_suspenders(struct rules_owner *owner, struct compiled_provision *compiled)
{
    const struct rules *rules = &owner->rules;
    for (size_t i = 0; i < rules->provision_count; i++)
        compiled->suspender_count += targets(rules->provisions[i], compiled->provision);
    unsigned *list = arena_allocate(&owner->compiled.arena, compiled->suspender_count, sizeof *list);
    if (!list)
        return false;
    compiled->suspenders = list;
    for (size_t i = 0; i < rules->provision_count; i++) {
        if (targets(rules->provisions[i], compiled->provision))
            *list++ = (unsigned)i;
    }
    return true;
}

static bool compile_provision(struct rules_owner *owner, const struct provision *provision,
                              struct compiled_provision *compiled)
{
    struct arena *arena = &owner->compiled.arena;
    const struct token_table *table = &owner->compiled.tokens;
    *compiled = (struct compiled_provision){
        .provision = provision,
        .in_force = provision->in_force,
        .operative = provision->ruling->standing == STANDING_OPERATIVE,
        .usable_exception = is_usable_exception(provision),
        .asks_circumstances = asks_circumstances(provision->predicate),
    };
    return token_set_build(arena, table, &provision->include, &compiled->include) &&
           token_set_build(arena, table, &provision->exclude, &compiled->exclude) &&
           token_set_build(arena, table, &provision->headquartered_in, &compiled->headquartered_in) &&
           token_set_build(arena, table, &provision->export_from, &compiled->export_from) &&
           list_suspenders(owner, compiled);
}

static size_t count_comparisons(const struct predicate *predicate)
{
    if (!predicate)
        return 0;
    if (predicate->kind == PREDICATE_COMPARE)
        return 1;
    size_t count = 0;
    for (unsigned i = 0; i < predicate->child_count; i++)
        count += count_comparisons(&predicate->children[i]);
    return count;
}

/* As many facts as can keep the provision unknown: those of its predicate and of what may suspend it. */
static size_t count_facts(const struct rules *rules, const struct compiled_provision *provisions,
                          size_t index, unsigned depth)
{
    size_t count = count_comparisons(provisions[index].provision->predicate);
    for (unsigned i = 0; depth > 0 && i < provisions[index].suspender_count; i++)
        count += count_facts(rules, provisions, provisions[index].suspenders[i], depth - 1);
    return count < rules->field_count ? count : rules->field_count;
}

bool compile_provisions(struct rules_owner *owner)
{
    const struct rules *rules = &owner->rules;
    struct compiled_provision *provisions =
        arena_allocate(&owner->compiled.arena, rules->provision_count, sizeof *provisions);
    if (!provisions)
        return false;
    for (size_t i = 0; i < rules->provision_count; i++) {
        if (!compile_provision(owner, rules->provisions[i], &provisions[i]))
            return false;
    }
    for (size_t i = 0; i < rules->provision_count; i++)
        owner->compiled.missing_max += count_facts(rules, provisions, i, SUSPENSION_DEPTH);
    owner->compiled.provisions = provisions;
    return true;
}

/* Provisions as sets of tokens. */

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

static uint64_t eccn_bit(const char *eccn)
{
    unsigned hash = 0;
    for (; *eccn; eccn++)
        hash = 31 * hash + (unsigned char)*eccn;
    return UINT64_C(1) << hash % 64;
}

static void sieve_eccns(struct compiled_provision *compiled)
{
    const struct tokens *eccns = &compiled->provision->eccns;
    for (size_t i = 0; i < eccns->count; i++)
        compiled->eccn_sieve |= eccn_bit(eccns->items[i]);
    compiled->eccn_bit = eccns->count > 0 ? eccn_bit(eccns->items[0]) : 0;
}

static uint64_t circumstances_of(const struct predicate *predicate)
{
    if (!predicate)
        return 0;
    if (predicate->kind == PREDICATE_COMPARE)
        return predicate->field >= ITEM_FIELD_COUNT ? UINT64_C(1) << predicate->field % 64 : 0;
    uint64_t circumstances = 0;
    for (unsigned i = 0; i < predicate->child_count; i++)
        circumstances |= circumstances_of(&predicate->children[i]);
    return circumstances;
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
        .circumstances = circumstances_of(provision->predicate),
    };
    sieve_eccns(compiled);
    return token_set_build(arena, table, &provision->include, &compiled->include) &&
           token_set_build(arena, table, &provision->exclude, &compiled->exclude) &&
           token_set_build(arena, table, &provision->headquartered_in, &compiled->headquartered_in) &&
           token_set_build(arena, table, &provision->export_from, &compiled->export_from);
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
    struct compiled *compiled = &owner->compiled;
    struct compiled_provision *provisions =
        arena_allocate(&compiled->arena, rules->provision_count, sizeof *provisions);
    if (!provisions)
        return false;
    compiled->provisions = provisions;
    compiled->shape = mask_shape(rules->provision_count);
    for (size_t i = 0; i < rules->provision_count; i++) {
        if (!compile_provision(owner, rules->provisions[i], &provisions[i]))
            return false;
    }
    if (!compile_suspensions(owner, provisions))
        return false;
    for (size_t i = 0; i < rules->provision_count; i++)
        compiled->missing_max += count_facts(rules, provisions, i, SUSPENSION_DEPTH);
    return true;
}

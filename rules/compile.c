/* Compiles what a builder holds into immutable rules. */

#include "rules/compile.h"
#include "rules/build.h"

#include <stdlib.h>

struct rules *rules_compile(struct rules_builder *builder)
{
    struct rules_owner *owner = calloc(1, sizeof *owner);
    if (!owner)
        return NULL;
    owner->rules.data_version = builder->data_version;
    owner->rules.compiled = &owner->compiled;
    atomic_init(&owner->compiled.references, 1);
    if (compile_catalogue(owner, builder) && compile_change_points(owner) && compile_tokens(owner) &&
        compile_provisions(owner) && compile_places(owner) && compile_eras(owner) &&
        compile_jurisdictions(owner) && compile_chips(owner) && compile_names(owner, builder))
        return &owner->rules;
    rules_release(&owner->rules);
    return NULL;
}

struct rules *rules_share(struct rules *rules, int64_t data_version)
{
    struct rules *base = ((struct rules_owner *)rules)->base;
    struct rules_owner *owner = calloc(1, sizeof *owner);
    if (!owner)
        return NULL;
    owner->rules = *rules;
    owner->rules.data_version = data_version;
    owner->base = base ? base : rules; /* never one that shares: no chain grows */
    atomic_init(&owner->compiled.references, 1);
    rules_acquire(owner->base);
    return &owner->rules;
}

static struct compiled *compiled_of(struct rules *rules)
{
    return &((struct rules_owner *)rules)->compiled;
}

void rules_acquire(struct rules *rules)
{
    if (rules)
        atomic_fetch_add_explicit(&compiled_of(rules)->references, 1, memory_order_relaxed);
}

void rules_release(struct rules *rules)
{
    if (!rules)
        return;
    struct compiled *compiled = compiled_of(rules);
    /* What other threads read happens before the last of them frees. */
    if (atomic_fetch_sub_explicit(&compiled->references, 1, memory_order_acq_rel) != 1)
        return;
    struct rules *base = ((struct rules_owner *)rules)->base;
    arena_done(&compiled->arena);
    free((struct rules_owner *)rules);
    rules_release(base);
}

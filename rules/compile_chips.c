/* What each chip's own facts settle of each provision, and the order of the facts' names. */

#include "rules/compile.h"
#include "rules/predicate.h"

#include <string.h>

bool provision_names_chip(const struct provision *provision, const struct chip *chip)
{
    if (provision->any_chip)
        return true;
    for (size_t i = 0; i < provision->chips.count; i++) {
        const char *named = provision->chips.items[i];
        if ((chip->id && strcmp(named, chip->id) == 0) ||
            (chip->product && strcmp(named, chip->product) == 0))
            return true;
    }
    return false;
}

enum chip_truth compiled_judge_chip(const struct compiled_provision *provision, const struct chip *chip)
{
    if (!provision_names_chip(provision->provision, chip))
        return CHIP_MISSES;
    const struct known known = {.facts = chip->facts, .unstated_is_unknown = true};
    switch (predicate_evaluate(provision->provision->predicate, &known)) {
    case TRUTH_NO:
        return CHIP_MISSES;
    case TRUTH_YES:
        return CHIP_HOLDS;
    case TRUTH_UNKNOWN:
        break;
    }
    return provision->asks_circumstances ? CHIP_DEPENDS : CHIP_UNKNOWN;
}

static bool rank_fields(struct rules_owner *owner)
{
    const struct rules *rules = &owner->rules;
    unsigned *ranks = arena_allocate(&owner->compiled.arena, rules->field_count, sizeof *ranks);
    if (!ranks)
        return false;
    for (size_t i = 0; i < rules->field_count; i++) {
        for (size_t j = 0; j < rules->field_count; j++)
            ranks[i] += strcmp(rules->fields[j].name, rules->fields[i].name) < 0;
    }
    owner->compiled.field_ranks = ranks;
    return true;
}

bool compile_chips(struct rules_owner *owner)
{
    const struct rules *rules = &owner->rules;
    unsigned char *truths = arena_allocate(&owner->compiled.arena, rules->chip_count, rules->provision_count);
    if (!truths)
        return false;
    owner->compiled.chip_truths = truths;
    for (size_t i = 0; i < rules->chip_count; i++) {
        for (size_t j = 0; j < rules->provision_count; j++)
            *truths++ = (unsigned char)compiled_judge_chip(&owner->compiled.provisions[j], &rules->chips[i]);
    }
    return rank_fields(owner);
}

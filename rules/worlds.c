/* Every outcome that certain and uncertain provisions leave possible.
 *
 * The functions reason about all combinations at once: to ask whether an outcome is possible, uncertain
 * provisions that would prevent it are taken not to match, and those that help it to match. */

#include "rules/worlds.h"

static const struct provision *provision_of(const struct entry *entry)
{
    return entry->compiled->provision;
}

static bool has_effect(const struct entry *entry, enum effect effect)
{
    return entry->truth != TRUTH_NO && provision_of(entry)->effect == effect;
}

static bool gives_policy(const struct entry *entry)
{
    return provision_of(entry)->policy != POLICY_NONE &&
           (has_effect(entry, EFFECT_LICENSE_POLICY) || has_effect(entry, EFFECT_LICENSE_REQUIRED));
}

static bool is_usable(const struct entry *entry)
{
    return entry->truth != TRUTH_NO && entry->compiled->usable_exception;
}

const struct entry *worlds_find_policy(const struct entry *entries, size_t count)
{
    const struct entry *best = NULL;
    for (size_t i = 0; i < count; i++) {
        if (entries[i].truth == TRUTH_YES && gives_policy(&entries[i]) &&
            (!best || entry_outranks(&entries[i], best)))
            best = &entries[i];
    }
    return best;
}

/* One matched through the headquarters is preferred; then the order of provisions decides. */
const struct entry *worlds_find_exception(const struct entry *entries, size_t count)
{
    const struct entry *best = NULL;
    for (size_t i = 0; i < count; i++) {
        if (entries[i].truth != TRUTH_YES || !is_usable(&entries[i]))
            continue;
        if (!best || (entries[i].compiled->headquartered_in && !best->compiled->headquartered_in))
            best = &entries[i];
    }
    return best;
}

/* Step 4. `certain` says whether some prohibition matches for certain: then nothing else is possible. */
static uint32_t prohibited_worlds(const struct entry *entries, size_t count, bool *certain)
{
    const struct entry *best = NULL;
    *certain = false;
    for (size_t i = 0; i < count; i++) {
        if (entries[i].truth != TRUTH_YES || !has_effect(&entries[i], EFFECT_PROHIBIT))
            continue;
        *certain = true;
        if (provision_of(&entries[i])->policy != POLICY_NONE && (!best || entry_outranks(&entries[i], best)))
            best = &entries[i];
    }
    uint32_t worlds =
        *certain ? WORLD_EXPORT(STATUS_PROHIBITED, best ? provision_of(best)->policy : POLICY_NONE) : 0;
    for (size_t i = 0; i < count; i++) {
        if (entries[i].truth != TRUTH_UNKNOWN || !has_effect(&entries[i], EFFECT_PROHIBIT))
            continue;
        const enum policy policy = provision_of(&entries[i])->policy;
        const bool prevails = policy != POLICY_NONE && (!best || entry_outranks(&entries[i], best));
        if (prevails || !*certain)
            worlds |= WORLD_EXPORT(STATUS_PROHIBITED, policy);
    }
    return worlds;
}

static bool is_certain(const struct entry *entries, size_t count, enum effect effect)
{
    for (size_t i = 0; i < count; i++) {
        if (entries[i].truth == TRUTH_YES && has_effect(&entries[i], effect))
            return true;
    }
    return false;
}

/* Step 6: some requirement matches, none of those that match shuts exceptions out, and a usable exception
 * matches. */
static bool exception_is_possible(const struct entry *entries, size_t count)
{
    bool required = false, usable = false;
    for (size_t i = 0; i < count; i++) {
        usable = usable || is_usable(&entries[i]);
        if (!has_effect(&entries[i], EFFECT_LICENSE_REQUIRED))
            continue;
        if (!provision_of(&entries[i])->no_exceptions)
            required = true;
        else if (entries[i].truth == TRUTH_YES)
            return false;
    }
    return required && usable;
}

/* Whether a requirement can match without its own review policy prevailing over `policy` (NULL: over none at
 * all). */
static bool leaves_policy(const struct entry *requirement, const struct entry *policy)
{
    return requirement->truth == TRUTH_YES || requirement == policy ||
           provision_of(requirement)->policy == POLICY_NONE ||
           (policy && entry_outranks(policy, requirement));
}

/* Step 7: a license is required and that policy, which no certain one outranks, prevails. */
static bool license_is_possible(const struct entry *entries, size_t count, const struct entry *policy)
{
    bool required = false, shut_out = !worlds_find_exception(entries, count);
    for (size_t i = 0; i < count; i++) {
        if (!has_effect(&entries[i], EFFECT_LICENSE_REQUIRED) || !leaves_policy(&entries[i], policy))
            continue;
        required = true;
        shut_out = shut_out || provision_of(&entries[i])->no_exceptions;
    }
    return required && shut_out;
}

static uint32_t license_worlds(const struct entry *entries, size_t count)
{
    const struct entry *certain = worlds_find_policy(entries, count);
    uint32_t worlds = 0;
    if (!certain && license_is_possible(entries, count, NULL))
        worlds |= WORLD_EXPORT(STATUS_LICENSE_REQUIRED, POLICY_NONE);
    for (size_t i = 0; i < count; i++) {
        if (!gives_policy(&entries[i]) ||
            (certain && certain != &entries[i] && entry_outranks(certain, &entries[i])))
            continue;
        if (license_is_possible(entries, count, &entries[i]))
            worlds |= WORLD_EXPORT(STATUS_LICENSE_REQUIRED, provision_of(&entries[i])->policy);
    }
    return worlds;
}

uint32_t worlds_of_export(const struct entry *entries, size_t count)
{
    bool prohibited = false;
    uint32_t worlds = prohibited_worlds(entries, count, &prohibited);
    if (prohibited)
        return worlds;
    if (!is_certain(entries, count, EFFECT_LICENSE_REQUIRED))
        worlds |= WORLD_EXPORT(STATUS_NO_LICENSE_REQUIRED, POLICY_NONE);
    if (exception_is_possible(entries, count))
        worlds |= WORLD_EXPORT(STATUS_LICENSE_EXCEPTION_AVAILABLE, POLICY_NONE);
    return worlds | license_worlds(entries, count);
}

uint32_t worlds_of_import(const struct entry *entries, size_t count)
{
    enum import_status certain = IMPORT_NO_RESTRICTION_RECORDED;
    for (size_t i = 0; i < count; i++) {
        if (entries[i].truth == TRUTH_YES && has_effect(&entries[i], EFFECT_IMPORT_RESTRICTION) &&
            provision_of(&entries[i])->import_status > certain)
            certain = provision_of(&entries[i])->import_status;
    }
    uint32_t worlds = WORLD_IMPORT(certain);
    for (size_t i = 0; i < count; i++) {
        if (has_effect(&entries[i], EFFECT_IMPORT_RESTRICTION) &&
            provision_of(&entries[i])->import_status > certain)
            worlds |= WORLD_IMPORT(provision_of(&entries[i])->import_status);
    }
    return worlds;
}

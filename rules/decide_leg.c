/* Decides one leg: what its docket leaves possible, and what that rests on. */

#include "rules/decide_leg.h"

#include "rules/decide_missing.h"

static bool is_single(uint32_t set)
{
    return set != 0 && (set & (set - 1)) == 0;
}

static const struct provision *provision_of(const struct entry *entry)
{
    return entry->compiled->provision;
}

static bool always_has_effect(const struct entry *entry, enum effect effect)
{
    return entry->always && provision_of(entry)->effect == effect;
}

/* Those past the classifications. */
static const struct entry *first_entry(const struct docket *docket)
{
    return docket->entries + docket->classification_count;
}

static const struct entry *end_of(const struct docket *docket)
{
    return docket->entries + docket->count;
}

/* Where every world agrees, that is the status, and likewise the policy. */
static void read_worlds(uint32_t worlds, struct leg *leg)
{
    unsigned policies = 0;
    for (unsigned status = 0; status < STATUS_COUNT; status++) {
        for (unsigned policy = 0; policy < POLICY_COUNT; policy++) {
            if (!(worlds & WORLD_EXPORT(status, policy)))
                continue;
            leg->possible |= 1u << status;
            policies |= 1u << policy;
            leg->status = (enum status)status;
            leg->policy = (enum policy)policy;
        }
    }
    if (!is_single(leg->possible))
        leg->status = STATUS_UNKNOWN;
    if (leg->status == STATUS_UNKNOWN || !is_single(policies))
        leg->policy = POLICY_NONE;
}

static bool decides(const struct docket *docket, const struct leg *leg, const struct entry *entry)
{
    if (leg->status == STATUS_PROHIBITED)
        return always_has_effect(entry, EFFECT_PROHIBIT);
    if (always_has_effect(entry, EFFECT_LICENSE_REQUIRED))
        return true;
    if (leg->status == STATUS_LICENSE_EXCEPTION_AVAILABLE)
        return entry == docket->exception;
    if (leg->status != STATUS_LICENSE_REQUIRED)
        return false;
    return always_has_effect(entry, EFFECT_CONDITION) ||
           (entry == docket->policy && leg->policy != POLICY_NONE);
}

/* Of an exception that is used, its own conditions are the leg's; of a license, those of all that decided. */
static bool conditions_apply(const struct docket *docket, const struct leg *leg, const struct entry *entry)
{
    if (provision_of(entry)->condition_count == 0)
        return false;
    if (leg->status == STATUS_LICENSE_EXCEPTION_AVAILABLE)
        return entry == docket->exception;
    return leg->status == STATUS_LICENSE_REQUIRED && decides(docket, leg, entry);
}

/* Step 6 came to exceptions: some requirement matches for certain, and none shuts them out. */
static bool exceptions_were_heard(const struct docket *docket, const struct leg *leg)
{
    bool heard = false;
    for (const struct entry *entry = first_entry(docket); entry < end_of(docket); entry++) {
        if (!always_has_effect(entry, EFFECT_LICENSE_REQUIRED))
            continue;
        if (provision_of(entry)->no_exceptions)
            return false;
        heard = true;
    }
    return heard && leg->status != STATUS_PROHIBITED;
}

static void list_export(const struct docket *docket, struct scratch *scratch, struct leg *leg)
{
    const struct entry *end = end_of(docket);
    leg->because = scratch_list(scratch);
    for (const struct entry *entry = first_entry(docket); entry < end; entry++) {
        if (decides(docket, leg, entry))
            scratch_insert(scratch, &leg->because, provision_of(entry));
    }
    leg->conditions = scratch_list(scratch);
    for (const struct entry *entry = first_entry(docket); entry < end; entry++) {
        if (conditions_apply(docket, leg, entry))
            scratch_insert(scratch, &leg->conditions, provision_of(entry));
    }
    leg->other_exceptions = scratch_list(scratch);
    const bool heard = exceptions_were_heard(docket, leg);
    for (const struct entry *entry = first_entry(docket); heard && entry < end; entry++) {
        if (always_has_effect(entry, EFFECT_LICENSE_EXCEPTION) && provision_of(entry) != leg->exception)
            scratch_add(scratch, &leg->other_exceptions, provision_of(entry));
    }
}

static void list_perhaps(const struct docket *docket, struct scratch *scratch, struct leg *leg)
{
    const struct entry *end = first_entry(docket) + docket->deciding_count;
    leg->perhaps = scratch_list(scratch);
    for (const struct entry *entry = first_entry(docket); entry < end; entry++) {
        if (entry->ever && !entry->always)
            scratch_add(scratch, &leg->perhaps, provision_of(entry));
    }
}

/* Guidance is listed once where a jurisdiction is heard on both sides. */
static void list_notes(const struct docket *docket, const struct forum *forum, struct scratch *scratch,
                       struct leg *leg)
{
    leg->notes = scratch_list(scratch);
    for (const struct entry *entry = first_entry(docket); entry < end_of(docket); entry++) {
        if ((always_has_effect(entry, EFFECT_GUIDANCE) && !forum->heard_on_export) ||
            always_has_effect(entry, EFFECT_TARIFF))
            scratch_add(scratch, &leg->notes, provision_of(entry));
    }
}

static void decide_export(struct docket *docket, struct scratch *scratch, struct leg *leg)
{
    read_worlds(docket->worlds, leg);
    if (docket->classification) {
        leg->classification = provision_of(docket->classification);
        leg->eccn = leg->classification->eccns.items[0];
    }
    if (docket->perhaps) {
        leg->perhaps_classified = provision_of(docket->perhaps);
        leg->eccn_uncertain = true;
    }
    if (leg->status == STATUS_LICENSE_EXCEPTION_AVAILABLE && docket->exception)
        leg->exception = provision_of(docket->exception);
    list_export(docket, scratch, leg);
}

static void list_import(const struct docket *docket, struct scratch *scratch, struct leg *leg)
{
    const struct entry *end = end_of(docket), *policy = NULL;
    leg->because = scratch_list(scratch);
    for (const struct entry *entry = first_entry(docket); entry < end; entry++) {
        if (!always_has_effect(entry, EFFECT_IMPORT_RESTRICTION))
            continue;
        scratch_add(scratch, &leg->because, provision_of(entry));
        if (provision_of(entry)->import_status == leg->import_status &&
            provision_of(entry)->policy != POLICY_NONE && (!policy || entry_outranks(entry, policy)))
            policy = entry;
    }
    leg->conditions = scratch_list(scratch);
    for (size_t i = 0; i < leg->because.count; i++) {
        if (leg->because.items[i]->condition_count > 0)
            scratch_add(scratch, &leg->conditions, leg->because.items[i]);
    }
    if (policy && is_single(leg->import_possible))
        leg->policy = provision_of(policy)->policy;
}

static void decide_import(struct docket *docket, struct scratch *scratch, struct leg *leg)
{
    leg->import_possible = docket->worlds;
    while (!(leg->import_possible & 1u << leg->import_status))
        leg->import_status++;
    list_import(docket, scratch, leg);
}

/* The status is certain, but which provisions give it is not. */
static bool rests_on_uncertain(const struct leg *leg)
{
    if (leg->side == SIDE_IMPORT || leg->status == STATUS_NO_LICENSE_REQUIRED)
        return false;
    return leg->because.count == 0 || (leg->status == STATUS_LICENSE_EXCEPTION_AVAILABLE && !leg->exception);
}

struct leg decide_leg(const struct inquiry *inquiry, const struct forum *forum, struct scratch *scratch)
{
    struct leg leg = {.side = forum->side, .jurisdiction = forum->code, .domestic = forum->domestic};
    if (forum->domestic) {
        leg.status = STATUS_NO_LICENSE_REQUIRED;
        leg.possible = 1u << STATUS_NO_LICENSE_REQUIRED;
        return leg;
    }
    struct docket docket = docket_open(inquiry, forum->side, forum->jurisdiction, scratch->entries);
    docket_decide(&docket);
    if (forum->side == SIDE_EXPORT)
        decide_export(&docket, scratch, &leg);
    else
        decide_import(&docket, scratch, &leg);
    list_perhaps(&docket, scratch, &leg);
    list_notes(&docket, forum, scratch, &leg);
    if (!is_single(docket.worlds) || rests_on_uncertain(&leg))
        leg.missing = decide_missing(&docket, scratch);
    return leg;
}

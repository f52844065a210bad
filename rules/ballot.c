/* Every outcome that certain and uncertain provisions leave possible, by operations on whole sets of them. */

#include "rules/ballot.h"

static uint64_t bit(size_t number)
{
    return UINT64_C(1) << number;
}

static void sort_entry(struct ballot *ballot, const struct compiled_provision *compiled, uint64_t entry)
{
    const struct provision *provision = compiled->provision;
    const bool required = provision->effect == EFFECT_LICENSE_REQUIRED;
    ballot->prohibits |= provision->effect == EFFECT_PROHIBIT ? entry : 0;
    ballot->requires |= required ? entry : 0;
    ballot->shuts_out |= required && provision->no_exceptions ? entry : 0;
    ballot->usable |= compiled->usable_exception ? entry : 0;
    if (provision->policy != POLICY_NONE && (required || provision->effect == EFFECT_LICENSE_POLICY))
        ballot->policies |= entry;
    if (provision->effect == EFFECT_IMPORT_RESTRICTION)
        ballot->restricts[provision->import_status] |= entry;
}

/* Puts the entry among those that give a policy. */
static void rank_entry(struct ballot *ballot, const struct entry *entries, size_t number)
{
    size_t at = ballot->ranked_count++;
    for (; at > 0 && entry_outranks(&entries[number], &entries[ballot->ranked[at - 1]]); at--)
        ballot->ranked[at] = ballot->ranked[at - 1];
    ballot->ranked[at] = (unsigned char)number;
    ballot->policy_of[number] = entries[number].compiled->provision->policy;
}

/* Step 4; see rules/worlds.c for the reasons of each. */
static uint32_t prohibited_worlds(const struct ballot *ballot, uint64_t yes, uint64_t maybe)
{
    const uint64_t certain = yes & ballot->prohibits, possible = maybe & ballot->prohibits;
    uint32_t worlds = 0;
    if (!(certain | possible))
        return 0;
    uint64_t unranked = certain | possible;
    bool settled = false;
    for (size_t i = 0; i < ballot->ranked_count; i++) {
        const unsigned number = ballot->ranked[i];
        unranked &= ~bit(number);
        if (settled || !((certain | possible) & bit(number)))
            continue;
        worlds |= WORLD_EXPORT(STATUS_PROHIBITED, ballot->policy_of[number]);
        settled = (certain & bit(number)) != 0;
    }
    if (certain ? !settled : (unranked & possible) != 0)
        worlds |= WORLD_EXPORT(STATUS_PROHIBITED, POLICY_NONE);
    return worlds;
}

/* Step 7: some requirement matches without its own policy prevailing, unless that is `left`; and no exception
 * can be used. */
static bool license_is_possible(const struct ballot *ballot, uint64_t yes, uint64_t maybe, uint64_t left)
{
    const uint64_t matching = ballot->requires & (yes | (maybe & (left | ~ballot->policies)));
    return matching && (!(yes & ballot->usable) || (matching & ballot->shuts_out));
}

static uint32_t license_worlds(const struct ballot *ballot, uint64_t yes, uint64_t maybe)
{
    uint64_t left = ballot->policies; /* the policy in hand, and what it goes before */
    uint32_t worlds = 0;
    for (size_t i = 0; i < ballot->ranked_count; i++) {
        const unsigned number = ballot->ranked[i];
        if ((yes | maybe) & ballot->policies & bit(number) && license_is_possible(ballot, yes, maybe, left))
            worlds |= WORLD_EXPORT(STATUS_LICENSE_REQUIRED, ballot->policy_of[number]);
        if (yes & ballot->policies & bit(number))
            return worlds;
        left &= ~bit(number);
    }
    if (license_is_possible(ballot, yes, maybe, 0))
        worlds |= WORLD_EXPORT(STATUS_LICENSE_REQUIRED, POLICY_NONE);
    return worlds;
}

static uint32_t export_worlds(const struct ballot *ballot, uint64_t yes, uint64_t maybe)
{
    const uint64_t live = yes | maybe;
    uint32_t worlds = prohibited_worlds(ballot, yes, maybe);
    if (yes & ballot->prohibits)
        return worlds;
    if (!(yes & ballot->requires))
        worlds |= WORLD_EXPORT(STATUS_NO_LICENSE_REQUIRED, POLICY_NONE);
    if ((live & ballot->requires & ~ballot->shuts_out) && (live & ballot->usable) &&
        !(yes & ballot->shuts_out))
        worlds |= WORLD_EXPORT(STATUS_LICENSE_EXCEPTION_AVAILABLE, POLICY_NONE);
    return worlds | license_worlds(ballot, yes, maybe);
}

static uint32_t import_worlds(const struct ballot *ballot, uint64_t yes, uint64_t maybe)
{
    uint32_t worlds = 0;
    for (unsigned status = IMPORT_COUNT - 1; status > IMPORT_NO_RESTRICTION_RECORDED; status--) {
        if ((yes | maybe) & ballot->restricts[status])
            worlds |= WORLD_IMPORT(status);
        if (yes & ballot->restricts[status])
            return worlds;
    }
    return worlds | WORLD_IMPORT(IMPORT_NO_RESTRICTION_RECORDED);
}

static uint32_t worlds_of(const struct ballot *ballot, uint64_t yes, uint64_t maybe)
{
    return ballot->side == SIDE_EXPORT ? export_worlds(ballot, yes, maybe)
                                       : import_worlds(ballot, yes, maybe);
}

static void fill_column(const struct ballot *ballot, struct ballot_column *column,
                        const struct docket *docket, const struct entry *classification)
{
    const struct entry *deciding = docket->entries + docket->classification_count;
    for (size_t i = 0; i < docket->deciding_count; i++) {
        const enum truth truth = docket_judge(docket, &deciding[i], classification);
        column->yes |= truth == TRUTH_YES ? bit(i) : 0;
        column->maybe |= truth == TRUTH_UNKNOWN ? bit(i) : 0;
    }
    column->worlds = worlds_of(ballot, column->yes, column->maybe);
}

static void fill_columns(struct ballot *ballot, const struct docket *docket)
{
    for (size_t i = 0; i < docket->classification_count; i++) {
        const struct entry *classification = &docket->entries[i];
        struct ballot_column *column = &ballot->columns[ballot->column_count++];
        *column = (struct ballot_column){.governs = docket_judge(docket, classification, NULL)};
        if (column->governs != TRUTH_NO)
            fill_column(ballot, column, docket, classification);
        if (column->governs == TRUTH_YES)
            return;
    }
    struct ballot_column *none = &ballot->columns[ballot->column_count++];
    *none = (struct ballot_column){.governs = TRUTH_YES};
    fill_column(ballot, none, docket, NULL);
}

bool ballot_open(struct ballot *ballot, const struct docket *docket)
{
    if (docket->deciding_count > BALLOT_ENTRIES || docket->classification_count > BALLOT_COLUMNS)
        return false;
    const struct entry *deciding = docket->entries + docket->classification_count;
    ballot->side = docket->side;
    ballot->column_count = ballot->ranked_count = 0;
    ballot->prohibits = ballot->requires = ballot->shuts_out = ballot->usable = ballot->policies = 0;
    for (size_t i = 0; i < IMPORT_COUNT; i++)
        ballot->restricts[i] = 0;
    for (size_t i = 0; i < docket->deciding_count; i++) {
        sort_entry(ballot, deciding[i].compiled, bit(i));
        if (((ballot->policies | ballot->prohibits) & bit(i)) &&
            deciding[i].compiled->provision->policy != POLICY_NONE)
            rank_entry(ballot, deciding, i);
    }
    fill_columns(ballot, docket);
    return true;
}

/* Where it governs for certain, none after it does. */
static bool turns_on_classification(const struct ballot *ballot, size_t number)
{
    uint32_t before = 0, after = 0;
    if (number >= ballot->column_count || ballot->columns[number].governs != TRUTH_UNKNOWN)
        return false;
    for (size_t i = 0; i < number; i++)
        before |= ballot->columns[i].worlds;
    for (size_t i = number + 1; i < ballot->column_count; i++)
        after |= ballot->columns[i].worlds;
    return (before | ballot->columns[number].worlds) != (before | after);
}

static bool turns_on_deciding(const struct ballot *ballot, uint64_t entry)
{
    uint32_t with = 0, without = 0;
    for (size_t i = 0; i < ballot->column_count; i++) {
        const struct ballot_column *column = &ballot->columns[i];
        if (column->maybe & entry) {
            with |= worlds_of(ballot, column->yes | entry, column->maybe & ~entry);
            without |= worlds_of(ballot, column->yes, column->maybe & ~entry);
        } else {
            with |= column->worlds;
            without |= column->worlds;
        }
    }
    return with != without;
}

bool ballot_turns_on(const struct ballot *ballot, const struct docket *docket, const struct entry *entry)
{
    const size_t number = (size_t)(entry - docket->entries);
    return number < docket->classification_count
               ? turns_on_classification(ballot, number)
               : turns_on_deciding(ballot, bit(number - docket->classification_count));
}

/* Finds the missing facts that matter: each uncertain provision is taken to match and not to match, and
 * counts where the outcomes then differ. */

#include "rules/decide_missing.h"

#include "rules/ballot.h"

#include <stdlib.h>

struct pairs {
    struct missing_pair *items;
    size_t count;
    size_t first; /* of the provision in hand */
    unsigned provision;
};

static void add_pair(unsigned field, void *context)
{
    struct pairs *pairs = context;
    for (size_t i = pairs->first; i < pairs->count; i++) {
        if (pairs->items[i].field == field)
            return;
    }
    pairs->items[pairs->count++] = (struct missing_pair){.field = field, .provision = pairs->provision};
}

static void add_unknown_facts(const struct inquiry *inquiry, const struct compiled_provision *provision,
                              unsigned depth, struct pairs *pairs)
{
    predicate_each_unknown(provision->provision->predicate, &inquiry->known, add_pair, pairs);
    for (unsigned i = 0; depth > 0 && i < provision->suspender_count; i++) {
        if (inquiry_matches(inquiry, provision->suspenders[i]) != TRUTH_NO)
            add_unknown_facts(inquiry, &inquiry->compiled->provisions[provision->suspenders[i]], depth - 1,
                              pairs);
    }
}

/* With the match of an uncertain entry supposed either way. */
static bool makes_a_difference(struct docket *docket, const struct ballot *ballot, const struct entry *entry)
{
    if (ballot)
        return ballot_turns_on(ballot, docket, entry);
    docket->supposed = entry;
    docket->supposed_truth = TRUTH_YES;
    docket_decide(docket);
    const uint32_t with = docket->worlds;
    docket->supposed_truth = TRUTH_NO;
    docket_decide(docket);
    docket->supposed = NULL;
    return with != docket->worlds;
}

static bool may_be_uncertain(const struct entry *entry)
{
    return entry->match == TRUTH_UNKNOWN || entry->compiled->suspender_count > 0;
}

/* Appends the facts that keep the entry uncertain. */
static void add_entry(const struct docket *docket, const struct entry *entry, struct pairs *pairs)
{
    pairs->first = pairs->count;
    pairs->provision = entry->index;
    if (may_be_uncertain(entry))
        add_unknown_facts(docket->inquiry, entry->compiled, SUSPENSION_DEPTH, pairs);
}

static struct pairs collect(struct docket *docket, struct scratch *scratch)
{
    struct ballot room;
    const struct ballot *ballot = ballot_open(&room, docket) ? &room : NULL;
    struct pairs pairs = {.items = scratch->pairs};
    const size_t count = docket->classification_count + docket->deciding_count;
    for (size_t i = 0; i < count; i++) {
        if (may_be_uncertain(&docket->entries[i]) && makes_a_difference(docket, ballot, &docket->entries[i]))
            add_entry(docket, &docket->entries[i], &pairs);
    }
    for (size_t i = 0; pairs.count == 0 && i < count; i++)
        add_entry(docket, &docket->entries[i], &pairs);
    if (!ballot)
        docket_decide(docket);
    return pairs;
}

static bool comes_before(const struct compiled *compiled, struct missing_pair a, struct missing_pair b)
{
    const unsigned first = compiled->field_ranks[a.field], second = compiled->field_ranks[b.field];
    return first != second ? first < second : a.provision < b.provision;
}

static void sort(const struct compiled *compiled, struct pairs *pairs)
{
    for (size_t i = 1; i < pairs->count; i++) {
        const struct missing_pair pair = pairs->items[i];
        size_t at = i;
        for (; at > 0 && comes_before(compiled, pair, pairs->items[at - 1]); at--)
            pairs->items[at] = pairs->items[at - 1];
        pairs->items[at] = pair;
    }
}

struct missing_list decide_missing(struct docket *docket, struct scratch *scratch)
{
    const struct rules *rules = docket->inquiry->rules;
    struct pairs pairs = collect(docket, scratch);
    sort(rules->compiled, &pairs);
    struct missing_list list = {.items = scratch->missing + scratch->missing_used};
    struct missing *last = NULL;
    for (size_t i = 0; i < pairs.count; i++) {
        const struct field *field = &rules->fields[pairs.items[i].field];
        if (!last || last->field != field) {
            last = &list.items[list.count++];
            *last = (struct missing){.field = field, .provisions = scratch_list(scratch)};
        }
        scratch_add(scratch, &last->provisions, rules->provisions[pairs.items[i].provision]);
    }
    scratch->missing_used += list.count;
    return list;
}

/* Whether it may tell a circumstance, or the headquarters, that is not yet marked. */
static bool may_be_news(const struct docket *docket, const struct entry *entry, const struct scratch *scratch)
{
    const struct compiled_provision *compiled = entry->compiled;
    if (!may_be_uncertain(entry))
        return false;
    if (compiled->suspender_count > 0 ||
        (docket->inquiry->headquarters_unknown && compiled->headquartered_in && !scratch->headquarters_mark))
        return true;
    return (compiled->circumstances & ~scratch->all_marked) != 0;
}

static void mark(const struct docket *docket, const struct entry *entry, struct scratch *scratch)
{
    struct pairs pairs = {.items = scratch->pairs};
    add_entry(docket, entry, &pairs);
    if (docket->inquiry->headquarters_unknown && entry->compiled->headquartered_in)
        scratch->headquarters_mark = true;
    for (size_t i = 0; i < pairs.count; i++) {
        const unsigned field = pairs.items[i].field;
        if (field < ITEM_FIELD_COUNT)
            continue;
        scratch->field_marks[field] = true;
        /* Beyond 64 fields two may share a bit, which then says nothing. */
        if (scratch->field_count <= 64)
            scratch->all_marked |= UINT64_C(1) << field;
    }
}

void decide_mark_circumstances(struct docket *docket, struct scratch *scratch)
{
    struct ballot room;
    const struct ballot *ballot = ballot_open(&room, docket) ? &room : NULL;
    for (size_t i = 0; i < docket->classification_count + docket->deciding_count; i++) {
        const struct entry *entry = &docket->entries[i];
        if (may_be_news(docket, entry, scratch) && makes_a_difference(docket, ballot, entry))
            mark(docket, entry, scratch);
    }
}

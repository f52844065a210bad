/* Gathers the provisions of one leg and decides every world that they leave possible. */

#include "rules/docket.h"

#include "rules/worlds.h"

#include <string.h>

static void add_entry(struct docket *docket, unsigned index)
{
    const enum truth match = inquiry_judge(docket->inquiry, index);
    if (match == TRUTH_NO)
        return;
    docket->entries[docket->count++] = (struct entry){
        .compiled = &docket->inquiry->compiled->provisions[index],
        .index = index,
        .match = match,
    };
}

/* What is met of that set. */
static void gather(struct docket *docket, const uint64_t *set)
{
    const struct inquiry *inquiry = docket->inquiry;
    for (size_t i = 0; set && i < inquiry->met_count; i++) {
        const struct mask_word met = inquiry->met[i];
        for (uint64_t bits = met.bits & set[met.word]; bits; bits &= bits - 1)
            add_entry(docket, mask_index(&met, bits));
    }
}

/* The highest priority first; what is equal stays as it stood, in the order of provisions. */
static void rank(struct entry *entries, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const struct entry entry = entries[i];
        size_t at = i;
        for (; at > 0 && entries[at - 1].compiled->provision->priority < entry.compiled->provision->priority;
             at--)
            entries[at] = entries[at - 1];
        entries[at] = entry;
    }
}

struct docket docket_open(const struct inquiry *inquiry, enum side side,
                          const struct jurisdiction *jurisdiction, struct entry *entries)
{
    struct docket docket = {.inquiry = inquiry, .side = side, .entries = entries};
    if (!jurisdiction)
        return docket;
    if (side == SIDE_EXPORT || jurisdiction->import_asks_eccn)
        gather(&docket, jurisdiction->classifying);
    docket.classification_count = docket.count;
    rank(entries, docket.count);
    gather(&docket, side == SIDE_EXPORT ? jurisdiction->export_deciding : jurisdiction->import_deciding);
    docket.deciding_count = docket.count - docket.classification_count;
    gather(&docket, side == SIDE_EXPORT ? jurisdiction->export_beside : jurisdiction->import_beside);
    return docket;
}

static const char *eccn_of(const struct entry *classification)
{
    return classification ? classification->compiled->provision->eccns.items[0] : NULL;
}

/* The sieve answers most of the time. */
static bool takes_eccn(const struct compiled_provision *compiled, const struct entry *classification)
{
    if (compiled->eccn_sieve == 0)
        return true;
    if (!classification || !(compiled->eccn_sieve & classification->compiled->eccn_bit))
        return false;
    return provision_takes_eccn(compiled->provision, eccn_of(classification));
}

enum truth docket_judge(const struct docket *docket, const struct entry *entry,
                        const struct entry *classification)
{
    const struct compiled_provision *compiled = entry->compiled;
    if (compiled->provision->effect != EFFECT_CLASSIFY && !takes_eccn(compiled, classification))
        return TRUTH_NO;
    enum truth truth = entry->match;
    if (compiled->suspender_count > 0) {
        const enum truth suspended =
            inquiry_suspended(docket->inquiry, compiled, eccn_of(classification), SUSPENSION_DEPTH);
        truth = truth_and(truth, truth_not(suspended));
    }
    return truth == TRUTH_UNKNOWN && entry == docket->supposed ? docket->supposed_truth : truth;
}

bool entry_outranks(const struct entry *a, const struct entry *b)
{
    const struct provision *first = a->compiled->provision, *second = b->compiled->provision;
    if (first->priority != second->priority)
        return first->priority > second->priority;
    if (first->in_force.from.ymd != second->in_force.from.ymd)
        return first->in_force.from.ymd > second->in_force.from.ymd;
    return a->index < b->index;
}

static void keep_if_same(const struct entry **kept, const struct entry *found, bool first)
{
    if (first)
        *kept = found;
    else if (*kept != found)
        *kept = NULL;
}

static void judge_all(struct docket *docket, const struct entry *classification, size_t first, size_t count)
{
    for (struct entry *entry = docket->entries + first; entry < docket->entries + first + count; entry++) {
        entry->truth = docket_judge(docket, entry, classification);
        entry->always = (docket->eccn_count == 0 || entry->always) && entry->truth == TRUTH_YES;
        entry->ever = (docket->eccn_count > 0 && entry->ever) || entry->truth != TRUTH_NO;
    }
}

/* Adds the worlds in which that classification governs; NULL: none does. */
static void decide_under(struct docket *docket, const struct entry *classification)
{
    const struct entry *deciding = docket->entries + docket->classification_count;
    const size_t count = docket->deciding_count, beside = docket->classification_count + count;
    const bool first = docket->eccn_count == 0;
    judge_all(docket, classification, docket->classification_count, count);
    if (!docket->supposed)
        judge_all(docket, classification, beside, docket->count - beside);
    docket->eccn_count++;
    docket->classification = classification;
    if (docket->side == SIDE_IMPORT) {
        docket->worlds |= worlds_of_import(deciding, count);
        return;
    }
    docket->worlds |= worlds_of_export(deciding, count);
    keep_if_same(&docket->policy, worlds_find_policy(deciding, count), first);
    keep_if_same(&docket->exception, worlds_find_exception(deciding, count), first);
}

/* The highest uncertain classification above the one that governs for certain. */
static const struct entry *find_another(const struct docket *docket)
{
    for (size_t i = 0; i < docket->classification_count; i++) {
        const struct entry *entry = &docket->entries[i];
        if (entry->truth == TRUTH_YES)
            return NULL;
        if (entry->truth == TRUTH_UNKNOWN &&
            (!docket->classification || strcmp(eccn_of(docket->classification), eccn_of(entry)) != 0))
            return entry;
    }
    return NULL;
}

void docket_decide(struct docket *docket)
{
    docket->worlds = 0;
    docket->eccn_count = 0;
    bool settled = false;
    for (size_t i = 0; i < docket->classification_count && !settled; i++) {
        struct entry *entry = &docket->entries[i];
        entry->truth = docket_judge(docket, entry, NULL);
        if (entry->truth != TRUTH_NO)
            decide_under(docket, entry);
        settled = entry->truth == TRUTH_YES;
    }
    if (!settled)
        decide_under(docket, NULL);
    docket->perhaps = find_another(docket);
}

/* Picks the leg that decides, and compares decisions aspect by aspect. */

#include "rules/verdict.h"

#include "rules/decide_compare.h"

/* The first of the most restrictive export legs; there is always one. */
static const struct leg *deciding_leg(const struct decision *decision)
{
    const struct leg *deciding = &decision->legs[0];
    for (size_t i = 1; i < decision->leg_count; i++) {
        const struct leg *leg = &decision->legs[i];
        if (leg->side == SIDE_EXPORT && leg->status != deciding->status &&
            status_stricter(leg->status, deciding->status) == leg->status)
            deciding = leg;
    }
    return deciding;
}

/* The more restrictive of every pair of what is possible of one and of the other. */
static unsigned join_import(unsigned a, unsigned b)
{
    unsigned joined = 0;
    for (unsigned status = 0; status < IMPORT_COUNT; status++) {
        const unsigned here = 1u << status, up_to_here = here | (here - 1);
        if (((a & here) && (b & up_to_here)) || ((b & here) && (a & up_to_here)))
            joined |= here;
    }
    return joined;
}

static unsigned import_possible(const struct decision *decision)
{
    unsigned possible = 1u << IMPORT_NO_RESTRICTION_RECORDED;
    for (size_t i = 0; i < decision->leg_count; i++) {
        if (decision->legs[i].side == SIDE_IMPORT)
            possible = join_import(possible, decision->legs[i].import_possible);
    }
    return possible;
}

struct verdict verdict_of(const struct decision *decision)
{
    const struct leg *deciding = deciding_leg(decision);
    struct verdict verdict = {
        .outcome = decision->outcome,
        .possible = decision->possible,
        .policy = deciding->policy,
        .eccn = deciding->eccn,
        .eccn_uncertain = deciding->eccn_uncertain,
        .exception = deciding->exception ? deciding->exception->exception : NULL,
        .import_possible = import_possible(decision),
    };
    while (!(verdict.import_possible & 1u << verdict.import_status))
        verdict.import_status++;
    return verdict;
}

static const struct provision *first_of(const struct provision_list *list, enum effect effect)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i]->effect == effect)
            return list->items[i];
    }
    return NULL;
}

static const struct provision *first_refusal(const struct leg *leg)
{
    for (size_t i = 0; i < leg->because.count; i++) {
        if (leg->because.items[i]->import_status == IMPORT_NOT_ADMITTED)
            return leg->because.items[i];
    }
    return NULL;
}

const struct provision *verdict_deciding(const struct decision *decision)
{
    const struct leg *leg = deciding_leg(decision);
    switch (decision->outcome) {
    case STATUS_PROHIBITED:
        if (leg->status != STATUS_PROHIBITED && decision->not_admitted)
            return first_refusal(decision->not_admitted);
        return first_of(&leg->because, EFFECT_PROHIBIT);
    case STATUS_LICENSE_REQUIRED:
        return first_of(&leg->because, EFFECT_LICENSE_REQUIRED);
    case STATUS_LICENSE_EXCEPTION_AVAILABLE:
        return leg->exception;
    case STATUS_UNKNOWN:
    case STATUS_NO_LICENSE_REQUIRED:
    case STATUS_COUNT:
        break;
    }
    return NULL;
}

bool verdict_is_stricter(const struct verdict *a, const struct verdict *b)
{
    if (a->outcome != b->outcome)
        return status_stricter(a->outcome, b->outcome) == a->outcome;
    if (a->policy != b->policy)
        return a->policy > b->policy;
    return a->import_status > b->import_status;
}

static unsigned aspect(enum aspect aspect, bool same)
{
    return same ? 0 : 1u << aspect;
}

static unsigned compare_verdicts(const struct verdict *a, const struct verdict *b)
{
    return aspect(ASPECT_OUTCOME, a->outcome == b->outcome && a->possible == b->possible) |
           aspect(ASPECT_POLICY, a->policy == b->policy) |
           aspect(ASPECT_ECCN,
                  compare_same_text(a->eccn, b->eccn) && a->eccn_uncertain == b->eccn_uncertain) |
           aspect(ASPECT_EXCEPTION, compare_same_text(a->exception, b->exception)) |
           aspect(ASPECT_IMPORT, a->import_possible == b->import_possible);
}

/* Legs side by side; where one has more of them, what these rest on differs. */
static unsigned compare_legs(const struct decision *a, const struct decision *b)
{
    unsigned differences = aspect(ASPECT_GROUNDS, a->leg_count == b->leg_count);
    for (size_t i = 0; i < a->leg_count && i < b->leg_count; i++) {
        differences |= aspect(ASPECT_CONDITIONS, compare_same_conditions(&a->legs[i], &b->legs[i]));
        differences |= aspect(ASPECT_GROUNDS, compare_same_grounds(&a->legs[i], &b->legs[i]));
    }
    return differences;
}

unsigned verdict_differences(const struct decision *a, const struct decision *b)
{
    if (decision_equal(a, b))
        return 0;
    const struct verdict first = verdict_of(a), second = verdict_of(b);
    const unsigned differences = compare_verdicts(&first, &second) | compare_legs(a, b);
    return differences ? differences : 1u << ASPECT_GROUNDS;
}

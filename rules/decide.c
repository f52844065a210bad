/* Decides a question: its legs, and the outcome that joins them. */

#include "rules/decide.h"

#include "rules/decide_currency.h"
#include "rules/decide_leg.h"
#include "rules/decide_missing.h"

#include <string.h>

#define EVERY_STATUS                                                                                         \
    (1u << STATUS_NO_LICENSE_REQUIRED | 1u << STATUS_LICENSE_EXCEPTION_AVAILABLE |                           \
     1u << STATUS_LICENSE_REQUIRED | 1u << STATUS_PROHIBITED)

/* Unknown never ranks as permission, so it stands above what is permitted. */
static int restrictiveness(enum status status)
{
    static const int ranks[STATUS_COUNT] = {
        [STATUS_NO_LICENSE_REQUIRED] = 0,
        [STATUS_LICENSE_EXCEPTION_AVAILABLE] = 1,
        [STATUS_UNKNOWN] = 2,
        [STATUS_LICENSE_REQUIRED] = 3,
        [STATUS_PROHIBITED] = 4,
    };
    return ranks[status];
}

enum status status_stricter(enum status a, enum status b)
{
    return restrictiveness(a) >= restrictiveness(b) ? a : b;
}

/* Every pair of what is possible of one and of the other. */
static unsigned join_possible(unsigned a, unsigned b)
{
    unsigned joined = 0;
    for (unsigned i = 0; i < STATUS_COUNT; i++) {
        for (unsigned j = 0; j < STATUS_COUNT; j++) {
            if ((a & 1u << i) && (b & 1u << j))
                joined |= 1u << status_stricter((enum status)i, (enum status)j);
        }
    }
    return joined;
}

static void join_export(struct decision *decision, const struct leg *leg)
{
    decision->outcome = status_stricter(decision->outcome, leg->status);
    decision->possible = join_possible(decision->possible, leg->possible);
}

/* Only refusing admission turns the outcome; where that is uncertain, it counts both ways. */
static void join_import(struct decision *decision, const struct leg *leg)
{
    const unsigned refused = 1u << IMPORT_NOT_ADMITTED;
    if (!(leg->import_possible & refused))
        return;
    if (leg->import_possible == refused) {
        decision->outcome = STATUS_PROHIBITED;
        decision->possible = 1u << STATUS_PROHIBITED;
        decision->not_admitted = decision->not_admitted ? decision->not_admitted : leg;
        return;
    }
    decision->outcome = status_stricter(decision->outcome, STATUS_UNKNOWN);
    decision->possible |= 1u << STATUS_PROHIBITED;
}

static void join_legs(struct decision *decision)
{
    decision->outcome = STATUS_NO_LICENSE_REQUIRED;
    decision->possible = 1u << STATUS_NO_LICENSE_REQUIRED;
    for (size_t i = 0; i < decision->leg_count; i++) {
        if (decision->legs[i].side == SIDE_EXPORT)
            join_export(decision, &decision->legs[i]);
    }
    for (size_t i = 0; i < decision->leg_count; i++) {
        if (decision->legs[i].side == SIDE_IMPORT)
            join_import(decision, &decision->legs[i]);
    }
}

/* Nothing was researched of those days, so nothing is said of them. */
static void leave_unknown(struct decision *decision, const struct forum *forums, struct leg *legs)
{
    decision->before_coverage = true;
    decision->outcome = STATUS_UNKNOWN;
    decision->possible = EVERY_STATUS;
    for (size_t i = 0; i < decision->leg_count; i++) {
        const bool exported = forums[i].side == SIDE_EXPORT;
        legs[i] = (struct leg){
            .side = forums[i].side,
            .jurisdiction = forums[i].code,
            .possible = exported ? EVERY_STATUS : 0,
            .import_possible = exported ? 0 : (1u << IMPORT_COUNT) - 1,
        };
    }
}

/* The legs and what they come to; returns how many were decided. */
static size_t decide_legs(struct inquiry *inquiry, struct forum forums[static DECISION_LEGS_MAX],
                          struct decision *decision, struct scratch *scratch)
{
    const struct date verified = inquiry->rules->verified_through, date = inquiry->question->date;
    scratch_reset(scratch);
    decision->legs = scratch->legs;
    decision->leg_count = forums_list(inquiry, forums);
    decision->projected = verified.ymd != 0 && date.ymd > verified.ymd;
    if (date.ymd < COVERAGE_FROM.ymd) {
        leave_unknown(decision, forums, scratch->legs);
        return 0;
    }
    inquiry_gather(inquiry, scratch->met);
    for (size_t i = 0; i < decision->leg_count; i++)
        scratch->legs[i] = decide_leg(inquiry, &forums[i], scratch);
    join_legs(decision);
    return decision->leg_count;
}

/* And what stands beside them. */
static size_t decide(struct inquiry *inquiry, struct forum forums[static DECISION_LEGS_MAX],
                     struct decision *decision, struct scratch *scratch)
{
    const size_t decided = decide_legs(inquiry, forums, decision, scratch);
    if (decided == 0)
        return 0;
    decision->pending = decide_pending(inquiry, forums, decided, scratch);
    decision->suspended = decide_suspended(inquiry, forums, decision->legs, decided, scratch);
    decision->lapsed_unverified = decide_lapsed(inquiry, forums, decided, scratch);
    return decided;
}

/* Decides each leg once more with the unstated circumstances unknown, and marks those on which a difference
 * turns. */
static void mark_caveats(const struct inquiry *sceptical, const struct forum *forums, size_t count,
                         struct scratch *scratch)
{
    for (size_t i = 0; i < count; i++) {
        if (forums[i].domestic)
            continue;
        struct docket docket =
            docket_open(sceptical, forums[i].side, forums[i].jurisdiction, scratch->entries);
        decide_mark_circumstances(&docket, scratch);
    }
}

/* The headquarters are asked for by a parameter of that name, not by a predicate. */
static const struct field headquarters_field = {.name = "hq", .type = VALUE_TEXT};

static void list_headquarters(struct decision *decision, struct scratch *scratch)
{
    if (scratch->headquarters_mark)
        scratch->caveats[decision->caveat_count++] = &headquarters_field;
    scratch->headquarters_mark = false;
}

static void list_caveats(const struct rules *rules, struct decision *decision, struct scratch *scratch)
{
    decision->caveats = scratch->caveats;
    /* Circumstances stand in the order of their names. */
    for (size_t i = ITEM_FIELD_COUNT; i < rules->field_count; i++) {
        if (strcmp(rules->fields[i].name, headquarters_field.name) > 0)
            list_headquarters(decision, scratch);
        if (scratch->field_marks[i])
            scratch->caveats[decision->caveat_count++] = &rules->fields[i];
        scratch->field_marks[i] = false;
    }
    list_headquarters(decision, scratch);
    scratch->all_marked = 0;
}

struct decision decide_legs_alone(const struct rules *rules, const struct question *question,
                                  struct scratch *scratch)
{
    struct forum forums[DECISION_LEGS_MAX];
    struct decision decision = {0};
    struct inquiry inquiry = inquiry_open(rules, question, false);
    (void)decide_legs(&inquiry, forums, &decision, scratch);
    return decision;
}

struct decision decide_without_caveats(const struct rules *rules, const struct question *question,
                                       struct scratch *scratch)
{
    struct forum forums[DECISION_LEGS_MAX];
    struct decision decision = {0};
    struct inquiry inquiry = inquiry_open(rules, question, false);
    (void)decide(&inquiry, forums, &decision, scratch);
    return decision;
}

struct decision decide_eligibility(const struct rules *rules, const struct question *question,
                                   struct scratch *scratch)
{
    struct forum forums[DECISION_LEGS_MAX];
    struct decision decision = {0};
    struct inquiry inquiry = inquiry_open(rules, question, false);
    const size_t decided = decide(&inquiry, forums, &decision, scratch);
    struct inquiry sceptical = inquiry_open(rules, question, true);
    inquiry_gather(&sceptical, scratch->met);
    mark_caveats(&sceptical, forums, decided, scratch);
    list_caveats(rules, &decision, scratch);
    return decision;
}

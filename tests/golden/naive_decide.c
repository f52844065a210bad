/* The specification of the decision, said as plainly as C allows. */

#include "tests/golden/naive_decide.h"

#include <string.h>

/* Step 0. */
static bool is_called(const struct place *place, const char *token, struct date day)
{
    if (strcmp(token, "*") == 0 || strcmp(token, place->code) == 0)
        return true;
    for (size_t i = 0; i < place->membership_count; i++) {
        const struct membership *membership = &place->memberships[i];
        if (strcmp(membership->token, token) == 0 && membership->held.from.ymd <= day.ymd &&
            (membership->held.until.ymd == 0 || day.ymd < membership->held.until.ymd))
            return true;
    }
    return false;
}

static bool meets(const struct place *place, const struct tokens *tokens, struct date day)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (is_called(place, tokens->items[i], day))
            return true;
    }
    return false;
}

static bool contains(const struct tokens *tokens, const char *text)
{
    for (size_t i = 0; text && i < tokens->count; i++) {
        if (strcmp(tokens->items[i], text) == 0)
            return true;
    }
    return false;
}

static bool equal(struct value a, struct value b)
{
    if (a.type != b.type || a.type == VALUE_UNKNOWN)
        return false;
    if (a.type == VALUE_TEXT)
        return strcmp(a.text, b.text) == 0;
    return a.type == VALUE_NUMBER ? !(a.number < b.number) && !(a.number > b.number) : a.boolean == b.boolean;
}

static bool compare(struct value a, const struct predicate *node)
{
    bool listed = false;
    for (unsigned i = 0; i < node->value_count; i++)
        listed = listed || equal(a, node->values[i]);
    if (node->comparison == COMPARE_EQUAL || node->comparison == COMPARE_IN)
        return listed;
    if (node->comparison == COMPARE_NOT_EQUAL)
        return !listed;
    if (a.type != VALUE_NUMBER || node->values[0].type != VALUE_NUMBER)
        return false;
    const double line = node->values[0].number;
    if (node->comparison == COMPARE_LESS)
        return a.number < line;
    if (node->comparison == COMPARE_AT_MOST)
        return a.number <= line;
    return node->comparison == COMPARE_MORE ? a.number > line : a.number >= line;
}

static enum truth leaf(const struct question *question, const struct predicate *node)
{
    const bool item = node->field < ITEM_FIELD_COUNT;
    struct value value = {.type = VALUE_UNKNOWN};
    if (item)
        value = question->chip->facts[node->field];
    else if (question->circumstances)
        value = question->circumstances[node->field];
    if (value.type == VALUE_UNKNOWN && item)
        return TRUTH_UNKNOWN;
    if (value.type == VALUE_UNKNOWN && node->values[0].type == VALUE_BOOLEAN)
        value = (struct value){.type = VALUE_BOOLEAN, .boolean = false};
    if (value.type == VALUE_UNKNOWN)
        return TRUTH_NO;
    return compare(value, node) ? TRUTH_YES : TRUTH_NO;
}

static enum truth evaluate(const struct question *question, const struct predicate *node)
{
    if (!node)
        return TRUTH_YES;
    if (node->kind == PREDICATE_COMPARE)
        return leaf(question, node);
    unsigned yes = 0, no = 0;
    for (unsigned i = 0; i < node->child_count; i++) {
        const enum truth truth = evaluate(question, &node->children[i]);
        yes += truth == TRUTH_YES;
        no += truth == TRUTH_NO;
    }
    if (node->kind == PREDICATE_ALL)
        return no > 0 ? TRUTH_NO : (yes == node->child_count ? TRUTH_YES : TRUTH_UNKNOWN);
    return yes > 0 ? TRUTH_YES : (no == node->child_count ? TRUTH_NO : TRUTH_UNKNOWN);
}

/* Step 3, the ECCN aside; and of step 1 the days and the place of export. */
static enum truth matches(const struct question *question, const struct provision *provision)
{
    const struct date day = question->date;
    const struct place *hq = question->headquarters;
    if (provision->ruling->standing != STANDING_OPERATIVE || provision->in_force.from.ymd > day.ymd ||
        (provision->in_force.until.ymd != 0 && provision->in_force.until.ymd <= day.ymd))
        return TRUTH_NO;
    if (provision->export_from.count > 0 && !meets(question->export_from, &provision->export_from, day))
        return TRUTH_NO;
    if (!meets(question->destination, &provision->include, day) ||
        meets(question->destination, &provision->exclude, day))
        return TRUTH_NO;
    if (provision->headquartered_in.count > 0 &&
        (!hq || hq == question->destination || !meets(hq, &provision->headquartered_in, day)))
        return TRUTH_NO;
    if (provision->chips.count > 0 && !contains(&provision->chips, question->chip->id) &&
        !contains(&provision->chips, question->chip->product))
        return TRUTH_NO;
    return evaluate(question, provision->predicate);
}

/* Of step 1, the suspensions. The data holds none that turns on a missing fact or an ECCN, nor one of a
 * suspension. */
static bool is_suspended(const struct rules *rules, const struct question *question,
                         const struct provision *provision)
{
    for (size_t i = 0; i < rules->provision_count; i++) {
        const struct provision *suspension = rules->provisions[i];
        if (suspension->effect == EFFECT_SUSPEND && suspension != provision &&
            (contains(&suspension->targets, provision->id) ||
             contains(&suspension->targets, provision->ruling->id)) &&
            matches(question, suspension) == TRUTH_YES)
            return true;
    }
    return false;
}

struct docket {
    const struct provision *items[NAIVE_LIST_MAX];
    bool holds[NAIVE_LIST_MAX]; /* in the world in hand */
    bool always[NAIVE_LIST_MAX];
    size_t uncertain[NAIVE_UNCERTAIN_MAX];
    size_t uncertain_count;
    size_t count;
    bool feasible;
};

static bool is_export_effect(enum effect effect)
{
    return effect == EFFECT_CLASSIFY || effect == EFFECT_PROHIBIT || effect == EFFECT_LICENSE_REQUIRED ||
           effect == EFFECT_LICENSE_EXCEPTION || effect == EFFECT_LICENSE_POLICY ||
           effect == EFFECT_CONDITION;
}

static struct docket docket_of(const struct rules *rules, const struct question *question,
                               const struct naive_leg *leg)
{
    struct docket docket = {.feasible = true};
    for (size_t i = 0; i < rules->provision_count; i++) {
        const struct provision *provision = rules->provisions[i];
        const char *code = provision->ruling->jurisdiction;
        const bool own = strcmp(code, leg->jurisdiction) == 0;
        const bool items = provision->effect == EFFECT_CLASSIFY && strcmp(code, ITEM_JURISDICTION) == 0;
        const bool wanted = leg->side == SIDE_EXPORT ? is_export_effect(provision->effect)
                                                     : provision->effect == EFFECT_IMPORT_RESTRICTION;
        const enum truth truth = (own || items) && wanted ? matches(question, provision) : TRUTH_NO;
        if (truth == TRUTH_NO || is_suspended(rules, question, provision))
            continue;
        if (truth == TRUTH_UNKNOWN && docket.uncertain_count == NAIVE_UNCERTAIN_MAX) {
            docket.feasible = false;
            return docket;
        }
        if (truth == TRUTH_UNKNOWN)
            docket.uncertain[docket.uncertain_count++] = docket.count;
        docket.holds[docket.count] = true;
        docket.items[docket.count++] = provision;
    }
    return docket;
}

/* Step 2. */
static const char *govern(const struct docket *docket)
{
    const struct provision *best = NULL;
    for (size_t i = 0; i < docket->count; i++) {
        if (docket->holds[i] && docket->items[i]->effect == EFFECT_CLASSIFY &&
            (!best || docket->items[i]->priority > best->priority))
            best = docket->items[i];
    }
    return best ? best->eccns.items[0] : NULL;
}

struct world {
    enum status status;
    const struct provision *policy;
    const struct provision *exception;
    const char *eccn;
};

static bool applies(const struct docket *docket, size_t i, enum effect effect, const char *eccn)
{
    const struct provision *provision = docket->items[i];
    return docket->holds[i] && provision->effect == effect &&
           (provision->eccns.count == 0 || contains(&provision->eccns, eccn));
}

static bool outranks(const struct provision *a, const struct provision *b)
{
    if (a->priority != b->priority)
        return a->priority > b->priority;
    return a->in_force.from.ymd > b->in_force.from.ymd;
}

static const struct provision *best_policy(const struct docket *docket, const char *eccn, enum effect one,
                                           enum effect other)
{
    const struct provision *best = NULL;
    for (size_t i = 0; i < docket->count; i++) {
        if ((applies(docket, i, one, eccn) || applies(docket, i, other, eccn)) &&
            docket->items[i]->policy != POLICY_NONE && (!best || outranks(docket->items[i], best)))
            best = docket->items[i];
    }
    return best;
}

static const struct provision *usable_exception(const struct docket *docket, const char *eccn)
{
    const struct provision *best = NULL;
    for (size_t i = 0; i < docket->count; i++) {
        const struct provision *provision = docket->items[i];
        bool usable = applies(docket, i, EFFECT_LICENSE_EXCEPTION, eccn);
        for (size_t j = 0; j < provision->condition_count; j++)
            usable = usable && strcmp(provision->conditions[j].type, "notification") == 0;
        if (usable && (!best || (best->headquartered_in.count == 0 && provision->headquartered_in.count > 0)))
            best = provision;
    }
    return best;
}

/* Steps 4 to 7, in a world where everything is known. */
static struct world decide_world(const struct docket *docket)
{
    struct world world = {.status = STATUS_NO_LICENSE_REQUIRED, .eccn = govern(docket)};
    bool required = false, no_exceptions = false;
    for (size_t i = 0; i < docket->count; i++) {
        if (applies(docket, i, EFFECT_PROHIBIT, world.eccn))
            world.status = STATUS_PROHIBITED;
        if (!applies(docket, i, EFFECT_LICENSE_REQUIRED, world.eccn))
            continue;
        required = true;
        no_exceptions = no_exceptions || docket->items[i]->no_exceptions;
    }
    if (world.status == STATUS_PROHIBITED) {
        world.policy = best_policy(docket, world.eccn, EFFECT_PROHIBIT, EFFECT_PROHIBIT);
        return world;
    }
    if (!required)
        return world;
    world.exception = no_exceptions ? NULL : usable_exception(docket, world.eccn);
    world.status = world.exception ? STATUS_LICENSE_EXCEPTION_AVAILABLE : STATUS_LICENSE_REQUIRED;
    if (!world.exception)
        world.policy = best_policy(docket, world.eccn, EFFECT_LICENSE_POLICY, EFFECT_LICENSE_REQUIRED);
    return world;
}

static bool decides(const struct docket *docket, size_t i, const struct world *world)
{
    const struct provision *provision = docket->items[i];
    switch (world->status) {
    case STATUS_PROHIBITED:
        return applies(docket, i, EFFECT_PROHIBIT, world->eccn);
    case STATUS_LICENSE_EXCEPTION_AVAILABLE:
        return provision == world->exception || applies(docket, i, EFFECT_LICENSE_REQUIRED, world->eccn);
    case STATUS_LICENSE_REQUIRED:
        return provision == world->policy || applies(docket, i, EFFECT_LICENSE_REQUIRED, world->eccn) ||
               applies(docket, i, EFFECT_CONDITION, world->eccn);
    case STATUS_NO_LICENSE_REQUIRED:
    case STATUS_UNKNOWN:
    case STATUS_COUNT:
        break;
    }
    return false;
}

static void note_eccn(struct naive_leg *leg, const char *eccn)
{
    for (size_t i = 0; i < leg->eccn_count; i++) {
        if (leg->eccns[i] == eccn || (eccn && leg->eccns[i] && strcmp(leg->eccns[i], eccn) == 0))
            return;
    }
    leg->eccns[leg->eccn_count++] = eccn;
}

static void add_world(struct docket *docket, struct naive_leg *leg, bool first)
{
    if (leg->side == SIDE_IMPORT) {
        enum import_status most = IMPORT_NO_RESTRICTION_RECORDED;
        for (size_t i = 0; i < docket->count; i++) {
            if (applies(docket, i, EFFECT_IMPORT_RESTRICTION, NULL) && docket->items[i]->import_status > most)
                most = docket->items[i]->import_status;
        }
        leg->import_possible |= 1u << most;
        for (size_t i = 0; i < docket->count; i++)
            docket->always[i] = (first || docket->always[i]) && docket->holds[i];
        return;
    }
    const struct world world = decide_world(docket);
    leg->possible |= 1u << world.status;
    leg->policies |= 1u << (world.policy ? world.policy->policy : POLICY_NONE);
    leg->exception = first || leg->exception == world.exception ? world.exception : NULL;
    note_eccn(leg, world.eccn);
    for (size_t i = 0; i < docket->count; i++)
        docket->always[i] = (first || docket->always[i]) && decides(docket, i, &world);
}

static bool decide_leg(const struct rules *rules, const struct question *question, struct naive_leg *leg)
{
    if (leg->domestic) {
        leg->possible = 1u << STATUS_NO_LICENSE_REQUIRED;
        leg->policies = 1u << POLICY_NONE;
        return true;
    }
    struct docket docket = docket_of(rules, question, leg);
    leg->uncertain_count = docket.uncertain_count;
    for (unsigned world = 0; world < 1u << docket.uncertain_count; world++) {
        for (size_t i = 0; i < docket.uncertain_count; i++)
            docket.holds[docket.uncertain[i]] = world >> i & 1;
        add_world(&docket, leg, world == 0);
    }
    for (size_t i = 0; i < docket.count; i++) {
        if (docket.always[i])
            leg->because[leg->because_count++] = docket.items[i];
    }
    return docket.feasible;
}

/* A jurisdiction's own places: its code, or the members of the union of that name. */
static bool is_own(const struct place *place, const char *jurisdiction, struct date day)
{
    for (size_t i = 0; i < place->membership_count; i++) {
        const char *token = place->memberships[i].token;
        if (strncmp(token, "group:", 6) == 0 && strcmp(token + 6, jurisdiction) == 0 &&
            is_called(place, token, day))
            return true;
    }
    return strcmp(place->code, jurisdiction) == 0;
}

static bool lies_in(const struct place *place, const char *jurisdiction, struct date day)
{
    return (strcmp(jurisdiction, ITEM_JURISDICTION) == 0 && is_called(place, jurisdiction, day)) ||
           is_own(place, jurisdiction, day);
}

static void add_leg(struct naive_decision *decision, const struct question *question, enum side side,
                    const char *code)
{
    for (size_t i = 0; i < decision->leg_count; i++) {
        if (decision->legs[i].side == side && strcmp(decision->legs[i].jurisdiction, code) == 0)
            return;
    }
    struct naive_leg *leg = &decision->legs[decision->leg_count++];
    *leg = (struct naive_leg){.side = side, .jurisdiction = code};
    leg->domestic = side == SIDE_EXPORT && lies_in(question->export_from, code, question->date) &&
                    lies_in(question->destination, code, question->date);
}

static void add_legs(struct naive_decision *decision, const struct rules *rules,
                     const struct question *question)
{
    add_leg(decision, question, SIDE_EXPORT, ITEM_JURISDICTION);
    for (size_t i = 0; i < rules->ruling_count; i++) {
        if (is_own(question->export_from, rules->rulings[i].jurisdiction, question->date))
            add_leg(decision, question, SIDE_EXPORT, rules->rulings[i].jurisdiction);
    }
    const size_t exports = decision->leg_count;
    for (size_t i = 0; i < rules->ruling_count; i++) {
        if (is_own(question->destination, rules->rulings[i].jurisdiction, question->date))
            add_leg(decision, question, SIDE_IMPORT, rules->rulings[i].jurisdiction);
    }
    if (decision->leg_count == exports)
        add_leg(decision, question, SIDE_IMPORT, question->destination->code);
}

static enum status only_status(unsigned possible)
{
    for (unsigned status = 0; status < STATUS_COUNT; status++) {
        if (possible == 1u << status)
            return (enum status)status;
    }
    return STATUS_UNKNOWN;
}

/* prohibited > license_required > unknown > license_exception_available > no_license_required */
static enum status stricter(enum status a, enum status b)
{
    static const enum status order[] = {STATUS_PROHIBITED, STATUS_LICENSE_REQUIRED, STATUS_UNKNOWN,
                                        STATUS_LICENSE_EXCEPTION_AVAILABLE, STATUS_NO_LICENSE_REQUIRED};
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        if (a == order[i] || b == order[i])
            return order[i];
    }
    return STATUS_UNKNOWN;
}

static unsigned join(unsigned a, unsigned b)
{
    unsigned joined = 0;
    for (unsigned i = 0; i < STATUS_COUNT * STATUS_COUNT; i++) {
        const unsigned x = i / STATUS_COUNT, y = i % STATUS_COUNT;
        if ((a >> x & 1) && (b >> y & 1))
            joined |= 1u << stricter((enum status)x, (enum status)y);
    }
    return joined;
}

struct naive_decision naive_decide(const struct rules *rules, const struct question *question)
{
    struct naive_decision decision = {.feasible = true, .outcome = STATUS_NO_LICENSE_REQUIRED};
    decision.possible = 1u << STATUS_NO_LICENSE_REQUIRED;
    if (question->date.ymd < 20220801) {
        decision.outcome = STATUS_UNKNOWN;
        return decision;
    }
    add_legs(&decision, rules, question);
    for (size_t i = 0; i < decision.leg_count; i++)
        decision.feasible = decide_leg(rules, question, &decision.legs[i]) && decision.feasible;
    for (size_t i = 0; i < decision.leg_count; i++) {
        const struct naive_leg *leg = &decision.legs[i];
        if (leg->side == SIDE_EXPORT) {
            decision.outcome = stricter(decision.outcome, only_status(leg->possible));
            decision.possible = join(decision.possible, leg->possible);
        } else if (leg->import_possible == 1u << IMPORT_NOT_ADMITTED) {
            decision.outcome = STATUS_PROHIBITED;
            decision.possible = 1u << STATUS_PROHIBITED;
        } else if (leg->import_possible >> IMPORT_NOT_ADMITTED & 1) {
            decision.outcome = stricter(decision.outcome, STATUS_UNKNOWN);
            decision.possible |= 1u << STATUS_PROHIBITED;
        }
    }
    return decision;
}

/* Tells every test that a leg rests on, with operands, result and margin. */

#include "rules/decide_leg.h"

#include <math.h>
#include <string.h>

struct telling {
    const struct inquiry *inquiry;
    const struct jurisdiction *jurisdiction;
    const struct leg *leg;
    step_fn *each;
    void *context;
    bool told; /* some test of the provision in hand */
};

static void tell(struct telling *telling, const struct step *step)
{
    telling->told = true;
    telling->each(step, telling->context);
}

static void tell_test(struct telling *telling, const struct provision *provision, enum test_kind kind,
                      enum truth result)
{
    const struct step step = {.provision = provision, .kind = kind, .result = result, .margin = (double)NAN};
    tell(telling, &step);
}

static double margin_of(const struct predicate *comparison, const struct value *value)
{
    if (value->type != VALUE_NUMBER || comparison->value_count != 1 ||
        comparison->values[0].type != VALUE_NUMBER)
        return (double)NAN;
    return value->number - comparison->values[0].number;
}

static void tell_predicate(struct telling *telling, const struct provision *provision,
                           const struct predicate *predicate)
{
    if (!predicate)
        return;
    if (predicate->kind != PREDICATE_COMPARE) {
        for (unsigned i = 0; i < predicate->child_count; i++)
            tell_predicate(telling, provision, &predicate->children[i]);
        return;
    }
    const struct known *known = &telling->inquiry->known;
    const struct value value = predicate_value(predicate, known);
    const struct step step = {
        .provision = provision,
        .kind = TEST_COMPARISON,
        .comparison = predicate,
        .value = value,
        .result = predicate_compare(predicate, known),
        .margin = margin_of(predicate, &value),
    };
    tell(telling, &step);
}

static enum truth judge_classification(const struct telling *telling, unsigned index)
{
    const struct compiled_provision *compiled = &telling->inquiry->compiled->provisions[index];
    const enum truth suspended = inquiry_suspended(telling->inquiry, compiled, NULL, SUSPENSION_DEPTH);
    return truth_and(inquiry_matches(telling->inquiry, index), truth_not(suspended));
}

/* Over every ECCN that may govern. */
static enum truth judge_eccn(const struct telling *telling, const struct provision *provision)
{
    bool yes = false, no = false, settled = false;
    for (size_t i = 0; i < telling->jurisdiction->classifications.count && !settled; i++) {
        const unsigned index = telling->jurisdiction->classifications.items[i];
        const enum truth holds = judge_classification(telling, index);
        if (holds == TRUTH_NO)
            continue;
        const struct provision *classification = telling->inquiry->rules->provisions[index];
        const bool takes = provision_takes_eccn(provision, classification->eccns.items[0]);
        yes = yes || takes;
        no = no || !takes;
        settled = holds == TRUTH_YES;
    }
    no = no || !settled;
    if (yes && no)
        return TRUTH_UNKNOWN;
    return yes ? TRUTH_YES : TRUTH_NO;
}

static bool is_live(const struct inquiry *inquiry, const struct compiled_provision *compiled)
{
    if (!compiled->operative || !interval_covers(compiled->in_force, inquiry->question->date))
        return false;
    return inquiry_suspended(inquiry, compiled, NULL, SUSPENSION_DEPTH) != TRUTH_YES;
}

/* The destination and the place of export; headquarters are a test of their own. */
static bool ends_meet(const struct inquiry *inquiry, unsigned index)
{
    return mask_has(inquiry->to, index) && mask_has(inquiry->from, index);
}

static bool is_matter_of(const struct telling *telling, const struct provision *provision)
{
    const bool own = strcmp(provision->ruling->jurisdiction, telling->leg->jurisdiction) == 0;
    if (provision->effect == EFFECT_CLASSIFY)
        return telling->leg->side == SIDE_EXPORT &&
               (own || strcmp(provision->ruling->jurisdiction, ITEM_JURISDICTION) == 0);
    if (!own || provision->effect == EFFECT_SUSPEND)
        return false;
    if (telling->leg->side == SIDE_EXPORT)
        return provision->effect != EFFECT_IMPORT_RESTRICTION;
    return provision->effect == EFFECT_IMPORT_RESTRICTION || provision->effect == EFFECT_GUIDANCE ||
           provision->effect == EFFECT_TARIFF;
}

static void tell_provision(struct telling *telling, unsigned index)
{
    const struct compiled_provision *compiled = &telling->inquiry->compiled->provisions[index];
    const struct provision *provision = compiled->provision;
    const struct inquiry *inquiry = telling->inquiry;
    telling->told = false;
    if (compiled->headquartered_in)
        tell_test(telling, provision, TEST_HEADQUARTERS,
                  inquiry_places_meet(inquiry, index) ? TRUTH_YES : TRUTH_NO);
    if (provision->eccns.count > 0 && provision->effect != EFFECT_CLASSIFY)
        tell_test(telling, provision, TEST_ECCN, judge_eccn(telling, provision));
    if (!provision->any_chip)
        tell_test(telling, provision, TEST_CHIP,
                  provision_names_chip(provision, inquiry->question->chip) ? TRUTH_YES : TRUTH_NO);
    tell_predicate(telling, provision, provision->predicate);
    if (!telling->told)
        tell_test(telling, provision, TEST_CHIP, TRUTH_YES);
}

void decide_steps(const struct rules *rules, const struct question *question, const struct leg *leg,
                  step_fn *each, void *context)
{
    const struct inquiry inquiry = inquiry_open(rules, question, false);
    struct telling telling = {.inquiry = &inquiry, .leg = leg, .each = each, .context = context};
    telling.jurisdiction = rules->compiled->jurisdictions;
    for (size_t i = 0; i < rules->compiled->jurisdiction_count; i++) {
        if (strcmp(rules->compiled->jurisdictions[i].code, leg->jurisdiction) == 0)
            telling.jurisdiction = &rules->compiled->jurisdictions[i];
    }
    if (leg->domestic || question->date.ymd < COVERAGE_FROM.ymd)
        return;
    for (unsigned i = 0; i < rules->provision_count; i++) {
        const struct compiled_provision *compiled = &rules->compiled->provisions[i];
        if (ends_meet(&inquiry, i) && is_matter_of(&telling, compiled->provision) &&
            is_live(&inquiry, compiled))
            tell_provision(&telling, i);
    }
}

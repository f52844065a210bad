/* Finds the next day on which a question is answered differently.
 *
 * Of its day an answer reads only which provisions that meet the question are in force, and what its places
 * are called by. So it is decided again only where one of these begins or ends. */

#include "rules/inquiry.h"
#include "rules/scratch.h"

/* The earlier of two days after `day`; 0 is none. */
static struct date earlier(struct date best, struct date found, struct date day)
{
    if (found.ymd <= day.ymd || (best.ymd != 0 && best.ymd <= found.ymd))
        return best;
    return found;
}

static struct date next_span(const struct rules *rules, const struct place *place, struct date day,
                             struct date best)
{
    const struct compiled_place *compiled = &rules->compiled->places[place - rules->places];
    for (size_t i = compiled->span_count; i > 0 && compiled->spans[i - 1].from.ymd > day.ymd; i--)
        best = earlier(best, compiled->spans[i - 1].from, day);
    return best;
}

/* Whether some leg of the question, whose places are called the same until then, reads the provision. */
static bool is_read(const struct inquiry *inquiry, const struct compiled_provision *compiled)
{
    const struct question *question = inquiry->question;
    const struct jurisdiction *law = &inquiry->compiled->jurisdictions[compiled->jurisdiction];
    const enum effect effect = compiled->provision->effect;
    if (effect == EFFECT_SUSPEND || (law->items_own && effect != EFFECT_IMPORT_RESTRICTION))
        return true;
    if ((effect == EFFECT_IMPORT_RESTRICTION || effect == EFFECT_CLASSIFY) &&
        inquiry_place_is_governed(inquiry, question->destination, inquiry->destination, law))
        return true;
    return effect != EFFECT_IMPORT_RESTRICTION &&
           inquiry_place_is_governed(inquiry, question->export_from, inquiry->export_from, law);
}

/* The first day after the question's on which something that it meets begins or ends; 0: there is none. */
static struct date next_event(const struct inquiry *inquiry, struct mask_word *met)
{
    const struct compiled *compiled = inquiry->compiled;
    const struct question *question = inquiry->question;
    const uint64_t *const masks[] = {inquiry->era->changing, inquiry->may, inquiry->to, inquiry->from,
                                     inquiry->received_by};
    const size_t words = mask_meet(compiled->shape, masks, sizeof masks / sizeof masks[0], met);
    const struct date day = question->date;
    struct date best = earlier((struct date){0}, COVERAGE_FROM, day);
    for (size_t i = 0; i < words; i++) {
        for (uint64_t bits = met[i].bits; bits; bits &= bits - 1) {
            const struct compiled_provision *provision = &compiled->provisions[mask_index(&met[i], bits)];
            if (is_read(inquiry, provision))
                best = earlier(earlier(best, provision->in_force.from, day), provision->in_force.until, day);
        }
    }
    best = next_span(inquiry->rules, question->destination, day, best);
    best = next_span(inquiry->rules, question->export_from, day, best);
    return question->headquarters ? next_span(inquiry->rules, question->headquarters, day, best) : best;
}

struct next_change decide_next_change(const struct rules *rules, const struct question *question,
                                      const struct decision *now, struct scratch *second)
{
    struct question later = *question;
    for (;;) {
        const struct inquiry inquiry = inquiry_open(rules, &later, false);
        later.date = next_event(&inquiry, second->met);
        if (later.date.ymd == 0)
            return (struct next_change){.date = {0}, .outcome = STATUS_UNKNOWN};
        const struct decision then = decide_legs_alone(rules, &later, second);
        if (!decision_equal(now, &then))
            return (struct next_change){.date = later.date, .outcome = then.outcome, .then = then};
    }
}

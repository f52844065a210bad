/* Writes what changed, from what to what, by which rulings, and what else is recorded differently. */
#include "api/shape_difference.h"

#include "api/grounds.h"
#include "api/table_answers.h"
#include "rules/recorded.h"
#include "rules/verdict.h"

#include <string.h>

static void write_aspects(struct json_out *out, unsigned differences)
{
    static const char *const words[ASPECT_COUNT] = {
        [ASPECT_OUTCOME] = "outcome",     [ASPECT_POLICY] = "policy", [ASPECT_ECCN] = "eccn",
        [ASPECT_EXCEPTION] = "exception", [ASPECT_IMPORT] = "import", [ASPECT_CONDITIONS] = "conditions",
        [ASPECT_GROUNDS] = "grounds",
    };
    json_out_begin_array(out);
    for (unsigned aspect = 0; aspect < ASPECT_COUNT; aspect++) {
        if (differences & 1u << aspect)
            json_out_text(out, words[aspect]);
    }
    json_out_end_array(out);
}

static void write_side(struct json_out *out, const struct decision *decision, bool as_row)
{
    if (!decision) {
        json_out_null(out);
        return;
    }
    json_out_begin_object(out);
    shape_verdict(out, decision, as_row);
    json_out_end_object(out);
}

static bool gather(const struct difference *difference, size_t state, const struct decision *decision,
                   struct grounds *grounds)
{
    const struct table_state *in = &difference->table->states[state];
    return grounds_gather(in->rules, in->question.date, decision, grounds);
}

/* What else differs, as bits: what is recorded of the chip and the places, whose law is heard, what is
 * covered. */
enum also {
    ALSO_CHIP,
    ALSO_DESTINATION,
    ALSO_HEADQUARTERS,
    ALSO_EXPORT_FROM,
    ALSO_JURISDICTIONS,
    ALSO_COVERAGE,
    ALSO_COUNT
};

static unsigned bit(enum also also, bool differs)
{
    return differs ? 1u << also : 0;
}

static bool chip_differs(const struct chip *const in[static TABLE_STATES_MAX])
{
    return !in[0] || !in[1] || !recorded_same_chip(in[0], in[1]);
}

static bool legs_differ(const struct decision *a, const struct decision *b)
{
    if (a->leg_count != b->leg_count)
        return true;
    for (size_t i = 0; i < a->leg_count; i++) {
        if (a->legs[i].side != b->legs[i].side ||
            strcmp(a->legs[i].jurisdiction, b->legs[i].jurisdiction) != 0)
            return true;
    }
    return false;
}

static unsigned find_also(const struct difference *difference)
{
    const struct table *table = difference->table;
    const struct question *first = &table->states[0].question, *last = &table->states[1].question;
    const struct decision *before = difference->before, *after = difference->after;
    const struct place *const headquarters[] = {first->headquarters, last->headquarters};
    const struct place *const from[] = {first->export_from, last->export_from};
    const struct table_place *place = difference->place;
    const bool both = before && after;
    return bit(ALSO_CHIP, chip_differs(difference->chip->in)) |
           bit(ALSO_DESTINATION, place->moved || !place->in[0] || !place->in[1]) |
           bit(ALSO_HEADQUARTERS, table_place_moved(table, headquarters, END_HEADQUARTERS)) |
           bit(ALSO_EXPORT_FROM, table_place_moved(table, from, END_EXPORT_FROM)) |
           bit(ALSO_JURISDICTIONS, both && legs_differ(before, after)) |
           bit(ALSO_COVERAGE, both && before->before_coverage != after->before_coverage);
}

static void write_also(struct json_out *out, unsigned set)
{
    static const char *const words[ALSO_COUNT] = {
        [ALSO_CHIP] = "chip",
        [ALSO_DESTINATION] = "destination",
        [ALSO_HEADQUARTERS] = "hq",
        [ALSO_EXPORT_FROM] = "export_from",
        [ALSO_JURISDICTIONS] = "jurisdictions",
        [ALSO_COVERAGE] = "coverage",
    };
    json_out_begin_array(out);
    for (unsigned i = 0; i < ALSO_COUNT; i++) {
        if (set & 1u << i)
            json_out_text(out, words[i]);
    }
    json_out_end_array(out);
}

/* Where the law is the same on both sides and nothing else explains the difference, what the answers rest on
 * is named. False when memory is short. */
static bool find_responsible(const struct difference *difference, unsigned also,
                             struct responsible *responsible)
{
    struct grounds before = {0}, after = {0};
    bool found = gather(difference, 0, difference->before, &before) &&
                 gather(difference, 1, difference->after, &after) &&
                 grounds_compare(&before, &after, true, responsible);
    if (found && responsible->count == 0 && also == 0) {
        responsible_done(responsible);
        found = grounds_compare(&before, &after, false, responsible);
    }
    grounds_done(&before);
    grounds_done(&after);
    return found;
}

/* Of what one state does not know there is no law either. */
static void write_responsible(struct json_out *out, const struct difference *difference, unsigned also,
                              bool as_row)
{
    struct responsible responsible = {0};
    if (difference->before && difference->after && !find_responsible(difference, also, &responsible))
        out->failed = true;
    json_out_begin_array(out);
    for (size_t i = 0; i < responsible.count; i++)
        shape_ruling_name(out, responsible.items[i], as_row);
    json_out_end_array(out);
    responsible_done(&responsible);
}

void shape_difference(struct json_out *out, const struct difference *difference, bool as_row)
{
    const unsigned also = find_also(difference);
    json_out_key(out, "changed");
    write_aspects(out, difference->differences);
    json_out_key(out, "before");
    write_side(out, difference->before, as_row);
    json_out_key(out, "after");
    write_side(out, difference->after, as_row);
    json_out_key(out, "changed_by");
    write_responsible(out, difference, also, as_row);
    json_out_key(out, "also_changed");
    write_also(out, also);
}

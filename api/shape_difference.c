/* Writes what changed, from what to what, by which rulings, and what else is recorded differently. */
#include "api/shape_difference.h"

#include "api/grounds.h"
#include "api/table_answers.h"
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

static void write_responsible(struct json_out *out, const struct difference *difference, bool as_row)
{
    struct grounds before = {0}, after = {0};
    struct responsible responsible = {0};
    json_out_begin_array(out);
    if (!gather(difference, 0, difference->before, &before) ||
        !gather(difference, 1, difference->after, &after) || !grounds_compare(&before, &after, &responsible))
        out->failed = true;
    for (size_t i = 0; i < responsible.count; i++)
        shape_ruling_name(out, responsible.items[i], as_row);
    json_out_end_array(out);
    responsible_done(&responsible);
    grounds_done(&before);
    grounds_done(&after);
}

static bool is_same_value(const struct value *a, const struct value *b)
{
    if (a->type != b->type)
        return false;
    switch (a->type) {
    case VALUE_BOOLEAN:
        return a->boolean == b->boolean;
    case VALUE_NUMBER:
        return a->number >= b->number && a->number <= b->number;
    case VALUE_TEXT:
        return strcmp(a->text, b->text) == 0;
    case VALUE_UNKNOWN:
        break;
    }
    return true;
}

/* What a decision reads of a chip. */
static bool chip_differs(const struct chip *const in[static TABLE_STATES_MAX])
{
    if (!in[0] || !in[1])
        return in[0] != in[1];
    for (unsigned i = 0; i < ITEM_FIELD_COUNT; i++) {
        if (!is_same_value(&in[0]->facts[i], &in[1]->facts[i]))
            return true;
    }
    return strcmp(in[0]->product, in[1]->product) != 0;
}

/* Another jurisdiction is heard, or on another side. */
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

static void write_also(struct json_out *out, const struct difference *difference)
{
    const struct question *before = &difference->table->states[0].question;
    const struct question *after = &difference->table->states[1].question;
    const struct place *const headquarters[] = {before->headquarters, after->headquarters};
    const struct place *const from[] = {before->export_from, after->export_from};
    const bool both = difference->before && difference->after;
    json_out_begin_array(out);
    if (chip_differs(difference->chip->in))
        json_out_text(out, "chip");
    if (difference->place->moved || !difference->place->in[0] || !difference->place->in[1])
        json_out_text(out, "destination");
    if (table_place_moved(difference->table, headquarters))
        json_out_text(out, "hq");
    if (table_place_moved(difference->table, from))
        json_out_text(out, "export_from");
    if (both && legs_differ(difference->before, difference->after))
        json_out_text(out, "jurisdictions");
    if (both && difference->before->before_coverage != difference->after->before_coverage)
        json_out_text(out, "coverage");
    json_out_end_array(out);
}

void shape_difference(struct json_out *out, const struct difference *difference, bool as_row)
{
    json_out_key(out, "changed");
    write_aspects(out, difference->differences);
    json_out_key(out, "before");
    write_side(out, difference->before, as_row);
    json_out_key(out, "after");
    write_side(out, difference->after, as_row);
    json_out_key(out, "changed_by");
    if (difference->before && difference->after) {
        write_responsible(out, difference, as_row);
    } else {
        json_out_begin_array(out);
        json_out_end_array(out);
    }
    json_out_key(out, "also_changed");
    write_also(out, difference);
}

/* GET /v1/history: how the answer for a chip and a destination changed, by which rulings, amid which events. */
#include "operations.h"

#include "api/answer.h"
#include "api/api.h"
#include "api/link.h"
#include "db/catalogue.h"
#include "rules/history.h"
#include "rules/words.h"

#include <string.h>

struct history {
    const struct answer *answer;
    struct json_out chips;     /* id and product as a JSON array */
    struct json_out intervals; /* written in one walk, placed into the document after */
    bool failed;
};

static void copy_members(struct json_out *out, const struct document *document, const char *const *members, size_t count)
{
    json_out_begin_object(out);
    for (size_t i = 0; i < count; i++) {
        struct json_slice value;
        if (!json_slice_find(document->body, members[i], &value))
            continue;
        json_out_key(out, members[i]);
        json_out_raw(out, value.text, value.size);
    }
    json_out_end_object(out);
}

static bool write_event(const struct document *document, void *context)
{
    static const char *const members[] = {"id", "date", "headline"};
    copy_members(context, document, members, sizeof members / sizeof members[0]);
    return true;
}

static bool write_events(struct history *history, struct interval interval)
{
    const struct context *at = history->answer->context;
    struct json_out *out = &history->intervals;
    json_out_begin_array(out);
    const bool read = catalogue_events_of(at->store, at->at, history->chips.text, interval.from.ymd, interval.until.ymd,
                                          write_event, out);
    json_out_end_array(out);
    return read;
}

static bool begins_or_ends(const struct ruling *ruling, struct date day)
{
    for (size_t i = 0; i < ruling->provision_count; i++) {
        const struct interval in_force = ruling->provisions[i].in_force;
        if (in_force.from.ymd == day.ymd || in_force.until.ymd == day.ymd)
            return true;
    }
    return false;
}

static bool of_a_leg(const struct decision *decision, const char *jurisdiction)
{
    for (size_t i = 0; i < decision->leg_count; i++) {
        if (strcmp(decision->legs[i].jurisdiction, jurisdiction) == 0)
            return true;
    }
    return false;
}

/* Operative rulings of the legs' jurisdictions that reach the destination and begin, change or end on the interval's first day. */
static void write_changed_by(struct history *history, const struct decision *decision, struct date from)
{
    const struct rules *rules = history->answer->context->rules;
    const struct place *destination = history->answer->asked->question.destination;
    struct json_out *out = &history->intervals;
    json_out_begin_array(out);
    for (size_t i = 0; i < rules->ruling_count; i++) {
        const struct ruling *ruling = &rules->rulings[i];
        if (ruling->standing != STANDING_OPERATIVE || !begins_or_ends(ruling, from) ||
            !of_a_leg(decision, ruling->jurisdiction) || !ruling_reaches(rules, ruling, destination, from))
            continue;
        json_out_begin_object(out);
        json_out_key(out, "id");
        json_out_text(out, ruling->id);
        json_out_key(out, "title");
        json_out_text(out, ruling->title);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

static void write_legs(struct json_out *out, const struct decision *decision)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < decision->leg_count; i++) {
        json_out_begin_object(out);
        shape_leg(out, &decision->legs[i]);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

static bool write_interval(struct interval interval, const struct decision *decision, void *context)
{
    struct history *history = context;
    struct json_out *out = &history->intervals;
    json_out_begin_object(out);
    shape_date(out, "from", interval.from);
    shape_date(out, "until", interval.until);
    json_out_key(out, "outcome");
    json_out_text(out, status_word(decision->outcome));
    json_out_key(out, "possible");
    shape_possible(out, decision->possible);
    json_out_key(out, "projected");
    json_out_boolean(out, decision->projected);
    json_out_key(out, "before_coverage");
    json_out_boolean(out, decision->before_coverage);
    json_out_key(out, "legs");
    write_legs(out, decision);
    json_out_key(out, "changed_by");
    write_changed_by(history, decision, interval.from);
    json_out_key(out, "events");
    history->failed = !write_events(history, interval);
    json_out_end_object(out);
    return !history->failed;
}

/* False when the store could not be read; short memory is told by the writers. */
static bool walk(struct history *history)
{
    const struct context *at = history->answer->context;
    const struct question *question = &history->answer->asked->question;
    json_out_begin_array(&history->chips);
    json_out_text(&history->chips, question->chip->id);
    json_out_text(&history->chips, question->chip->product);
    json_out_end_array(&history->chips);
    json_out_begin_array(&history->intervals);
    if (json_out_finish(&history->chips))
        history_walk(at->rules, question, history->answer->span, write_interval, history, at->scratch, at->second);
    json_out_end_array(&history->intervals);
    return !history->failed;
}

static void write_currency(struct json_out *out, const struct context *at)
{
    json_out_begin_object(out);
    json_out_key(out, "data_version");
    json_out_integer(out, at->at);
    shape_date(out, "verified_through", at->rules->verified_through);
    json_out_end_object(out);
}

static void write_members(struct json_out *out, const void *context)
{
    const struct history *history = context;
    const struct answer *answer = history->answer;
    json_out_key(out, "question");
    shape_question(out, answer);
    json_out_key(out, "matched");
    shape_matched(out, answer);
    json_out_key(out, "intervals");
    json_out_raw(out, history->intervals.text, history->intervals.size);
    json_out_key(out, "assumptions");
    shape_assumptions(out, answer);
    json_out_key(out, "currency");
    write_currency(out, answer->context);
    json_out_key(out, "engine");
    json_out_text(out, engine_version);
    json_out_key(out, "self");
    link_history(out, answer);
    json_out_key(out, "notice");
    json_out_text(out, answer_notice);
}

enum problem get_history(const struct get_history_args *args, const struct context *context, struct reply *reply)
{
    const struct asked_texts texts = {args->chip, args->destination, args->hq, args->export_from, {0}};
    struct asked asked;
    const enum problem problem = answer_ask(context, &texts, &asked, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    const struct answer answer = {.context = context, .asked = &asked, .span = {args->from, args->to}};
    if (interval_is_empty(answer.span))
        return reply_fail(reply, PROBLEM_INVALID_PARAMETER, "The history is empty: `to` must lie after `from` (2022-08-01 when absent).");

    struct history history = {.answer = &answer};
    const bool read = walk(&history);
    if (history.intervals.failed || history.chips.failed)
        reply->out.failed = true;
    else if (read)
        shape_digested(reply_json(reply), write_members, &history);
    json_out_done(&history.chips);
    json_out_done(&history.intervals);
    return read ? PROBLEM_NONE : context_fail(context, reply);
}

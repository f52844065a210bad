/* GET /v1/history: how the answer for a chip and a destination changed, by which rulings, amid which events.
 */
#include "operations.h"

#include "api/answer.h"
#include "api/api.h"
#include "api/circumstances.h"
#include "api/grounds.h"
#include "api/link.h"
#include "api/member.h"
#include "db/catalogue.h"
#include "rules/history.h"
#include "rules/words.h"

#include <stdio.h>
#include <stdlib.h>

struct history {
    const struct answer *answer;
    struct grounds grounds;    /* of the interval before */
    struct json_out chips;     /* id and product as a JSON array */
    struct json_out intervals; /* written in one walk, placed into the document after */
    bool failed;
};

static void copy_members(struct json_out *out, const struct document *document, const char *const *members,
                         size_t count)
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
    const bool read = catalogue_events_of(at->store, at->at, history->chips.text, interval.from.ymd,
                                          interval.until.ymd, write_event, out);
    json_out_end_array(out);
    return read;
}

/* The rulings responsible for the change that this interval begins with; none at the first, which nothing
 * precedes. */
static void write_changed_by(struct history *history, const struct decision *decision, struct date day)
{
    struct grounds now;
    if (!grounds_gather(history->answer->context->rules, day, decision, &now)) {
        history->intervals.failed = true;
        return;
    }
    const bool first = history->grounds.items == NULL;
    json_out_key(&history->intervals, "changed_by");
    shape_changed(&history->intervals, first ? &now : &history->grounds, &now);
    grounds_done(&history->grounds);
    history->grounds = now;
}

/* The known doubts that bear on the answer of this interval. */
static void write_doubts(struct history *history, const struct decision *decision, struct date day)
{
    struct asked asked = *history->answer->asked;
    struct answer answer = *history->answer;
    asked.question.date = day;
    answer.asked = &asked;
    answer.decision = decision;
    json_out_key(&history->intervals, "doubts");
    shape_doubts(&history->intervals, &answer);
}

static void write_legs(struct json_out *out, const struct decision *decision)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < decision->leg_count; i++) {
        json_out_begin_object(out);
        shape_leg(out, &decision->legs[i], false);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

static bool write_interval(struct interval interval, const struct decision *decision, void *context)
{
    struct history *history = context;
    struct json_out *out = &history->intervals;
    json_out_begin_object(out);
    member_date(out, "from", interval.from);
    member_date(out, "until", interval.until);
    member_text(out, "outcome", status_word(decision->outcome));
    json_out_key(out, "possible");
    shape_possible(out, decision->possible);
    member_boolean(out, "projected", decision->projected);
    member_boolean(out, "before_coverage", decision->before_coverage);
    json_out_key(out, "legs");
    write_legs(out, decision);
    write_changed_by(history, decision, interval.from);
    write_doubts(history, decision, interval.from);
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
        history_walk(at->rules, question, history->answer->span, write_interval, history, at->scratch,
                     at->second);
    json_out_end_array(&history->intervals);
    return !history->failed;
}

/* The last day of the span; of an open one the day of the last change that is recorded at all. */
static struct date last_day(const struct answer *answer)
{
    const struct rules *rules = answer->context->rules;
    if (answer->span.until.ymd)
        return date_add_days(answer->span.until, -1);
    const struct date from = answer->span.from;
    const struct date last =
        rules->change_point_count ? rules->change_points[rules->change_point_count - 1] : from;
    return last.ymd > from.ymd ? last : from;
}

/* Told as of the end: everything that lapses within the span without having been checked. */
static void write_currency(struct json_out *out, const struct answer *answer)
{
    const struct context *at = answer->context;
    struct question question = answer->asked->question;
    question.date = last_day(answer);
    const struct decision last = decide_without_caveats(at->rules, &question, at->scratch);
    json_out_begin_object(out);
    member_integer(out, "data_version", at->at);
    member_date(out, "verified_through", at->rules->verified_through);
    json_out_key(out, "lapsed_unverified");
    shape_lapsed(out, &last.lapsed_unverified);
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
    write_currency(out, answer);
    member_text(out, "engine", engine_version);
    json_out_key(out, "self");
    link_history(out, answer);
    member_text(out, "notice", answer_notice);
}

static enum problem refuse_empty(const struct answer *answer, struct reply *reply)
{
    struct parameter_fault fault = {.parameter = "to"};
    char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE];
    date_format(answer->span.from, from);
    date_format(answer->span.until, to);
    fault.value = to;
    snprintf(fault.detail, sizeof fault.detail, "to must lie after from, which is %s.", from);
    return reply_fail_parameters(reply, PROBLEM_INVALID_PARAMETER, &fault, 1);
}

enum problem get_history(const struct get_history_args *args, const struct context *context,
                         struct reply *reply)
{
    struct asked_texts texts = {
        .chip = args->chip,
        .destination = args->destination,
        .hq = args->hq,
        .export_from = args->export_from,
    };
    struct asked asked;
    enum problem problem = circumstances_of_query(context, &texts.circumstances, reply);
    if (problem == PROBLEM_NONE)
        problem = answer_ask(context, &texts, &asked, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    const struct answer answer = {.context = context, .asked = &asked, .span = {args->from, args->to}};
    if (interval_is_empty(answer.span))
        return refuse_empty(&answer, reply);

    struct history history = {.answer = &answer};
    const bool read = walk(&history);
    if (history.intervals.failed || history.chips.failed)
        reply->out.failed = true;
    else if (read)
        shape_digested(reply_json(reply), write_members, &history);
    json_out_done(&history.chips);
    json_out_done(&history.intervals);
    grounds_done(&history.grounds);
    return read ? PROBLEM_NONE : context_fail(context, reply);
}

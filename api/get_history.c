/* GET /v1/history: how the answer for a chip and a destination changed, by which rulings, amid which events. */
#include "operations.h"

#include "api/answer.h"
#include "api/api.h"
#include "api/link.h"
#include "api/member.h"
#include "db/catalogue.h"
#include "rules/history.h"
#include "rules/words.h"

#include <stdlib.h>

/* The provisions that an interval rests on. */
struct grounds {
    const struct provision **items;
    size_t count;
};

struct history {
    const struct answer *answer;
    struct grounds grounds;    /* of the interval before */
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

static bool holds(const struct provision *const *provisions, size_t count, const struct provision *provision)
{
    for (size_t i = 0; i < count; i++) {
        if (provisions[i] == provision)
            return true;
    }
    return false;
}

static void write_titled(struct json_out *out, const struct ruling *ruling)
{
    json_out_begin_object(out);
    member_text(out, "id", ruling->id);
    member_text(out, "title", ruling->title);
    json_out_end_object(out);
}

/* Whether the ruling's part in the answer differs from the interval before. */
static bool changed(const struct history *history, const struct ruling *ruling, const struct grounds *now)
{
    const struct grounds *before = &history->grounds;
    for (size_t i = 0; i < ruling->provision_count; i++) {
        const struct provision *provision = &ruling->provisions[i];
        if (holds(before->items, before->count, provision) != holds(now->items, now->count, provision))
            return true;
    }
    return false;
}

/* What this interval rests on; false when memory is short. */
static bool gather(const struct decision *decision, struct grounds *grounds)
{
    size_t count = 0;
    for (size_t i = 0; i < decision->leg_count; i++)
        count += decision->legs[i].because.count;
    *grounds = (struct grounds){.items = malloc((count + 1) * sizeof *grounds->items)};
    if (!grounds->items)
        return false;
    for (size_t i = 0; i < decision->leg_count; i++) {
        const struct provision_list *because = &decision->legs[i].because;
        for (size_t k = 0; k < because->count; k++)
            grounds->items[grounds->count++] = because->items[k];
    }
    return true;
}

/* Rulings whose provisions the answer began or ceased to rest on with this interval; none at the first, which nothing precedes. */
static void write_changed_by(struct history *history, const struct decision *decision)
{
    const struct rules *rules = history->answer->context->rules;
    struct grounds now;
    json_out_begin_array(&history->intervals);
    if (!gather(decision, &now)) {
        history->intervals.failed = true;
        return;
    }
    for (size_t i = 0; history->grounds.items && i < rules->ruling_count; i++) {
        if (changed(history, &rules->rulings[i], &now))
            write_titled(&history->intervals, &rules->rulings[i]);
    }
    json_out_end_array(&history->intervals);
    free(history->grounds.items);
    history->grounds = now;
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
    member_date(out, "from", interval.from);
    member_date(out, "until", interval.until);
    member_text(out, "outcome", status_word(decision->outcome));
    json_out_key(out, "possible");
    shape_possible(out, decision->possible);
    member_boolean(out, "projected", decision->projected);
    member_boolean(out, "before_coverage", decision->before_coverage);
    json_out_key(out, "legs");
    write_legs(out, decision);
    json_out_key(out, "changed_by");
    write_changed_by(history, decision);
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
    member_integer(out, "data_version", at->at);
    member_date(out, "verified_through", at->rules->verified_through);
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
    member_text(out, "engine", engine_version);
    json_out_key(out, "self");
    link_history(out, answer);
    member_text(out, "notice", answer_notice);
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
    free(history.grounds.items);
    return read ? PROBLEM_NONE : context_fail(context, reply);
}

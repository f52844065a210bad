/* GET /v1/diff: every chip and destination whose answer differs between two days or two states of knowledge.
 */
#include "operations.h"

#include "api/answer.h"
#include "api/circumstances.h"
#include "api/link.h"
#include "api/member.h"
#include "api/page.h"
#include "api/shape_difference.h"
#include "api/table_page.h"
#include "rules/verdict.h"

#include <stdlib.h>

enum { EARLIER, LATER };

struct diff {
    struct table_page page;
    unsigned wanted;     /* bit set of 1u << enum aspect: what counts as a difference */
    size_t chips, pairs; /* affected, in all that was looked at */
    size_t written;      /* chips on this page */
    size_t last;         /* of them */
    bool more;           /* another chip is affected behind them */
};

/* False: the answer for the class is the same. Otherwise it is written if it shall be. */
static bool compare_class(struct diff *diff, size_t chip, size_t class_index, bool write)
{
    struct table *table = diff->page.table;
    struct table_answers *answers = &diff->page.answers;
    struct decision before, after;
    struct difference change = {.table = table,
                                .chip = &table->chips[chip],
                                .place = &table->places[table->heads[class_index]],
                                .differences = 1u << ASPECT_OUTCOME};
    change.before = table_decide(table, EARLIER, chip, class_index, &before) ? &before : NULL;
    change.after = table_decide(table, LATER, chip, class_index, &after) ? &after : NULL;
    if (change.before && change.after)
        change.differences = verdict_differences(&before, &after);
    else if (!change.before && !change.after)
        change.differences = 0;
    if (!(change.differences & diff->wanted))
        return false;
    if (write) {
        shape_difference(table_answer_begin(answers, class_index), &change,
                         diff->page.list->format != LIST_JSON);
        table_answer_end(answers, class_index, change.after ? &after : &before);
    }
    return true;
}

/* How many destinations are affected. */
static size_t compare_chip(struct diff *diff, size_t chip, bool write)
{
    struct table *table = diff->page.table;
    table_turn_to(table, chip);
    table_answers_begin(&diff->page.answers);
    size_t pairs = 0;
    for (size_t i = 0; i < table->class_count; i++) {
        if (!compare_class(diff, chip, i, write))
            continue;
        for (size_t j = 0; j < table->place_count; j++)
            pairs += table->places[j].class_index == i;
    }
    return pairs;
}

static void write_chip(struct diff *diff, size_t chip)
{
    struct table_page *page = &diff->page;
    if (page->list->format == LIST_JSON)
        table_answers_shape(&page->answers, page->out, &page->table->chips[chip]);
    else
        table_answers_rows(&page->answers, page->out, &page->table->chips[chip]);
    diff->written++;
    diff->last = chip;
}

/* JSON tells totals, so it looks at every chip; rows need only know whether more follow. */
static void compare_all(struct diff *diff)
{
    const struct table_page *page = &diff->page;
    const bool counts = page->list->format == LIST_JSON;
    for (size_t chip = counts ? 0 : page->first; chip < page->table->chip_count; chip++) {
        const bool on_page = chip >= page->first && diff->written < page->list->limit;
        const size_t pairs = compare_chip(diff, chip, on_page);
        if (pairs == 0)
            continue;
        diff->chips++;
        diff->pairs += pairs;
        if (on_page)
            write_chip(diff, chip);
        else if (diff->written == page->list->limit)
            diff->more = true;
        if (diff->more && !counts)
            return;
    }
}

static void write_question(struct json_out *out, const struct table *table)
{
    const struct question *before = &table->states[EARLIER].question, *after = &table->states[LATER].question;
    json_out_begin_object(out);
    member_text(out, "hq", after->headquarters ? after->headquarters->code : NULL);
    member_text(out, "export_from", after->export_from->code);
    member_date(out, "from", before->date);
    member_date(out, "to", after->date);
    member_integer(out, "known_from", table->states[EARLIER].at);
    member_integer(out, "known_at", table->states[LATER].at);
    if (after->circumstances) {
        json_out_key(out, "circumstances");
        shape_circumstances(out, table->states[LATER].rules, after->circumstances);
    }
    json_out_end_object(out);
}

static void write_state(struct json_out *out, const char *key, const struct table_state *state)
{
    json_out_key(out, key);
    json_out_begin_object(out);
    shape_table_currency(out, state);
    member_date(out, "date", state->question.date);
    member_integer(out, "known_at", state->at);
    member_date(out, "verified_through", state->rules->verified_through);
    json_out_end_object(out);
}

static void end(struct diff *diff, const char *next)
{
    struct table_page *page = &diff->page;
    struct json_out *out = page->out;
    page_end_items(out, page->list, (int64_t)diff->chips, next);
    shape_table_about(page);
    member_integer(out, "total_pairs", (int64_t)diff->pairs);
    json_out_key(out, "question");
    write_question(out, page->table);
    write_state(out, "before", &page->table->states[EARLIER]);
    write_state(out, "after", &page->table->states[LATER]);
    json_out_end_object(out);
}

/* NULL: memory is short. */
static char *find_next(struct diff *diff)
{
    const struct table_page *page = &diff->page;
    const struct table_state *states = page->table->states;
    const struct link_states pinned = {states[EARLIER].question.date, states[LATER].question.date,
                                       states[EARLIER].at, states[LATER].at};
    char *cursor = table_page_cursor(page, diff->last);
    char *next = cursor ? link_next_compared(page->reply->request, cursor, &pinned) : NULL;
    page->out->failed = page->out->failed || !next;
    free(cursor);
    return next;
}

static enum problem write_page(struct table *table, const struct get_diff_args *args,
                               const struct table_asked *asked, struct reply *reply)
{
    /* The same answer for another reason is no change of it, unless that is asked for. */
    const unsigned usual = ((1u << ASPECT_COUNT) - 1) & ~(1u << ASPECT_GROUNDS);
    struct diff diff = {.page.reply = reply, .wanted = args->changed ? args->changed : usual};
    const enum problem problem = table_page_open(&diff.page, table, &args->list, asked, diff.wanted);
    if (problem != PROBLEM_NONE)
        return problem;
    compare_all(&diff);
    char *next = diff.more ? find_next(&diff) : NULL;
    page_link(reply, next);
    if (args->list.format == LIST_JSON)
        end(&diff, next);
    free(next);
    table_page_close(&diff.page);
    return PROBLEM_NONE;
}

static enum problem refuse_equal(struct reply *reply)
{
    const struct parameter_fault faults[] = {
        {.parameter = "from", .detail = "from is the earlier day to compare with, such as from=2025-04-08."},
        {.parameter = "known_from",
         .detail = "known_from is the earlier state of knowledge to compare with, such as known_from=1."}};
    return reply_fail_parameters(reply, PROBLEM_MISSING_PARAMETER, faults, sizeof faults / sizeof faults[0]);
}

/* As the later state understands them; what no provision of the earlier one asks for says nothing there. */
static enum problem state_circumstances(const struct context *context, struct table_state *states,
                                        struct reply *reply)
{
    const struct rules *first = states[EARLIER].rules, *last = states[LATER].rules;
    const struct value *stated = NULL;
    const enum problem problem = circumstances_of_query(context, &stated, reply);
    states[EARLIER].question.circumstances = states[LATER].question.circumstances = stated;
    if (!stated || first == last)
        return problem;
    struct value *carried = scratch_circumstances(states[EARLIER].scratch);
    for (size_t i = ITEM_FIELD_COUNT; i < first->field_count; i++) {
        const struct field *field = rules_find_field(last, first->fields[i].name);
        if (field && field->type == first->fields[i].type)
            carried[i] = stated[field - last->fields];
    }
    states[EARLIER].question.circumstances = carried;
    return problem;
}

enum problem get_diff(const struct get_diff_args *args, const struct context *context, struct reply *reply)
{
    const struct view *earlier = context->earlier;
    if (!args->from.ymd && !earlier)
        return refuse_equal(reply);
    const struct table_asked asked = {args->chips, args->destinations, args->hq, args->export_from};
    struct table table = {.context = context, .state_count = 2};
    table.states[EARLIER] = (struct table_state){.rules = earlier ? earlier->rules : context->rules,
                                                 .scratch = earlier ? earlier->second : context->second,
                                                 .at = earlier ? earlier->at : context->at,
                                                 .question.date = args->from.ymd ? args->from : args->to};
    table.states[LATER] = (struct table_state){
        .rules = context->rules, .scratch = context->scratch, .at = context->at, .question.date = args->to};
    enum problem problem = state_circumstances(context, table.states, reply);
    if (problem == PROBLEM_NONE)
        problem = table_open(&table, &asked, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    problem = write_page(&table, args, &asked, reply);
    table_close(&table);
    return problem;
}

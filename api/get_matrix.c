/* GET /v1/matrix: the answers for all chips and all destinations on one day. */
#include "operations.h"

#include "api/answer.h"
#include "api/circumstances.h"
#include "api/link.h"
#include "api/member.h"
#include "api/page.h"
#include "api/shapes.h"
#include "api/table_page.h"

#include <stdlib.h>

static void answer_classes(struct table_page *page, size_t chip)
{
    table_turn_to(page->table, chip);
    table_answers_begin(&page->answers);
    for (size_t i = 0; i < page->table->class_count; i++) {
        struct decision decision;
        if (!table_decide(page->table, 0, chip, i, &decision))
            continue;
        struct json_out *text = table_answer_begin(&page->answers, i);
        shape_verdict(text, &decision, page->list->format != LIST_JSON);
        table_answer_end(&page->answers, i, &decision);
    }
}

static void write_chip(struct table_page *page, const struct table_chip *chip)
{
    if (page->list->format != LIST_JSON) {
        table_answers_rows(&page->answers, page->out, chip);
        return;
    }
    json_out_begin_object(page->out);
    json_out_key(page->out, "chip");
    shape_table_chip(page->out, chip);
    json_out_key(page->out, "answers");
    json_out_begin_array(page->out);
    table_answers_shape(&page->answers, page->out, NULL);
    json_out_end_array(page->out);
    json_out_end_object(page->out);
}

static void write_question(struct json_out *out, const struct table_state *state)
{
    const struct question *question = &state->question;
    json_out_begin_object(out);
    member_text(out, "hq", question->headquarters ? question->headquarters->code : NULL);
    member_text(out, "export_from", question->export_from->code);
    member_date(out, "date", question->date);
    member_integer(out, "known_at", state->at);
    if (question->circumstances) {
        json_out_key(out, "circumstances");
        shape_circumstances(out, state->rules, question->circumstances);
    }
    json_out_end_object(out);
}

static void write_destinations(struct json_out *out, const struct table *table)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < table->place_count; i++) {
        json_out_begin_object(out);
        member_text(out, "code", table->places[i].code);
        member_text(out, "name", table->places[i].name);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

static void end(struct table_page *page, const char *next)
{
    struct json_out *out = page->out;
    const struct table_state *state = &page->table->states[0];
    page_end_items(out, page->list, (int64_t)page->table->chip_count, next);
    shape_table_about(page);
    shape_table_currency(out, state);
    json_out_key(out, "question");
    write_question(out, state);
    json_out_key(out, "destinations");
    write_destinations(out, page->table);
    json_out_end_object(out);
}

/* NULL: memory is short. */
static char *find_next(struct table_page *page, size_t last)
{
    const struct table_state *state = &page->table->states[0];
    char *cursor = table_page_cursor(page, last);
    char *next = cursor ? link_next(page->reply->request, cursor, state->at, state->question.date) : NULL;
    page->out->failed = page->out->failed || !next;
    free(cursor);
    return next;
}

static enum problem write_page(struct table *table, const struct get_matrix_args *args,
                               const struct table_asked *asked, struct reply *reply)
{
    struct table_page page = {.reply = reply};
    const enum problem problem = table_page_open(&page, table, &args->list, asked, 0);
    if (problem != PROBLEM_NONE)
        return problem;
    size_t chip = page.first;
    for (; chip < table->chip_count && chip - page.first < args->list.limit; chip++) {
        answer_classes(&page, chip);
        write_chip(&page, &table->chips[chip]);
    }
    char *next = chip < table->chip_count ? find_next(&page, chip - 1) : NULL;
    page_link(reply, next);
    if (args->list.format == LIST_JSON)
        end(&page, next);
    free(next);
    table_page_close(&page);
    return PROBLEM_NONE;
}

enum problem get_matrix(const struct get_matrix_args *args, const struct context *context,
                        struct reply *reply)
{
    const struct table_asked asked = {args->chips, args->destinations, args->hq, args->export_from};
    struct table table = {.context = context, .state_count = 1};
    table.states[0] = (struct table_state){.rules = context->rules,
                                           .scratch = context->scratch,
                                           .at = context->at,
                                           .question.date = day_asked(args->date, context)};
    enum problem problem = circumstances_of_query(context, &table.states[0].question.circumstances, reply);
    if (problem == PROBLEM_NONE)
        problem = table_open(&table, &asked, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    problem = write_page(&table, args, &asked, reply);
    table_close(&table);
    return problem;
}

/* Cursors of tables, and what a page tells beside its items. */
#include "api/table_page.h"

#include "api/answer.h"
#include "api/circumstances.h"
#include "api/csv.h"
#include "api/member.h"
#include "api/page.h"
#include "rules/history.h"

#include <stdlib.h>
#include <string.h>

static void add_state(struct json_out *text, const struct table_state *state)
{
    const struct place *headquarters = state->question.headquarters;
    json_out_integer(text, state->at);
    json_out_integer(text, state->question.date.ymd);
    json_out_text(text, state->question.export_from->code);
    json_out_text(text, headquarters ? headquarters->code : NULL);
    shape_circumstances(text, state->rules, state->question.circumstances);
}

/* Everything that decides which chip stands where. False when memory is short. */
static bool hash_question(struct table_page *page, uint32_t more)
{
    const struct table *table = page->table;
    struct json_out text = {0};
    json_out_begin_array(&text);
    json_out_integer(&text, more);
    for (size_t i = 0; i < table->state_count; i++)
        add_state(&text, &table->states[i]);
    for (size_t i = 0; i < table->chip_count; i++)
        json_out_text(&text, table->chips[i].id);
    for (size_t i = 0; i < table->place_count; i++)
        json_out_text(&text, table->places[i].code);
    json_out_end_array(&text);
    const bool whole = !text.failed;
    if (whole)
        cursor_hash(text.text, text.size, page->hash);
    json_out_done(&text);
    return whole;
}

/* The first chip behind the one that the cursor names, or the problem with it. */
static enum problem find_first(struct table_page *page)
{
    bool short_of_memory;
    if (!page->list->cursor)
        return PROBLEM_NONE;
    json_t *parts = cursor_read(page->list->cursor, page->hash, &short_of_memory);
    const char *last = json_string_value(json_array_get(parts, 1));
    const bool good = last && json_array_size(parts) == 2;
    while (good && page->first < page->table->chip_count &&
           strcmp(page->table->chips[page->first].id, last) <= 0)
        page->first++;
    json_decref(parts);
    if (good)
        return PROBLEM_NONE;
    return short_of_memory ? reply_fail(page->reply, PROBLEM_OVERLOADED, "Out of memory.")
                           : reply_fail(page->reply, PROBLEM_INVALID_CURSOR,
                                        "The cursor was not made for this query, or was altered.");
}

enum problem table_page_open(struct table_page *page, struct table *table, const struct list_args *list,
                             const struct table_asked *asked, uint32_t more)
{
    struct reply *reply = page->reply;
    *page =
        (struct table_page){.table = table, .list = list, .asked = asked, .reply = reply, .out = &reply->out};
    if (!hash_question(page, more) || !table_answers_open(&page->answers, table, list))
        return reply_fail(reply, PROBLEM_OVERLOADED, "Out of memory.");
    const enum problem problem = find_first(page);
    if (problem != PROBLEM_NONE) {
        table_answers_close(&page->answers);
        return problem;
    }
    page_begin(list, reply);
    if (list->format == LIST_CSV) {
        const struct shape shape = {.info = list->info};
        csv_header(page->out, &(struct projection){.shape = &shape, .context = table->context});
    }
    return PROBLEM_NONE;
}

char *table_page_cursor(const struct table_page *page, size_t last)
{
    struct json_out parts = {0};
    json_out_begin_array(&parts);
    json_out_text(&parts, page->hash);
    json_out_text(&parts, page->table->chips[last].id);
    json_out_end_array(&parts);
    char *cursor = cursor_write(&parts);
    json_out_done(&parts);
    return cursor;
}

void table_page_close(struct table_page *page)
{
    table_answers_close(&page->answers);
}

static void write_matches(struct json_out *out, const struct table_matches *matches)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < matches->count; i++) {
        const struct table_match *match = &matches->items[i];
        json_out_begin_object(out);
        member_text(out, "text", match->text);
        member_text(out, "how", match->how);
        member_text(out, "id", match->id);
        member_text(out, "name", match->name);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

static void write_matched(struct json_out *out, const struct table *table)
{
    json_out_begin_object(out);
    json_out_key(out, "chips");
    write_matches(out, &table->chips_matched);
    json_out_key(out, "destinations");
    write_matches(out, &table->places_matched);
    json_out_end_object(out);
}

/* Those of every question; a table has no chip and no destination of its own. */
static void write_assumptions(struct json_out *out, const struct table_page *page)
{
    const struct asked asked = {
        .hq_text = page->asked->hq,
        .export_from_given = page->asked->export_from != NULL,
        .question = page->table->states[page->table->state_count - 1].question,
    };
    shape_assumptions(out, &(struct answer){.context = page->table->context, .asked = &asked});
}

void shape_table_about(struct table_page *page)
{
    const struct table *table = page->table;
    struct json_out *out = page->out;
    json_out_key(out, "matched");
    write_matched(out, table);
    json_out_key(out, "assumptions");
    write_assumptions(out, page);
    page_meta(out, table->context, table->states[table->state_count - 1].question.date);
    member_text(out, "notice", answer_notice);
}

void shape_table_currency(struct json_out *out, const struct table_state *state)
{
    const struct date day = state->question.date, verified = state->rules->verified_through;
    struct provision_list lapsed = {.items = calloc(state->rules->provision_count + 1, sizeof *lapsed.items)};
    member_boolean(out, "before_coverage", day.ymd < COVERAGE_FROM.ymd);
    member_boolean(out, "projected", verified.ymd != 0 && day.ymd > verified.ymd);
    json_out_key(out, "lapsed_unverified");
    if (lapsed.items)
        lapsed.count = rules_list_lapsed(state->rules, day, lapsed.items);
    else
        out->failed = true;
    shape_lapsed(out, &lapsed);
    free(lapsed.items);
}

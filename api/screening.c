/* From a line to a question, to its verdict, to a record. */
#include "api/screening.h"

#include "api/resolve.h"
#include "api/screening_state.h"
#include "rules/build.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((format(printf, 3, 4))) static bool refuse(struct screening *screening, enum problem problem,
                                                         const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(screening->refusal, sizeof screening->refusal, format, arguments);
    va_end(arguments);
    screening->refused = problem;
    return false;
}

static bool lack_memory(struct screening *screening)
{
    return refuse(screening, PROBLEM_OVERLOADED, "There is no memory for that file at the moment.");
}

/* Characters up to there, and one. */
static uint32_t column_of(const struct line *line, size_t at)
{
    uint32_t column = 1;
    if (at > line->size)
        return 0;
    for (size_t i = 0; i < at; i++)
        column += ((unsigned char)line->text[i] & 0xC0) != 0x80;
    return column;
}

static bool add(struct screening *screening, struct record record)
{
    struct row_text text;
    if (!records_add(&screening->records, record))
        return lack_memory(screening);
    screening_write_row(screening, screening->records.count - 1, &text);
    screening->size += text.size;
    return true;
}

static bool add_fault(struct screening *screening, const struct line *line, struct row_fault fault)
{
    if (fault.at == ROW_AT_LATER)
        fault.at = row_find_value(line, fault.field);
    screening->problems[fault.problem]++;
    return add(screening, screening_record_fault(line->number, &fault, column_of(line, fault.at)));
}

static bool answer(struct screening *screening, const struct line *line, struct row *row)
{
    struct question question;
    if (row->short_of_memory)
        return lack_memory(screening);
    if (!screening_ask(screening, row, &question))
        return add_fault(screening, line, row->fault);
    const struct ruled *ruled = verdicts_find(screening->verdicts, &question);
    const bool doubted = ruled && doubts_bear(screening->doubts, &question, ruled->deciding);
    if (!ruled || !screening_keep_answer(screening, ruled, doubted))
        return lack_memory(screening);
    const unsigned index = screening_index(ruled->id, doubted);
    screening->answers[index].lines++;
    return add(screening, screening_record_answer(screening, line->number, index, &question));
}

static bool take_header(struct screening *screening, const struct line *line)
{
    screening->has_header = true;
    if (line->state != LINE_WHOLE)
        return refuse(
            screening, PROBLEM_MALFORMED_CSV,
            "The first line, which names the columns, is longer than %d bytes or has a quote that is "
            "never closed.",
            LINE_SIZE_MAX);
    char fault[ROW_FAULT_SIZE];
    return row_read_header(&screening->reader, line, fault) ||
           refuse(screening, PROBLEM_INVALID_CONTENT, "%s", fault);
}

static enum problem problem_of(enum line_state state, enum lines_form form)
{
    if (state == LINE_TOO_LONG)
        return PROBLEM_CONTENT_TOO_LARGE;
    return form == LINES_CSV ? PROBLEM_MALFORMED_CSV : PROBLEM_MALFORMED_JSON;
}

static bool take_line(void *context, const struct line *line)
{
    struct screening *screening = context;
    const enum lines_form form = screening->terms.form;
    struct row row;
    if (form == LINES_CSV && !screening->has_header)
        return take_header(screening, line);
    if (screening->records.count == RECORDS_MAX || line->number == UINT32_MAX)
        return refuse(screening, PROBLEM_CONTENT_TOO_LARGE,
                      "The file has more than %u lines; split it, nothing of it was answered.", RECORDS_MAX);
    if (line->state != LINE_WHOLE)
        return add_fault(screening, line,
                         (struct row_fault){.problem = problem_of(line->state, form),
                                            .field = ROW_FIELD_COUNT,
                                            .at = ROW_AT_NONE});
    if (form == LINES_CSV)
        row_read_cells(&screening->reader, line, &row);
    else
        row_read_json(&screening->reader, line, &row);
    return answer(screening, line, &row);
}

bool screening_take(struct screening *screening, const char *bytes, size_t size)
{
    struct lines *lines = &screening->lines;
    if (screening->refused != PROBLEM_NONE)
        return false;
    /* Nothing can be told of what follows on an array that broke off. */
    if (lines->broken || lines_take(lines, bytes, size) || lines->broken)
        return true;
    if (lines->foreign)
        refuse(
            screening, PROBLEM_MALFORMED_JSON,
            "The body is sent as application/json and does not begin with '[': send an array of objects, or "
            "lines of them as application/x-ndjson.");
    return false;
}

const char *screening_refusal(const struct screening *screening, enum problem *problem)
{
    *problem = screening->refused;
    return screening->refused == PROBLEM_NONE ? NULL : screening->refusal;
}

static bool is_empty(const struct screening *screening)
{
    return screening->records.count == 0 && screening->lines.phase == LINES_BEFORE && !screening->has_header;
}

enum problem screening_finish(struct screening *screening, struct reply *reply)
{
    if (screening->refused == PROBLEM_NONE && !screening->lines.broken)
        lines_end(&screening->lines);
    if (screening->refused == PROBLEM_NONE && screening->has_header && screening->records.count == 0)
        refuse(screening, PROBLEM_MALFORMED_CSV,
               "There are no rows under the names of columns; curl keeps line ends only with --data-binary.");
    if (screening->refused == PROBLEM_NONE && is_empty(screening))
        refuse(screening, screening->terms.form == LINES_CSV ? PROBLEM_MALFORMED_CSV : PROBLEM_MALFORMED_JSON,
               "There is nothing in the body; send lines of questions.");
    if (screening->refused == PROBLEM_NONE && !screening_end_rows(screening))
        lack_memory(screening);
    return screening->refused == PROBLEM_NONE
               ? PROBLEM_NONE
               : reply_fail(reply, screening->refused, "%s", screening->refusal);
}

uint32_t screening_count(const struct screening *screening)
{
    return screening->records.count;
}

int64_t screening_version(const struct screening *screening)
{
    return screening->rules->data_version;
}

static enum problem find_default(const struct context *context, const char *parameter, const char *text,
                                 const struct place **place, struct reply *reply)
{
    struct place_match match;
    if (!text)
        return PROBLEM_NONE;
    const enum problem problem = resolve_place(context, parameter, text, &match, reply);
    *place = match.place;
    return problem;
}

static enum problem find_defaults(struct screening *screening, const struct context *context,
                                  struct reply *reply)
{
    const struct screening_terms *terms = &screening->terms;
    struct question *defaults = &screening->defaults;
    screening->today = context->request->today;
    defaults->date = terms->date.ymd ? terms->date : screening->today;
    enum problem problem =
        find_default(context, "destination", terms->destination, &defaults->destination, reply);
    if (problem == PROBLEM_NONE)
        problem = find_default(context, "hq", terms->hq, &defaults->headquarters, reply);
    if (problem == PROBLEM_NONE)
        problem = find_default(context, "export_from", ITEM_JURISDICTION, &defaults->export_from, reply);
    if (problem == PROBLEM_NONE)
        problem = find_default(context, "export_from", terms->export_from, &defaults->export_from, reply);
    return problem;
}

static bool copy_circumstances(struct screening *screening)
{
    const size_t count = screening->rules->field_count;
    if (!screening->terms.circumstances)
        return true;
    screening->circumstances = calloc(count + 1, sizeof *screening->circumstances);
    if (!screening->circumstances)
        return false;
    memcpy(screening->circumstances, screening->terms.circumstances,
           count * sizeof *screening->circumstances);
    screening->defaults.circumstances = screening->circumstances;
    return true;
}

/* A chip and a place have to fit into one number. */
static bool can_number(const struct rules *rules)
{
    return rules->chip_count < UINT32_MAX / (rules->place_count + 1);
}

static bool prepare(struct screening *screening, const struct context *context)
{
    const struct rules *rules = screening->rules;
    if (!can_number(rules) || !copy_circumstances(screening) ||
        !row_reader_open(&screening->reader, rules, screening->circumstances))
        return false;
    screening->dataset = json_incref((json_t *)(uintptr_t)context->dataset);
    screening->doubts = doubts_open(screening->dataset);
    screening->spellings = spellings_open(rules);
    screening->verdicts = verdicts_open(rules, screening->circumstances);
    screening_tell_about(screening, context);
    return screening->doubts && doubts_prepare(screening->doubts, rules) && screening->spellings &&
           screening->verdicts && !screening->about.failed && screening_begin_rows(screening);
}

enum problem screening_open(const struct context *context, const struct screening_terms *terms,
                            struct screening **screening, struct reply *reply)
{
    struct screening *made = calloc(1, sizeof *made);
    if (!made)
        return reply_fail(reply, PROBLEM_OVERLOADED, "There is no memory for that file at the moment.");
    made->terms = *terms;
    made->lines.form = terms->form;
    made->lines.each = take_line;
    made->lines.context = made;
    /* A reference is counted in what is otherwise never changed. */
    made->rules = (struct rules *)(uintptr_t)context->rules;
    rules_acquire(made->rules);
    enum problem problem = find_defaults(made, context, reply);
    if (problem == PROBLEM_NONE && !prepare(made, context))
        problem = reply_fail(reply, PROBLEM_OVERLOADED, "There is no memory for that file at the moment.");
    if (problem == PROBLEM_NONE)
        *screening = made;
    else
        screening_close(made);
    return problem;
}

void screening_close(struct screening *screening)
{
    if (!screening)
        return;
    for (size_t i = 0; i < screening->answer_capacity; i++)
        free(screening->answers[i].text);
    free(screening->answers);
    free(screening->circumstances);
    row_reader_close(&screening->reader);
    spellings_close(screening->spellings);
    verdicts_close(screening->verdicts);
    doubts_close(screening->doubts);
    json_decref(screening->dataset);
    records_done(&screening->records);
    json_out_done(&screening->before);
    json_out_done(&screening->after);
    json_out_done(&screening->faulty);
    json_out_done(&screening->about);
    rules_release(screening->rules);
    free(screening);
}

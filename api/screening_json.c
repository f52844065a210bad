/* The slow way through a line of JSON, which understands all of it and tells what is wrong. */
#include "api/screening_row.h"

#include "api/circumstances.h"
#include "db/json_read.h"
#include "db/text.h"

#include <stdlib.h>
#include <string.h>

bool row_reader_open(struct row_reader *reader, const struct rules *rules, const struct value *defaults)
{
    reader->rules = rules;
    reader->defaults = defaults;
    reader->stated = calloc(rules->field_count + 1, sizeof *reader->stated);
    return reader->stated != NULL;
}

void row_reader_close(struct row_reader *reader)
{
    json_decref(reader->held);
    free(reader->stated);
    free(reader->columns);
    reader->held = NULL;
    reader->stated = NULL;
    reader->columns = NULL;
}

/* Past the text that begins here, in JSON that is well formed. */
static size_t skip_text(const struct line *line, size_t at)
{
    for (at++; at < line->size && line->text[at] != '"'; at++)
        at += line->text[at] == '\\';
    return at + 1;
}

/* Where a member of the object begins, in a line that is well formed; ROW_AT_NONE: it is spelt in another
 * way. */
static size_t find_member(const struct line *line, const char *name, size_t size)
{
    unsigned depth = 0;
    bool is_name = false;
    for (size_t at = 0; at < line->size;) {
        const char c = line->text[at];
        if (c == '"') {
            const size_t end = skip_text(line, at);
            if (is_name && depth == 1 && end - at == size + 2 && memcmp(line->text + at + 1, name, size) == 0)
                return at;
            is_name = false;
            at = end;
            continue;
        }
        depth += c == '{' || c == '[';
        depth -= c == '}' || c == ']';
        is_name = c == '{' || c == ',' || (is_name && c != ':');
        at++;
    }
    return ROW_AT_NONE;
}

size_t row_find_value(const struct line *line, enum row_field field)
{
    const char *name = row_field_words[field];
    size_t at = find_member(line, name, strlen(name));
    if (at == ROW_AT_NONE)
        return at;
    at = skip_text(line, at);
    while (at < line->size && strchr(" \t\r\n:", line->text[at]))
        at++;
    return at;
}

static void refuse(struct row *row, enum problem problem, enum row_field field, size_t at)
{
    row->fault = (struct row_fault){.problem = problem, .field = field, .at = at};
}

/* False where some name is no name of ours but looks like one. */
static bool check_names(struct row_reader *reader, const struct line *line, struct row *row)
{
    const char *name;
    json_t *value;
    json_object_foreach(reader->held, name, value)
    {
        struct suggestion suggestion;
        const size_t size = strlen(name);
        if (row_find_field(name, size) != ROW_FIELD_COUNT || row_name_is_own(reader, name, size))
            continue;
        row_name_is_near(reader->rules, name, size, &suggestion);
        refuse(row, PROBLEM_UNKNOWN_PARAMETER, ROW_FIELD_COUNT, find_member(line, name, size));
        row->fault.suggestion = suggestion;
        if (suggestion.kind == SUGGEST_MEMBER)
            row->fault.field = (enum row_field)suggestion.index;
        else if (suggestion.kind == SUGGEST_CIRCUMSTANCE)
            row->fault.field = ROW_CIRCUMSTANCES;
        return false;
    }
    return true;
}

/* Circumstances are read by themselves where they are what they should be. */
static void take_cell(const json_t *object, enum row_field field, struct row_cell *cell)
{
    const json_t *value = json_object_get(object, row_field_words[field]);
    *cell = (struct row_cell){.value = ROW_OTHER, .at = ROW_AT_LATER};
    if (!value)
        cell->value = ROW_ABSENT;
    else if (json_is_null(value) || (field == ROW_CIRCUMSTANCES && json_is_object(value)))
        cell->value = ROW_NULL;
    else if (json_is_string(value))
        *cell =
            (struct row_cell){ROW_TEXT, json_string_value(value), json_string_length(value), ROW_AT_LATER};
}

/* Those of the line go before those of the file, field by field. */
static void take_circumstances(struct row_reader *reader, struct row *row)
{
    const json_t *object = json_object_get(reader->held, row_field_words[ROW_CIRCUMSTANCES]);
    struct faults faults = {0};
    if (!json_is_object(object))
        return;
    for (size_t i = 0; i < reader->rules->field_count; i++)
        reader->stated[i] = reader->defaults ? reader->defaults[i] : (struct value){.type = VALUE_UNKNOWN};
    const bool any = circumstances_of_json(reader->rules, object, "", reader->stated, &faults);
    row->circumstances = any ? reader->stated : NULL;
    row->short_of_memory = faults.short_of_memory;
    if (faults.total > 0)
        refuse(row, PROBLEM_INVALID_CONTENT, ROW_CIRCUMSTANCES, ROW_AT_LATER);
    faults_done(&faults);
}

void row_load_json(struct row_reader *reader, const struct line *line, struct row *row)
{
    json_error_t error;
    *row = (struct row){.circumstances = reader->defaults};
    json_decref(reader->held);
    reader->held = json_read(line->text, line->size,
                             JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, &error);
    if (!reader->held) {
        row->short_of_memory = json_read_was_short(&error);
        size_t at = error.position > 0 ? (size_t)error.position - 1 : 0;
        const bool utf8 = text_is_utf8(line->text, line->size, &at);
        refuse(row, utf8 ? PROBLEM_MALFORMED_JSON : PROBLEM_NOT_UTF8, ROW_FIELD_COUNT,
               at < line->size ? at : line->size);
        return;
    }
    if (!json_is_object(reader->held)) {
        refuse(row, PROBLEM_INVALID_CONTENT, ROW_FIELD_COUNT, 0);
        return;
    }
    if (!check_names(reader, line, row))
        return;
    for (unsigned i = 0; i < ROW_FIELD_COUNT; i++)
        take_cell(reader->held, (enum row_field)i, &row->cells[i]);
    take_circumstances(reader, row);
}

void row_read_json(struct row_reader *reader, const struct line *line, struct row *row)
{
    if (!row_scan_json(reader, line, row))
        row_load_json(reader, line, row);
}

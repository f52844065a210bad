/* Rows of CSV by RFC 4180: the names of the columns, then cells. */
#include "api/screening_row.h"

#include "api/circumstances.h"
#include "db/text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cell {
    const char *text;
    size_t size;
    size_t at; /* where it begins in the row */
};

struct cells {
    struct row_reader *reader;
    const struct line *line;
    size_t next; /* behind the comma; past the row: there is no further cell */
    bool quotes; /* there are some in the row */
};

static struct cells begin_cells(struct row_reader *reader, const struct line *line)
{
    reader->used = 0;
    return (struct cells){reader, line, 0, memchr(line->text, '"', line->size) != NULL};
}

/* A quoted cell without its quotes, which are kept in the reader's room where there are any in it. */
static bool take_quoted(struct cells *cells, struct cell *cell)
{
    struct row_reader *reader = cells->reader;
    const char *at = cells->line->text + cell->at + 1, *end = cells->line->text + cells->line->size;
    char *to = reader->room + reader->used;
    cell->text = to;
    for (;; at++) {
        if (at == end)
            return false;
        if (*at == '"' && (at + 1 == end || at[1] != '"'))
            break;
        at += *at == '"';
        *to++ = *at;
    }
    cell->size = (size_t)(to - cell->text);
    reader->used += cell->size;
    cells->next = (size_t)(at + 1 - cells->line->text);
    return at + 1 == end || at[1] == ',';
}

/* False: the cell is not well formed. */
static bool take_cell(struct cells *cells, struct cell *cell)
{
    const char *begin = cells->line->text + cells->next, *end = cells->line->text + cells->line->size;
    *cell = (struct cell){begin, 0, cells->next};
    if (cells->quotes && begin < end && *begin == '"') {
        if (!take_quoted(cells, cell))
            return false;
    } else {
        const char *comma = memchr(begin, ',', (size_t)(end - begin));
        cell->size = (size_t)((comma ? comma : end) - begin);
        cells->next += cell->size;
        if (cells->quotes && memchr(begin, '"', cell->size))
            return false;
    }
    cells->next++;
    return true;
}

static bool has_cells(const struct cells *cells)
{
    return cells->next <= cells->line->size;
}

/* A cell as a terminated text; what it was quoted or separated by leaves room for its end. NULL: it has an
 * end inside. */
static const char *keep(struct row_reader *reader, const struct cell *cell)
{
    char *text = reader->room + reader->used;
    if (memchr(cell->text, '\0', cell->size))
        return NULL;
    if (cell->text + cell->size == text)
        text -= cell->size;
    else
        memcpy(text, cell->text, cell->size);
    text[cell->size] = '\0';
    reader->used = (size_t)(text + cell->size + 1 - reader->room);
    return text;
}

/* Of a name, so much is quoted. */
#define QUOTED_MAX 64

static int quoted(const struct cell *name)
{
    return (int)(name->size < QUOTED_MAX ? name->size : QUOTED_MAX);
}

/* What is wrong with the names of columns, one sentence after the other, as far as there is room. */
struct complaints {
    char *text;
    size_t used;
};

__attribute__((format(printf, 2, 3))) static bool complain(struct complaints *complaints, const char *format,
                                                           ...)
{
    static const char more[] = " There is more.";
    char *to = complaints->text + complaints->used;
    const size_t left = ROW_FAULT_SIZE - sizeof more - complaints->used;
    const size_t joint = complaints->used > 0;
    va_list arguments;
    va_start(arguments, format);
    const int length = vsnprintf(to + joint, left - joint, format, arguments);
    va_end(arguments);
    if (length >= 0 && (size_t)length < left - joint) {
        memset(to, ' ', joint);
        complaints->used += joint + (size_t)length;
    } else if (complaints->used > 0) {
        /* No room for anything else either. */
        memcpy(to, more, sizeof more);
    }
    return false;
}

static bool refuse_near(const struct row_reader *reader, const struct cell *name,
                        struct suggestion suggestion, struct complaints *complaints)
{
    char meant[ROW_SUGGESTION_SIZE];
    row_format_suggestion(reader->rules, suggestion, meant);
    if (suggestion.kind == SUGGEST_CIRCUMSTANCE ||
        (suggestion.kind == SUGGEST_MEMBER && suggestion.index == ROW_CIRCUMSTANCES))
        return complain(
            complaints,
            "The column '%.*s' looks like a circumstance but is none: columns of circumstances are "
            "named " CIRCUMSTANCE_PREFIX "%s.",
            quoted(name), name->text,
            suggestion.kind == SUGGEST_CIRCUMSTANCE ? reader->rules->fields[suggestion.index].name
                                                    : "<field>, with the fields that GET /v1 lists");
    if (meant[0])
        return complain(complaints,
                        "The column '%.*s' looks like '%s' but is not called so: rename it, to that or to "
                        "something else.",
                        quoted(name), name->text, meant);
    return complain(complaints,
                    "The column '%.*s' cannot be taken from a row: known_at is a parameter of the query and "
                    "holds for all rows, strict and assume belong to POST /v1/eligibility.",
                    quoted(name), name->text);
}

/* The longest of ours is shorter. */
#define COLUMN_NAME_SIZE 128

/* Without spaces around it and in small letters, as spreadsheets do not write it; cut where it is too long.
 */
static void make_plain(const struct cell *name, char text[static COLUMN_NAME_SIZE])
{
    size_t begin = 0, end = name->size, used = 0;
    while (begin < end && name->text[begin] == ' ')
        begin++;
    while (end > begin && name->text[end - 1] == ' ')
        end--;
    for (; begin < end && used + 1 < COLUMN_NAME_SIZE; begin++)
        text[used++] = (char)tolower((unsigned char)name->text[begin]);
    text[used] = '\0';
}

/* What a column means by its name; false: nothing, but it looks as if it did. */
static bool read_name(const struct row_reader *reader, const struct cell *name, struct row_column *column,
                      struct complaints *complaints)
{
    static const char prefix[] = CIRCUMSTANCE_PREFIX;
    struct suggestion suggestion;
    char text[COLUMN_NAME_SIZE];
    make_plain(name, text);
    const enum row_field field = row_find_field(text, strlen(text));
    const struct field *circumstance = strncmp(text, prefix, sizeof prefix - 1) == 0
                                           ? circumstances_find(reader->rules, text + sizeof prefix - 1)
                                           : NULL;
    *column = (struct row_column){COLUMN_OWN, 0};
    if (circumstance)
        *column = (struct row_column){COLUMN_CIRCUMSTANCE, (unsigned)(circumstance - reader->rules->fields)};
    else if (field != ROW_FIELD_COUNT && field != ROW_CIRCUMSTANCES)
        *column = (struct row_column){COLUMN_FIELD, field};
    else if (field == ROW_CIRCUMSTANCES)
        return refuse_near(reader, name, (struct suggestion){SUGGEST_MEMBER, ROW_CIRCUMSTANCES}, complaints);
    else if (row_name_is_near(reader->rules, name->text, name->size, &suggestion))
        return refuse_near(reader, name, suggestion, complaints);
    return true;
}

static bool is_repeated(const struct row_reader *reader, const struct row_column *column)
{
    for (size_t i = 0; column->means != COLUMN_OWN && i < reader->column_count; i++) {
        if (reader->columns[i].means == column->means && reader->columns[i].index == column->index)
            return true;
    }
    return false;
}

static bool has_chip(const struct row_reader *reader)
{
    for (size_t i = 0; i < reader->column_count; i++) {
        if (reader->columns[i].means == COLUMN_FIELD && reader->columns[i].index == ROW_CHIP)
            return true;
    }
    return false;
}

/* One cell in all, in which others might be. */
static bool is_cut_otherwise(const struct line *line)
{
    return !memchr(line->text, ',', line->size) &&
           (memchr(line->text, ';', line->size) || memchr(line->text, '\t', line->size));
}

static bool refuse_chipless(const struct line *line, struct complaints *complaints)
{
    const bool other = is_cut_otherwise(line);
    return complain(complaints, "The first line names no column 'chip'%s.",
                    other ? "; cells are separated by commas, not by semicolons or tabs"
                          : "; it must name the columns, of which chip is needed");
}

/* False: what follows cannot be read. A name that is wrong is complained of, and then the next is looked at.
 */
static bool read_column(struct row_reader *reader, struct cells *cells, struct complaints *complaints)
{
    struct cell name;
    struct row_column column;
    if (!take_cell(cells, &name))
        return complain(
            complaints,
            "The first line is no row of CSV: a quote stands inside a cell that is not quoted, or "
            "text behind one that is.");
    if (read_name(reader, &name, &column, complaints) && is_repeated(reader, &column))
        complain(complaints, "The column '%.*s' is there twice.", quoted(&name), name.text);
    reader->columns[reader->column_count++] = column;
    return true;
}

bool row_read_header(struct row_reader *reader, const struct line *line, char fault[static ROW_FAULT_SIZE])
{
    struct complaints complaints = {.text = fault};
    size_t at;
    fault[0] = '\0';
    if (is_cut_otherwise(line))
        return refuse_chipless(line, &complaints);
    if (!text_is_utf8(line->text, line->size, &at))
        return complain(&complaints,
                        "The first line is not UTF-8 at its byte %zu: convert the file, as with iconv -f "
                        "WINDOWS-1252 -t UTF-8.",
                        at + 1);
    reader->columns = calloc(line->size + 1, sizeof *reader->columns);
    if (!reader->columns)
        return complain(&complaints, "There is no memory for the columns at the moment.");
    struct cells cells = begin_cells(reader, line);
    bool more = true;
    while (more && has_cells(&cells))
        more = read_column(reader, &cells, &complaints);
    if (more && !has_chip(reader))
        refuse_chipless(line, &complaints);
    text_drop_broken(fault);
    return complaints.used == 0;
}

static void refuse(struct row *row, enum problem problem, enum row_field field, size_t at)
{
    if (row->fault.problem == PROBLEM_NONE)
        row->fault = (struct row_fault){.problem = problem, .field = field, .at = at};
}

/* An empty cell says nothing. */
static void take_circumstance(struct row_reader *reader, const struct row_column *column,
                              const struct cell *cell, struct row *row)
{
    const struct rules *rules = reader->rules;
    if (cell->size == 0)
        return;
    if (row->circumstances != reader->stated) {
        for (size_t i = 0; i < rules->field_count; i++)
            reader->stated[i] =
                reader->defaults ? reader->defaults[i] : (struct value){.type = VALUE_UNKNOWN};
        row->circumstances = reader->stated;
    }
    const char *text = keep(reader, cell);
    if (!text ||
        !circumstance_parse(rules, &rules->fields[column->index], text, &reader->stated[column->index]))
        refuse(row, PROBLEM_INVALID_CONTENT, ROW_CIRCUMSTANCES, cell->at);
}

static void take(struct row_reader *reader, const struct row_column *column, const struct cell *cell,
                 struct row *row)
{
    if (column->means == COLUMN_FIELD && cell->size > 0)
        row->cells[column->index] = (struct row_cell){ROW_TEXT, cell->text, cell->size, cell->at};
    else if (column->means == COLUMN_CIRCUMSTANCE)
        take_circumstance(reader, column, cell, row);
}

void row_read_cells(struct row_reader *reader, const struct line *line, struct row *row)
{
    *row = (struct row){.circumstances = reader->defaults};
    struct cells cells = begin_cells(reader, line);
    size_t count = 0, at = 0;
    if (!text_is_utf8(line->text, line->size, &at)) {
        refuse(row, PROBLEM_NOT_UTF8, ROW_FIELD_COUNT, at);
        return;
    }
    struct row_fault malformed = {
        .problem = PROBLEM_MALFORMED_CSV, .field = ROW_FIELD_COUNT, .at = ROW_AT_NONE};
    for (; has_cells(&cells); count++) {
        struct cell cell;
        if (!take_cell(&cells, &cell)) {
            malformed.at = cell.at;
            row->fault = malformed;
            return;
        }
        if (count < reader->column_count)
            take(reader, &reader->columns[count], &cell, row);
    }
    if (count != reader->column_count)
        row->fault = malformed;
}

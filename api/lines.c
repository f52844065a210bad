/* Lines of text, and rows of CSV, which are lines unless a quoted cell goes on. */
#include "api/lines.h"

#include <string.h>

void lines_hold(struct lines *lines, const char *bytes, size_t size)
{
    if (size == 0 || lines->overlong)
        return;
    if (size > LINE_SIZE_MAX - lines->held) {
        lines->overlong = true;
        return;
    }
    memcpy(lines->text + lines->held, bytes, size);
    lines->held += size;
}

/* Of CSV a row of empty cells too: spreadsheets write them below the last one that is filled. */
static bool is_blank(const struct lines *lines, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        const bool empty = lines->form == LINES_CSV && text[i] == ',';
        if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r' && !empty)
            return false;
    }
    return true;
}

/* Where a quoted cell stands open at the end of these bytes. A quote opens a cell only at its beginning. */
static void follow_quotes(struct lines *lines, const char *bytes, size_t size)
{
    if (size == 0)
        return;
    if (lines->cell != CELL_QUOTED && lines->cell != CELL_CLOSED && !memchr(bytes, '"', size)) {
        lines->cell = bytes[size - 1] == ',' ? CELL_BEGINS : CELL_PLAIN;
        return;
    }
    for (size_t i = 0; i < size; i++) {
        const bool quote = bytes[i] == '"';
        if (lines->cell == CELL_QUOTED)
            lines->cell = quote ? CELL_CLOSED : CELL_QUOTED;
        else if (quote && lines->cell != CELL_PLAIN)
            lines->cell = CELL_QUOTED;
        else
            lines->cell = bytes[i] == ',' ? CELL_BEGINS : CELL_PLAIN;
    }
}

static void forget(struct lines *lines)
{
    lines->held = 0;
    lines->overlong = false;
    lines->spanned = 0;
    lines->cell = CELL_BEGINS;
}

/* A fault of a row is one of every line that it took in, so that none is lost. */
static bool tell_fault(struct lines *lines, enum line_state state)
{
    const uint32_t last = lines->number + 1 + lines->spanned;
    bool wanted = true;
    while (wanted && lines->number < last)
        wanted = lines->each(lines->context, &(struct line){"", 0, ++lines->number, state});
    return wanted;
}

static bool tell(struct lines *lines, const char *text, size_t size)
{
    const uint32_t number = lines->number + 1;
    if (size > 0 && text[size - 1] == '\r')
        size--;
    lines->number += 1 + lines->spanned;
    return is_blank(lines, text, size) ||
           lines->each(lines->context, &(struct line){text, size, number, LINE_WHOLE});
}

/* The line in hand ends with these bytes, which are still to be added to it. */
static bool end_line(struct lines *lines, const char *bytes, size_t size)
{
    bool wanted;
    if (lines->held == 0 && !lines->overlong && size <= LINE_SIZE_MAX) {
        wanted = tell(lines, bytes, size);
    } else {
        lines_hold(lines, bytes, size);
        wanted = lines->overlong ? tell_fault(lines, LINE_TOO_LONG) : tell(lines, lines->text, lines->held);
    }
    forget(lines);
    return wanted;
}

/* Whether a quoted cell is open behind these bytes of the row in hand. */
static bool goes_on(struct lines *lines, const char *bytes, size_t size)
{
    if (lines->form == LINES_CSV)
        follow_quotes(lines, bytes, size);
    return lines->cell == CELL_QUOTED;
}

static const char mark[] = "\xef\xbb\xbf";
#define MARK_SIZE (sizeof mark - 1)

/* A byte order mark at the beginning of the file, which may come in pieces, is no part of it. */
static const char *skip_mark(struct lines *lines, const char *bytes, const char *end)
{
    while (bytes < end && lines->marked < MARK_SIZE && *bytes == mark[lines->marked]) {
        lines->marked++;
        bytes++;
    }
    if (bytes < end && lines->marked < MARK_SIZE)
        lines_hold(lines, mark, lines->marked);
    if (bytes < end)
        lines->marked = MARK_SIZE + 1;
    return bytes;
}

bool lines_take(struct lines *lines, const char *bytes, size_t size)
{
    const char *end = bytes + size;
    if (size > 0)
        lines->ended = end[-1] == '\n';
    if (lines->marked <= MARK_SIZE)
        bytes = skip_mark(lines, bytes, end);
    if (lines->form == LINES_ARRAY)
        return lines_take_array(lines, bytes, (size_t)(end - bytes));
    for (const char *newline; (newline = memchr(bytes, '\n', (size_t)(end - bytes))); bytes = newline + 1) {
        const size_t length = (size_t)(newline - bytes);
        const bool open = goes_on(lines, bytes, length);
        if (open)
            lines_hold(lines, bytes, length + 1);
        if (open)
            lines->spanned++;
        else if (!end_line(lines, bytes, open ? 0 : length))
            return false;
    }
    goes_on(lines, bytes, (size_t)(end - bytes));
    lines_hold(lines, bytes, (size_t)(end - bytes));
    return true;
}

bool lines_end(struct lines *lines)
{
    if (lines->form == LINES_ARRAY)
        return lines_end_array(lines);
    if (lines->cell == CELL_QUOTED) {
        /* Behind the last line end there is no line. */
        lines->spanned -= lines->ended;
        return tell_fault(lines, LINE_UNCLOSED);
    }
    return (lines->held == 0 && !lines->overlong) || end_line(lines, "", 0);
}

/* The elements of a JSON array. Only as much of JSON is read as tells where one ends: whether it is well
 * formed is for who reads it. */
#include "api/lines.h"

#include <string.h>

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool tell(struct lines *lines, const char *text, size_t size, enum line_state state)
{
    while (size > 0 && is_space(text[size - 1]))
        size--;
    if (lines->overlong)
        state = LINE_TOO_LONG;
    const struct line line = {text, lines->overlong ? 0 : size, ++lines->number, state};
    lines->held = 0;
    lines->overlong = false;
    return lines->each(lines->context, &line);
}

/* An element ends with these bytes; before a closing bracket there need be none. */
static bool end_element(struct lines *lines, const char *bytes, size_t size, bool last)
{
    const char *text = bytes;
    if (lines->held > 0 || lines->overlong || size > LINE_SIZE_MAX) {
        lines_hold(lines, bytes, size);
        text = lines->text;
        size = lines->held;
    }
    const bool nothing = last && size == 0 && !lines->overlong && !lines->after_comma;
    lines->after_comma = !last;
    return nothing || tell(lines, text, size, LINE_WHOLE);
}

static bool break_off(struct lines *lines)
{
    lines->broken = true;
    lines->held = 0;
    lines->overlong = false;
    tell(lines, "", 0, LINE_BROKEN);
    return false;
}

/* Up to the end of the element in hand or of the bytes. */
static const char *skip_element(struct lines *lines, const char *at, const char *end)
{
    for (; at < end; at++) {
        const char c = *at;
        if (lines->in_text) {
            if (lines->escaped)
                lines->escaped = false;
            else if (c == '\\')
                lines->escaped = true;
            else if (c == '"')
                lines->in_text = false;
        } else if (c == '"') {
            lines->in_text = true;
        } else if (c == '{' || c == '[') {
            lines->depth++;
        } else if (lines->depth == 0 && (c == ',' || c == ']')) {
            return at;
        } else if ((c == '}' || c == ']') && lines->depth > 0) {
            lines->depth--;
        }
    }
    return end;
}

/* Before the array stands white space alone. False: something else does. */
static bool find_beginning(struct lines *lines, const char **bytes, const char *end)
{
    const char *at = *bytes;
    while (at < end && is_space(*at) && lines->phase == LINES_BEFORE)
        at++;
    if (at < end && lines->phase == LINES_BEFORE) {
        lines->foreign = *at != '[' || lines->held > 0;
        lines->phase = LINES_INSIDE;
        at++;
    }
    *bytes = at;
    return !lines->foreign;
}

static bool take_elements(struct lines *lines, const char **bytes, const char *end)
{
    const char *at = *bytes;
    while (at < end && lines->phase == LINES_INSIDE) {
        while (at < end && lines->held == 0 && !lines->overlong && is_space(*at))
            at++;
        const char *stop = skip_element(lines, at, end);
        if (stop == end) {
            lines_hold(lines, at, (size_t)(stop - at));
            at = end;
            break;
        }
        if (*stop == ']')
            lines->phase = LINES_AFTER;
        if (!end_element(lines, at, (size_t)(stop - at), *stop == ']'))
            return false;
        at = stop + 1;
    }
    *bytes = at;
    return true;
}

bool lines_take_array(struct lines *lines, const char *bytes, size_t size)
{
    const char *end = bytes + size;
    if (lines->broken || lines->foreign || !find_beginning(lines, &bytes, end) ||
        !take_elements(lines, &bytes, end))
        return false;
    for (; bytes < end && lines->phase == LINES_AFTER; bytes++) {
        if (!is_space(*bytes))
            return break_off(lines);
    }
    return true;
}

bool lines_end_array(struct lines *lines)
{
    if (lines->phase == LINES_INSIDE)
        return break_off(lines);
    return !lines->broken && !lines->foreign;
}

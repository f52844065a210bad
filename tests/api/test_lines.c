/* Cutting a file into lines: whatever the pieces are in which it comes, the lines are the same. */
#include "api/lines.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONG_TEXT (LINE_SIZE_MAX + 1)

struct claim {
    enum lines_form form;
    char file[80];   /* '@' stands for LINE_SIZE_MAX + 1 letters */
    char lines[120]; /* "number:text" each in brackets; ! too long, ? unclosed, % broken */
    char end;        /* 'b' broken, 'f' foreign; 0: it ends well */
};

static struct claim claims[] = {
    {LINES_NDJSON, "a\nb\n", "[1:a][2:b]", 0},
    {LINES_NDJSON, "a\nb", "[1:a][2:b]", 0},
    {LINES_NDJSON, "a\r\nb\r\n", "[1:a][2:b]", 0},
    {LINES_NDJSON, "\n \t\r\na\n\nb", "[3:a][5:b]", 0},
    {LINES_NDJSON,
     "\xef\xbb\xbf"
     "a\nb",
     "[1:a][2:b]", 0},
    {LINES_NDJSON,
     "a\n\xef\xbb\xbf"
     "b",
     "[1:a][2:\xef\xbb\xbf"
     "b]",
     0},
    {LINES_NDJSON,
     "\xef\xbb"
     "a",
     "[1:\xef\xbb"
     "a]",
     0},
    {LINES_NDJSON, "", "", 0},
    {LINES_NDJSON, "\xef\xbb\xbf", "", 0},
    {LINES_NDJSON, "\"\n\"", "[1:\"][2:\"]", 0},
    {LINES_NDJSON, "a\n@\nb", "[1:a]!2[3:b]", 0},
    {LINES_NDJSON, "@", "!1", 0},
    {LINES_CSV, "a,b\n1,2\r\n", "[1:a,b][2:1,2]", 0},
    {LINES_CSV, "\"a\nb\",c\nd", "[1:\"a\nb\",c][3:d]", 0},
    {LINES_CSV, "\"a\"\"\nb\",c\nd", "[1:\"a\"\"\nb\",c][3:d]", 0},
    {LINES_CSV, "\"a\",\"b\"\nc", "[1:\"a\",\"b\"][2:c]", 0},
    {LINES_CSV, "5\" pipe\nb", "[1:5\" pipe][2:b]", 0},
    {LINES_CSV, "x,5\" pipe,\nb", "[1:x,5\" pipe,][2:b]", 0},
    {LINES_CSV, "\xef\xbb\xbf\"a\nb\"\nc", "[1:\"a\nb\"][3:c]", 0},
    {LINES_CSV, "a\n\"b\nc\nd", "[1:a]?2?3?4", 0},
    {LINES_CSV, "a\n\"b\nc\n", "[1:a]?2?3", 0},
    {LINES_CSV, "a\n\"b\n@\nc", "[1:a]?2?3?4", 0},
    {LINES_CSV, "a\n\"b\n@\n\",c\nd\n", "[1:a]!2!3!4[5:d]", 0},
    {LINES_CSV, "a\n\n,\n , ,\nb", "[1:a][5:b]", 0},
    {LINES_NDJSON, "a\n,\n", "[1:a][2:,]", 0},
    {LINES_ARRAY, "[]", "", 0},
    {LINES_ARRAY, " [ ] ", "", 0},
    {LINES_ARRAY, "[1,2]", "[1:1][2:2]", 0},
    {LINES_ARRAY, "\xef\xbb\xbf [ {\"a\" : 1} , 2 ]\n", "[1:{\"a\" : 1}][2:2]", 0},
    {LINES_ARRAY, "[{\"a\":\"],[\\\"\"},[1,[2]]]", "[1:{\"a\":\"],[\\\"\"}][2:[1,[2]]]", 0},
    {LINES_ARRAY, "[\n1,\n2\n]", "[1:1][2:2]", 0},
    {LINES_ARRAY, "[1,,2]", "[1:1][2:][3:2]", 0},
    {LINES_ARRAY, "[1,]", "[1:1][2:]", 0},
    {LINES_ARRAY, "[{\"a\":1],2]", "[1:{\"a\":1]][2:2]", 0},
    {LINES_ARRAY, "[@,2]", "!1[2:2]", 0},
    {LINES_ARRAY, "[1,2", "[1:1]%2", 'b'},
    {LINES_ARRAY, "[1,", "[1:1]%2", 'b'},
    {LINES_ARRAY, "[1] x", "[1:1]%2", 'b'},
    {LINES_ARRAY, "[1][2]", "[1:1]%2", 'b'},
    {LINES_ARRAY, "{\"a\":1}", "", 'f'},
    {LINES_ARRAY, "\xef\xbb[1]", "", 'f'},
};

ParameterizedTestParameters(lines, are_the_same_however_they_come)
{
    return cr_make_param_array(struct claim, claims, sizeof claims / sizeof claims[0]);
}

struct told {
    char text[200];
    size_t used;
};

static bool note(void *context, const struct line *line)
{
    static const char marks[] = {[LINE_TOO_LONG] = '!', [LINE_UNCLOSED] = '?', [LINE_BROKEN] = '%'};
    struct told *told = context;
    const int size = line->state == LINE_WHOLE
                         ? snprintf(told->text + told->used, sizeof told->text - told->used, "[%u:%.*s]",
                                    line->number, (int)line->size, line->text)
                         : snprintf(told->text + told->used, sizeof told->text - told->used, "%c%u",
                                    marks[line->state], line->number);
    told->used += (size_t)size;
    return true;
}

static char *write_out(const char *file, size_t *size)
{
    char *text = malloc(strlen(file) + LONG_TEXT), *at = text;
    for (; *file; file++) {
        if (*file != '@') {
            *at++ = *file;
            continue;
        }
        memset(at, 'x', LONG_TEXT);
        at += LONG_TEXT;
    }
    *size = (size_t)(at - text);
    return text;
}

/* In pieces of so many bytes, the first of `first`. */
static void expect(const struct claim *claim, const char *text, size_t size, size_t first, size_t step)
{
    struct told told = {.used = 0};
    struct lines *lines = calloc(1, sizeof *lines);
    lines->form = claim->form;
    lines->each = note;
    lines->context = &told;
    bool wanted = true;
    for (size_t at = 0, piece = first; wanted && at < size; at += piece, piece = step) {
        if (piece > size - at)
            piece = size - at;
        /* Out of a room of its own, so that reading past its end is seen. */
        char *copy = malloc(piece + 1);
        memcpy(copy, text + at, piece);
        wanted = lines_take(lines, copy, piece);
        free(copy);
    }
    if (wanted)
        lines_end(lines);
    cr_expect_str_eq(told.text, claim->lines, "first %zu then %zu of %s", first, step, claim->file);
    cr_expect_eq(lines->broken, claim->end == 'b', "first %zu then %zu of %s", first, step, claim->file);
    cr_expect_eq(lines->foreign, claim->end == 'f', "first %zu then %zu of %s", first, step, claim->file);
    free(lines);
}

ParameterizedTest(struct claim *claim, lines, are_the_same_however_they_come)
{
    size_t size;
    char *text = write_out(claim->file, &size);
    const size_t cuts = size < 100 ? size + 1 : 20;
    for (size_t first = 1; first <= cuts; first++)
        expect(claim, text, size, first, size + 1);
    if (size > 100) {
        expect(claim, text, size, LINE_SIZE_MAX - 1, size);
        expect(claim, text, size, LINE_SIZE_MAX + 5, size);
    }
    expect(claim, text, size, 1, 1);
    expect(claim, text, size, 2, 3);
    free(text);
}

static bool refuse_second(void *context, const struct line *line)
{
    unsigned *seen = context;
    ++*seen;
    return line->number < 2;
}

Test(lines, stop_where_no_more_is_wanted)
{
    static const enum lines_form forms[] = {LINES_NDJSON, LINES_CSV, LINES_ARRAY};
    for (size_t i = 0; i < 3; i++) {
        const char *file = forms[i] == LINES_ARRAY ? "[1,2,3,4]" : "1\n2\n3\n4\n";
        unsigned seen = 0;
        struct lines *lines = calloc(1, sizeof *lines);
        lines->form = forms[i];
        lines->each = refuse_second;
        lines->context = &seen;
        cr_expect_not(lines_take(lines, file, strlen(file)));
        cr_expect_eq(seen, 2);
        free(lines);
    }
}

Test(lines, of_the_longest_size_are_taken_whole)
{
    char text[LINE_SIZE_MAX + 2];
    struct told told = {.used = 0};
    memset(text, 'x', sizeof text);
    for (unsigned longer = 0; longer < 2; longer++) {
        struct lines *lines = calloc(1, sizeof *lines);
        lines->each = note;
        lines->context = &told;
        told.used = 0;
        text[LINE_SIZE_MAX + longer] = '\n';
        lines_take(lines, text, LINE_SIZE_MAX + longer + 1);
        cr_expect_eq(told.text[0], longer ? '!' : '[');
        text[LINE_SIZE_MAX + longer] = 'x';
        free(lines);
    }
}

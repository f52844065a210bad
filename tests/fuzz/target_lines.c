/* Files of lines: cut into any pieces they say the same, the fast reader reads what the slow one reads, and
 * the answers are the same bytes. */
#include "tests/fuzz/judge.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include "api/screening_row.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct form {
    enum lines_form form;
    const char *content_type;
    const char *target;
} forms[] = {
    {LINES_NDJSON, "application/x-ndjson", "/v1/screenings?known_at=1&format=ndjson"},
    {LINES_CSV, "text/csv", "/v1/screenings?known_at=1&format=csv"},
    {LINES_ARRAY, "application/json", "/v1/screenings?known_at=1&format=json&destination=CN"},
    {LINES_CSV, "text/csv", "/v1/screenings?known_at=1&format=ndjson&date=2024-02-01"},
};

/* Everything that was told of the lines, one after the other. */
struct told {
    char *text;
    size_t size;
    FILE *to;
    struct row_reader *reader; /* NULL: not looked at */
    void (*look)(struct row_reader *reader, const struct line *line);
};

/* As the tests of the two readers hold them to it. */
static void judge_readers(struct row_reader *reader, const struct line *line)
{
    struct row fast, slow;
    const bool plain = row_scan_json(reader, line, &fast);
    row_load_json(reader, line, &slow);
    MUST(!plain || slow.fault.problem == PROBLEM_NONE, "taken fast, refused slowly: %.*s", (int)line->size,
         line->text);
    for (unsigned i = 0; plain && i < ROW_FIELD_COUNT; i++) {
        const struct row_cell *a = &fast.cells[i], *b = &slow.cells[i];
        MUST(a->value == b->value, "%s differs: %.*s", row_field_words[i], (int)line->size, line->text);
        MUST(a->value != ROW_TEXT || (a->size == b->size && memcmp(a->text, b->text, a->size) == 0),
             "the text of %s differs: %.*s", row_field_words[i], (int)line->size, line->text);
        MUST(a->value == ROW_ABSENT || a->at == row_find_value(line, (enum row_field)i),
             "%s stands elsewhere", row_field_words[i]);
    }
}

/* Whatever it is, it is read as names of columns first. */
static void read_cells(struct row_reader *reader, const struct line *line)
{
    struct row row;
    char fault[ROW_FAULT_SIZE] = "";
    if (reader->column_count > 0) {
        row_read_cells(reader, line, &row);
        MUST(row.fault.at == ROW_AT_NONE || row.fault.problem == PROBLEM_NONE || row.fault.at <= line->size,
             "a fault behind the row");
    } else {
        free(reader->columns);
        reader->columns = NULL;
        MUST(row_read_header(reader, line, fault) || fault[0], "refused without a sentence");
    }
}

static bool tell(void *context, const struct line *line)
{
    struct told *told = context;
    fprintf(told->to, "%u %d %zu ", line->number, (int)line->state, line->size);
    fwrite(line->text, 1, line->state == LINE_WHOLE ? line->size : 0, told->to);
    fputc('\n', told->to);
    if (told->reader && line->state == LINE_WHOLE)
        told->look(told->reader, line);
    return true;
}

static struct told cut(enum lines_form form, const struct choices *file, const struct choices *pieces,
                       struct row_reader *reader)
{
    struct told told = {.reader = reader, .look = form == LINES_CSV ? read_cells : judge_readers};
    struct choices left = *pieces;
    told.to = open_memstream(&told.text, &told.size);
    struct lines *lines = calloc(1, sizeof *lines);
    MUST(told.to && lines, "memory");
    *lines = (struct lines){.form = form, .each = tell, .context = &told};
    bool more = true;
    for (size_t at = 0; more && at < file->size;) {
        size_t piece = left.size > 0 ? 1 + choices_take(&left, 40) : file->size;
        piece = piece < file->size - at ? piece : file->size - at;
        more = lines_take(lines, (const char *)file->data + at, piece);
        at += piece;
    }
    more = more && lines_end(lines);
    fprintf(told.to, "%d %d %d", more, lines->broken, lines->foreign);
    fclose(told.to);
    free(lines);
    return told;
}

static void judge_cutting(enum lines_form form, const struct choices *file, const struct choices *pieces)
{
    static const struct choices none;
    struct row_reader *reader = calloc(1, sizeof *reader);
    MUST(reader && row_reader_open(reader, world()->rules, NULL), "memory");
    struct told whole = cut(form, file, &none, reader);
    struct told parts = cut(form, file, pieces, NULL);
    MUST(whole.size == parts.size && memcmp(whole.text, parts.text, whole.size) == 0,
         "in pieces the lines are others:\n%s\n---\n%s", whole.text, parts.text);
    free(whole.text);
    free(parts.text);
    row_reader_close(reader);
    free(reader);
}

/* The answer to the file: its bytes, from malloc. */
static char *answer(const struct form *form, const struct choices *file, struct choices pieces, size_t *size)
{
    struct uri uri;
    char room[128], *body = NULL;
    struct reply reply;
    struct request request = {.method = METHOD_POST, .content_type = form->content_type};
    MUST(uri_parse(form->target, room, &uri), "it is a target");
    request.intake = world_begin(&request, &uri, &reply);
    MUST(request.intake, "the file is let in");
    bool wanted = true;
    for (size_t at = 0; wanted && at < file->size;) {
        size_t piece = pieces.size > 0 ? 1 + choices_take(&pieces, 40) : file->size;
        piece = piece < file->size - at ? piece : file->size - at;
        wanted = request.intake->take(request.intake, (const char *)file->data + at, piece);
        at += piece;
    }
    reply_done(&reply);
    world_ask(&request, &uri, &reply);
    FILE *to = open_memstream(&body, size);
    MUST(to, "memory");
    if (reply.source) {
        char piece[4096];
        for (size_t got; (got = reply.source->read(reply.source, piece, sizeof piece)) > 0;)
            fwrite(piece, 1, got, to);
    } else {
        fwrite(reply.out.text, 1, reply.out.size, to);
    }
    fclose(to);
    MUST(judge_status(reply.status), "status %u: %s", reply.status, body);
    judge_body(reply.content_type, body, *size);
    reply_done(&reply);
    request.intake->free(request.intake);
    return body;
}

void target_lines(const uint8_t *data, size_t size)
{
    static const struct choices none;
    struct choices file = {data, size};
    const struct form *form = &forms[choices_take(&file, sizeof forms / sizeof forms[0])];
    const size_t cuts = choices_take(&file, 32);
    const struct choices pieces = {file.data, cuts < file.size ? cuts : file.size};
    file.data += pieces.size;
    file.size -= pieces.size;
    judge_cutting(form->form, &file, &pieces);
    /* To open a file costs as much as to cut a hundred. */
    if (pieces.size % 8 != 5)
        return;
    size_t whole_size, parts_size;
    char *whole = answer(form, &file, none, &whole_size), *parts = answer(form, &file, pieces, &parts_size);
    MUST(whole_size == parts_size && memcmp(whole, parts, whole_size) == 0,
         "in pieces the answer is another:\n%s\n---\n%s", whole, parts);
    free(whole);
    free(parts);
}

/* Cells are cut from the JSON of the same members, so that CSV and JSON cannot differ. */
#include "api/csv.h"

#include <stdlib.h>
#include <string.h>

typedef void column_fn(struct json_out *out, const struct projection *projection, const struct member *member,
                       const struct cut *cut);

/* Objects have their scalars as columns of their own, unless one was asked for by name. */
static bool is_column(const struct member *member)
{
    return member->shape != MEMBER_OBJECT;
}

/* Of a row whose first columns, so many, are written already. */
static void each_column(struct json_out *out, const struct projection *projection, const struct cut *cut,
                        size_t skip, column_fn *write)
{
    const struct list_info *info = projection->shape->info;
    size_t column = 0;
    const size_t count = projection->field_count ? projection->field_count : info->member_count;
    for (size_t i = 0; i < count; i++) {
        const struct member *member = projection->field_count ? projection->fields[i] : &info->members[i];
        if (projection->field_count == 0 && !is_column(member))
            continue;
        if (column++ < skip)
            continue;
        if (column > 1)
            json_out_bytes(out, ",", 1);
        write(out, projection, member, cut);
    }
    json_out_bytes(out, "\r\n", 2);
}

static void write_name(struct json_out *out, const struct projection *projection, const struct member *member,
                       const struct cut *cut)
{
    (void)projection;
    (void)cut;
    json_out_bytes(out, member->path, strlen(member->path));
}

void csv_header(struct json_out *out, const struct projection *projection)
{
    each_column(out, projection, NULL, 0, write_name);
}

static void write_quoted(struct json_out *out, const char *text, size_t size)
{
    json_out_bytes(out, "\"", 1);
    for (size_t i = 0; i < size; i++)
        json_out_bytes(out, text[i] == '"' ? "\"\"" : &text[i], text[i] == '"' ? 2 : 1);
    json_out_bytes(out, "\"", 1);
}

/* What spreadsheets take for the beginning of a formula, or pass over before one (OWASP, "CSV injection");
 * the last four are full-width forms. */
static const char *const openings[] = {
    "=", "+", "-", "@", "\t", "\r", "\n", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0",
};

/* Apostrophes before one are passed over, so that one more can always be taken away again. */
static bool opens_formula(const char *text)
{
    text += strspn(text, "'");
    for (size_t i = 0; i < sizeof openings / sizeof openings[0]; i++) {
        if (strncmp(text, openings[i], strlen(openings[i])) == 0)
            return true;
    }
    return false;
}

static void write_guarded(struct json_out *out, const char *text, size_t size)
{
    struct json_out guarded = {0};
    json_out_bytes(&guarded, "'", 1);
    json_out_bytes(&guarded, text, size);
    if (guarded.failed)
        out->failed = true;
    else
        write_quoted(out, guarded.text, guarded.size);
    json_out_done(&guarded);
}

void csv_text(struct json_out *out, const char *text)
{
    const size_t size = strlen(text);
    if (opens_formula(text))
        write_guarded(out, text, size);
    else if (size == 0 || strpbrk(text, ",\"\r\n;"))
        write_quoted(out, text, size);
    else
        json_out_bytes(out, text, size);
}

/* Whether an item keeps its meaning when it is joined to others: the cell is then neither taken for JSON nor
 * for a formula, not even where a spreadsheet cuts at ";". */
static bool is_joinable(const char *text)
{
    return *text && *text != '[' && !strchr(text, ';') && !opens_formula(text);
}

/* Texts of a list joined by ";", or false when it holds anything else. Short memory is told by the writer. */
static bool join_texts(struct json_out *joined, struct json_slice list)
{
    struct json_slice key;
    struct json_slice item;
    for (size_t at = 0; json_slice_next(list, &at, &key, &item);) {
        if (item.text[0] != '"')
            return false;
        char *text = json_slice_text(item);
        if (!text) {
            joined->failed = true;
            return true;
        }
        const bool joinable = is_joinable(text);
        if (joinable && joined->size > 0)
            json_out_bytes(joined, ";", 1);
        if (joinable)
            json_out_bytes(joined, text, strlen(text));
        free(text);
        if (!joinable)
            return false;
    }
    return true;
}

static void write_list(struct json_out *out, struct json_slice list)
{
    struct json_out joined = {0};
    if (!join_texts(&joined, list))
        write_quoted(out, list.text, list.size);
    else if (!json_out_finish(&joined))
        out->failed = true;
    else
        csv_text(out, joined.text);
    json_out_done(&joined);
}

static void write_json_cell(struct json_out *out, struct json_slice value)
{
    char *text;
    switch (value.text[0]) {
    case 'n': /* null */
        break;
    case '"':
        text = json_slice_text(value);
        if (text)
            csv_text(out, text);
        else
            out->failed = true;
        free(text);
        break;
    case '[':
        write_list(out, value);
        break;
    case '{':
        write_quoted(out, value.text, value.size);
        break;
    default: /* numbers and booleans */
        json_out_bytes(out, value.text, value.size);
        break;
    }
}

static void write_cell(struct json_out *out, const struct projection *projection, const struct member *member,
                       const struct cut *cut)
{
    struct json_out cell = {0};
    if (shape_member(&cell, projection, member, cut) && cell.size > 0)
        write_json_cell(out, (struct json_slice){cell.text, cell.size});
    if (cell.failed)
        out->failed = true;
    json_out_done(&cell);
}

void csv_document(struct json_out *out, const struct projection *projection, const struct document *document)
{
    csv_rest(out, projection, document, 0);
}

void csv_rest(struct json_out *out, const struct projection *projection, const struct document *document,
              size_t skip)
{
    struct cut cut;
    document_cut(document, &cut);
    each_column(out, projection, &cut, skip, write_cell);
}

/* The fast way through a plain line of JSON: one flat object, texts without escapes, numbers of few digits.
 * It reports no fault: whatever it does not take at once is read again by Jansson. */
#include "api/screening_row.h"

#include <string.h>

/* Members of the caller's own; who has more is read slowly. */
#define OWN_MAX 24

struct span {
    const char *text;
    size_t size;
};

struct scan {
    struct row_reader *reader;
    const char *begin;
    const char *at;
    const char *end;
    struct row *row;
    struct span own[OWN_MAX];
    size_t own_count;
};

static void skip_space(struct scan *scan)
{
    while (scan->at < scan->end &&
           (*scan->at == ' ' || *scan->at == '\t' || *scan->at == '\r' || *scan->at == '\n'))
        scan->at++;
}

/* The length of the character of UTF-8 that begins here with a byte over 0x7f; 0: it is none. */
static size_t character_size(const unsigned char *at, const unsigned char *end)
{
    const size_t size = at[0] >= 0xc2 && at[0] < 0xe0   ? 2
                        : (at[0] & 0xf0) == 0xe0        ? 3
                        : at[0] >= 0xf0 && at[0] < 0xf5 ? 4
                                                        : 0;
    if (size == 0 || (size_t)(end - at) < size)
        return 0;
    for (size_t i = 1; i < size; i++) {
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    }
    /* No longer than need be, no surrogate, nothing past U+10FFFF. */
    const bool good = !(at[0] == 0xe0 && at[1] < 0xa0) && !(at[0] == 0xed && at[1] > 0x9f) &&
                      !(at[0] == 0xf0 && at[1] < 0x90) && !(at[0] == 0xf4 && at[1] > 0x8f);
    return good ? size : 0;
}

#define EACH_BYTE(value) (UINT64_C(0x0101010101010101) * (value))

/* Some of eight bytes ends a plain run of a text: a quote, a backslash, a control character, not ASCII. */
static bool ends_run(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    const uint64_t quote = word ^ EACH_BYTE('"'), backslash = word ^ EACH_BYTE('\\');
    const uint64_t found = ((quote - EACH_BYTE(1)) & ~quote) | ((backslash - EACH_BYTE(1)) & ~backslash) |
                           (word - EACH_BYTE(0x20)) | word;
    return found & EACH_BYTE(0x80);
}

/* From its opening quote past its closing one. */
static bool scan_text(struct scan *scan, struct span *text)
{
    if (scan->at == scan->end || *scan->at != '"')
        return false;
    const char *at = scan->at + 1;
    for (;;) {
        while (scan->end - at >= 8 && !ends_run(at))
            at += 8;
        if (at == scan->end)
            return false;
        const unsigned char byte = (unsigned char)*at;
        if (byte == '"')
            break;
        if (byte < 0x20 || byte == '\\')
            return false;
        const size_t size =
            byte < 0x80 ? 1 : character_size((const unsigned char *)at, (const unsigned char *)scan->end);
        if (size == 0)
            return false;
        at += size;
    }
    *text = (struct span){scan->at + 1, (size_t)(at - scan->at - 1)};
    scan->at = at + 1;
    return true;
}

static size_t scan_digits(struct scan *scan)
{
    const char *begin = scan->at;
    while (scan->at < scan->end && *scan->at >= '0' && *scan->at <= '9')
        scan->at++;
    return (size_t)(scan->at - begin);
}

/* So few digits that no reader of numbers can object. */
#define DIGITS_MAX 15

static bool scan_number(struct scan *scan)
{
    scan->at += *scan->at == '-';
    const bool zero = scan->at < scan->end && *scan->at == '0';
    const size_t digits = scan_digits(scan);
    if (digits == 0 || digits > DIGITS_MAX || (zero && digits > 1))
        return false;
    if (scan->at < scan->end && *scan->at == '.') {
        scan->at++;
        const size_t places = scan_digits(scan);
        if (places == 0 || places > DIGITS_MAX)
            return false;
    }
    return scan->at < scan->end && *scan->at != 'e' && *scan->at != 'E';
}

static bool scan_word(struct scan *scan, const char *word)
{
    const size_t size = strlen(word);
    if ((size_t)(scan->end - scan->at) < size || memcmp(scan->at, word, size) != 0)
        return false;
    scan->at += size;
    return true;
}

static bool scan_value(struct scan *scan, struct row_cell *cell)
{
    struct span text = {NULL, 0};
    if (scan->at == scan->end)
        return false;
    *cell = (struct row_cell){.value = ROW_OTHER, .at = (size_t)(scan->at - scan->begin)};
    switch (*scan->at) {
    case '"':
        if (!scan_text(scan, &text))
            return false;
        cell->value = ROW_TEXT;
        cell->text = text.text;
        cell->size = text.size;
        return true;
    case 'n':
        cell->value = ROW_NULL;
        return scan_word(scan, "null");
    case 't':
        return scan_word(scan, "true");
    case 'f':
        return scan_word(scan, "false");
    default:
        return (*scan->at == '-' || (*scan->at >= '0' && *scan->at <= '9')) && scan_number(scan);
    }
}

/* False also where it stands twice. */
static bool take_own(struct scan *scan, struct span name)
{
    struct row_cell cell;
    if (scan->own_count == OWN_MAX || !row_name_is_own(scan->reader, name.text, name.size))
        return false;
    for (size_t i = 0; i < scan->own_count; i++) {
        if (scan->own[i].size == name.size && memcmp(scan->own[i].text, name.text, name.size) == 0)
            return false;
    }
    scan->own[scan->own_count++] = name;
    return scan_value(scan, &cell);
}

static bool scan_member(struct scan *scan)
{
    struct span name;
    if (!scan_text(scan, &name))
        return false;
    skip_space(scan);
    if (scan->at == scan->end || *scan->at++ != ':')
        return false;
    skip_space(scan);
    const enum row_field field = row_find_field(name.text, name.size);
    if (field == ROW_FIELD_COUNT)
        return take_own(scan, name);
    return scan->row->cells[field].value == ROW_ABSENT && scan_value(scan, &scan->row->cells[field]);
}

bool row_scan_json(struct row_reader *reader, const struct line *line, struct row *row)
{
    struct scan scan;
    scan.reader = reader;
    scan.row = row;
    scan.begin = scan.at = line->text;
    scan.end = line->text + line->size;
    scan.own_count = 0;
    *row = (struct row){.circumstances = reader->defaults};
    skip_space(&scan);
    if (scan.at == scan.end || *scan.at++ != '{')
        return false;
    for (bool more = true; more;) {
        skip_space(&scan);
        if (!scan_member(&scan))
            return false;
        skip_space(&scan);
        if (scan.at == scan.end || (*scan.at != ',' && *scan.at != '}'))
            return false;
        more = *scan.at++ == ',';
    }
    skip_space(&scan);
    return scan.at == scan.end;
}

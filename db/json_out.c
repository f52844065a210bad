#include "db/json_out.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define INDENT 2
/* Most answers fit. */
#define FIRST_CAPACITY 4096

void json_out_done(struct json_out *out)
{
    free(out->text);
    *out = (struct json_out){0};
}

static bool grow(struct json_out *out, size_t size)
{
    if (out->failed)
        return false;
    size_t capacity = out->capacity ? out->capacity : FIRST_CAPACITY;
    while (capacity - out->size <= size) {
        if (capacity > SIZE_MAX / 2) {
            out->failed = true;
            return false;
        }
        capacity *= 2;
    }
    char *text = realloc(out->text, capacity);
    if (!text) {
        out->failed = true;
        return false;
    }
    out->text = text;
    out->capacity = capacity;
    return true;
}

/* Room for `size` more bytes and a NUL, or false once memory was short. */
static inline bool reserve(struct json_out *out, size_t size)
{
    return (out->capacity - out->size > size && !out->failed) || grow(out, size);
}

static inline void add(struct json_out *out, const char *bytes, size_t size)
{
    memcpy(out->text + out->size, bytes, size);
    out->size += size;
}

void json_out_bytes(struct json_out *out, const char *bytes, size_t size)
{
    if (size > 0 && reserve(out, size))
        add(out, bytes, size);
}

static inline void put(struct json_out *out, char byte)
{
    if (reserve(out, 1))
        out->text[out->size++] = byte;
}

static void break_line(struct json_out *out)
{
    const size_t width = (size_t)out->depth * INDENT;
    if (!reserve(out, width + 1))
        return;
    out->text[out->size++] = '\n';
    memset(out->text + out->size, ' ', width);
    out->size += width;
}

/* What stands between this member and what was written before. */
static inline void separate(struct json_out *out)
{
    if (out->after_key) {
        out->after_key = false;
        return;
    }
    if (out->depth == 0)
        return;
    bool *filled = &out->filled[out->depth - 1];
    if (*filled)
        put(out, ',');
    *filled = true;
    if (out->pretty)
        break_line(out);
}

static void open_container(struct json_out *out, char bracket)
{
    separate(out);
    if (out->depth == JSON_OUT_DEPTH_MAX) {
        out->failed = true;
        return;
    }
    put(out, bracket);
    out->filled[out->depth++] = false;
}

static void close_container(struct json_out *out, char bracket)
{
    if (out->depth == 0) {
        out->failed = true;
        return;
    }
    const bool filled = out->filled[--out->depth];
    if (filled && out->pretty)
        break_line(out);
    put(out, bracket);
}

void json_out_begin_object(struct json_out *out)
{
    open_container(out, '{');
}

void json_out_end_object(struct json_out *out)
{
    close_container(out, '}');
}

void json_out_begin_array(struct json_out *out)
{
    open_container(out, '[');
}

void json_out_end_array(struct json_out *out)
{
    close_container(out, ']');
}

static void put_escape(struct json_out *out, unsigned char byte)
{
    static const char letters[] = {
        ['"'] = '"', ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};
    char escape[8];
    if (byte < sizeof letters && letters[byte])
        snprintf(escape, sizeof escape, "\\%c", letters[byte]);
    else
        snprintf(escape, sizeof escape, "\\u%04X", byte);
    json_out_bytes(out, escape, strlen(escape));
}

/* Whether one of eight bytes has to be escaped: a quote, a backslash, or what is below a space. Each test
 * sets the high bit of a byte that is zero, or below; the last term leaves out those that are above 127. */
static inline bool any_to_escape(uint64_t eight)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    const uint64_t quote = eight ^ ones * '"', backslash = eight ^ ones * '\\';
    return (((quote - ones) | (backslash - ones) | (eight - ones * 0x20)) & ~eight & high) != 0;
}

static inline bool any_of_eight(const char *text)
{
    uint64_t eight;
    memcpy(&eight, text, sizeof eight);
    return any_to_escape(eight);
}

/* How many bytes at the beginning stand as they are. */
static inline size_t count_plain(const char *text, size_t size)
{
    size_t i = 0;
    while (size - i >= 8 && !any_of_eight(text + i))
        i += 8;
    if (size >= 8 && size - i < 8 && !any_of_eight(text + size - 8))
        return size;
    while (i < size && (unsigned char)text[i] >= 0x20 && text[i] != '"' && text[i] != '\\')
        i++;
    return i;
}

static void put_escaped(struct json_out *out, const char *text, size_t size)
{
    for (size_t plain; (plain = count_plain(text, size)) < size; text += plain + 1, size -= plain + 1) {
        json_out_bytes(out, text, plain);
        put_escape(out, (unsigned char)text[plain]);
    }
    json_out_bytes(out, text, size);
}

static void put_string(struct json_out *out, const char *text, size_t size)
{
    if (!reserve(out, size + 2))
        return;
    char *at = out->text + out->size;
    *at = '"';
    if (count_plain(text, size) == size) {
        memcpy(at + 1, text, size);
        at[size + 1] = '"';
        out->size += size + 2;
        return;
    }
    out->size++;
    put_escaped(out, text, size);
    put(out, '"');
}

static inline void end_key(struct json_out *out)
{
    put(out, ':');
    if (out->pretty)
        put(out, ' ');
    out->after_key = true;
}

void json_out_key_n(struct json_out *out, const char *key, size_t size)
{
    separate(out);
    if (!reserve(out, size + 3))
        return;
    char *at = out->text + out->size;
    *at++ = '"';
    memcpy(at, key, size);
    at += size;
    *at++ = '"';
    out->size = (size_t)(at - out->text);
    end_key(out);
}

void json_out_any_key(struct json_out *out, const char *key)
{
    separate(out);
    put_string(out, key, strlen(key));
    end_key(out);
}

static void put_word(struct json_out *out, const char *word)
{
    separate(out);
    json_out_bytes(out, word, strlen(word));
}

void json_out_text(struct json_out *out, const char *text)
{
    if (text)
        json_out_text_n(out, text, strlen(text));
    else
        json_out_null(out);
}

void json_out_text_n(struct json_out *out, const char *text, size_t size)
{
    separate(out);
    put_string(out, text, size);
}

void json_out_number(struct json_out *out, double number)
{
    char text[JSON_NUMBER_SIZE];
    if (!isfinite(number)) {
        json_out_null(out);
        return;
    }
    const size_t size = json_out_format_number(number, text);
    separate(out);
    json_out_bytes(out, text, size);
}

void json_out_integer(struct json_out *out, int64_t number)
{
    separate(out);
    if (reserve(out, JSON_NUMBER_SIZE))
        out->size += json_out_format_integer(number, out->text + out->size);
}

void json_out_boolean(struct json_out *out, bool truth)
{
    put_word(out, truth ? "true" : "false");
}

void json_out_null(struct json_out *out)
{
    put_word(out, "null");
}

/* The end of the string that begins at json[i]. */
static size_t skip_string(const char *json, size_t i, size_t size)
{
    for (i++; i < size && json[i] != '"'; i++)
        i += json[i] == '\\';
    return i < size ? i + 1 : size;
}

/* One token of compact JSON, written through the writer so that it is indented; returns where the next one
 * begins. */
static size_t put_token(struct json_out *out, const char *json, size_t i, size_t size)
{
    if (json[i] == '{' || json[i] == '[') {
        open_container(out, json[i]);
        return i + 1;
    }
    if (json[i] == '}' || json[i] == ']') {
        close_container(out, json[i]);
        return i + 1;
    }
    if (json[i] == ',')
        return i + 1;
    size_t end = json[i] == '"' ? skip_string(json, i, size) : i + 1 + strcspn(json + i + 1, ",]}");
    end = end < size ? end : size;
    separate(out);
    json_out_bytes(out, json + i, end - i);
    if (end < size && json[end] == ':') {
        json_out_bytes(out, ": ", 2);
        out->after_key = true;
        return end + 1;
    }
    return end;
}

void json_out_raw(struct json_out *out, const char *json, size_t size)
{
    if (out->pretty) {
        for (size_t i = 0; i < size && !out->failed;)
            i = put_token(out, json, i, size);
        return;
    }
    separate(out);
    json_out_bytes(out, json, size);
}

bool json_out_finish(struct json_out *out)
{
    if (!reserve(out, 1))
        return false;
    out->text[out->size] = '\0';
    return true;
}

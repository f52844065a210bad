#include "db/json_out.h"

#include "db/json_plain.h"

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

/* What stands between this value and what was written before. */
static inline void separate(struct json_out *out)
{
    if (out->comma)
        put(out, ',');
    if (out->pretty && !out->after_key && out->depth > 0)
        break_line(out);
    out->after_key = false;
    out->comma = out->depth > 0;
}

static void open_container(struct json_out *out, char bracket)
{
    separate(out);
    if (out->depth == JSON_OUT_DEPTH_MAX) {
        out->failed = true;
        return;
    }
    put(out, bracket);
    out->depth++;
    out->comma = false;
}

static void close_container(struct json_out *out, char bracket)
{
    if (out->depth == 0) {
        out->failed = true;
        return;
    }
    out->depth--;
    if (out->comma && out->pretty)
        break_line(out);
    put(out, bracket);
    out->comma = out->depth > 0;
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

static void put_escaped(struct json_out *out, const char *text, size_t size)
{
    for (size_t plain; (plain = json_count_plain(text, size)) < size; text += plain + 1, size -= plain + 1) {
        json_out_bytes(out, text, plain);
        put_escape(out, (unsigned char)text[plain]);
    }
    json_out_bytes(out, text, size);
}

static inline void put_string(struct json_out *out, const char *text, size_t size)
{
    if (!reserve(out, size + 2))
        return;
    char *at = out->text + out->size;
    *at = '"';
    if (json_copy_plain(at + 1, text, size)) {
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
    out->comma = false;
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

static inline void put_word(struct json_out *out, const char *word, size_t size)
{
    separate(out);
    if (reserve(out, size))
        add(out, word, size);
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
    if (truth)
        put_word(out, "true", strlen("true"));
    else
        put_word(out, "false", strlen("false"));
}

void json_out_null(struct json_out *out)
{
    put_word(out, "null", strlen("null"));
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
        end_key(out);
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

#include "db/json_out.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define INDENT 2
#define FIRST_CAPACITY 1024

void json_out_done(struct json_out *out)
{
    free(out->text);
    *out = (struct json_out){0};
}

/* Room for `size` more bytes and a NUL, or false once memory was short. */
static bool reserve(struct json_out *out, size_t size)
{
    if (out->failed)
        return false;
    if (out->capacity - out->size > size)
        return true;
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

void json_out_bytes(struct json_out *out, const char *bytes, size_t size)
{
    if (size == 0 || !reserve(out, size))
        return;
    memcpy(out->text + out->size, bytes, size);
    out->size += size;
}

static void put(struct json_out *out, char byte)
{
    if (!reserve(out, 1))
        return;
    out->text[out->size++] = byte;
}

static void break_line(struct json_out *out)
{
    const size_t width = (size_t)out->depth * INDENT;
    if (!out->pretty || !reserve(out, width + 1))
        return;
    out->text[out->size++] = '\n';
    memset(out->text + out->size, ' ', width);
    out->size += width;
}

/* What stands between this member and what was written before. */
static void separate(struct json_out *out)
{
    if (out->after_key) {
        out->after_key = false;
        return;
    }
    if (out->depth == 0)
        return;
    if (out->filled[out->depth - 1])
        put(out, ',');
    out->filled[out->depth - 1] = true;
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
    if (filled)
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

static void put_string(struct json_out *out, const char *text, size_t size)
{
    put(out, '"');
    size_t plain = 0;
    for (size_t i = 0; i < size; i++) {
        const unsigned char byte = (unsigned char)text[i];
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        json_out_bytes(out, text + plain, i - plain);
        put_escape(out, byte);
        plain = i + 1;
    }
    json_out_bytes(out, text + plain, size - plain);
    put(out, '"');
}

void json_out_key(struct json_out *out, const char *key)
{
    separate(out);
    put_string(out, key, strlen(key));
    put(out, ':');
    if (out->pretty)
        put(out, ' ');
    out->after_key = true;
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
    char text[JSON_NUMBER_SIZE];
    snprintf(text, sizeof text, "%lld", (long long)number);
    put_word(out, text);
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

#pragma once
/* The one JSON writer: streams compact, canonical UTF-8 into a growing buffer, no tree. The log and every
 * reply are written with it.
 *
 * Numbers: integers as integers, others as the shortest decimal that reads back equal (2.0 is 2); NAN is
 * null. Commas and colons come by themselves. Running out of memory is remembered and told once, by
 * json_out_finish. With `pretty`, two spaces a level. */

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define JSON_OUT_DEPTH_MAX 64

struct json_out {
    char *text; /* owned; not terminated until json_out_finish */
    size_t size;
    size_t capacity;
    unsigned depth;
    bool pretty;
    bool failed;
    bool comma;     /* is due before the next member or key */
    bool after_key; /* of a pretty writer: the value stands on its key's line */
};

/* Zero-initialised is an empty compact writer. */
void json_out_done(struct json_out *out);

void json_out_begin_object(struct json_out *out);
void json_out_end_object(struct json_out *out);
void json_out_begin_array(struct json_out *out);
void json_out_end_array(struct json_out *out);
/* Keys of ours, in which nothing has to be escaped; any other key. */
void json_out_key_n(struct json_out *out, const char *key, size_t size);
void json_out_any_key(struct json_out *out, const char *key);
/* Of a literal key the compiler knows the size: it is a few stores. */
static inline void json_out_key(struct json_out *out, const char *key)
{
    const size_t size = strlen(key);
    if (out->pretty || out->capacity - out->size <= size + sizeof ",\"\":") {
        json_out_key_n(out, key, size);
        return;
    }
    char *at = out->text + out->size;
    *at = ',';
    at += out->comma;
    *at = '"';
    memcpy(at + 1, key, size);
    memcpy(at + 1 + size, "\":", 2);
    out->size = (size_t)(at - out->text) + size + 3;
    out->comma = false;
}

void json_out_text(struct json_out *out, const char *text); /* NULL is null; must be UTF-8 */
void json_out_text_n(struct json_out *out, const char *text, size_t size);
void json_out_number(struct json_out *out, double number);
void json_out_integer(struct json_out *out, int64_t number);
void json_out_boolean(struct json_out *out, bool truth);
void json_out_null(struct json_out *out);
/* A value that is canonical JSON already, such as a stored document; reformatted when pretty. */
void json_out_raw(struct json_out *out, const char *json, size_t size);
/* The whole tree with sorted keys: the canonical form of what was read. */
void json_out_value(struct json_out *out, const json_t *value);

/* Bytes outside JSON, as in NDJSON and CSV. */
void json_out_bytes(struct json_out *out, const char *bytes, size_t size);

/* Terminates with NUL (not counted in size). False when memory was short; the text is then useless. */
bool json_out_finish(struct json_out *out);

/* Shortest decimal as above into `text`; returns its length. */
#define JSON_NUMBER_SIZE 32
size_t json_out_format_number(double number, char text[static JSON_NUMBER_SIZE]);
/* All its digits, without a NUL. */
size_t json_out_format_integer(int64_t number, char text[static JSON_NUMBER_SIZE]);

/* JSON as base64url: opaque, but for whoever has to find a fault. */

#include "db/cursor.h"

#include "db/json_read.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define CURSOR_MAX 4096

void cursor_hash(const char *query, size_t size, char hash[static CURSOR_HASH_SIZE])
{
    unsigned char bytes[(CURSOR_HASH_SIZE - 1) / 2];
    crypto_generichash(bytes, sizeof bytes, (const unsigned char *)query, size, NULL, 0);
    sodium_bin2hex(hash, CURSOR_HASH_SIZE, bytes, sizeof bytes);
}

char *cursor_write(struct json_out *parts)
{
    if (!json_out_finish(parts))
        return NULL;
    const size_t size = sodium_base64_encoded_len(parts->size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    char *cursor = malloc(size);
    if (cursor)
        sodium_bin2base64(cursor, size, (const unsigned char *)parts->text, parts->size,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return cursor;
}

json_t *cursor_read(const char *cursor, const char *hash, bool *short_of_memory)
{
    json_error_t error;
    char text[CURSOR_MAX];
    size_t size;
    *short_of_memory = false;
    if (sodium_base642bin((unsigned char *)text, sizeof text, cursor, strlen(cursor), NULL, &size, NULL,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return NULL;
    json_t *parts = json_read(text, size, JSON_REJECT_DUPLICATES, &error);
    *short_of_memory = !parts && json_read_was_short(&error);
    const char *given = json_string_value(json_array_get(parts, 0));
    if (given && strcmp(given, hash) == 0)
        return parts;
    json_decref(parts);
    return NULL;
}

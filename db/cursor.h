#pragma once
/* A position in a list as an opaque text, bound to the query that it belongs to by a hash of it. */

#include "db/json_out.h"

/* A hash as hexadecimal digits. */
#define CURSOR_HASH_SIZE 33

void cursor_hash(const char *query, size_t size, char hash[static CURSOR_HASH_SIZE]);

/* Of an array whose first item is the hash, finished here; text from malloc, NULL when memory is short. */
char *cursor_write(struct json_out *parts);
/* The array that such a text holds, or NULL where it was altered or made with another hash, or memory is
 * short. */
json_t *cursor_read(const char *cursor, const char *hash, bool *short_of_memory);

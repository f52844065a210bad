#pragma once
/* Cuts canonical JSON text, our own stored documents, into members without building a tree. */

#include <stdbool.h>
#include <stddef.h>

struct json_slice {
    const char *text;
    size_t size;
};

/* Steps through the members of an object (or items of an array: key is empty). `*at` starts at 0; false at
 * the end. */
bool json_slice_next(struct json_slice container, size_t *at, struct json_slice *key,
                     struct json_slice *value);
/* The member at a dotted path ("memory.bandwidth_gb_s"); false when there is none. */
bool json_slice_find(struct json_slice object, const char *path, struct json_slice *value);
/* Unescapes a JSON string value into memory from malloc, or NULL when it is not a string or memory is short.
 */
char *json_slice_text(struct json_slice value);

#pragma once
/* Reading JSON so that memory that is short is never taken for a fault of the text. */

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* As json_loadb. NULL where the text is faulty; the error then has a text, and has none where memory is
 * short. */
json_t *json_read(const char *text, size_t size, size_t flags, json_error_t *error);
bool json_read_was_short(const json_error_t *error);

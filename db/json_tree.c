/* Trees that were read, as canonical text: keys sorted, at every depth. */

#include "db/json_out.h"

#include <stdlib.h>
#include <string.h>

static int compare_keys(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void put_object(struct json_out *out, const json_t *object)
{
    const size_t count = json_object_size(object);
    const char **keys = malloc((count + 1) * sizeof *keys);
    if (!keys) {
        out->failed = true;
        return;
    }
    size_t i = 0;
    /* Jansson's iteration takes no const object but changes nothing. */
    json_t *members = (json_t *)(uintptr_t)object;
    for (void *at = json_object_iter(members); at; at = json_object_iter_next(members, at))
        keys[i++] = json_object_iter_key(at);
    qsort(keys, count, sizeof *keys, compare_keys);
    json_out_begin_object(out);
    for (i = 0; i < count && !out->failed; i++) {
        json_out_any_key(out, keys[i]);
        json_out_value(out, json_object_get(object, keys[i]));
    }
    json_out_end_object(out);
    free(keys);
}

static void put_array(struct json_out *out, const json_t *array)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < json_array_size(array) && !out->failed; i++)
        json_out_value(out, json_array_get(array, i));
    json_out_end_array(out);
}

void json_out_value(struct json_out *out, const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        put_object(out, value);
        return;
    case JSON_ARRAY:
        put_array(out, value);
        return;
    case JSON_STRING:
        json_out_text_n(out, json_string_value(value), json_string_length(value));
        return;
    case JSON_INTEGER:
        json_out_integer(out, json_integer_value(value));
        return;
    case JSON_REAL:
        json_out_number(out, json_real_value(value));
        return;
    case JSON_TRUE:
    case JSON_FALSE:
        json_out_boolean(out, json_is_true(value));
        return;
    case JSON_NULL:
        json_out_null(out);
        return;
    }
}

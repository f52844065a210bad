#include "db/json_slice.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* The quote at `i` ends a string unless an odd number of backslashes stands before it. */
static bool is_escaped(struct json_slice json, size_t i)
{
    size_t backslashes = 0;
    while (json.text[i - 1 - backslashes] == '\\')
        backslashes++;
    return backslashes % 2 == 1;
}

/* Of the string that begins at `i`. */
static size_t end_of_string(struct json_slice json, size_t i)
{
    do {
        const char *quote = memchr(json.text + i + 1, '"', json.size - i - 1);
        if (!quote)
            return json.size;
        i = (size_t)(quote - json.text);
    } while (is_escaped(json, i));
    return i + 1;
}

/* Brackets and braces are counted alike: the text is valid, being our own. */
static size_t end_of_container(struct json_slice json, size_t i)
{
    size_t depth = 0;
    while (i < json.size) {
        const char c = json.text[i];
        if (c == '"') {
            i = end_of_string(json, i);
            continue;
        }
        i++;
        if (c == '{' || c == '[')
            depth++;
        else if ((c == '}' || c == ']') && --depth == 0)
            return i;
    }
    return json.size;
}

static size_t end_of_value(struct json_slice json, size_t i)
{
    if (i < json.size && json.text[i] == '"')
        return end_of_string(json, i);
    if (i < json.size && (json.text[i] == '{' || json.text[i] == '['))
        return end_of_container(json, i);
    while (i < json.size && json.text[i] != ',' && json.text[i] != '}' && json.text[i] != ']')
        i++;
    return i;
}

bool json_slice_next(struct json_slice container, size_t *at, struct json_slice *key,
                     struct json_slice *value)
{
    if (container.size < 2 || (container.text[0] != '{' && container.text[0] != '['))
        return false;
    size_t i = *at + 1; /* past the opening bracket, or the comma after the previous member */
    if (i + 1 >= container.size)
        return false;
    *key = (struct json_slice){container.text + i, 0};
    if (container.text[0] == '{') {
        const size_t end = end_of_string(container, i);
        *key = (struct json_slice){container.text + i + 1, end - i - 2};
        i = end + 1;
    }
    const size_t end = end_of_value(container, i);
    *value = (struct json_slice){container.text + i, end - i};
    *at = end;
    return true;
}

static bool find_member(struct json_slice object, const char *name, size_t size, struct json_slice *value)
{
    struct json_slice key;
    if (object.size == 0 || object.text[0] != '{')
        return false;
    for (size_t at = 0; json_slice_next(object, &at, &key, value);) {
        if (key.size == size && memcmp(key.text, name, size) == 0)
            return true;
    }
    return false;
}

bool json_slice_find(struct json_slice object, const char *path, struct json_slice *value)
{
    struct json_slice here = object;
    for (;;) {
        const size_t size = strcspn(path, ".");
        struct json_slice member;
        if (!find_member(here, path, size, &member))
            return false;
        here = member;
        if (path[size] == '\0')
            break;
        path += size + 1;
    }
    *value = here;
    return true;
}

char *json_slice_text(struct json_slice value)
{
    if (value.size < 2 || value.text[0] != '"')
        return NULL;
    if (!memchr(value.text, '\\', value.size))
        return strndup(value.text + 1, value.size - 2);
    json_t *string = json_loadb(value.text, value.size, JSON_DECODE_ANY, NULL);
    char *text = json_is_string(string) ? strdup(json_string_value(string)) : NULL;
    json_decref(string);
    return text;
}

/* One value at a time, whatever its type. */
#include "api/value.h"

#include <string.h>

void shape_value(struct json_out *out, struct value value)
{
    switch (value.type) {
    case VALUE_UNKNOWN:
        json_out_null(out);
        break;
    case VALUE_BOOLEAN:
        json_out_boolean(out, value.boolean);
        break;
    case VALUE_NUMBER:
        json_out_number(out, value.number);
        break;
    case VALUE_TEXT:
        json_out_text(out, value.text);
        break;
    }
}

void value_format(struct value value, char text[static VALUE_TEXT_SIZE])
{
    switch (value.type) {
    case VALUE_UNKNOWN:
        memcpy(text, "?", sizeof "?");
        break;
    case VALUE_BOOLEAN:
        memcpy(text, value.boolean ? "true" : "false", value.boolean ? sizeof "true" : sizeof "false");
        break;
    case VALUE_NUMBER:
        json_out_format_number(value.number, text);
        break;
    case VALUE_TEXT: {
        const size_t size = strnlen(value.text, VALUE_TEXT_SIZE - 1);
        memcpy(text, value.text, size);
        text[size] = '\0';
        break;
    }
    }
}

/* One value at a time, whatever its type. */
#include "api/value.h"

#include <stdio.h>

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
    char number[JSON_NUMBER_SIZE] = "";
    if (value.type == VALUE_NUMBER)
        json_out_format_number(value.number, number);
    const char *const words[] = {
        [VALUE_UNKNOWN] = "?",
        [VALUE_BOOLEAN] = value.type == VALUE_BOOLEAN && value.boolean ? "true" : "false",
        [VALUE_NUMBER] = number,
        [VALUE_TEXT] = value.type == VALUE_TEXT ? value.text : "",
    };
    snprintf(text, VALUE_TEXT_SIZE, "%s", words[value.type]);
}

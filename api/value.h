#pragma once
/* Values that predicates compare, as JSON and in words. */

#include "db/json_out.h"
#include "rules/value.h"

/* Unknown is null. */
void shape_value(struct json_out *out, struct value value);

/* Fits any text of 128 characters; longer ones are cut. */
#define VALUE_TEXT_SIZE 520
/* Unknown is "?". */
void value_format(struct value value, char text[static VALUE_TEXT_SIZE]);

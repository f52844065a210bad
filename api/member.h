#pragma once
/* Members of a JSON object, a line each. */

#include "db/json_out.h"
#include "rules/date.h"

void member_text(struct json_out *out, const char *key, const char *text); /* NULL is null */
void member_integer(struct json_out *out, const char *key, int64_t number);
void member_number(struct json_out *out, const char *key, double number); /* NAN is null */
void member_boolean(struct json_out *out, const char *key, bool truth);
void member_date(struct json_out *out, const char *key, struct date date); /* an open end is null */

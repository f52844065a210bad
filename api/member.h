#pragma once
/* Members of a JSON object, a line each: a key of ours and a value. */

#include "db/json_out.h"
#include "rules/date.h"

/* NULL is null. */
static inline void member_text(struct json_out *out, const char *key, const char *text)
{
    json_out_key(out, key);
    json_out_text(out, text);
}

static inline void member_integer(struct json_out *out, const char *key, int64_t number)
{
    json_out_key(out, key);
    json_out_integer(out, number);
}

/* NAN is null. */
static inline void member_number(struct json_out *out, const char *key, double number)
{
    json_out_key(out, key);
    json_out_number(out, number);
}

static inline void member_boolean(struct json_out *out, const char *key, bool truth)
{
    json_out_key(out, key);
    json_out_boolean(out, truth);
}

/* An open end is null. */
static inline void member_date(struct json_out *out, const char *key, struct date date)
{
    char text[DATE_TEXT_SIZE];
    if (date.ymd != 0)
        date_format(date, text);
    member_text(out, key, date.ymd != 0 ? text : NULL);
}

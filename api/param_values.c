/* Values of the ordinary parameters: from text to the member of the argument struct. */
#include "api/parsing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What a value has to be, after "must be". */
void param_describe(const struct param *param, char text[static PARAM_ALLOWED_SIZE])
{
    if (param->choices) {
        parsing_list_words(param->choices, text, PARAM_ALLOWED_SIZE);
        return;
    }
    switch (param->type) {
    case PARAM_INTEGER:
        snprintf(text, PARAM_ALLOWED_SIZE, "a whole number from %lld to %lld", (long long)param->minimum,
                 (long long)param->maximum);
        return;
    case PARAM_BOOLEAN:
        snprintf(text, PARAM_ALLOWED_SIZE, "true or false");
        return;
    case PARAM_DATE:
        snprintf(text, PARAM_ALLOWED_SIZE, "a day as YYYY-MM-DD, or today");
        return;
    case PARAM_MOMENT:
        snprintf(
            text, PARAM_ALLOWED_SIZE,
            "a data version such as 1, or an instant such as 2026-10-12T00:00:00Z (a + in it written %%2B)");
        return;
    case PARAM_TEXT:
    case PARAM_CHOICE:
    case PARAM_NAMED:
    case PARAM_SET:
    case PARAM_WORDS:
        snprintf(text, PARAM_ALLOWED_SIZE, "a text of 1 to %zu characters", param->max_length);
        return;
    }
}

size_t param_count_characters(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

bool param_parse_integer(const char *text, int64_t minimum, int64_t maximum, int64_t *number)
{
    const char *digits = text + (*text == '-');
    const size_t length = strspn(digits, "0123456789");
    if (length == 0 || length > 18 || digits[length])
        return false;
    const int64_t value = strtoll(text, NULL, 10);
    if (value < minimum || value > maximum)
        return false;
    *number = value;
    return true;
}

static bool parse_boolean(const struct param *param, const char *text, bool *truth)
{
    if (strcmp(text, "true") == 0 || strcmp(text, "1") == 0 || (param->bare && !*text))
        *truth = true;
    else if (strcmp(text, "false") == 0 || strcmp(text, "0") == 0)
        *truth = false;
    else
        return false;
    return true;
}

static bool parse_choice(const struct param *param, const char *text, int *index)
{
    for (int i = 0; param->choices[i]; i++) {
        if (strcasecmp(param->choices[i], text) == 0) {
            *index = i;
            return true;
        }
    }
    return false;
}

bool param_parse_count(const char *text, unsigned maximum, unsigned *number)
{
    const size_t zeros = strspn(text, "0");
    const size_t length = strspn(text + zeros, "0123456789");
    if (length == 0 || text[zeros + length])
        return false;
    const unsigned long value = length > 9 ? maximum : strtoul(text + zeros, NULL, 10);
    *number = value > maximum ? maximum : (unsigned)value;
    return true;
}

/* Two digits, at most `maximum`. */
static bool is_pair_of_digits(const char *text, int maximum)
{
    if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
        return false;
    return (text[0] - '0') * 10 + (text[1] - '0') <= maximum;
}

/* "+02:00", "-05:30" or "Z", and nothing more. */
static bool is_offset(const char *text)
{
    if (strcmp(text, "Z") == 0 || strcmp(text, "z") == 0)
        return true;
    return strlen(text) == 6 && (text[0] == '+' || text[0] == '-') && is_pair_of_digits(text + 1, 23) &&
           text[3] == ':' && is_pair_of_digits(text + 4, 59);
}

/* RFC 3339, leap seconds included. */
bool param_is_instant(const char *text)
{
    char day[DATE_TEXT_SIZE];
    struct date date;
    if (strlen(text) < sizeof "2026-10-12T00:00:00Z" - 1)
        return false;
    snprintf(day, sizeof day, "%.10s", text);
    const char *time = text + 11;
    if (!date_parse(day, &date) || (text[10] != 'T' && text[10] != 't'))
        return false;
    if (!is_pair_of_digits(time, 23) || time[2] != ':' || !is_pair_of_digits(time + 3, 59) ||
        time[5] != ':' || !is_pair_of_digits(time + 6, 60))
        return false;
    time += 8;
    if (*time == '.') {
        const size_t digits = strspn(time + 1, "0123456789");
        if (digits == 0)
            return false;
        time += 1 + digits;
    }
    return is_offset(time);
}

bool param_parse_moment(const char *text, struct moment *moment)
{
    int64_t version;
    if (param_parse_integer(text, 1, INT64_MAX, &version)) {
        *moment = (struct moment){.version = version};
        return true;
    }
    if (!param_is_instant(text))
        return false;
    *moment = (struct moment){.instant = text};
    return true;
}

static bool parse_day(const struct parsing *parsing, const char *text, struct date *date)
{
    if (strcmp(text, "today") != 0)
        return date_parse(text, date);
    *date = parsing->request->today;
    return true;
}

/* The text, or the word that it is; NULL: it is not allowed. */
static const char *find_text(const struct param *param, const char *text)
{
    if (param->choices)
        return parsing_find_word(param->choices, text);
    return *text && param_count_characters(text) <= param->max_length ? text : NULL;
}

static bool parse_text(const struct param *param, const char *text, const char **member)
{
    const char *found = find_text(param, text);
    if (found)
        *member = found;
    return found != NULL;
}

static bool add_to_set(const struct param *param, const char *text, uint32_t *set)
{
    int index;
    if (!parse_choice(param, text, &index))
        return false;
    *set |= UINT32_C(1) << index;
    return true;
}

bool param_store(const struct parsing *parsing, const struct param *param, const char *text)
{
    void *member = parsing->buffer->args + param->offset;
    switch (param->type) {
    case PARAM_TEXT:
        return parse_text(param, text, member);
    case PARAM_INTEGER:
        return param_parse_integer(text, param->minimum, param->maximum, member);
    case PARAM_BOOLEAN:
        return parse_boolean(param, text, member);
    case PARAM_DATE:
        return parse_day(parsing, text, member);
    case PARAM_MOMENT:
        return param_parse_moment(text, member);
    case PARAM_CHOICE:
        return parse_choice(param, text, member);
    case PARAM_NAMED:
        *(bool *)member = true;
        return true;
    case PARAM_SET:
        return add_to_set(param, text, member);
    case PARAM_WORDS: /* cut by params.c */
        break;
    }
    return false;
}

/* Filters of lists: which field, which operator, and whether the values are of the field's type. */
#include "api/parsing.h"
#include "db/instant.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VALUE_MAX 300 /* characters of one value */

static const struct {
    const char *word;
    enum filter_op op;
} operators[] = {
    {"gte", FILTER_AT_LEAST}, {"lte", FILTER_AT_MOST},  {"gt", FILTER_MORE},
    {"lt", FILTER_LESS},      {"ne", FILTER_NOT_EQUAL}, {"null", FILTER_NULL},
};

enum { OPERATOR_COUNT = sizeof operators / sizeof operators[0] };

/* Only one value of a number, a day or an instant lies before another. */
static bool is_ordered(const struct column *column)
{
    return column->sql &&
           (column->type == COLUMN_NUMBER || column->type == COLUMN_DATE || column->type == COLUMN_INSTANT);
}

static bool has_operator(const struct column *column, enum filter_op op)
{
    return op == FILTER_NOT_EQUAL || op == FILTER_NULL || is_ordered(column);
}

static bool is_number(const char *text)
{
    const char *digits = text + (*text == '-');
    if (!strchr("0123456789", *digits) || !*digits || text[strspn(text, "-+.0123456789eE")])
        return false;
    char *end;
    return isfinite(strtod(text, &end)) && *end == '\0';
}

/* YYYY, YYYY-MM or YYYY-MM-DD: documents hold all three. */
static bool is_partial_day(const char *text)
{
    const size_t length = strlen(text);
    char day[DATE_TEXT_SIZE] = "2000-01-01";
    struct date date;
    if (length != 4 && length != 7 && length != 10)
        return false;
    memcpy(day, text, length);
    return date_parse(day, &date);
}

static const char *const truths[] = {"true", "false", NULL};

/* In the form in which it is stored, whatever its offset and digits. */
static bool take_instant(struct parsing *parsing, const char **value)
{
    int64_t ms;
    char text[INSTANT_SIZE];
    if (!param_is_instant(*value) || !instant_parse(*value, &ms))
        return false;
    instant_format(ms, text);
    const char *kept = parsing_keep(parsing, text);
    if (kept)
        *value = kept;
    return kept != NULL;
}

/* Of a type whose values are no closed list. */
static bool take_value(struct parsing *parsing, enum column_type type, const char **value)
{
    const char *text = *value;
    switch (type) {
    case COLUMN_NUMBER:
        return is_number(text);
    case COLUMN_BOOLEAN:
        return parsing_find_word(truths, text) != NULL;
    case COLUMN_DATE:
        return is_partial_day(text);
    case COLUMN_INSTANT:
        return take_instant(parsing, value);
    case COLUMN_TEXT:
        return param_count_characters(text) <= VALUE_MAX;
    }
    return false;
}

static const char *const type_words[] = {
    [COLUMN_TEXT] = "a text of at most 300 characters",
    [COLUMN_NUMBER] = "a number",
    [COLUMN_BOOLEAN] = "true or false",
    [COLUMN_DATE] = "a day, month or year as YYYY-MM-DD, YYYY-MM or YYYY",
    [COLUMN_INSTANT] = "an instant such as 2026-10-12T00:00:00Z",
};

static void refuse_value(struct parsing *parsing, const struct pair *pair, const char *value,
                         const char *const *choices, enum column_type type)
{
    char words[PARAM_ALLOWED_SIZE];
    struct nearest nearest = nearest_to(value);
    if (choices)
        parsing_list_words(choices, words, sizeof words);
    for (size_t i = 0; choices && choices[i]; i++)
        nearest_offer(&nearest, choices[i]);
    parsing_suggest(parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair, "%.48s must be %s.", pair->name,
                                  choices ? words : type_words[type]),
                    &nearest);
}

/* The only values there are; NULL: any of the column's type. */
static const char *const *choices_of(const struct list_info *info, const struct filter *filter)
{
    if (filter->op == FILTER_NULL || filter->column->type == COLUMN_BOOLEAN)
        return truths;
    return info->column_choices[filter->column - info->columns];
}

/* Checks the values, and spells those of a closed list and instants as they are stored. */
static bool check_values(struct parsing *parsing, const struct pair *pair, const struct filter *filter,
                         const char **values)
{
    const char *const *choices = choices_of(parsing->operation->list, filter);
    bool good = true;
    for (size_t i = 0; i < filter->count; i++) {
        const char *word = choices ? parsing_find_word(choices, values[i]) : NULL;
        if (word)
            values[i] = word;
        if (word || (!choices && take_value(parsing, filter->column->type, &values[i])))
            continue;
        good = false;
        refuse_value(parsing, pair, values[i], choices, filter->column->type);
    }
    return good;
}

static void take_values(struct parsing *parsing, const struct pair *pair, const struct column *column,
                        enum filter_op op)
{
    void *args = parsing->buffer->args;
    struct list_args *list = args;
    struct filter filter = {.column = column, .op = op};
    const char **values;
    filter.count = parsing_split(parsing, pair, &values);
    if (filter.count == 0 || !check_values(parsing, pair, &filter, values))
        return;
    filter.values = values;
    if (filter.count > 1 && op != FILTER_EQUAL && op != FILTER_NOT_EQUAL)
        parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair, "%.64s takes one value.", pair->name);
    else if (list->filter_count == LIST_FILTERS_MAX)
        parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair, "A list takes at most %d filters.",
                      LIST_FILTERS_MAX);
    else
        list->filters[list->filter_count++] = filter;
}

static void refuse_operator(struct parsing *parsing, const struct pair *pair, const struct column *column,
                            const char *word)
{
    struct nearest nearest = nearest_to(pair->name);
    for (size_t i = 0; i < OPERATOR_COUNT; i++) {
        char name[sizeof nearest.best];
        snprintf(name, sizeof name, "%s.%s", column->name, operators[i].word);
        if (has_operator(column, operators[i].op))
            nearest_offer(&nearest, name);
    }
    parsing_suggest(parsing_fault(parsing, PROBLEM_UNKNOWN_PARAMETER, pair,
                                  "%s has no operator '%.32s'; it has %s.", column->name, word,
                                  is_ordered(column) ? "ne, gt, gte, lt, lte and null" : "ne and null"),
                    &nearest);
}

bool filter_take(struct parsing *parsing, const struct pair *pair)
{
    const struct list_info *info = parsing->operation->list;
    const struct column *column = list_find_column(info, pair->name);
    if (column) {
        take_values(parsing, pair, column, FILTER_EQUAL);
        return true;
    }
    char field[64];
    const char *dot = strrchr(pair->name, '.');
    if (!dot || (size_t)(dot - pair->name) >= sizeof field)
        return false;
    snprintf(field, sizeof field, "%.*s", (int)(dot - pair->name), pair->name);
    column = list_find_column(info, field);
    if (!column)
        return false;
    for (size_t i = 0; i < OPERATOR_COUNT; i++) {
        if (strcmp(operators[i].word, dot + 1) == 0 && has_operator(column, operators[i].op)) {
            take_values(parsing, pair, column, operators[i].op);
            return true;
        }
    }
    refuse_operator(parsing, pair, column, dot + 1);
    return true;
}

void filter_offer(const struct list_info *info, struct nearest *nearest)
{
    for (size_t i = 0; i < info->column_count; i++) {
        for (size_t k = 0; k < OPERATOR_COUNT; k++) {
            char name[sizeof nearest->best];
            snprintf(name, sizeof name, "%s.%s", info->columns[i].name, operators[k].word);
            if (has_operator(&info->columns[i], operators[k].op))
                nearest_offer(nearest, name);
        }
    }
}

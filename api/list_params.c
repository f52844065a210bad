/* The grammar that all lists share: limit, cursor, sort, fields, facets, q, format. Filters are in
 * filter_params.c, the form in form_params.c. */
#include "api/parsing.h"

#include <stdio.h>
#include <string.h>

#define LIMIT_DEFAULT 50
#define LIMIT_MAX 200
#define CURSOR_MAX 1024
#define TEXT_MAX 200

static struct list_args *list_of(const struct parsing *parsing)
{
    void *args = parsing->buffer->args;
    return args;
}

static void take_limit(struct parsing *parsing, const struct pair *pair)
{
    if (!param_parse_count(pair->value, LIMIT_MAX, &list_of(parsing)->limit))
        parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair,
                      "limit must be a whole number from 1; %d is the most of a page.", LIMIT_MAX);
}

static void take_cursor(struct parsing *parsing, const struct pair *pair)
{
    if (*pair->value && strlen(pair->value) <= CURSOR_MAX)
        list_of(parsing)->cursor = pair->value;
    else
        parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair,
                      "cursor must be taken from `next` of a page.");
}

static void take_text(struct parsing *parsing, const struct pair *pair)
{
    if (*pair->value && param_count_characters(pair->value) <= TEXT_MAX)
        list_of(parsing)->text = pair->value;
    else
        parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair, "q must be words of 1 to %d characters.",
                      TEXT_MAX);
}

const struct column *list_find_column(const struct list_info *info, const char *name)
{
    for (size_t i = 0; i < info->column_count; i++)
        if (strcmp(info->columns[i].name, name) == 0)
            return &info->columns[i];
    return NULL;
}

/* One key of sort=; false: it cannot be sorted by. */
static bool add_sort_key(struct list_args *list, const char *text)
{
    const bool descending = *text == '-';
    const struct column *column = list_find_column(list->info, text + descending);
    if (!column || !column->sortable)
        return false;
    if (strcmp(column->name, kinds[list->info->kind].id_key) == 0)
        column = NULL;
    list->sort[list->sort_count++] = (struct sort_key){column, descending};
    return true;
}

/* After the id nothing is left to sort, so it is the last key; one that is given twice is a mistake. */
static bool is_decided(const struct list_args *list, const char *text)
{
    for (size_t i = 0; i < list->sort_count; i++)
        if (!list->sort[i].column || strcmp(list->sort[i].column->name, text + (*text == '-')) == 0)
            return true;
    return false;
}

static void refuse_sort_key(struct parsing *parsing, const struct pair *pair, const char *text)
{
    const struct list_info *info = parsing->operation->list;
    const bool descending = *text == '-';
    struct parameter_fault *fault = parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair,
                                                  "sort: there is no sorting by '%.64s'.", text + descending);
    struct nearest nearest = nearest_to(text + descending);
    for (size_t i = 0; i < info->column_count; i++)
        if (info->columns[i].sortable)
            nearest_offer(&nearest, info->columns[i].name);
    parsing_suggest(fault, &nearest);
}

static void take_sort(struct parsing *parsing, const struct pair *pair)
{
    struct list_args *list = list_of(parsing);
    const char **parts;
    const size_t count = parsing_split(parsing, pair, &parts);
    if (count > LIST_SORT_MAX) {
        parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair, "sort takes at most %d fields.",
                      LIST_SORT_MAX);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (is_decided(list, parts[i]))
            parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair,
                          "sort: '%.64s' comes after the id or twice and changes nothing.", parts[i]);
        else if (!add_sort_key(list, parts[i]))
            refuse_sort_key(parsing, pair, parts[i]);
    }
}

static const struct member *find_member(const struct list_info *info, const char *path,
                                        struct nearest *nearest)
{
    for (size_t i = 0; i < info->member_count; i++) {
        if (strcmp(info->members[i].path, path) == 0)
            return &info->members[i];
        nearest_offer(nearest, info->members[i].path);
    }
    return NULL;
}

static bool is_field(const struct list_args *list, const struct member *member)
{
    for (size_t i = 0; i < list->field_count; i++)
        if (list->fields[i] == member)
            return true;
    return false;
}

static void take_fields(struct parsing *parsing, const struct pair *pair)
{
    struct list_args *list = list_of(parsing);
    const char **parts;
    const size_t count = parsing_split(parsing, pair, &parts);
    if (count > LIST_FIELDS_MAX) {
        parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair, "fields takes at most %d members.",
                      LIST_FIELDS_MAX);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        struct nearest nearest = nearest_to(parts[i]);
        const struct member *member = find_member(list->info, parts[i], &nearest);
        if (member && is_field(list, member))
            parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair, "fields: '%.64s' is there twice.",
                          parts[i]);
        else if (member)
            list->fields[list->field_count++] = member;
        else
            parsing_suggest(parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair,
                                          "fields: there is no member '%.64s'.", parts[i]),
                            &nearest);
    }
}

static void refuse_facet(struct parsing *parsing, const struct pair *pair, const char *name)
{
    const struct list_info *info = parsing->operation->list;
    const char *words[64] = {NULL};
    size_t count = 0;
    struct nearest nearest = nearest_to(name);
    for (size_t i = 0; i < info->column_count; i++) {
        if (!info->columns[i].facet || count == sizeof words / sizeof words[0] - 1)
            continue;
        words[count++] = info->columns[i].name;
        nearest_offer(&nearest, info->columns[i].name);
    }
    char allowed[PARAM_ALLOWED_SIZE];
    parsing_list_words(words, allowed, sizeof allowed);
    parsing_suggest(parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair,
                                  "facets: '%.32s' is not counted; %s are.", name,
                                  count > 0 ? allowed : "none"),
                    &nearest);
}

static bool is_facet(const struct list_args *list, const struct column *column)
{
    for (size_t i = 0; i < list->facet_count; i++)
        if (list->facets[i] == column)
            return true;
    return false;
}

static void take_facets(struct parsing *parsing, const struct pair *pair)
{
    struct list_args *list = list_of(parsing);
    const char **parts;
    const size_t count = parsing_split(parsing, pair, &parts);
    if (count > LIST_FACETS_MAX) {
        parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair, "facets takes at most %d fields.",
                      LIST_FACETS_MAX);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct column *column = list_find_column(list->info, parts[i]);
        if (column && is_facet(list, column))
            parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair, "facets: '%.64s' is there twice.",
                          parts[i]);
        else if (column && column->facet)
            list->facets[list->facet_count++] = column;
        else
            refuse_facet(parsing, pair, parts[i]);
    }
}

/* What a list takes. */
enum reach { OF_ALL, OF_PAGED, OF_DOCUMENTS, OF_SEARCHABLE };

struct word {
    const char *name;
    enum reach reach;
    void (*take)(struct parsing *parsing, const struct pair *pair);
};

static const struct word grammar[] = {
    {"limit", OF_PAGED, take_limit},       {"cursor", OF_PAGED, take_cursor},
    {"sort", OF_DOCUMENTS, take_sort},     {"fields", OF_DOCUMENTS, take_fields},
    {"facets", OF_DOCUMENTS, take_facets}, {"q", OF_SEARCHABLE, take_text},
    {"format", OF_ALL, form_take},
};

static bool has(const struct list_info *info, const struct word *word)
{
    switch (word->reach) {
    case OF_ALL:
        break;
    case OF_PAGED:
        return info->paged;
    case OF_DOCUMENTS:
        return !info->computed;
    case OF_SEARCHABLE:
        return info->searchable;
    }
    return true;
}

void list_begin(struct parsing *parsing)
{
    struct list_args *list = list_of(parsing);
    list->info = parsing->operation->list;
    list->limit = LIMIT_DEFAULT;
}

bool list_take(struct parsing *parsing, const struct pair *pair)
{
    for (size_t i = 0; i < sizeof grammar / sizeof grammar[0]; i++) {
        if (strcmp(grammar[i].name, pair->name) == 0 && has(parsing->operation->list, &grammar[i])) {
            grammar[i].take(parsing, pair);
            return true;
        }
    }
    return filter_take(parsing, pair);
}

void list_offer(const struct list_info *info, struct nearest *nearest)
{
    for (size_t i = 0; i < sizeof grammar / sizeof grammar[0]; i++)
        if (has(info, &grammar[i]))
            nearest_offer(nearest, grammar[i].name);
    for (size_t i = 0; i < info->column_count; i++)
        nearest_offer(nearest, info->columns[i].name);
    if (strchr(nearest->meant, '.'))
        filter_offer(info, nearest);
}

/* The order of the operation when none is asked for; words that are searched for bring their own. */
static void sort_by_default(struct list_args *list)
{
    const char *sort = list->format == LIST_ATOM ? list->info->feed_sort : list->info->default_sort;
    for (const char *rest = sort; rest;) {
        char key[64] = "";
        const size_t length = strcspn(rest, ",");
        if (length < sizeof key)
            memcpy(key, rest, length);
        add_sort_key(list, key);
        rest = rest[length] ? rest + length + 1 : NULL;
    }
}

bool list_finish(struct parsing *parsing)
{
    struct list_args *list = list_of(parsing);
    const bool acceptable = form_finish(parsing);
    /* Who follows a search wants what is new first, not what fits best. */
    if (list->sort_count == 0 && (!list->text || list->format == LIST_ATOM))
        sort_by_default(list);
    if (list->sort_count > 0 && list->sort[list->sort_count - 1].column)
        list->sort[list->sort_count++] = (struct sort_key){NULL, false};
    return acceptable;
}

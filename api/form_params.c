/* The form in which a list is asked for: format=, else the Accept header (RFC 9110, 12.5.1). */
#include "api/forms.h"
#include "api/parsing.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* How well a media range names the type: 0 not at all, 1 by an asterisk for both, 2 for the subtype, 3 in
 * full. */
static int fit(const char *range, size_t length, const char *type)
{
    const size_t main_length = strcspn(type, "/") + 1;
    if (length == strlen(type) && strncasecmp(range, type, length) == 0)
        return 3;
    if (length == main_length + 1 && strncasecmp(range, type, main_length) == 0 && range[main_length] == '*')
        return 2;
    return length == 3 && strncmp(range, "*/*", 3) == 0;
}

/* The q of a range's parameters, in thousandths; 1000 where there is none, 0 where it is nonsense. */
static int weigh(const char *parameters, size_t length)
{
    for (size_t at = 0; at < length;) {
        at += 1 + strspn(parameters + at + 1, " \t");
        if (at + 1 < length && (parameters[at] == 'q' || parameters[at] == 'Q') &&
            parameters[at + 1] == '=') {
            const double weight = strtod(parameters + at + 2, NULL);
            return weight >= 0 && weight <= 1 ? (int)(weight * 1000) : 0;
        }
        at += strcspn(parameters + at, ";,");
    }
    return 1000;
}

struct preference {
    int fit;
    int weight;
};

/* The most exact range decides for each type. */
static void hear(const char *range, size_t length, struct preference preferences[static LIST_FORMAT_COUNT])
{
    size_t name = 0;
    while (name < length && range[name] != ';' && range[name] != ' ' && range[name] != '\t')
        name++;
    const size_t parameters = strcspn(range, ";,");
    const int weight = parameters < length ? weigh(range + parameters, length - parameters) : 1000;
    for (int i = 0; i < LIST_FORMAT_COUNT; i++) {
        const int how = fit(range, name, forms[i].media_type);
        if (how > preferences[i].fit)
            preferences[i] = (struct preference){how, weight};
    }
}

/* The format that the header (NULL: anything) likes best; false: none of them, and *format is untouched. */
static bool pick(const char *accept, const struct list_info *info, enum list_format *format)
{
    struct preference preferences[LIST_FORMAT_COUNT] = {{0, 0}};
    if (!accept || !accept[strspn(accept, " \t")]) {
        *format = info->preferred;
        return true;
    }
    for (const char *range = accept; range;) {
        range += strspn(range, " \t");
        const size_t length = strcspn(range, ",");
        hear(range, length, preferences);
        range = range[length] ? range + length + 1 : NULL;
    }
    enum list_format liked = info->preferred;
    int best = preferences[liked].weight;
    for (unsigned i = 0; i < LIST_FORMAT_COUNT; i++) {
        if (!form_is_of(info, (enum list_format)i) || preferences[i].weight <= best)
            continue;
        best = preferences[i].weight;
        liked = (enum list_format)i;
    }
    if (best > 0)
        *format = liked;
    return best > 0;
}

/* What an entry holds is settled by the format of feeds; asking for more or less would have no effect. */
static void refuse_shaping(struct parsing *parsing)
{
    static const char *const shaping[] = {"fields", "facets"};
    for (size_t i = 0; i < sizeof shaping / sizeof shaping[0]; i++) {
        const struct pair pair = {shaping[i], request_find(parsing->request, shaping[i])};
        if (pair.value)
            parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, &pair,
                          "%s has no effect on an Atom feed; leave it out, or ask for format=json.",
                          pair.name);
    }
}

void form_take(struct parsing *parsing, const struct pair *pair)
{
    struct list_args *list = (void *)parsing->buffer->args;
    const struct list_info *info = list->info;
    struct nearest nearest = nearest_to(pair->value);
    for (unsigned i = 0; i < LIST_FORMAT_COUNT; i++) {
        if (!form_is_of(info, (enum list_format)i))
            continue;
        if (strcmp(forms[i].word, pair->value) == 0) {
            list->format = (enum list_format)i;
            return;
        }
        nearest_offer(&nearest, forms[i].word);
    }
    char words[FORMS_TEXT_SIZE];
    forms_list_words(info, words);
    parsing_suggest(parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair, "format must be %s.", words),
                    &nearest);
}

bool form_finish(struct parsing *parsing)
{
    struct list_args *list = (void *)parsing->buffer->args;
    const bool acceptable =
        request_find(parsing->request, "format") || pick(parsing->request->accept, list->info, &list->format);
    if (list->format == LIST_ATOM)
        refuse_shaping(parsing);
    return acceptable;
}

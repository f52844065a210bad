/* Chooses the form of a list by the Accept header (RFC 9110, 12.5.1). */
#include "api/parsing.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const media_types[] = {
    [LIST_JSON] = "application/json", [LIST_NDJSON] = "application/x-ndjson", [LIST_CSV] = "text/csv"};

enum { FORMAT_COUNT = sizeof media_types / sizeof media_types[0] };

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
static void hear(const char *range, size_t length, struct preference preferences[static FORMAT_COUNT])
{
    size_t name = 0;
    while (name < length && range[name] != ';' && range[name] != ' ' && range[name] != '\t')
        name++;
    const size_t parameters = strcspn(range, ";,");
    const int weight = parameters < length ? weigh(range + parameters, length - parameters) : 1000;
    for (int i = 0; i < FORMAT_COUNT; i++) {
        const int how = fit(range, name, media_types[i]);
        if (how > preferences[i].fit)
            preferences[i] = (struct preference){how, weight};
    }
}

bool accept_pick(const char *accept, enum list_format *format)
{
    struct preference preferences[FORMAT_COUNT] = {{0, 0}};
    if (!accept || !accept[strspn(accept, " \t")]) {
        *format = LIST_JSON;
        return true;
    }
    for (const char *range = accept; range;) {
        range += strspn(range, " \t");
        const size_t length = strcspn(range, ",");
        hear(range, length, preferences);
        range = range[length] ? range + length + 1 : NULL;
    }
    int best = 0;
    for (int i = 1; i < FORMAT_COUNT; i++)
        if (preferences[i].weight > preferences[best].weight)
            best = i;
    if (preferences[best].weight == 0)
        return false;
    *format = (enum list_format)best;
    return true;
}

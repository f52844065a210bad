/* Resolves what people call chips and places. */

#include "rules/names.h"

#include "rules/fold.h"
#include "rules/names_index.h"

#include <string.h>

static size_t first_with(const struct name_list *list, const char *text)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strcmp(list->items[middle].text, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The names equal to the text at its lowest level. */
static size_t find_equal(const struct name_list *list, const char *text, const struct name **first)
{
    const size_t begin = first_with(list, text);
    size_t end = begin;
    while (end < list->count && strcmp(list->items[end].text, text) == 0 &&
           list->items[end].level == list->items[begin].level)
        end++;
    *first = list->items + begin;
    return end - begin;
}

/* Without separators, so that "h20 0" lies beside "h200". */
static void squash(const char *text, char out[static NAME_TEXT_SIZE])
{
    size_t length = 0;
    for (; *text && length + 1 < NAME_TEXT_SIZE; text++) {
        if (*text != '-')
            out[length++] = *text;
    }
    out[length] = '\0';
}

#define NOT_NEAR 100u

static bool is_prefix(const char *prefix, const char *text)
{
    return strncmp(prefix, text, strlen(prefix)) == 0;
}

/* "4090" ends "geforce-rtx-4090": what was typed stands as a whole word, or several, of the name. */
static bool has_words(const char *name, const char *folded)
{
    const size_t length = strlen(folded);
    for (const char *at = strstr(name, folded); at; at = strstr(at + 1, folded)) {
        if ((at == name || at[-1] == '-') && (at[length] == '\0' || at[length] == '-'))
            return true;
    }
    return false;
}

/* How near a name is to what was typed: two for each slip, one less where one only goes on after the other or
 * whole words of it were typed; any part of a name is as near as two slips. */
static unsigned nearness(const char *folded, const char *typed, const char *name)
{
    char squashed[NAME_TEXT_SIZE];
    squash(name, squashed);
    const unsigned slips = strlen(typed) < 6 ? 2 : (unsigned)strlen(typed) / 3;
    const unsigned distance = names_distance(typed, squashed, slips);
    const bool goes_on = is_prefix(typed, squashed) || is_prefix(squashed, typed);
    if (distance > 0 && has_words(name, folded))
        return 1;
    if (distance <= slips)
        return 2 * distance - (goes_on && distance > 0);
    return strlen(typed) >= 2 && strstr(squashed, typed) ? 4 : NOT_NEAR;
}

struct near {
    unsigned items[NAME_CANDIDATES_MAX];
    unsigned distances[NAME_CANDIDATES_MAX];
    size_t count;
};

static void drop(struct near *near, size_t at)
{
    near->count--;
    for (size_t i = at; i < near->count; i++) {
        near->items[i] = near->items[i + 1];
        near->distances[i] = near->distances[i + 1];
    }
}

/* Keeps the nearest, each item once; of equals the first in the order of ids. */
static void keep(struct near *near, unsigned item, unsigned distance)
{
    for (size_t i = 0; i < near->count; i++) {
        if (near->items[i] != item)
            continue;
        if (near->distances[i] <= distance)
            return;
        drop(near, i);
    }
    size_t at = near->count;
    while (at > 0 && (near->distances[at - 1] > distance ||
                      (near->distances[at - 1] == distance && near->items[at - 1] > item)))
        at--;
    if (at == NAME_CANDIDATES_MAX)
        return;
    if (near->count == NAME_CANDIDATES_MAX)
        near->count--;
    for (size_t i = near->count; i > at; i--) {
        near->items[i] = near->items[i - 1];
        near->distances[i] = near->distances[i - 1];
    }
    near->items[at] = item;
    near->distances[at] = distance;
    near->count++;
}

static struct near find_near(const struct name_list *list, const char *folded)
{
    struct near near = {.count = 0};
    char typed[NAME_TEXT_SIZE];
    squash(folded, typed);
    for (size_t i = 0; typed[0] && i < list->count; i++) {
        const unsigned distance = nearness(folded, typed, list->items[i].text);
        if (distance != NOT_NEAR)
            keep(&near, list->items[i].suggest, distance);
    }
    return near;
}

static void add_candidate(struct chip_match *match, const struct chip *chip)
{
    for (size_t i = 0; i < match->candidate_count; i++) {
        if (match->candidates[i] == chip)
            return;
    }
    if (match->candidate_count < NAME_CANDIDATES_MAX)
        match->candidates[match->candidate_count++] = chip;
}

/* A product, and several variants of it under one name, mean its default variant. */
static void settle_chip(const struct rules *rules, const struct name *first, size_t count,
                        struct chip_match *match)
{
    bool several = false, products = false;
    for (size_t i = 0; i < count; i++) {
        several = several || first[i].item != first->item;
        products = products || first[i].suggest != first->suggest;
        add_candidate(match, &rules->chips[first[i].item]);
    }
    if (products) {
        match->how = MATCH_AMBIGUOUS;
        return;
    }
    const bool default_meant = several || first->how == MATCH_PRODUCT;
    match->how = first->how;
    match->chip = &rules->chips[default_meant ? first->suggest : first->item];
    match->candidate_count = 0;
}

/* The names equal to the text, or 0 and, unless `near` is NULL, the nearest. */
static size_t look_up(const struct name_list *list, const char *text, const struct name **first,
                      struct near *near)
{
    char folded[NAME_TEXT_SIZE];
    if (near)
        near->count = 0;
    if (!fold_name(text, folded, sizeof folded))
        return 0;
    const size_t count = find_equal(list, folded, first);
    if (count == 0 && near)
        *near = find_near(list, folded);
    return count;
}

struct chip_match names_match_chip(const struct rules *rules, const char *text)
{
    struct chip_match match = {.how = MATCH_NONE};
    const struct name *first;
    struct near near;
    const size_t count = look_up(&rules->names->chips, text, &first, &near);
    if (count > 0)
        settle_chip(rules, first, count, &match);
    for (size_t i = 0; i < near.count; i++)
        match.candidates[match.candidate_count++] = &rules->chips[near.items[i]];
    return match;
}

static void settle_place(const struct rules *rules, const struct name *first, size_t count,
                         struct place_match *match)
{
    match->how = first->how;
    match->place = &rules->places[first->item];
    for (size_t i = 0; i < count && match->candidate_count < NAME_CANDIDATES_MAX; i++) {
        if (i == 0 || first[i].item != first[i - 1].item)
            match->candidates[match->candidate_count++] = &rules->places[first[i].item];
    }
    if (match->candidate_count == 1) {
        match->candidate_count = 0;
        return;
    }
    match->how = MATCH_AMBIGUOUS;
    match->place = NULL;
}

struct chip_match names_find_chip(const struct rules *rules, const char *text)
{
    struct chip_match match = {.how = MATCH_NONE};
    const struct name *first;
    const size_t count = look_up(&rules->names->chips, text, &first, NULL);
    if (count > 0)
        settle_chip(rules, first, count, &match);
    return match;
}

struct place_match names_find_place(const struct rules *rules, const char *text)
{
    struct place_match match = {.how = MATCH_NONE};
    const struct name *first;
    const size_t count = look_up(&rules->names->places, text, &first, NULL);
    if (count > 0)
        settle_place(rules, first, count, &match);
    return match;
}

struct place_match names_match_place(const struct rules *rules, const char *text)
{
    struct place_match match = {.how = MATCH_NONE};
    const struct name *first;
    struct near near;
    const size_t count = look_up(&rules->names->places, text, &first, &near);
    if (count > 0)
        settle_place(rules, first, count, &match);
    for (size_t i = 0; i < near.count; i++)
        match.candidates[match.candidate_count++] = &rules->places[near.items[i]];
    return match;
}

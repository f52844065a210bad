/* Resolves what people call chips and places. */

#include "rules/names.h"

#include "rules/fold.h"
#include "rules/names_index.h"

#include <string.h>

size_t names_place(const struct name_list *list, const char *folded)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strcmp(list->items[middle].text, folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The names equal to the text at its lowest level. */
static size_t find_equal(const struct name_list *list, const char *text, const struct name **first)
{
    const size_t begin = names_place(list, text);
    size_t end = begin;
    while (end < list->count && strcmp(list->items[end].text, text) == 0 &&
           list->items[end].level == list->items[begin].level)
        end++;
    *first = list->items + begin;
    return end - begin;
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
        *near = names_find_near(list, folded);
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

/* Names that were perhaps meant. */

#include "rules/names_index.h"

#include <string.h>

size_t names_squash(const char *text, char squashed[static NAME_TEXT_SIZE])
{
    size_t length = 0;
    for (; *text && length + 1 < NAME_TEXT_SIZE; text++) {
        if (*text != '-')
            squashed[length++] = *text;
    }
    squashed[length] = '\0';
    return length;
}

uint32_t names_letters(const char *text)
{
    uint32_t letters = 0;
    for (; *text; text++)
        letters |= UINT32_C(1) << (*text >= '0' && *text <= '9' ? 27 + *text % 5 : (unsigned char)*text % 27);
    return letters;
}

#define NOT_NEAR 100u

struct typed {
    const char *folded;
    char text[NAME_TEXT_SIZE]; /* squashed */
    size_t length;
    uint32_t letters;
    unsigned slips; /* that may have been made */
};

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
 * whole words of it were typed; any part of a name is as near as two slips. More than `slips` are not near.
 */
static unsigned nearness(const struct typed *typed, const struct name *name, unsigned slips)
{
    char squashed[NAME_TEXT_SIZE];
    names_squash(name->text, squashed);
    const bool part = typed->length <= name->length && strstr(squashed, typed->text);
    const unsigned distance =
        part ? name->length - (unsigned)typed->length : names_distance(typed->text, squashed, slips);
    const bool goes_on = is_prefix(typed->text, squashed) || is_prefix(squashed, typed->text);
    if (part && distance > 0 && has_words(name->text, typed->folded))
        return 1;
    if (distance <= typed->slips && (part || distance <= slips))
        return 2 * distance - (goes_on && distance > 0);
    return typed->length >= 2 && part ? 4 : NOT_NEAR;
}

/* False only where it is not near: where the name lacks a character that was typed, and is too long or too
 * short for so few slips, or has too many others. */
static bool may_be_near(const struct typed *typed, const struct name *name, unsigned slips)
{
    const uint32_t lacking = typed->letters & ~name->letters, strange = name->letters & ~typed->letters;
    if (lacking == 0 && typed->length <= name->length)
        return true;
    return name->length <= typed->length + slips && typed->length <= name->length + slips &&
           (unsigned)__builtin_popcount(lacking) <= slips && (unsigned)__builtin_popcount(strange) <= slips;
}

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

/* More would not be kept. */
static unsigned slips_wanted(const struct near *near, unsigned slips)
{
    if (near->count < NAME_CANDIDATES_MAX)
        return slips;
    const unsigned most = (near->distances[near->count - 1] + 1) / 2;
    return most < slips ? most : slips;
}

struct near names_find_near(const struct name_list *list, const char *folded)
{
    struct near near = {.count = 0};
    struct typed typed = {.folded = folded};
    typed.length = names_squash(folded, typed.text);
    typed.letters = names_letters(typed.text);
    typed.slips = typed.length < 6 ? 2 : (unsigned)typed.length / 3;
    const size_t count = list->count < NAMES_COMPARED_MAX ? list->count : NAMES_COMPARED_MAX;
    /* From the middle of those compared, and around: the nearest tend to begin alike, and few slips are
     * wanted after them. */
    const size_t start = list->count + names_place(list, folded) - count / 2;
    for (size_t i = 0; typed.length > 0 && i < count; i++) {
        const struct name *name = &list->items[(start + (i + count / 2) % count) % list->count];
        const unsigned slips = slips_wanted(&near, typed.slips);
        const unsigned distance = may_be_near(&typed, name, slips) ? nearness(&typed, name, slips) : NOT_NEAR;
        if (distance != NOT_NEAR)
            keep(&near, name->suggest, distance);
    }
    return near;
}

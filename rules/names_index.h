#pragma once
/* The folded names of one data version, sorted for look-up. */

#include "rules/names.h"

#include <stdint.h>

/* Longer names are never found: no real one comes near. */
#define NAME_TEXT_SIZE 200
/* So many names are compared with one that is not known; of more, those nearest to it in the alphabet. */
#define NAMES_COMPARED_MAX 4096

/* What a name is found by; a lower level hides the higher ones. */
enum name_level {
    LEVEL_ID,
    LEVEL_ID_WITHOUT_VENDOR,
    LEVEL_PRODUCT,
    LEVEL_PRODUCT_WITHOUT_VENDOR,
    LEVEL_NAME
};

struct name {
    const char *text;
    unsigned item;    /* of rules->chips or rules->places */
    unsigned suggest; /* the same, or the default variant of its product */
    uint32_t letters; /* names_letters of it without separators */
    enum name_level level : 8;
    enum match how : 8;
    unsigned length : 8; /* likewise */
};
_Static_assert(NAME_TEXT_SIZE <= 256, "a length fits");

struct name_list {
    struct name *items; /* by text, level, item */
    size_t count;
};

struct names {
    struct name_list chips;
    struct name_list places;
};

/* The nearest names, best first: items to suggest, each once. */
struct near {
    unsigned items[NAME_CANDIDATES_MAX];
    unsigned distances[NAME_CANDIDATES_MAX];
    size_t count;
};

/* The place of a folded text in the list: the first name that is not before it. */
size_t names_place(const struct name_list *list, const char *folded);
/* Of a folded text that is no name. */
struct near names_find_near(const struct name_list *list, const char *folded);
/* Without separators, so that "h20 0" lies beside "h200"; cut where it does not fit. Returns the length. */
size_t names_squash(const char *text, char squashed[static NAME_TEXT_SIZE]);
/* The characters that a text has, as bits; some share one. */
uint32_t names_letters(const char *text);

#pragma once
/* The folded names of one data version, sorted for look-up. */

#include "rules/names.h"

/* Longer names are never found: no real one comes near. */
#define NAME_TEXT_SIZE 200

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
    enum name_level level;
    enum match how;
    unsigned item;    /* of rules->chips or rules->places */
    unsigned suggest; /* the same, or the default variant of its product */
};

struct name_list {
    struct name *items; /* by text, level, item */
    size_t count;
};

struct names {
    struct name_list chips;
    struct name_list places;
};

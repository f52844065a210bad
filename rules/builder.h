#pragma once
/* What has been added to a builder so far: read by rules/compile*.c. */

#include "rules/arena.h"
#include "rules/rules.h"

struct added_chip {
    struct chip chip;
    const char *const *aliases;
    size_t alias_count;
};

struct added_place {
    struct place place;
    const char *const *aliases;
    size_t alias_count;
};

struct pointers {
    void **items;
    size_t count;
    size_t capacity;
};

struct rules_builder {
    int64_t data_version;
    struct arena arena;      /* of all that the pointers lead to */
    struct pointers chips;   /* struct added_chip */
    struct pointers rulings; /* struct ruling */
    struct pointers places;  /* struct added_place */
    struct pointers fields;  /* struct field: the item fields, then circumstances as they came */
};

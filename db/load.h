#pragma once
/* Compiles the rules of one data version from the store. */

#include "db/store.h"
#include "rules/rules.h"

#include <jansson.h>

/* One counted reference, or NULL on failure (logged). */
struct rules *rules_load(struct store *store, int64_t at);

/* The same, which shares what is held, of a version before or after, where nothing that is compiled was
 * recorded between the two. */
struct rules *rules_load_beside(struct store *store, int64_t at, struct rules *held);

/* Law as it might have been. */
struct assumption {
    const json_t *without; /* ids of recorded rulings and provisions that are left out; NULL: none */
    const json_t
        *with; /* valid ruling documents, each instead of the one recorded under its id; NULL: none */
};

/* The rules of that version changed so, as if it had been recorded; nothing is. An id that names nothing
 * leaves nothing out. */
struct rules *rules_load_assuming(struct store *store, int64_t at, const struct assumption *assumption);

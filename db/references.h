#pragma once
/* Who holds a value, and who ever did: what a write is checked against. */

#include "db/kind.h"
#include "db/store.h"

/* False stops. */
typedef bool holder_fn(const char *id, void *context);
/* The documents of a kind whose field (a tag of db/projection_fields.c) has that value at that data version,
 * by id. False on failure (logged). */
bool references_holders(struct store *store, int64_t at, enum kind kind, const char *field, const char *value,
                        holder_fn *each, void *context);

/* `standing`: the last written version of the document has it. */
typedef bool value_fn(const char *value, bool standing, void *context);
/* The values that a field of one document ever had. False on failure (logged). */
bool references_values_ever(struct store *store, enum kind kind, const char *id, const char *field,
                            value_fn *each, void *context);

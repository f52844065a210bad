#pragma once
/* From the log to what is read: rows of the kinds, their tags and words. What a kind projects is said in
 * db/projection_fields.c alone. */

#include "db/kind.h"
#include "db/store.h"

#include <jansson.h>

/* Ends the version that stood and adds this one, or a tombstone where `document` is NULL. `body` is its
 * canonical text. Within a transaction. */
bool projection_write(struct store *store, int64_t seq, enum kind kind, const char *id,
                      const json_t *document, const char *body);
/* Fills the tables of `target` from the log of `source` (the same store, or another with the same log),
 * emptying them first. Within a transaction. */
bool projection_replay(struct store *source, struct store *target);
/* Every revision ends with this, so that a replay writes the full-text index in the same portions as it was
 * first written. */
bool projection_settle(struct store *store);

#pragma once
/* From the log to what is read: rows of the kinds, their tags and words, and the feed of changes. What a kind
 * projects is said in db/projection_fields.c alone. */

#include "db/kind.h"
#include "db/revisions.h"
#include "db/store.h"

#include <jansson.h>

/* One of the changes that a revision holds. */
struct projected_change {
    enum kind kind;
    const char *id;
    const json_t *document; /* NULL: deleted */
    const char *body;       /* its canonical text */
    size_t place;           /* in the revision, from 0 */
};

/* The number under which the words of a row stand in the full-text index: of each kind in the order in which
 * they were recorded. */
#define PROJECTION_ROWS_MAX (INT64_C(1) << 40)
static inline int64_t projection_passage(unsigned kind, int64_t row)
{
    return (int64_t)kind * PROJECTION_ROWS_MAX + row;
}

/* Adds the change to the feed, ends the version that stood and adds this one, or a tombstone. Within a
 * transaction. */
bool projection_write(struct store *store, const struct revision *revision,
                      const struct projected_change *change);
/* Fills the tables of `target` from the log of `source` (the same store, or another with the same log),
 * emptying them first. Within a transaction. */
bool projection_replay(struct store *source, struct store *target);
/* Every revision ends with this, so that a replay writes the full-text index in the same portions as it was
 * first written. */
bool projection_settle(struct store *store);

#pragma once
/* Private to db/: what the feed of changes tells of one change of a revision. */

#include "db/json_slice.h"
#include "db/projection.h"

/* The version of a document that stood before a change. */
struct standing_version {
    int64_t since;          /* the revision that recorded it, be it a tombstone; 0: there was none */
    struct json_slice body; /* empty: a tombstone, or none */
};

/* {"actor","changed","id","kind","note","op","previous","recorded_at","seq"}; the caller's. NULL when memory
 * is short. A document that comes back after its deletion is "created" again, `previous` being the deletion.
 */
json_t *feed_describe(const struct revision *revision, const struct projected_change *change,
                      const struct standing_version *standing);

/* Sorts as text by revision, then by the place in it. */
#define FEED_ID_SIZE 48
void feed_format_id(int64_t seq, size_t position, char id[static FEED_ID_SIZE]);

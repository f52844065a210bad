#pragma once
/* Writing: one change set, one transaction, the log and its projection together. */

#include "db/kind.h"
#include "db/store.h"

#include <jansson.h>

enum change_op { CHANGE_PUT, CHANGE_DELETE };

struct change {
    enum change_op op;
    enum kind kind;
    const char *id;
    const json_t *document; /* of a put; validated by the caller */
};

struct change_set {
    const char *recorded_at; /* NULL: now, and never before the previous revision */
    const char *actor;
    const char *note;
    const struct change *changes;
    size_t count;
    bool keeps_empty; /* a revision is added even where nothing changes: that it was looked at is what it says
                       */
};

enum record_outcome {
    RECORD_DONE,
    RECORD_NOTHING,    /* every document already stood so: no revision was added */
    RECORD_HEAD_MOVED, /* somebody else wrote since `expected_head` */
    RECORD_NO_SPACE,   /* logged */
    RECORD_FAILED, /* logged; the outcome on disk is unknown to the caller only if the commit itself failed */
};

/* Appends if the head is still `expected_head` (-1: whatever it is). `*seq` is the head afterwards, also for
 * RECORD_NOTHING. Changes that change nothing are left out of the log. */
enum record_outcome record_change_set(struct store *store, int64_t expected_head,
                                      const struct change_set *set, int64_t *seq);

/* Replays the log into fresh tables, in one transaction. */
bool record_rebuild(struct store *store);

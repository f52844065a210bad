#pragma once
/* What one loop holds of a data version: a reference to its rules, scratch memory for decisions, the document
 * about the data set. */

#include "api/doubts.h"
#include "api/snapshot.h"
#include "db/load.h"
#include "rules/decide.h"

#include <jansson.h>

/* Older data versions that a loop keeps at hand. */
#define VIEWS_OLDER_MAX 3

/* With its NUL. */
#define VIEW_MARK_SIZE 9

struct view {
    int64_t at; /* 0: empty */
    /* The beginning of the chain's digest: a store that was restored and written in again has another history
     * under the same numbers. */
    char mark[VIEW_MARK_SIZE];
    unsigned long used;
    struct rules *rules;
    struct scratch *scratch;
    struct scratch *second;
    json_t *dataset;
    int64_t dataset_revision;
    struct doubts *doubts;
};

/* One view outside the loops. False when it cannot be compiled (logged). */
bool view_open(struct view *view, struct store *store, int64_t version);
/* The same under an assumption, which stays with the caller. */
bool view_open_assuming(struct view *view, struct store *store, int64_t version,
                        const struct assumption *assumption);
void view_close(struct view *view);

struct views {
    struct snapshots *snapshots;
    struct store *store;
    unsigned generation;
    unsigned long uses;
    struct view latest;
    struct view older[VIEWS_OLDER_MAX];
};

/* False when memory is short or the store cannot be read. */
bool views_open(struct views *views, struct snapshots *snapshots, struct store *store);
void views_close(struct views *views);

/* The latest published version; swapped here, between requests, when there is a newer one. */
const struct view *views_latest(struct views *views);
/* A version at or before the latest. READY sets *view; the others as snapshots_older. */
enum snapshot_outcome views_at(struct views *views, int64_t version, struct api_waiter waiter,
                               const struct view **view);

/* Swaps and keeps views; each holds one counted reference, so that rules live as long as any loop may read
 * them. */
#include "api/view.h"

#include "db/catalogue.h"
#include "db/chain.h"
#include "db/revisions.h"
#include "rules/build.h"

#include <stdlib.h>
#include <string.h>

void view_close(struct view *view)
{
    scratch_close(view->scratch);
    scratch_close(view->second);
    doubts_close(view->doubts);
    json_decref(view->dataset);
    rules_release(view->rules);
    *view = (struct view){0};
}

struct filling {
    const struct view *held;
    struct view *fresh;
};

/* Most versions leave it as it was, and to read it takes longer than all else here. */
static bool is_held(const struct view *held, const struct document *document)
{
    const char *id = json_string_value(json_object_get(held->dataset, "id"));
    return id && held->dataset_revision == document->revision && strcmp(id, document->id) == 0;
}

static bool read_dataset(const struct document *document, void *context)
{
    const struct filling *filling = context;
    filling->fresh->dataset = is_held(filling->held, document)
                                  ? json_incref(filling->held->dataset)
                                  : json_loadb(document->body.text, document->body.size, 0, NULL);
    filling->fresh->dataset_revision = document->revision;
    return false;
}

static bool read_mark(struct store *store, struct view *fresh)
{
    struct revision revision;
    char digest[CHAIN_HEX_SIZE];
    if (!revisions_find(store, fresh->at, &revision))
        return false;
    chain_format(revision.digest, digest);
    memcpy(fresh->mark, digest, VIEW_MARK_SIZE - 1);
    return true;
}

/* Takes over the reference. False leaves the view as it was and releases the rules. */
static bool fill(struct view *view, struct store *store, struct rules *rules)
{
    if (!rules)
        return false;
    struct view fresh = {.at = rules->data_version, .rules = rules};
    fresh.scratch = scratch_open(rules);
    fresh.second = scratch_open(rules);
    const struct list_query any = {.kind = KIND_DATASET, .at = fresh.at, .limit = 1, .no_total = true};
    struct list_result result = {0};
    struct filling filling = {view, &fresh};
    const bool read = read_mark(store, &fresh) &&
                      catalogue_list(store, &any, read_dataset, NULL, &filling, &result) == LIST_DONE;
    free(result.next);
    fresh.doubts = doubts_open(fresh.dataset);
    if (!fresh.scratch || !fresh.second || !read || !fresh.doubts) {
        view_close(&fresh);
        return false;
    }
    view_close(view);
    *view = fresh;
    return true;
}

bool view_open(struct view *view, struct store *store, int64_t version)
{
    return fill(view, store, rules_load(store, version));
}

bool view_open_assuming(struct view *view, struct store *store, int64_t version,
                        const struct assumption *assumption)
{
    return fill(view, store, rules_load_assuming(store, version, assumption));
}

bool views_open(struct views *views, struct snapshots *snapshots, struct store *store)
{
    *views = (struct views){.snapshots = snapshots, .store = store};
    views->generation = snapshots_generation(snapshots);
    return fill(&views->latest, store, snapshots_latest(snapshots));
}

void views_close(struct views *views)
{
    view_close(&views->latest);
    for (unsigned i = 0; i < VIEWS_OLDER_MAX; i++)
        view_close(&views->older[i]);
}

const struct view *views_latest(struct views *views)
{
    const unsigned generation = snapshots_generation(views->snapshots);
    if (generation != views->generation &&
        fill(&views->latest, views->store, snapshots_latest(views->snapshots)))
        views->generation = generation;
    return &views->latest;
}

static struct view *least_used(struct views *views)
{
    struct view *least = &views->older[0];
    for (unsigned i = 1; i < VIEWS_OLDER_MAX; i++) {
        if (views->older[i].used < least->used)
            least = &views->older[i];
    }
    return least;
}

enum snapshot_outcome views_at(struct views *views, int64_t version, struct api_waiter waiter,
                               const struct view **view)
{
    for (unsigned i = 0; i < VIEWS_OLDER_MAX; i++) {
        if (views->older[i].at == version) {
            views->older[i].used = ++views->uses;
            *view = &views->older[i];
            return SNAPSHOT_READY;
        }
    }
    struct rules *rules = NULL;
    const enum snapshot_outcome outcome = snapshots_older(views->snapshots, version, waiter, &rules);
    if (outcome != SNAPSHOT_READY)
        return outcome;
    struct view *place = least_used(views);
    if (!fill(place, views->store, rules))
        return SNAPSHOT_FAILED;
    place->used = ++views->uses;
    *view = place;
    return SNAPSHOT_READY;
}

/* An import may replace what it can know of: what stood when the files were exported, what the same actor
 * recorded, and, where the files do not say where they come from, what came with the program. */
#include "api/import_edits.h"

#include "api/import_merge.h"
#include "api/version.h"
#include "db/chain.h"
#include "db/report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum verdict { VERDICT_TAKE, VERDICT_BEHIND, VERDICT_CONFLICT };

/* One document: as it stands, who recorded it so, and the file's version of it. */
struct standing {
    const struct change *change;
    struct version mine;
    char *theirs;
    struct revision revision;
};

/* The export is of this very store, not of one that has as many revisions. */
static bool find_origin(struct edits *edits)
{
    const struct import_batch *batch = edits->batch;
    struct revision revision;
    char hex[CHAIN_HEX_SIZE];
    edits->origin = 0;
    if (!batch->origin_digest || batch->origin > edits->head)
        return true;
    if (!revisions_find(edits->store, batch->origin, &revision))
        return false;
    chain_format(revision.digest, hex);
    if (strcmp(hex, batch->origin_digest) == 0)
        edits->origin = batch->origin;
    return true;
}

/* Whether the file holds what stood here earlier. */
static bool find_behind(const struct edits *edits, const struct standing *standing, bool *behind)
{
    const struct change *change = standing->change;
    struct version earlier = {.revision = standing->mine.revision};
    *behind = false;
    while (!*behind && earlier.revision > 1) {
        const int64_t before = earlier.revision - 1;
        version_done(&earlier);
        if (!version_load(edits->store, change->kind, change->id, before, &earlier))
            return false;
        *behind = earlier.body && version_equal(earlier.body, standing->theirs);
    }
    version_done(&earlier);
    return true;
}

static bool judge(const struct edits *edits, const struct standing *standing, enum verdict *verdict)
{
    const struct bundle bundle = {.sets = bundled_sets, .count = bundled_set_count};
    const bool is_own = strcmp(standing->revision.actor, edits->actor) == 0;
    bool behind;
    *verdict = VERDICT_TAKE;
    if (is_own && edits->origin == 0)
        return true;
    if (!find_behind(edits, standing, &behind))
        return false;
    if (behind)
        *verdict = VERDICT_BEHIND;
    else if (!is_own && (edits->origin > 0 || !bundle_wrote(&bundle, &standing->revision)))
        *verdict = VERDICT_CONFLICT;
    return true;
}

static void tell(const struct standing *standing, const char *pointer, enum verdict verdict, FILE *told)
{
    const struct change *change = standing->change;
    fprintf(told, "%s: %s %s was %s here in revision %" PRId64 " by %s; ", pointer, kinds[change->kind].name,
            change->id, standing->mine.body ? "changed" : "deleted", standing->mine.revision,
            standing->revision.actor);
    if (verdict == VERDICT_BEHIND) {
        fputs("the file has an earlier version of it\n", told);
    } else if (standing->mine.body && standing->theirs) {
        fputs("the file differs in ", told);
        version_write_difference(told, standing->mine.body, standing->theirs);
        fputc('\n', told);
    } else {
        fprintf(told, "the file %s it\n", standing->theirs ? "has" : "deletes");
    }
}

static bool judge_change(struct edits *edits, struct standing *standing, enum verdict *verdict)
{
    const struct change *change = standing->change;
    *verdict = VERDICT_TAKE;
    if (!version_load(edits->store, change->kind, change->id, edits->head, &standing->mine) ||
        !version_text(change->document, &standing->theirs))
        return false;
    if (edits->mode == IMPORT_OVERWRITE || standing->mine.revision <= edits->origin ||
        version_equal(standing->mine.body, standing->theirs))
        return true;
    return revisions_find(edits->store, standing->mine.revision, &standing->revision) &&
           judge(edits, standing, verdict);
}

static bool sort_out(struct edits *edits, size_t i, FILE *told)
{
    struct standing standing = {.change = &edits->batch->changes[i]};
    enum verdict verdict;
    const bool judged = judge_change(edits, &standing, &verdict);
    if (judged && verdict == VERDICT_TAKE) {
        edits->changes[edits->count] = *standing.change;
        edits->pointers[edits->count++] = edits->batch->pointers[i];
    } else if (judged) {
        tell(&standing, edits->batch->pointers[i], verdict, told);
        edits->behind += verdict == VERDICT_BEHIND;
        edits->conflicts += verdict == VERDICT_CONFLICT;
    }
    version_done(&standing.mine);
    free(standing.theirs);
    return judged;
}

bool edits_sort_out(struct edits *edits)
{
    const size_t count = edits->batch->count;
    size_t size;
    edits->changes = calloc(count + 1, sizeof *edits->changes);
    edits->pointers = calloc(count + 1, sizeof *edits->pointers);
    FILE *told = open_memstream(&edits->told, &size);
    if (!edits->changes || !edits->pointers || !told) {
        if (told)
            fclose(told);
        report_error("memory is short for the import");
        return false;
    }
    bool done = find_origin(edits);
    for (size_t i = 0; done && i < count; i++)
        done = sort_out(edits, i, told);
    return fclose(told) == 0 && done;
}

void edits_done(struct edits *edits)
{
    free(edits->changes);
    free(edits->pointers);
    free(edits->told);
}

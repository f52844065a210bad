#include "api/import_merge.h"

#include "api/version.h"
#include "db/report.h"

#include <stdlib.h>
#include <string.h>

bool bundle_read(struct bundle *bundle)
{
    if (bundle->batches)
        return true;
    bundle->batches = calloc(bundle->count + 1, sizeof *bundle->batches);
    if (!bundle->batches) {
        report_error("memory is short for the bundled data set");
        return false;
    }
    for (size_t i = 0; i < bundle->count; i++) {
        const struct bundled_set *set = &bundle->sets[i];
        for (size_t k = 0; k < set->file_count; k++)
            import_read_text(&bundle->batches[i], set->files[k].name, set->files[k].text, set->files[k].size);
        if (bundle->batches[i].failed || bundle->batches[i].faults)
            return false;
    }
    return true;
}

void bundle_close(struct bundle *bundle)
{
    for (size_t i = 0; bundle->batches && i < bundle->count; i++)
        import_batch_done(&bundle->batches[i]);
    free(bundle->batches);
    bundle->batches = NULL;
}

/* The note of a merged set goes on with a line for each document that was not taken. */
bool bundle_wrote(const struct bundle *bundle, const struct revision *revision)
{
    for (size_t i = 0; i < bundle->count; i++) {
        const struct bundled_set *set = &bundle->sets[i];
        const size_t size = strlen(set->note);
        if (strcmp(set->actor, revision->actor) == 0 && strncmp(set->note, revision->note, size) == 0 &&
            (revision->note[size] == '\0' || revision->note[size] == '\n'))
            return true;
    }
    return false;
}

/* What a set says of a document; NULL: nothing. Sets that are merged hold some dozens of documents. */
static const struct change *find_change(const struct import_batch *batch, const struct change *of)
{
    for (size_t i = 0; i < batch->count; i++) {
        if (batch->changes[i].kind == of->kind && strcmp(batch->changes[i].id, of->id) == 0)
            return &batch->changes[i];
    }
    return NULL;
}

/* The three sides of one document: canonical texts, NULL where it is not there. */
struct sides {
    char *base; /* as the sets before left it */
    char *theirs;
    struct version mine;
};

static void sides_done(struct sides *sides)
{
    free(sides->base);
    free(sides->theirs);
    version_done(&sides->mine);
}

static bool load_sides(const struct merge *merge, const struct change *change, struct sides *sides)
{
    const struct change *before = NULL;
    for (size_t i = merge->set; i-- > 0 && !before;)
        before = find_change(&merge->bundle->batches[i], change);
    *sides = (struct sides){0};
    if (version_text(before ? before->document : NULL, &sides->base) &&
        version_text(change->document, &sides->theirs) &&
        version_load(merge->store, change->kind, change->id, merge->head, &sides->mine))
        return true;
    sides_done(sides);
    return false;
}

static bool changes_base(const struct sides *sides)
{
    return !version_equal(sides->base, sides->theirs);
}

/* Edited is what differs from the base and was recorded by somebody else than the bundle: a set whose
 * document was not taken leaves an older one of its own behind. */
static bool find_edit(const struct merge *merge, const struct sides *sides, bool *edited)
{
    struct revision revision;
    *edited = false;
    if (sides->mine.revision == 0 || version_equal(sides->mine.body, sides->base))
        return true;
    if (!revisions_find(merge->store, sides->mine.revision, &revision))
        return false;
    *edited = !bundle_wrote(merge->bundle, &revision);
    return true;
}

/* Whether the head has what a later set holds already, as after the import of an export. */
static bool find_ahead(const struct merge *merge, const struct change *change, const char *mine, bool *ahead)
{
    *ahead = false;
    for (size_t i = merge->set + 1; i < merge->bundle->count && !*ahead; i++) {
        const struct change *later = find_change(&merge->bundle->batches[i], change);
        char *text;
        if (!later)
            continue;
        if (!version_text(later->document, &text))
            return false;
        *ahead = version_equal(text, mine);
        free(text);
    }
    return true;
}

static void tell_members(struct merge *merge, const char *before, const char *from, const char *to)
{
    fprintf(merge->told, "%s (", before);
    version_write_difference(merge->told, from, to);
    fputc(')', merge->told);
}

/* Of what was edited: the three sides differ from one another. */
static void tell_conflict(struct merge *merge, const struct change *change, const struct sides *sides)
{
    const char *mine = sides->mine.body, *base = sides->base, *theirs = sides->theirs;
    fprintf(merge->told, "%s %s: kept, because it was ", kinds[change->kind].name, change->id);
    if (!base && mine) {
        tell_members(merge, "made here and in the bundled data, which differ", mine, theirs);
    } else if (!mine) {
        tell_members(merge, "deleted here and changed in the bundled data", base, theirs);
    } else {
        tell_members(merge, "changed here", base, mine);
        fputs(" and ", merge->told);
        if (theirs)
            tell_members(merge, "in the bundled data", base, theirs);
        else
            fputs("deleted in the bundled data", merge->told);
    }
    fputc('\n', merge->told);
    merge->not_taken++;
}

static bool sort_out(struct merge *merge, const struct change *change)
{
    struct sides sides;
    bool edited, ahead = false;
    if (!load_sides(merge, change, &sides))
        return false;
    const bool stands = version_equal(sides.mine.body, sides.theirs);
    const bool done =
        find_edit(merge, &sides, &edited) && (!edited || find_ahead(merge, change, sides.mine.body, &ahead));
    if (done && !stands && !edited)
        merge->changes[merge->count++] = *change;
    else if (done && !stands && !ahead && changes_base(&sides))
        tell_conflict(merge, change, &sides);
    sides_done(&sides);
    return done;
}

/* Takes those changes out at which a fault points ("/12/provisions/0"), each told with its first fault. */
static void drop_faulted(struct merge *merge, const struct faults *faults)
{
    for (size_t i = 0; i < faults->count; i++) {
        struct change *change = &merge->changes[strtoul(faults->items[i].pointer + 1, NULL, 10)];
        if (!change->id)
            continue;
        fprintf(merge->told, "%s %s: not taken, because %s\n", kinds[change->kind].name, change->id,
                faults->items[i].detail);
        merge->not_taken++;
        change->id = NULL;
    }
    size_t count = 0;
    for (size_t i = 0; i < merge->count; i++) {
        if (merge->changes[i].id)
            merge->changes[count++] = merge->changes[i];
    }
    merge->count = count;
}

/* What is taken may need what is not, and that again: until the rest stands by itself. */
static bool drop_dependents(struct merge *merge)
{
    for (bool settled = false; !settled;) {
        struct faults faults = {0};
        const bool checked =
            document_check_meaning(merge->store, merge->changes, merge->count, NULL, &faults);
        settled = faults.total == 0;
        if (checked)
            drop_faulted(merge, &faults);
        faults_done(&faults);
        if (!checked)
            return false;
    }
    return true;
}

bool merge_sort_out(struct merge *merge)
{
    const struct import_batch *batch = &merge->bundle->batches[merge->set];
    for (size_t i = 0; i < batch->count; i++) {
        if (!sort_out(merge, &batch->changes[i]))
            return false;
    }
    return drop_dependents(merge);
}

static bool tell_if_standing(struct merge *merge, const struct change *change, int64_t seq)
{
    struct sides sides;
    bool edited = false;
    for (size_t i = merge->set + 1; i < merge->bundle->count; i++) {
        if (find_change(&merge->bundle->batches[i], change))
            return true; /* the later one is told instead */
    }
    if (!load_sides(merge, change, &sides))
        return false;
    /* Whoever changed it since has settled it. */
    const bool stands =
        sides.mine.revision <= seq && !version_equal(sides.mine.body, sides.theirs) && changes_base(&sides);
    const bool done = !stands || find_edit(merge, &sides, &edited);
    if (done && stands && edited) {
        tell_conflict(merge, change, &sides);
    } else if (done && stands) {
        fprintf(merge->told, "%s %s: not taken, because it needs what was kept\n", kinds[change->kind].name,
                change->id);
        merge->not_taken++;
    }
    sides_done(&sides);
    return done;
}

bool merge_tell_standing(struct merge *merge, int64_t seq)
{
    const struct import_batch *batch = &merge->bundle->batches[merge->set];
    for (size_t i = 0; i < batch->count; i++) {
        if (!tell_if_standing(merge, &batch->changes[i], seq))
            return false;
    }
    return true;
}

bool merge_begin(struct merge *merge)
{
    merge->changes = calloc(merge->bundle->batches[merge->set].count + 1, sizeof *merge->changes);
    merge->told = open_memstream(&merge->text, &merge->size);
    if (merge->changes && merge->told)
        return true;
    report_error("memory is short for the bundled data set");
    return false;
}

bool merge_finish(struct merge *merge)
{
    const bool whole = !ferror(merge->told);
    const bool closed = fclose(merge->told) == 0;
    merge->told = NULL;
    if (whole && closed)
        return true;
    report_error("memory is short for the bundled data set");
    return false;
}

void merge_done(struct merge *merge)
{
    if (merge->told)
        fclose(merge->told);
    free(merge->text);
    free(merge->changes);
}

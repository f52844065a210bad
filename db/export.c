/* The data set as files, just as db/data has it. */

#include "db/backup.h"

#include "db/catalogue.h"
#include "db/chain.h"
#include "db/sqlite.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct export
{
    struct store *store;
    int64_t at;
    enum kind kind; /* of the file that is written */
    FILE *file;
    bool first;
};

static bool write_document(const struct document *document, void *context)
{
    struct export *export = context;
    fputs(export->first ? "\n" : ",\n", export->file);
    export->first = false;
    fwrite(document->body.text, 1, document->body.size, export->file);
    return !ferror(export->file);
}

static bool write_list(struct export *export, enum kind kind)
{
    export->first = true;
    fputc('[', export->file);
    const bool done = catalogue_each(export->store, kind, export->at, write_document, export);
    fputs(export->first ? "]" : "\n]", export->file);
    return done;
}

/* Groups stand in the file of the destinations, which they are about. */
static bool write_lists(struct export *export)
{
    if (export->kind != KIND_DESTINATION)
        return write_list(export, export->kind) && fputc('\n', export->file) != EOF;
    fputs("{\"destinations\":", export->file);
    bool done = write_list(export, KIND_DESTINATION);
    fputs(",\"groups\":", export->file);
    done = done && write_list(export, KIND_GROUP);
    fputs("}\n", export->file);
    return done;
}

/* By this, an import knows what was edited in the store after the files were written. */
static bool write_origin(struct export *export)
{
    struct revision revision;
    char hex[CHAIN_HEX_SIZE];
    if (!revisions_find(export->store, export->at, &revision))
        return false;
    chain_format(revision.digest, hex);
    fprintf(export->file, "{\"data_version\":%" PRId64 ",\"digest\":\"%s\"}\n", export->at, hex);
    return true;
}

static bool refuse(char reason[static STORE_REASON_SIZE], const char *path, const char *why)
{
    snprintf(reason, STORE_REASON_SIZE, "%.300s %.200s", path, why);
    return false;
}

typedef bool write_fn(struct export *export);

/* Written beside and renamed: a file of that name is whole or as it was. */
static bool write_file(struct export *export, write_fn *write, const char *path,
                       char reason[static STORE_REASON_SIZE])
{
    char temporary[PATH_MAX + 8];
    snprintf(temporary, sizeof temporary, "%.*s.part", PATH_MAX - 1, path);
    export->file = fopen(temporary, "wb");
    if (!export->file)
        return refuse(reason, path, "cannot be written: give this user permission to write there");
    const bool read = write(export);
    bool written = !ferror(export->file) && fflush(export->file) == 0 && fsync(fileno(export->file)) == 0;
    if (fclose(export->file) != 0)
        written = false;
    if (read && written && rename(temporary, path) == 0)
        return true;
    refuse(reason, path,
           !read ? "was not written, the store could not be read"
                 : "cannot be written: make room, or check the device");
    unlink(temporary);
    return false;
}

static bool write_documents(struct export *export, const char *directory,
                            char reason[static STORE_REASON_SIZE])
{
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        char *path = NULL;
        if (kind == KIND_GROUP)
            continue;
        if (asprintf(&path, "%s/%s.json", directory, kinds[kind].plural) < 0)
            return refuse(reason, directory, "cannot be written: memory is short");
        export->kind = (enum kind)kind;
        const bool done = write_file(export, write_lists, path, reason);
        free(path);
        if (!done)
            return false;
    }
    return true;
}

/* While the files are changing from one version to another, nothing says which they are of. */
static bool write_all(struct export *export, const char *directory, char reason[static STORE_REASON_SIZE])
{
    char *origin = NULL;
    if (asprintf(&origin, "%s/export.json", directory) < 0)
        return refuse(reason, directory, "cannot be written: memory is short");
    bool done = unlink(origin) == 0 || errno == ENOENT ||
                refuse(reason, origin, "cannot be replaced: give this user permission to write there");
    done = done && write_documents(export, directory, reason) &&
           (export->at == 0 || write_file(export, write_origin, origin, reason));
    free(origin);
    return done;
}

bool store_export(struct store *store, int64_t at, const char *directory,
                  char reason[static STORE_REASON_SIZE])
{
    struct export export = {.store = store};
    bool own;
    if (mkdir(directory, 0777) != 0 && errno != EEXIST)
        return refuse(
            reason, directory,
            "cannot be made: make the directory above it, and give this user permission to write there");
    if (!sqlite_read_begin(store, &own))
        return refuse(reason, directory, "was not written, the store could not be read");
    const int64_t head = store_head(store);
    export.at = at ? at : head;
    bool done;
    if (head >= 0 && export.at > head)
        done = refuse(reason, directory, "was not written: the store has no such data version yet");
    else
        done = head < 0 ? refuse(reason, directory, "was not written, the store could not be read")
                        : write_all(&export, directory, reason);
    sqlite_read_end(store, own);
    return done;
}

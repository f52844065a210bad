/* The data set as files, just as db/data has it. */

#include "db/backup.h"

#include "db/catalogue.h"
#include "db/sqlite.h"

#include <errno.h>
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
static bool write_lists(struct export *export, enum kind kind)
{
    if (kind != KIND_DESTINATION)
        return write_list(export, kind) && fputc('\n', export->file) != EOF;
    fputs("{\"destinations\":", export->file);
    bool done = write_list(export, KIND_DESTINATION);
    fputs(",\"groups\":", export->file);
    done = done && write_list(export, KIND_GROUP);
    fputs("}\n", export->file);
    return done;
}

static bool refuse(char reason[static STORE_REASON_SIZE], const char *path, const char *why)
{
    snprintf(reason, STORE_REASON_SIZE, "%.300s %.200s", path, why);
    return false;
}

/* Written beside and renamed: a file of that name is whole or as it was. */
static bool write_file(struct export *export, enum kind kind, const char *path,
                       char reason[static STORE_REASON_SIZE])
{
    char temporary[PATH_MAX + 8];
    snprintf(temporary, sizeof temporary, "%.*s.part", PATH_MAX - 1, path);
    export->file = fopen(temporary, "wb");
    if (!export->file)
        return refuse(reason, path, "cannot be written: give this user permission to write there");
    const bool read = write_lists(export, kind);
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

static bool write_all(struct export *export, const char *directory, char reason[static STORE_REASON_SIZE])
{
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        char *path = NULL;
        if (kind == KIND_GROUP)
            continue;
        if (asprintf(&path, "%s/%s.json", directory, kinds[kind].plural) < 0)
            return refuse(reason, directory, "cannot be written: memory is short");
        const bool done = write_file(export, (enum kind)kind, path, reason);
        free(path);
        if (!done)
            return false;
    }
    return true;
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

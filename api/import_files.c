/* Files and directories of the data set, handed to the reader of their content. */
#include "api/import_read.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The bundled files are below half a megabyte each. */
#define FILE_SIZE_MAX (64 * 1024 * 1024)

/* The bytes of a file, from malloc; NULL: told. */
static char *load(struct import_batch *batch, const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        import_fault(batch, path, "it cannot be opened: %s", strerror(errno));
        return NULL;
    }
    char *text = NULL;
    if (fseek(file, 0, SEEK_END) == 0) {
        const long end = ftell(file);
        rewind(file);
        if (end > FILE_SIZE_MAX) {
            import_fault(batch, path, "it is larger than %d bytes", FILE_SIZE_MAX);
            fclose(file);
            return NULL;
        }
        text = end >= 0 ? malloc((size_t)end + 1) : NULL;
        *size = text ? fread(text, 1, (size_t)end, file) : 0;
    }
    const bool broken = !text || ferror(file);
    fclose(file);
    if (!broken)
        return text;
    import_fault(batch, path, "it cannot be read");
    free(text);
    return NULL;
}

void import_read_file(struct import_batch *batch, const char *path)
{
    size_t size;
    char *text = load(batch, path, &size);
    if (text)
        import_read_text(batch, path, text, size);
    free(text);
}

/* What db/export.c wrote: of which data version the files are. */
static void read_origin(struct import_batch *batch, const char *path)
{
    size_t size;
    char *text = load(batch, path, &size);
    const json_t *root = text ? import_parse(batch, path, text, size) : NULL;
    free(text);
    batch->origin = json_integer_value(json_object_get(root, "data_version"));
    batch->origin_digest = json_string_value(json_object_get(root, "digest"));
    if (root && (batch->origin < 1 || !batch->origin_digest))
        import_fault(batch, path,
                     "data_version and digest are wanted, as navicert export writes them; without "
                     "this file the others come in too");
}

static int is_json_file(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return entry->d_name[0] != '.' && dot && strcmp(dot, ".json") == 0;
}

static int compare_entries(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

void import_read_directory(struct import_batch *batch, const char *directory)
{
    struct dirent **entries = NULL;
    const int count = scandir(directory, &entries, is_json_file, compare_entries);
    if (count < 0) {
        import_fault(batch, directory, "it cannot be read as a directory: %s", strerror(errno));
        return;
    }
    size_t known = 0;
    for (int i = 0; i < count; i++) {
        enum kind kind;
        char *path = NULL;
        if (asprintf(&path, "%s/%s", directory, entries[i]->d_name) < 0)
            path = NULL;
        if (!path) {
            import_fail(batch);
        } else if (import_kind_of_file(path, &kind)) {
            known++;
            import_read_file(batch, path);
        } else if (strcmp(entries[i]->d_name, "export.json") == 0) {
            read_origin(batch, path);
        } else if (strcmp(entries[i]->d_name, "seed.json") != 0) {
            fprintf(stderr, "%s: it is not part of the data set and was passed over\n", path);
        }
        free(path);
        free(entries[i]);
    }
    free(entries);
    if (known == 0)
        import_fault(batch, directory,
                     "there is no file of the data set in it: chips.json, rulings.json, events.json, "
                     "destinations.json, "
                     "disputes.json or dataset.json");
}

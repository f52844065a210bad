/* A store with the bundled data, and changes to what stands in a store. */
#include "tests/api/stored.h"

#include "api/import.h"
#include "db/catalogue.h"
#include "tests/api/seeded.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static void fill_bundled(struct stored *stored)
{
    struct import_report report;
    cr_assert(import_bundled(stored->writer, IMPORT_TELL_NEW, &report));
}

struct stored *stored_open_bundled(void)
{
    return stored_open_upon(seeded_copy, fill_bundled);
}

static bool read_document(const struct document *document, void *context)
{
    json_t **body = context;
    *body = json_loadb(document->body.text, document->body.size, 0, NULL);
    return false;
}

/* Replaces what stands at the path, which must be there. */
static void set_value(json_t *document, const char *path, json_t *value)
{
    const char *dot = strrchr(path, '.');
    const char *last = dot ? dot + 1 : path;
    char parent_path[128] = "";
    if (dot)
        memcpy(parent_path, path, (size_t)(dot - path));
    /* The cast is for a reader that promises not to write; the document is ours. */
    json_t *parent = (json_t *)(uintptr_t)stored_at(document, parent_path);
    cr_assert(stored_at(document, path), "there is no %s", path);
    if (json_is_array(parent))
        cr_assert_eq(json_array_set_new(parent, strtoul(last, NULL, 10), value), 0);
    else
        cr_assert_eq(json_object_set_new(parent, last, value), 0);
}

int64_t stored_revise(struct stored *stored, enum kind kind, const char *id, const char *path,
                      const char *json, const char *recorded_at)
{
    json_t *document = NULL;
    int64_t gone;
    const int64_t head = store_head(stored->writer);
    cr_assert_eq(catalogue_find(stored->writer, kind, id, head, read_document, &document, &gone), FIND_FOUND,
                 "there is no %s", id);
    set_value(document, path, stored_json(json));
    const int64_t recorded = stored_record(stored, kind, document, recorded_at);
    json_decref(document);
    return recorded;
}

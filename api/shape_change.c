/* Changes add where the document is to be seen as they left it. */
#include "api/link.h"
#include "api/shapes.h"

#include <stdlib.h>
#include <string.h>

static bool is_deletion(const struct document *change)
{
    struct json_slice op;
    return json_slice_find(change->body, "op", &op) && op.size == strlen("\"deleted\"") &&
           memcmp(op.text, "\"deleted\"", op.size) == 0;
}

/* The kind of the document that it changed. */
static bool kind_of(const struct document *change, enum kind *kind)
{
    struct json_slice value;
    char *name = json_slice_find(change->body, "kind", &value) ? json_slice_text(value) : NULL;
    const bool known = name && kind_parse(name, kind);
    free(name);
    return known;
}

char *change_address(const struct document *change)
{
    enum kind kind;
    struct json_slice value;
    char *id = json_slice_find(change->body, "id", &value) ? json_slice_text(value) : NULL;
    char *address = NULL;
    if (id && kind_of(change, &kind))
        address = link_version(kind, id, change->revision - is_deletion(change));
    free(id);
    return address;
}

static bool derive(struct json_out *out, const char *path, const struct document *document,
                   const struct context *context, const void *extra)
{
    (void)context;
    (void)extra;
    if (strcmp(path, "url") != 0)
        return false;
    char *address = change_address(document);
    if (address)
        json_out_text(out, address);
    else
        out->failed = true;
    free(address);
    return true;
}

struct shape shape_of_changes(void)
{
    struct shape shape = shape_of(KIND_CHANGE);
    shape.derive = derive;
    shape.entry = atom_change;
    return shape;
}

/* Picks members out of canonical text, cut once into its top-level members; nothing is parsed into a tree. */
#include "api/shape_document.h"

#include <string.h>

void document_cut(const struct document *document, struct cut *cut)
{
    cut->document = document;
    cut->count = 0;
    for (size_t at = 0; cut->count < CUT_MEMBERS_MAX; cut->count++) {
        struct json_slice *key = &cut->keys[cut->count];
        if (!json_slice_next(document->body, &at, key, &cut->values[cut->count]))
            return;
    }
}

/* The value at a dotted path. */
static bool find_value(const struct cut *cut, const char *path, struct json_slice *value)
{
    const size_t size = strcspn(path, ".");
    for (size_t i = 0; i < cut->count; i++) {
        if (cut->keys[i].size != size || memcmp(cut->keys[i].text, path, size) != 0)
            continue;
        *value = cut->values[i];
        return path[size] == '\0' || json_slice_find(cut->values[i], path + size + 1, value);
    }
    return false;
}

bool shape_member(struct json_out *out, const struct projection *projection, const struct member *member,
                  const struct cut *cut)
{
    const struct shape *shape = projection->shape;
    if (member->derived && strcmp(member->path, "revision") == 0) {
        json_out_integer(out, cut->document->revision);
        return true;
    }
    if (member->derived)
        return shape->derive &&
               shape->derive(out, member->path, cut->document, projection->context, shape->extra);
    struct json_slice value;
    if (!find_value(cut, member->path, &value))
        return false;
    json_out_raw(out, value.text, value.size);
    return true;
}

/* The key goes out first; a member that turns out to be absent takes it back. */
static void write_member(struct json_out *out, const struct projection *projection,
                         const struct member *member, const struct cut *cut)
{
    const struct json_out before = *out;
    json_out_key(out, member->path);
    if (shape_member(out, projection, member, cut))
        return;
    struct json_out restored = before;
    restored.text = out->text;
    restored.capacity = out->capacity;
    restored.failed = out->failed;
    *out = restored;
}

void shape_members(struct json_out *out, const struct projection *projection, const struct document *document)
{
    const struct list_info *info = projection->shape->info;
    struct cut cut;
    document_cut(document, &cut);
    for (size_t i = 0; i < projection->field_count; i++)
        write_member(out, projection, projection->fields[i], &cut);
    for (size_t i = 0; projection->field_count == 0 && i < info->member_count; i++) {
        if (!info->members[i].nested)
            write_member(out, projection, &info->members[i], &cut);
    }
}

void shape_document(struct json_out *out, const struct projection *projection,
                    const struct document *document)
{
    json_out_begin_object(out);
    shape_members(out, projection, document);
    json_out_end_object(out);
}

/* Picks members out of canonical text; nothing is parsed into a tree. */
#include "api/shape_document.h"

#include <string.h>

bool shape_member(struct json_out *out, const struct projection *projection, const struct member *member,
                  const struct document *document)
{
    if (member->derived) {
        if (strcmp(member->path, "revision") == 0) {
            json_out_integer(out, document->revision);
            return true;
        }
        return projection->shape->derive &&
               projection->shape->derive(out, member->path, document, projection->context, projection->shape->extra);
    }
    struct json_slice value;
    if (!json_slice_find(document->body, member->path, &value))
        return false;
    json_out_raw(out, value.text, value.size);
    return true;
}

/* The key goes out first; a member that turns out to be absent takes it back. */
static void write_member(struct json_out *out, const struct projection *projection, const struct member *member,
                         const struct document *document)
{
    const struct json_out before = *out;
    json_out_key(out, member->path);
    if (shape_member(out, projection, member, document))
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
    for (size_t i = 0; i < projection->field_count; i++)
        write_member(out, projection, projection->fields[i], document);
    for (size_t i = 0; projection->field_count == 0 && i < info->member_count; i++) {
        if (!info->members[i].nested)
            write_member(out, projection, &info->members[i], document);
    }
}

void shape_document(struct json_out *out, const struct projection *projection, const struct document *document)
{
    json_out_begin_object(out);
    shape_members(out, projection, document);
    json_out_end_object(out);
}

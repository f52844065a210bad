#pragma once
/* Stored documents as the API shows them: members in the order of openapi.yaml, derived ones added, or only those asked for. */

#include "api/list.h"

struct projection {
    const struct member *const *fields; /* those asked for; none: every member */
    size_t field_count;
    const struct shape *shape;
    const struct context *context;
};

void shape_document(struct json_out *out, const struct projection *projection, const struct document *document);
/* Its members, into an open object. */
void shape_members(struct json_out *out, const struct projection *projection, const struct document *document);
/* One member's value; false when the document has no such member. */
bool shape_member(struct json_out *out, const struct projection *projection, const struct member *member,
                  const struct document *document);

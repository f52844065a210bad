#pragma once
/* Stored documents as the API shows them: members in the order of openapi.yaml, derived ones added, or only
 * those asked for. */

#include "api/list.h"

struct projection {
    const struct member *const *fields; /* those asked for; none: every member */
    size_t field_count;
    const struct shape *shape;
    const struct context *context;
};

/* More than any schema in openapi.yaml has at its top level. */
#define CUT_MEMBERS_MAX 64

/* A document cut into its top-level members. */
struct cut {
    const struct document *document;
    struct json_slice keys[CUT_MEMBERS_MAX];
    struct json_slice values[CUT_MEMBERS_MAX];
    size_t count;
};
void document_cut(const struct document *document, struct cut *cut);

void shape_document(struct json_out *out, const struct projection *projection,
                    const struct document *document);
/* Its members, into an open object. */
void shape_members(struct json_out *out, const struct projection *projection,
                   const struct document *document);
/* One member's value; false when the document has no such member. */
bool shape_member(struct json_out *out, const struct projection *projection, const struct member *member,
                  const struct cut *cut);

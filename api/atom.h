#pragma once
/* The parts that entries of Atom feeds (RFC 4287) are made of, cut from stored documents. */

#include "db/catalogue.h"
#include "db/json_out.h"

/* Feeds and entries are named by tag URIs (RFC 4151): this, then an address of ours. They tell what it is,
 * not where it is served, so that a document has the same name on every server that holds it. */
#define ATOM_TAG "tag:navicert,2026:"

/* What stands in an entry beside its author and its last change, which are the same for all kinds. */
typedef void entry_fn(struct json_out *out, const struct document *document);
entry_fn atom_event;
entry_fn atom_change;

struct atom_link {
    const char *rel;
    const char *type;     /* media type; NULL: not told, as the following two */
    const char *language; /* of what it leads to */
    const char *title;
    const char *href;
};
void atom_link(struct json_out *out, const struct atom_link *link);
/* A link to a document of ours. */
void atom_link_document(struct json_out *out, const char *rel, enum kind kind, const char *id);

/* Of a classification of ours, such as "reliability". */
void atom_category(struct json_out *out, const char *scheme, const char *term);

/* The text at that path of a document, from malloc; NULL: null or absent. Without memory `out` has failed. */
char *atom_text(struct json_out *out, struct json_slice body, const char *path);
/* It as an element, or as the term of a category; nothing where it is null or absent. */
void atom_element_of(struct json_out *out, const char *element, struct json_slice body, const char *path);
void atom_category_of(struct json_out *out, struct json_slice body, const char *path);

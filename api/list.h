#pragma once
/* Replies made of stored documents: one of them, or a page of a list as JSON, NDJSON, CSV or Atom. */

#include "api/atom.h"
#include "api/context.h"

/* Writes the derived member `path` of a document (the value only), or nothing and false when it has none. */
typedef bool derive_fn(struct json_out *out, const char *path, const struct document *document,
                       const struct context *context, const void *extra);

/* Writes members that only a single document has, beside those of lists. */
typedef void more_fn(struct json_out *out, const struct document *document, const struct context *context,
                     const void *extra);

/* What a kind adds to its stored documents. */
struct shape {
    const struct list_info *info;
    derive_fn *derive;
    more_fn *more;     /* of an item; NULL: nothing */
    const void *extra; /* handed to derive */
    entry_fn *entry;   /* of a feed; NULL: the list has none */
};

/* What the caller computed beside the list grammar. */
struct list_extra {
    const char *within[4]; /* JSON arrays of ids */
    size_t within_count;
    struct date day; /* the day that decided something in it: told in meta and pinned in `next`; 0: none */
    unsigned *shown; /* set to how many documents the page has; NULL: not asked */
};

enum problem list_reply(const struct list_args *args, const struct shape *shape,
                        const struct list_extra *extra, const struct context *context, struct reply *reply);

/* The document of that id as it stood at the version; 404 with near ids, 410 when it was deleted. */
enum problem item_reply(const char *id, const struct shape *shape, enum problem unknown,
                        const struct context *context, struct reply *reply);
/* The problem `unknown` of an id that no document of the kind has, with near ones. */
enum problem id_unknown(const char *id, enum kind kind, enum problem unknown, const struct context *context,
                        struct reply *reply);
/* After `otherwise` was answered: 410 instead when a document of exactly that id was deleted. */
enum problem item_gone(const char *id, const struct shape *shape, enum problem otherwise,
                       const struct context *context, struct reply *reply);

#pragma once
/* What every page of a list is wrapped in, whatever its items: its form, its links, and what stands beside
 * the items. */

#include "api/context.h"

/* Sets the type of the reply; as JSON opens the document and its items. */
void page_begin(const struct list_args *args, struct reply *reply);

/* Closes the items, and writes total (negative: null), limit and next. The document stays open. */
void page_end_items(struct json_out *out, const struct list_args *args, int64_t total, const char *next);
/* The member `meta`. */
void page_meta(struct json_out *out, const struct context *context, struct date day);

/* The Link header: the next page (NULL: none) and what a saved file needs to be traced to its source. */
void page_link(struct reply *reply, const char *next);

#pragma once
/* CSV by RFC 4180: a header of dotted paths with their units, one line a document, harmless in a spreadsheet.
 */

#include "api/shape_document.h"

/* Without fields asked for: every scalar and every list of the documents, nested ones under their dotted
 * path. */
void csv_header(struct json_out *out, const struct projection *projection);
/* Null and what is absent are empty; a text without a character and a list without an item are "". Texts of a
 * list are joined by ";", unless one of them could then be misread: that list is JSON, as are objects and
 * lists of objects. A text that a spreadsheet could take for a formula has an apostrophe more at its
 * beginning. */
void csv_document(struct json_out *out, const struct projection *projection, const struct document *document);
/* The same without the first `skip` columns, from the comma before the next one on: what many rows share. */
void csv_rest(struct json_out *out, const struct projection *projection, const struct document *document,
              size_t skip);
/* One cell of text. */
void csv_text(struct json_out *out, const char *text);

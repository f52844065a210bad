#pragma once
/* CSV by RFC 4180: a header of dotted paths with their units, one line a document, harmless in a spreadsheet.
 */

#include "api/shape_document.h"

/* Without fields asked for: every scalar and every list of the documents, nested ones under their dotted
 * path. */
void csv_header(struct json_out *out, const struct projection *projection);
/* Lists of texts are joined by ";"; objects and lists of objects are JSON text; null is empty. Text that a
 * spreadsheet could take for a formula begins with an apostrophe. */
void csv_document(struct json_out *out, const struct projection *projection, const struct document *document);
/* The same without the first `skip` columns, from the comma before the next one on: what many rows share. */
void csv_rest(struct json_out *out, const struct projection *projection, const struct document *document,
              size_t skip);
/* One cell of text. */
void csv_text(struct json_out *out, const char *text);

#pragma once
/* Streams XML 1.0 into a growing buffer: elements are opened and closed by their writer, who nests them
 * rightly; all text is escaped, and a character that XML cannot hold becomes U+FFFD. */

#include "db/json_out.h"

void xml_declare(struct json_out *out);

/* "<name", then attributes, then xml_content (text follows), xml_children (elements follow) or xml_end_empty.
 */
void xml_begin(struct json_out *out, const char *name);
void xml_attribute(struct json_out *out, const char *name, const char *value);
void xml_content(struct json_out *out);
void xml_children(struct json_out *out);
void xml_end_empty(struct json_out *out);
void xml_text(struct json_out *out, const char *text);
void xml_end(struct json_out *out, const char *name);

/* An element without attributes that holds text. */
void xml_element(struct json_out *out, const char *name, const char *text);

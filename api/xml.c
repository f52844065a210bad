/* Escapes text for XML; a line an element, which no reader of feeds minds. */
#include "api/xml.h"

#include <string.h>

static void add(struct json_out *out, const char *text)
{
    json_out_bytes(out, text, strlen(text));
}

void xml_declare(struct json_out *out)
{
    add(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
}

void xml_begin(struct json_out *out, const char *name)
{
    add(out, "<");
    add(out, name);
}

void xml_attribute(struct json_out *out, const char *name, const char *value)
{
    add(out, " ");
    add(out, name);
    add(out, "=\"");
    xml_text(out, value);
    add(out, "\"");
}

void xml_content(struct json_out *out)
{
    add(out, ">");
}

void xml_children(struct json_out *out)
{
    add(out, ">\n");
}

void xml_end_empty(struct json_out *out)
{
    add(out, "/>\n");
}

void xml_end(struct json_out *out, const char *name)
{
    add(out, "</");
    add(out, name);
    add(out, ">\n");
}

void xml_element(struct json_out *out, const char *name, const char *text)
{
    xml_begin(out, name);
    xml_content(out);
    xml_text(out, text);
    xml_end(out, name);
}

#define REPLACEMENT "\xEF\xBF\xBD"

/* What stands for the character that begins at `at`, whose length is set; NULL: itself. Line ends and tabs
 * are named because a reader would turn them into others (XML 1.0, 2.11 and 3.3.3). */
static const char *escape_of(const char *at, size_t *length)
{
    *length = 1;
    switch (*at) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
        return "&#9;";
    case '\n':
        return "&#10;";
    case '\r':
        return "&#13;";
    default:
        break;
    }
    if ((unsigned char)*at < ' ')
        return REPLACEMENT;
    /* U+FFFE and U+FFFF are no characters of XML (2.2). */
    if (strncmp(at, "\xEF\xBF\xBE", 3) == 0 || strncmp(at, "\xEF\xBF\xBF", 3) == 0) {
        *length = 3;
        return REPLACEMENT;
    }
    return NULL;
}

void xml_text(struct json_out *out, const char *text)
{
    const char *plain = text;
    size_t length;
    for (const char *at = text; *at; at += length) {
        const char *escape = escape_of(at, &length);
        if (!escape)
            continue;
        json_out_bytes(out, plain, (size_t)(at - plain));
        add(out, escape);
        plain = at + length;
    }
    add(out, plain);
}

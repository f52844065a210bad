/* Links, categories and texts of Atom entries. */
#include "api/atom.h"

#include "api/xml.h"

#include <stdio.h>
#include <stdlib.h>

static void add_optional(struct json_out *out, const char *name, const char *value)
{
    if (value)
        xml_attribute(out, name, value);
}

void atom_link(struct json_out *out, const struct atom_link *link)
{
    xml_begin(out, "link");
    xml_attribute(out, "rel", link->rel);
    add_optional(out, "type", link->type);
    add_optional(out, "hreflang", link->language);
    add_optional(out, "title", link->title);
    xml_attribute(out, "href", link->href);
    xml_end_empty(out);
}

void atom_link_document(struct json_out *out, const char *rel, enum kind kind, const char *id)
{
    char href[256];
    snprintf(href, sizeof href, "/v1/%s/%s", kinds[kind].plural, id);
    atom_link(out, &(struct atom_link){.rel = rel, .type = "application/json", .href = href});
}

void atom_category(struct json_out *out, const char *scheme, const char *term)
{
    char tag[128];
    snprintf(tag, sizeof tag, ATOM_TAG "%s", scheme);
    xml_begin(out, "category");
    xml_attribute(out, "scheme", tag);
    xml_attribute(out, "term", term);
    xml_end_empty(out);
}

char *atom_text(struct json_out *out, struct json_slice body, const char *path)
{
    struct json_slice value;
    if (!json_slice_find(body, path, &value) || value.text[0] != '"')
        return NULL;
    char *text = json_slice_text(value);
    if (!text)
        out->failed = true;
    return text;
}

void atom_element_of(struct json_out *out, const char *element, struct json_slice body, const char *path)
{
    char *text = atom_text(out, body, path);
    if (text)
        xml_element(out, element, text);
    free(text);
}

void atom_category_of(struct json_out *out, struct json_slice body, const char *path)
{
    char *text = atom_text(out, body, path);
    if (text)
        atom_category(out, path, text);
    free(text);
}

/* Changes as entries of a feed: what was done to which document, by whom and why. */
#include "api/atom.h"
#include "api/shapes.h"
#include "api/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A title names so many members, then counts. */
#define TITLE_MEMBERS_MAX 4

/* The members, joined by commas; those past the first `most` are counted only. */
static void write_changed(struct json_out *out, struct json_slice changed, size_t most)
{
    struct json_slice key;
    struct json_slice item;
    size_t count = 0;
    for (size_t at = 0; json_slice_next(changed, &at, &key, &item); count++) {
        char *name = count < most ? json_slice_text(item) : NULL;
        if (name) {
            xml_text(out, count > 0 ? ", " : "");
            xml_text(out, name);
        }
        free(name);
    }
    if (count > most) {
        char rest[32];
        snprintf(rest, sizeof rest, " and %zu more", count - most);
        xml_text(out, rest);
    }
}

struct told {
    char *kind;
    char *id;
    char *op;
    char *note;
    char *recorded_at;
    char *address;
    struct json_slice changed;
    bool names_members;
};

/* "ruling us-acme-rule replaced: notes, provisions" */
static void write_title(struct json_out *out, const struct told *told)
{
    xml_begin(out, "title");
    xml_content(out);
    xml_text(out, told->kind);
    xml_text(out, " ");
    xml_text(out, told->id);
    xml_text(out, " ");
    xml_text(out, told->op);
    if (told->names_members) {
        xml_text(out, ": ");
        write_changed(out, told->changed, TITLE_MEMBERS_MAX);
    }
    xml_end(out, "title");
}

static void write_content(struct json_out *out, const struct told *told)
{
    xml_begin(out, "content");
    xml_content(out);
    xml_text(out, told->note);
    if (told->names_members) {
        xml_text(out, "\nChanged: ");
        write_changed(out, told->changed, SIZE_MAX);
    }
    xml_end(out, "content");
}

/* Revisions of two stores may have one number, but hardly one instant. */
static void write_id(struct json_out *out, const struct told *told)
{
    xml_begin(out, "id");
    xml_content(out);
    xml_text(out, ATOM_TAG "/v1/changes?recorded_at=");
    xml_text(out, told->recorded_at);
    xml_text(out, "&kind=");
    xml_text(out, told->kind);
    xml_text(out, "&id=");
    xml_text(out, told->id);
    xml_end(out, "id");
}

static void write_entry(struct json_out *out, const struct told *told)
{
    write_id(out, told);
    write_title(out, told);
    xml_element(out, "published", told->recorded_at);
    write_content(out, told);
    atom_link(out,
              &(struct atom_link){.rel = "alternate", .type = "application/json", .href = told->address});
    atom_category(out, "kind", told->kind);
    atom_category(out, "op", told->op);
}

void atom_change(struct json_out *out, const struct document *document)
{
    struct told told = {
        .kind = atom_text(out, document->body, "kind"),
        .id = atom_text(out, document->body, "id"),
        .op = atom_text(out, document->body, "op"),
        .note = atom_text(out, document->body, "note"),
        .recorded_at = atom_text(out, document->body, "recorded_at"),
        .address = change_address(document),
    };
    told.names_members =
        json_slice_find(document->body, "changed", &told.changed) && told.changed.size > strlen("[]");
    if (told.kind && told.id && told.op && told.note && told.recorded_at && told.address)
        write_entry(out, &told);
    else
        out->failed = true;
    free(told.kind);
    free(told.id);
    free(told.op);
    free(told.note);
    free(told.recorded_at);
    free(told.address);
}

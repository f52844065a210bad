/* News as entries of a feed: what happened, where it was read, and what it is about. */
#include "api/atom.h"
#include "api/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "2025-07-31", "2025-07" or "2025": as much of the day as is known. */
static size_t known_length(const char *precision)
{
    return strcmp(precision, "year") == 0 ? 4 : strcmp(precision, "month") == 0 ? 7 : 10;
}

/* Feeds know instants only: the first of the day. */
static void write_published(struct json_out *out, const char *date)
{
    char instant[sizeof "2025-07-31T00:00:00Z"];
    snprintf(instant, sizeof instant, "%.10sT00:00:00Z", date);
    xml_element(out, "published", instant);
}

/* A reader is shown a whole day, so the text says where only the month or the year is known. */
static void write_summary(struct json_out *out, const char *summary, const char *date, const char *precision)
{
    const size_t known = known_length(precision);
    xml_begin(out, "summary");
    xml_content(out);
    xml_text(out, summary);
    if (known < strlen(date)) {
        char doubt[64];
        snprintf(doubt, sizeof doubt, " (Dated %.*s; the day is not recorded.)", (int)known, date);
        xml_text(out, doubt);
    }
    xml_end(out, "summary");
}

static void write_happening(struct json_out *out, struct json_slice body)
{
    char *date = atom_text(out, body, "date");
    char *precision = atom_text(out, body, "date_precision");
    char *summary = atom_text(out, body, "summary");
    if (date && precision && summary) {
        write_published(out, date);
        write_summary(out, summary, date, precision);
    }
    free(date);
    free(precision);
    free(summary);
}

static void write_source(struct json_out *out, struct json_slice source)
{
    char *url = atom_text(out, source, "url");
    char *title = atom_text(out, source, "title");
    char *language = atom_text(out, source, "language");
    if (url)
        atom_link(out, &(struct atom_link){.rel = "via", .language = language, .title = title, .href = url});
    free(url);
    free(title);
    free(language);
}

static void write_related(struct json_out *out, enum kind kind, struct json_slice ids)
{
    struct json_slice key;
    struct json_slice item;
    for (size_t at = 0; json_slice_next(ids, &at, &key, &item);) {
        char *id = json_slice_text(item);
        if (id)
            atom_link_document(out, "related", kind, id);
        else
            out->failed = true;
        free(id);
    }
}

static void write_links(struct json_out *out, struct json_slice body)
{
    struct json_slice list;
    struct json_slice key;
    struct json_slice source;
    if (json_slice_find(body, "sources", &list))
        for (size_t at = 0; json_slice_next(list, &at, &key, &source);)
            write_source(out, source);
    if (json_slice_find(body, "chips", &list))
        write_related(out, KIND_CHIP, list);
    if (json_slice_find(body, "rulings", &list))
        write_related(out, KIND_RULING, list);
}

void atom_event(struct json_out *out, const struct document *document)
{
    static const char *const classified[] = {"category", "reliability", "confidence", "date_precision"};
    char id[256];
    snprintf(id, sizeof id, ATOM_TAG "/v1/events/%s", document->id);
    xml_element(out, "id", id);
    atom_element_of(out, "title", document->body, "headline");
    write_happening(out, document->body);
    atom_link_document(out, "alternate", KIND_EVENT, document->id);
    write_links(out, document->body);
    for (size_t i = 0; i < sizeof classified / sizeof classified[0]; i++)
        atom_category_of(out, document->body, classified[i]);
}

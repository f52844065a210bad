/* Writes what all feeds have in common: their head, and who recorded an entry and when. Nothing in it depends
 * on the clock, so that a feed pinned to a data version has the same bytes for ever. */
#include "api/atom_feed.h"

#include "api/answer.h"
#include "api/api.h"
#include "api/forms.h"
#include "api/link.h"
#include "api/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void write_author(struct json_out *out, const char *name)
{
    xml_begin(out, "author");
    xml_children(out);
    xml_element(out, "name", name);
    xml_end(out, "author");
}

bool atom_feed_add(struct atom_feed *feed, const struct document *document)
{
    if (feed->revision.seq != document->revision &&
        !revisions_find(feed->context->store, document->revision, &feed->revision))
        return false;
    const char *recorded_at = feed->revision.recorded_at;
    if (strcmp(recorded_at, feed->newest) > 0)
        snprintf(feed->newest, sizeof feed->newest, "%s", recorded_at);

    struct json_out *out = &feed->entries;
    xml_begin(out, "entry");
    xml_children(out);
    feed->shape->entry(out, document);
    xml_element(out, "updated", recorded_at);
    write_author(out, feed->revision.actor);
    xml_end(out, "entry");
    return true;
}

/* Feeds that are narrowed by filters stand beside each other in a reader: each says what it holds. */
static void write_title(struct json_out *out, const struct atom_feed *feed)
{
    const struct request *request = feed->context->request;
    const char *joint = ": ";
    xml_begin(out, "title");
    xml_content(out);
    xml_text(out, feed->args->info->feed_title);
    for (size_t i = 0; i < request->query_count; i++) {
        if (!link_selects(request->query[i].name))
            continue;
        xml_text(out, joint);
        xml_text(out, request->query[i].name);
        xml_text(out, "=");
        xml_text(out, request->query[i].value);
        joint = ", ";
    }
    xml_end(out, "title");
}

/* The licences of the data set, and what each is about. */
static void write_rights(struct json_out *out, const json_t *dataset)
{
    size_t i;
    const json_t *license;
    const json_t *licenses = json_object_get(dataset, "licenses");
    if (json_array_size(licenses) == 0)
        return;
    xml_begin(out, "rights");
    xml_content(out);
    json_array_foreach(licenses, i, license)
    {
        xml_text(out, i > 0 ? "; " : "");
        xml_text(out, json_string_value(json_object_get(license, "license")));
        xml_text(out, ": ");
        xml_text(out, json_string_value(json_object_get(license, "applies_to")));
    }
    xml_end(out, "rights");
}

/* An address of ours, taken over and freed. */
static void write_link(struct json_out *out, const char *rel, enum list_format form, char *href)
{
    if (href)
        atom_link(out, &(struct atom_link){.rel = rel, .type = forms[form].media_type, .href = href});
    else
        out->failed = true;
    free(href);
}

static void write_links(struct json_out *out, const struct atom_feed *feed, const char *next)
{
    const struct request *request = feed->context->request;
    write_link(out, "self", LIST_ATOM, link_feed(request));
    write_link(out, "alternate", LIST_JSON, link_list(request));
    /* RFC 4946; where the licences are told in full. */
    atom_link(out, &(struct atom_link){.rel = "license", .href = "/v1"});
    if (!next)
        return;
    /* Where the form was asked for by a header, the address alone would not bring it. */
    char *href = NULL;
    const bool named = request_find(request, "format") != NULL;
    if (asprintf(&href, "%s%s%s", next, named ? "" : "&format=", named ? "" : forms[LIST_ATOM].word) < 0)
        href = NULL;
    write_link(out, "next", LIST_ATOM, href);
}

static void write_id(struct json_out *out, const struct request *request)
{
    char *address = link_selection(request);
    if (!address)
        out->failed = true;
    xml_begin(out, "id");
    xml_content(out);
    xml_text(out, ATOM_TAG);
    xml_text(out, address ? address : "");
    xml_end(out, "id");
    free(address);
}

static void write_generator(struct json_out *out)
{
    xml_begin(out, "generator");
    xml_attribute(out, "version", engine_version);
    xml_content(out);
    xml_text(out, "navicert");
    xml_end(out, "generator");
}

bool atom_feed_write(struct atom_feed *feed, const char *next, struct json_out *out)
{
    /* Without entries, it was last seen to be empty when the data version was recorded. */
    struct revision at;
    if (!feed->newest[0] && !revisions_find(feed->context->store, feed->context->at, &at))
        return false;
    xml_declare(out);
    xml_begin(out, "feed");
    xml_attribute(out, "xmlns", "http://www.w3.org/2005/Atom");
    xml_attribute(out, "xml:lang", "en");
    xml_children(out);
    write_id(out, feed->context->request);
    write_title(out, feed);
    xml_element(out, "updated", feed->newest[0] ? feed->newest : at.recorded_at);
    xml_element(out, "subtitle", answer_notice);
    write_generator(out);
    write_author(out, "navicert");
    write_rights(out, feed->context->dataset);
    write_links(out, feed, next);
    if (feed->entries.failed)
        out->failed = true;
    else
        json_out_bytes(out, feed->entries.text, feed->entries.size);
    xml_end(out, "feed");
    return true;
}

void atom_feed_done(struct atom_feed *feed)
{
    json_out_done(&feed->entries);
}

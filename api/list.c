/* Runs a list query and writes its page around the documents. */
#include "api/list.h"

#include "api/atom_feed.h"
#include "api/csv.h"
#include "api/forms.h"
#include "api/link.h"
#include "api/member.h"
#include "api/page.h"
#include "api/shape_document.h"
#include "rules/names.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct page {
    const struct list_args *args;
    const struct shape *shape;
    const struct context *context;
    struct json_out *out;
    struct json_out facets; /* written while the list runs, placed after the items */
    size_t facets_begun;
    struct atom_feed feed; /* likewise */
    bool unreadable;       /* the store, amid the entries */
    unsigned shown;
};

static bool write_row(const struct document *document, void *context)
{
    struct page *page = context;
    const struct projection projection = {page->args->fields, page->args->field_count, page->shape,
                                          page->context};
    page->shown++;
    if (page->args->format == LIST_ATOM) {
        page->unreadable = !atom_feed_add(&page->feed, document);
        return !page->unreadable;
    }
    if (page->args->format == LIST_CSV) {
        csv_document(page->out, &projection, document);
        return !page->out->failed;
    }
    shape_document(page->out, &projection, document);
    if (page->args->format == LIST_NDJSON)
        json_out_bytes(page->out, "\n", 1);
    return !page->out->failed;
}

/* Goes on to the facet of that column; those passed over are empty. NULL: to the end. */
static void advance_facets(struct page *page, const struct column *column)
{
    const struct list_args *args = page->args;
    while (page->facets_begun == 0 || args->facets[page->facets_begun - 1] != column) {
        if (page->facets_begun > 0)
            json_out_end_array(&page->facets);
        if (page->facets_begun == args->facet_count)
            return;
        json_out_key(&page->facets, args->facets[page->facets_begun++]->name);
        json_out_begin_array(&page->facets);
    }
}

/* Facets arrive column by column, in the order in which they were asked for. */
static bool write_facet(const struct column *column, const char *value, int64_t count, void *context)
{
    struct page *page = context;
    advance_facets(page, column);
    json_out_begin_object(&page->facets);
    member_text(&page->facets, "value", value);
    member_integer(&page->facets, "count", count);
    json_out_end_object(&page->facets);
    return true;
}

static void copy_query(struct list_query *query, const struct list_args *args, const struct list_extra *extra)
{
    memcpy(query->sort, args->sort, sizeof query->sort);
    query->sort_count = args->sort_count;
    memcpy(query->facets, args->facets, sizeof query->facets);
    query->facet_count = args->facet_count;
    memcpy(query->within, extra->within, sizeof query->within);
    query->within_count = extra->within_count;
}

static void end_envelope(struct page *page, const struct list_extra *extra, const struct list_result *result,
                         const char *next)
{
    struct json_out *out = page->out;
    page_end_items(out, page->args, result->total, next);
    advance_facets(page, NULL);
    json_out_end_object(&page->facets);
    json_out_key(out, "facets");
    json_out_raw(out, page->facets.text, page->facets.size);
    page_meta(out, page->context, extra->day);
    json_out_end_object(out);
}

static void begin(struct page *page, struct reply *reply)
{
    page_begin(page->args, reply);
    if (page->args->format == LIST_CSV) {
        const struct projection projection = {page->args->fields, page->args->field_count, page->shape,
                                              page->context};
        csv_header(page->out, &projection);
    }
}

/* `next` for the envelope and the Link header. */
static char *add_links(struct reply *reply, const struct page *page, const struct list_extra *extra,
                       const struct list_result *result)
{
    char *next = result->next ? link_next(reply->request, result->next, page->context->at, extra->day) : NULL;
    page_link(reply, next);
    if (result->next && !next)
        page->out->failed = true;
    return next;
}

static void end(struct page *page, const struct list_extra *extra, const struct list_result *result,
                struct reply *reply)
{
    char *next = add_links(reply, page, extra, result);
    if (page->args->format == LIST_JSON)
        end_envelope(page, extra, result, next);
    else if (page->args->format == LIST_ATOM && !page->unreadable)
        page->unreadable = !atom_feed_write(&page->feed, next, page->out);
    free(next);
}

static enum problem refuse_list(enum list_outcome outcome, const struct page *page, struct reply *reply)
{
    switch (outcome) {
    case LIST_BAD_CURSOR:
        return reply_fail(reply, PROBLEM_INVALID_CURSOR,
                          "The cursor was not made for this query, or was altered.");
    case LIST_BAD_TEXT:
        return reply_fail(reply, PROBLEM_INVALID_PARAMETER,
                          "q has no word to look for: give letters or digits.");
    case LIST_DONE:
    case LIST_FAILED:
        break;
    }
    return context_fail(page->context, reply);
}

enum problem list_reply(const struct list_args *args, const struct shape *shape,
                        const struct list_extra *extra, const struct context *context, struct reply *reply)
{
    struct page page = {.args = args,
                        .shape = shape,
                        .context = context,
                        .out = reply_json(reply),
                        .feed = {.args = args, .shape = shape, .context = context}};
    struct list_query query = {
        .kind = args->info->kind,
        .at = context->at,
        .filters = args->filters,
        .filter_count = args->filter_count,
        .text = args->text,
        .after = args->cursor,
        .limit = args->limit,
        .no_total = args->format != LIST_JSON,
    };
    copy_query(&query, args, extra);
    json_out_begin_object(&page.facets);
    begin(&page, reply);
    struct list_result result = {0};
    const enum list_outcome outcome =
        catalogue_list(context->store, &query, write_row, write_facet, &page, &result);
    if (extra->shown)
        *extra->shown = page.shown;
    if (outcome == LIST_DONE)
        end(&page, extra, &result, reply);
    free(result.next);
    json_out_done(&page.facets);
    atom_feed_done(&page.feed);
    return outcome == LIST_DONE && !page.unreadable ? PROBLEM_NONE : refuse_list(outcome, &page, reply);
}

struct item {
    const struct shape *shape;
    const struct context *context;
    struct reply *reply;
};

/* RFC 5829. */
static void link_versions(const struct item *item, const struct document *document)
{
    char *link;
    if (asprintf(&link, "</v1/changes?kind=%s&id=%s>; rel=\"version-history\"",
                 kinds[item->shape->info->kind].name, document->id) >= 0)
        item->reply->link = link;
}

static bool write_item(const struct document *document, void *context)
{
    const struct item *item = context;
    const struct projection projection = {.shape = item->shape, .context = item->context};
    struct json_out *out = reply_json(item->reply);
    item->reply->revision = document->revision;
    link_versions(item, document);
    json_out_begin_object(out);
    shape_members(out, &projection, document);
    if (item->shape->more)
        item->shape->more(out, document, item->context, item->shape->extra);
    json_out_end_object(out);
    return true;
}

struct suggestions {
    char *ids[NAME_CANDIDATES_MAX];
    size_t count;
};

static bool keep_id(const struct document *document, void *context)
{
    struct suggestions *suggestions = context;
    suggestions->ids[suggestions->count] = strdup(document->id);
    if (suggestions->ids[suggestions->count])
        suggestions->count++;
    return suggestions->count < NAME_CANDIDATES_MAX;
}

enum problem id_unknown(const char *id, enum kind kind, enum problem unknown, const struct context *context,
                        struct reply *reply)
{
    struct suggestions suggestions = {.count = 0};
    if (!catalogue_suggest(context->store, kind, context->at, id, NAME_CANDIDATES_MAX, keep_id, &suggestions))
        return context_fail(context, reply);
    const struct name_fault fault = {
        .parameter = kinds[kind].name,
        .value = id,
        .what = "is not known",
        .candidates = (const char *const *)suggestions.ids,
        .count = suggestions.count,
    };
    reply_fail_names(reply, unknown, &fault);
    for (size_t i = 0; i < suggestions.count; i++)
        free(suggestions.ids[i]);
    return unknown;
}

static enum problem refuse_gone(const char *id, int64_t since, struct reply *reply)
{
    return reply_fail(reply, PROBLEM_GONE,
                      "%s was deleted in revision %" PRId64 "; ask with known_at=%" PRId64 " to see it.", id,
                      since, since - 1);
}

enum problem item_gone(const char *id, const struct shape *shape, enum problem otherwise,
                       const struct context *context, struct reply *reply)
{
    int64_t since = 0;
    if (catalogue_find(context->store, shape->info->kind, id, context->at, NULL, NULL, &since) == FIND_GONE)
        return refuse_gone(id, since, reply);
    return otherwise;
}

enum problem item_reply(const char *id, const struct shape *shape, enum problem unknown,
                        const struct context *context, struct reply *reply)
{
    struct item item = {shape, context, reply};
    int64_t gone_since = 0;
    switch (
        catalogue_find(context->store, shape->info->kind, id, context->at, write_item, &item, &gone_since)) {
    case FIND_FOUND:
        return PROBLEM_NONE;
    case FIND_NONE:
        return id_unknown(id, shape->info->kind, unknown, context, reply);
    case FIND_GONE:
        return refuse_gone(id, gone_since, reply);
    case FIND_FAILED:
        break;
    }
    return context_fail(context, reply);
}

/* From a reply to an HTTP response. */
#include "server/response.h"
#include "server/limits.h"
#include "server/negotiate.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The representation that goes out. Owned when `owned`, else it lives for ever. */
struct body {
    char *owned;
    const char *bytes;
    size_t size;
    bool gzip;
};

static struct body take_body(struct reply *reply)
{
    if (reply->constant)
        return (struct body){.bytes = reply->constant, .size = reply->constant_size};
    char *text = reply->out.text;
    const size_t size = reply->out.size;
    reply->out.text = NULL;
    reply->out.size = 0;
    reply->out.capacity = 0;
    return (struct body){.owned = text, .bytes = text, .size = text ? size : 0};
}

static void compress(struct body *body, const struct reply *reply, struct gzip *gzip)
{
    if (reply->constant_gzip) {
        *body = (struct body){.bytes = reply->constant_gzip, .size = reply->constant_gzip_size, .gzip = true};
        return;
    }
    size_t size;
    char *compressed = gzip_compress(gzip, body->bytes, body->size, &size);
    if (!compressed)
        return;
    free(body->owned);
    *body = (struct body){.owned = compressed, .bytes = compressed, .size = size, .gzip = true};
}

/* The library takes an owned buffer over without copying it. */
static struct MHD_Response *wrap(const struct body *body)
{
    static char nothing[1];
    if (body->owned)
        return MHD_create_response_from_buffer(body->size, body->owned, MHD_RESPMEM_MUST_FREE);
    if (body->size == 0)
        return MHD_create_response_from_buffer(0, nothing, MHD_RESPMEM_PERSISTENT);
    /* The cast is for an interface without const; a persistent buffer is only read. */
    return MHD_create_response_from_buffer(body->size, (void *)(uintptr_t)body->bytes,
                                           MHD_RESPMEM_PERSISTENT);
}

static void add(struct MHD_Response *response, const char *name, const char *value)
{
    MHD_add_response_header(response, name, value);
}

static void add_etag(struct MHD_Response *response, const char *etag, bool gzip)
{
    static const char ending[] = ETAG_GZIP_SUFFIX "\"";
    char text[REPLY_ETAG_SIZE + sizeof ending];
    const size_t size = strnlen(etag, REPLY_ETAG_SIZE);
    if (size < 2 || size == REPLY_ETAG_SIZE)
        return;
    memcpy(text, etag, size + 1);
    if (gzip)
        memcpy(text + size - 1, ending, sizeof ending);
    add(response, "ETag", text);
}

static const char *cache_control(enum cache cache)
{
    switch (cache) {
    case CACHE_NO_STORE:
        return "no-store";
    case CACHE_LATEST:
        return "public, max-age=60";
    case CACHE_PINNED:
        return "public, max-age=86400";
    case CACHE_REVALIDATE:
        return "no-cache";
    case CACHE_FOR_EVER:
        return "public, max-age=31536000, immutable";
    }
    return "no-store";
}

static void add_caching(struct MHD_Response *response, const struct reply *reply,
                        const struct response_terms *terms, bool gzip)
{
    add(response, "Cache-Control", cache_control(reply->cache));
    add_etag(response, reply->etag, gzip);
    const bool by_origin = strcmp(terms->cors_origins, "*") != 0 && strcmp(terms->cors_origins, "none") != 0;
    /* An asset has one type, whatever is accepted. */
    const char *vary = by_origin ? "Accept, Accept-Encoding, Origin" : "Accept, Accept-Encoding";
    add(response, "Vary", reply->cache == CACHE_FOR_EVER ? vary + strlen("Accept, ") : vary);
}

static void add_identity(struct MHD_Response *response, const struct reply *reply)
{
    char version[24];
    add(response, "Request-Id", reply->request->id);
    if (reply->data_version >= 0) {
        snprintf(version, sizeof version, "%" PRId64, reply->data_version);
        add(response, "Data-Version", version);
    }
    add(response, "X-Content-Type-Options", "nosniff");
    for (const struct reply_header *header = reply->headers; header && header->name; header++)
        add(response, header->name, header->value);
}

/* draft-ietf-httpapi-ratelimit-headers. */
static void add_rate(struct MHD_Response *response, const struct response_terms *terms)
{
    char standing[64];
    if (!terms->policy)
        return;
    add(response, "RateLimit-Policy", terms->policy);
    snprintf(standing, sizeof standing, "\"default\";r=%u;t=%u", terms->allowance->left,
             terms->allowance->full_after_s);
    add(response, "RateLimit", standing);
}

static void add_cors(struct MHD_Response *response, const struct reply *reply,
                     const struct response_terms *terms)
{
    if (strcmp(terms->cors_origins, "none") == 0)
        return;
    const bool anybody = strcmp(terms->cors_origins, "*") == 0;
    if (!anybody && (!terms->origin || !negotiate_origin(terms->cors_origins, terms->origin)))
        return;
    add(response, "Access-Control-Allow-Origin", anybody ? "*" : terms->origin);
    if (terms->method == METHOD_OPTIONS) {
        if (reply->allow[0])
            add(response, "Access-Control-Allow-Methods", reply->allow);
        add(response, "Access-Control-Allow-Headers",
            "Accept, Authorization, Content-Encoding, Content-Type, If-Match, If-None-Match, Prefer");
        add(response, "Access-Control-Max-Age", "86400");
    } else {
        add(response, "Access-Control-Expose-Headers",
            "ETag, Link, Location, Preference-Applied, Request-Id, Data-Version, RateLimit, "
            "RateLimit-Policy, "
            "Retry-After, Screening-Summary");
    }
}

/* `…/chips` is saved as chips.csv; anything that is not plain is left out of the name. */
static void add_download(struct MHD_Response *response, const char *path)
{
    static const char ending[] = ".csv\"";
    char header[128] = "attachment; filename=\"";
    const char *slash = strrchr(path, '/');
    size_t used = strlen(header);
    for (const char *at = slash ? slash + 1 : path; *at != '\0' && used + sizeof ending < sizeof header;
         at++) {
        const bool plain =
            (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') || *at == '-' || *at == '_';
        if (plain)
            header[used++] = *at;
    }
    memcpy(header + used, ending, sizeof ending);
    add(response, "Content-Disposition", header);
}

static void add_about_body(struct MHD_Response *response, const struct reply *reply, const struct body *body,
                           enum method method)
{
    if (reply->content_type && reply->status != 204)
        add(response, "Content-Type", reply->content_type);
    if (body->gzip)
        add(response, "Content-Encoding", "gzip");
    if (reply->counts)
        add(response, "Screening-Summary", reply->counts);
    if (reply->minimal)
        add(response, "Preference-Applied", "return=minimal");
    if (reply->download_csv)
        add_download(response, reply->request->path ? reply->request->path : "");
    if (reply->link)
        add(response, "Link", reply->link);
    if (reply->location)
        add(response, "Location", reply->location);
    if (reply->challenge[0])
        add(response, "WWW-Authenticate", reply->challenge);
    if (reply->allow[0] && (reply->status == 405 || method == METHOD_OPTIONS))
        add(response, "Allow", reply->allow);
    if (reply->retry_after_s > 0) {
        char seconds[16];
        snprintf(seconds, sizeof seconds, "%u", reply->retry_after_s);
        add(response, "Retry-After", seconds);
    }
}

static bool is_known(const struct reply *reply, const struct response_terms *terms)
{
    const bool reading = terms->method == METHOD_GET || terms->method == METHOD_HEAD;
    return reading && reply->status == 200 && reply->etag[0] != '\0' && terms->if_none_match &&
           negotiate_etag_known(terms->if_none_match, reply->etag);
}

/* What is written while it is sent; nobody keeps it, so there is no 304 of it. */
static struct response send_source(struct reply *reply, const struct response_terms *terms, bool gzip)
{
    struct source *source = reply->source;
    reply->source = NULL;
    return (struct response){.body = sending_make(source, gzip, terms->sent, terms->sent_context),
                             .status = reply->status};
}

static struct response send_text(struct reply *reply, const struct response_terms *terms, struct body *body)
{
    const bool known = is_known(reply, terms);
    struct response made = {.body = wrap(body), .status = known ? 304 : reply->status};
    if (!made.body)
        free(body->owned);
    made.bytes = known || terms->method == METHOD_HEAD ? 0 : body->size;
    return made;
}

struct response response_make(struct reply *reply, const struct response_terms *terms, struct gzip *gzip)
{
    const bool streams = reply->source != NULL;
    struct body body = {.owned = NULL};
    if (!streams)
        body = take_body(reply);
    const bool large = streams ? reply->source->size >= COMPRESS_FROM : body.size >= COMPRESS_FROM;
    const bool may_compress = gzip && large && negotiate_gzip(terms->accept_encoding);
    /* Of a 304 the library sends the length but not the body: it must be the length that the 200 would have.
     */
    if (may_compress && !streams)
        compress(&body, reply, gzip);
    body.gzip = body.gzip || (may_compress && streams);
    const struct response made =
        streams ? send_source(reply, terms, body.gzip) : send_text(reply, terms, &body);
    if (!made.body)
        return made;
    add_caching(made.body, reply, terms, body.gzip);
    add_identity(made.body, reply);
    add_rate(made.body, terms);
    add_cors(made.body, reply, terms);
    if (made.status != 304)
        add_about_body(made.body, reply, &body, terms->method);
    if (terms->close)
        add(made.body, "Connection", "close");
    return made;
}

/* The dashboard. A page is asked for anew each time and mostly answered with 304; what it names is kept for
 * ever, since its name changes with its bytes. */
#include "server/dashboard.h"

#include "api/api.h"
#include "server/negotiate.h"

#include <stdio.h>
#include <string.h>

#define ASSETS "/assets/"

/* A page may do nothing but what is listed, and that with this origin alone: whatever text reaches it from
 * the data cannot become a script, a request to others, or a frame. */
static const struct reply_header page_headers[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src "
     "'self'; "
     "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), display-capture=(), fullscreen=(), geolocation=(), microphone=(), "
                           "payment=(), publickey-credentials-get=(), screen-wake-lock=(), usb=()"},
    {NULL, NULL}};

static bool begins_with(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

static bool is_versioned(const char *path)
{
    return begins_with(path, "/v1") && (path[3] == '/' || path[3] == '\0');
}

static bool is_reading(const struct request *request)
{
    return request->method == METHOD_GET || request->method == METHOD_HEAD;
}

static bool match(const char *address, const char *path)
{
    while (*address != '\0') {
        if (*address != '*') {
            if (*address++ != *path++)
                return false;
            continue;
        }
        const size_t segment = strcspn(path, "/");
        if (segment == 0)
            return false;
        address++;
        path += segment;
    }
    return *path == '\0';
}

static bool is_address(const struct dashboard *dashboard, const char *path)
{
    for (size_t i = 0; path[0] == '/' && i < dashboard->address_count; i++) {
        /* Most begin differently; every request but those of /v1 comes by here. */
        const char *address = dashboard->addresses[i];
        if ((address[1] == path[1] || address[1] == '*') && match(address, path))
            return true;
    }
    return false;
}

static const struct dashboard_file *find_asset(const struct dashboard *dashboard, const char *path)
{
    for (size_t i = 0; i < dashboard->asset_count; i++) {
        if (strcmp(dashboard->assets[i].path, path) == 0)
            return &dashboard->assets[i];
    }
    return NULL;
}

static void give(const struct dashboard_file *file, struct reply *reply)
{
    reply->content_type = file->media_type;
    reply->constant = file->bytes;
    reply->constant_size = file->size;
    reply->constant_gzip = file->gzip;
    reply->constant_gzip_size = file->gzip_size;
}

static void give_page(const struct dashboard *dashboard, struct reply *reply)
{
    give(dashboard->page, reply);
    reply->cache = CACHE_REVALIDATE;
    reply->headers = page_headers;
}

static void fail(const struct request *request, struct reply *reply, enum problem problem, const char *detail)
{
    api_fail(request, problem, detail, reply);
}

/* Reading an address of ours. */
static void answer_reader(const struct dashboard *dashboard, const struct request *request,
                          struct reply *reply)
{
    const struct dashboard_file *asset = find_asset(dashboard, request->path);
    if (asset) {
        give(asset, reply);
        reply->cache = CACHE_FOR_EVER;
        snprintf(reply->etag, sizeof reply->etag, "%s", asset->etag);
    } else if (!dashboard->page) {
        fail(request, reply, PROBLEM_NOT_FOUND,
             "This program was built without the dashboard, which `make DASHBOARD=yes` puts in. The API is "
             "here and "
             "begins at GET /v1.");
    } else if (begins_with(request->path, ASSETS)) {
        fail(request, reply, PROBLEM_NOT_FOUND,
             "The dashboard has no such file; GET / names those that it has.");
    } else {
        give_page(dashboard, reply);
        snprintf(reply->etag, sizeof reply->etag, "%s", dashboard->page->etag);
    }
}

bool dashboard_answer(const struct dashboard *dashboard, const struct request *request, struct reply *reply)
{
    static const char methods[] = "GET, HEAD, OPTIONS";
    const char *path = request->path;
    if (is_versioned(path) || !(begins_with(path, ASSETS) || is_address(dashboard, path)))
        return false;
    reply_init(reply, request);
    if (is_reading(request)) {
        answer_reader(dashboard, request, reply);
    } else if (request->method == METHOD_OPTIONS) {
        reply->status = 204;
        reply->cache = CACHE_LATEST;
        reply->constant = "";
    } else {
        fail(request, reply, PROBLEM_METHOD_NOT_ALLOWED,
             "The dashboard can only be read: with GET, HEAD, OPTIONS.");
    }
    memcpy(reply->allow, methods, sizeof methods);
    reply->operation = "dashboard";
    reply->route = METER_DASHBOARD;
    return true;
}

void dashboard_show_missing(const struct dashboard *dashboard, const struct request *request,
                            struct reply *reply)
{
    if (reply->problem != PROBLEM_NOT_FOUND || reply->route != METER_NO_ROUTE || !dashboard->page ||
        !is_reading(request) || is_versioned(request->path) ||
        !negotiate_prefers(request->accept, "text/html", "application/json"))
        return;
    give_page(dashboard, reply);
}

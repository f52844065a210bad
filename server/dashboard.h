#pragma once
/* The dashboard: bytes that were built into the program, beside the API and without any part in it. */

#include "api/reply.h"

struct dashboard_file {
    const char *path; /* "/assets/…" */
    const char *media_type;
    const char *etag; /* quoted, of the bytes */
    const char *bytes;
    size_t size;
    const char *gzip; /* NULL: it would be no smaller */
    size_t gzip_size;
};

struct dashboard {
    const struct dashboard_file *page; /* which every one of the addresses gives; NULL: built without */
    const struct dashboard_file *assets;
    size_t asset_count;
    const char *const *addresses; /* a segment that is "*" stands for any one that is not empty */
    size_t address_count;
};

/* What dashboard/embed.py wrote. */
extern const struct dashboard dashboard_built;

/* Makes the reply when the request is for the dashboard; false: it is the API's to answer. */
bool dashboard_answer(const struct dashboard *dashboard, const struct request *request, struct reply *reply);
/* Of an address that neither knows: to a browser the page tells that, to all others the problem as it stands.
 */
void dashboard_show_missing(const struct dashboard *dashboard, const struct request *request,
                            struct reply *reply);

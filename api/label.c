#include "api/label.h"

#include "api/api.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Whether the reply depends on the day on which it is asked: some day of it is `today`, or `date` is left to
 * be. */
static bool is_floating(const struct operation *operation, const struct request *request)
{
    for (size_t i = 0; i < operation->param_count; i++) {
        const struct param *param = &operation->params[i];
        if (param->type != PARAM_DATE)
            continue;
        const char *day = request_find(request, param->name);
        if (!day)
            day = param->offset == operation->date_offset ? "today" : param->fallback;
        if (day && strcmp(day, "today") == 0)
            return true;
    }
    return false;
}

/* A version stays what it is. An instant does once a later revision was recorded; until then the latest may
 * still grow. */
bool label_is_pinned(const struct moment *moment, int64_t at, int64_t head)
{
    return moment && (moment->version > 0 || (moment->instant && at < head));
}

void label_etag(const struct context *context, bool floating, struct reply *reply)
{
    char day[sizeof ".-2147483648"] = "";
    if (floating)
        snprintf(day, sizeof day, ".%08" PRId32, context->request->today.ymd);
    char revision[sizeof "r." + 20] = "";
    if (reply->revision > 0)
        snprintf(revision, sizeof revision, "r%" PRId64 ".", reply->revision);
    char earlier[sizeof ".f" + 20] = "";
    if (context->earlier)
        snprintf(earlier, sizeof earlier, ".f%" PRId64, context->earlier->at);
    const char *subtype = strchr(reply->content_type, '/') + 1;
    snprintf(reply->etag, sizeof reply->etag, "\"%s%" PRId64 ".%s.%c%s%s\"", revision, context->at,
             engine_version, subtype[0], earlier, day);
}

/* What may be kept how long. The long class needs every input of the answer pinned: knowledge, and the day
 * where there is one. */
void label_reply(const struct operation *operation, const struct context *context, struct reply *reply)
{
    if (reply->fleeting)
        return;
    const bool floating = is_floating(operation, context->request);
    if (reply->cache == CACHE_NO_STORE)
        reply->cache = context->pinned && !floating ? CACHE_PINNED : CACHE_LATEST;
    label_etag(context, floating, reply);
}

void label_constant(struct reply *reply)
{
    if (reply->cache != CACHE_LATEST)
        return;
    const char *subtype = strchr(reply->content_type, '/') + 1;
    snprintf(reply->etag, sizeof reply->etag, "\"%s.%c\"", engine_version, subtype[0]);
}

#include "api/label.h"

#include "api/api.h"

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

static char *add(char *at, const char *text)
{
    const size_t size = strlen(text);
    memcpy(at, text, size);
    return at + size;
}

static char *add_number(char *at, const char *before, int64_t number)
{
    at = add(at, before);
    return at + json_out_format_integer(number, at);
}

/* "r<revision>.<data version>-<mark>.<engine>.<form>.f<earlier version>-<mark>.<day>" without what does not
 * apply: three numbers of 20 digits, two marks, a version of ours and a day fit. */
_Static_assert(REPLY_ETAG_SIZE >= sizeof "\"r.-..j.f-.12345678\"" + 3 * 20 + 2 * VIEW_MARK_SIZE + 8,
               "an entity tag fits");

void label_etag(const struct context *context, bool floating, struct reply *reply)
{
    char *at = add(reply->etag, "\"");
    if (reply->revision > 0)
        at = add(add_number(at, "r", reply->revision), ".");
    at = add(add(add(add_number(at, "", context->at), "-"), context->mark), ".");
    at = add(add(at, engine_version), ".");
    *at++ = strchr(reply->content_type, '/')[1];
    if (context->earlier)
        at = add(add(add_number(at, ".f", context->earlier->at), "-"), context->earlier->mark);
    if (floating)
        at = add_number(at, ".", context->request->today.ymd);
    memcpy(at, "\"", sizeof "\"");
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

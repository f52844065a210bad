/* The envelope of lists. */
#include "api/page.h"

#include "api/forms.h"
#include "api/member.h"

#include <stdio.h>

void page_begin(const struct list_args *args, struct reply *reply)
{
    struct json_out *out = reply_json(reply);
    reply->content_type = forms[args->format].content_type;
    reply->download_csv = args->format == LIST_CSV;
    if (args->format != LIST_JSON) {
        out->pretty = false;
        return;
    }
    json_out_begin_object(out);
    json_out_key(out, "items");
    json_out_begin_array(out);
}

void page_end_items(struct json_out *out, const struct list_args *args, int64_t total, const char *next)
{
    json_out_end_array(out);
    json_out_key(out, "total");
    if (total < 0)
        json_out_null(out);
    else
        json_out_integer(out, total);
    member_integer(out, "limit", args->limit);
    member_text(out, "next", next);
}

void page_meta(struct json_out *out, const struct context *context, struct date day)
{
    json_out_key(out, "meta");
    json_out_begin_object(out);
    member_integer(out, "data_version", context->at);
    member_date(out, "date", day);
    member_integer(out, "known_at", context->at);
    member_date(out, "verified_through", context->rules->verified_through);
    json_out_end_object(out);
}

void page_link(struct reply *reply, const char *next)
{
    static const char described[] = "</v1/columns>; rel=\"describedby\", </v1>; rel=\"license\", "
                                    "</openapi.json>; rel=\"service-desc\"";
    int written;
    if (next)
        written = asprintf(&reply->link, "<%s>; rel=\"next\", %s", next, described);
    else
        written = asprintf(&reply->link, "%s", described);
    if (written >= 0)
        return;
    /* Without its address the next page would look like the end of the list. */
    reply->link = NULL;
    reply->out.failed = true;
}

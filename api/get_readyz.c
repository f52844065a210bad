/* GET /readyz: questions can be answered; data that aged is a warning, not a failure. */
#include "operations.h"

#include "api/context.h"
#include "api/member.h"
#include "db/revisions.h"
#include "rules/history.h"

#include <stdio.h>

/* Rulings change monthly: after so many days without anybody having checked them an operator should know. */
#define STALE_AFTER_DAYS 90

static void write_check(struct json_out *out, const char *name, bool well, const char *text)
{
    json_out_begin_object(out);
    member_text(out, "name", name);
    member_text(out, "status", well ? "ok" : "warn");
    member_text(out, "text", text);
    json_out_end_object(out);
}

enum problem get_readyz(const struct get_readyz_args *args, const struct context *context,
                        struct reply *reply)
{
    (void)args;
    struct revision revision;
    if (!revisions_find(context->store, context->at, &revision))
        return reply_fail(reply, PROBLEM_NOT_READY, "The store cannot be read.");
    const struct date verified = context->rules->verified_through;
    const struct date today = context->request->today;
    const bool fresh = verified.ymd && today.ymd <= date_add_days(verified, STALE_AFTER_DAYS).ymd;
    const size_t lapsed = rules_list_lapsed(context->rules, today, NULL);
    char day[DATE_TEXT_SIZE];
    date_format(verified, day);
    char stored[96];
    char checked[128];
    char ended[128];
    snprintf(stored, sizeof stored, "recorded at %s", revision.recorded_at);
    snprintf(checked, sizeof checked,
             verified.ymd ? "rulings verified through %s" : "no operative ruling is recorded", day);

    snprintf(ended, sizeof ended, "%zu provision%s ended by the calendar and not checked since", lapsed,
             lapsed == 1 ? "" : "s");

    struct json_out *out = reply_json(reply);
    json_out_begin_object(out);
    member_text(out, "status", fresh && lapsed == 0 ? "ok" : "warn");
    member_integer(out, "data_version", context->at);
    member_text(out, "verified_through", verified.ymd ? day : NULL);
    json_out_key(out, "checks");
    json_out_begin_array(out);
    write_check(out, "store", true, stored);
    write_check(out, "freshness", fresh, checked);
    write_check(out, "lapses", lapsed == 0, ended);
    json_out_end_array(out);
    json_out_end_object(out);
    return PROBLEM_NONE;
}

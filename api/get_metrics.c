/* GET /metrics: what an operator's Prometheus collects. Nothing in it says what anybody asked. */
#include "operations.h"

#include "api/api.h"
#include "api/exposition.h"
#include "api/metrics.h"
#include "api/process.h"
#include "db/instant.h"
#include "db/revisions.h"
#include "db/store_about.h"
#include "rules/history.h"

#include <stdio.h>

static void write_build(struct json_out *out, const struct context *context)
{
    char labels[160];
    snprintf(labels, sizeof labels, "version=\"%s\",sqlite=\"%s\",libmicrohttpd=\"%s\"", engine_version,
             store_library_version(), context->http_library ? context->http_library : "");
    exposition_family(out, "navicert_build_info", "gauge", "What the program is made of; always 1.");
    exposition_sample(out, "navicert_build_info", labels, 1);
}

/* The instant of a text; nothing where it is none. */
static void write_instant(struct json_out *out, const char *name, const char *help, const char *text)
{
    int64_t ms;
    if (instant_parse(text, &ms))
        exposition_single(out, name, "gauge", help, (double)ms / 1000);
}

static void write_data(struct json_out *out, const struct context *context)
{
    struct revision revision;
    char day[DATE_TEXT_SIZE];
    char midnight[DATE_TEXT_SIZE + sizeof "T00:00:00Z"];
    exposition_single(out, "navicert_data_version", "gauge", "The latest data version.",
                      (double)context->head);
    if (revisions_find(context->store, context->head, &revision))
        write_instant(out, "navicert_data_recorded_timestamp_seconds",
                      "When the latest data version was recorded.", revision.recorded_at);
    if (context->rules->verified_through.ymd) {
        date_format(context->rules->verified_through, day);
        snprintf(midnight, sizeof midnight, "%sT00:00:00Z", day);
        write_instant(out, "navicert_data_verified_through_timestamp_seconds",
                      "The beginning of the day (UTC) through which all operative rulings were verified.",
                      midnight);
    }
    exposition_single(out, "navicert_lapsed_unverified_provisions", "gauge",
                      "Provisions that ended by the calendar and were not checked since.",
                      (double)rules_list_lapsed(context->rules, context->request->today, NULL));
}

static void write_known(struct json_out *out, const char *name, const char *help, int64_t bytes)
{
    if (bytes >= 0)
        exposition_single(out, name, "gauge", help, (double)bytes);
}

static void write_store(struct json_out *out, const struct context *context)
{
    const struct store_sizes sizes = store_measure(context->store);
    write_known(out, "navicert_database_size_bytes", "Of the database file.", sizes.database);
    write_known(out, "navicert_database_wal_size_bytes", "Of the write-ahead log beside it.", sizes.log);
    write_known(out, "navicert_database_volume_available_bytes", "Left where the database lies.",
                sizes.available);
}

static void write_process(struct json_out *out, const struct context *context)
{
    const struct process_usage usage = process_measure();
    exposition_single(out, "process_start_time_seconds", "gauge",
                      "When the process began to serve, since 1970.",
                      (double)context->meters->started_ms / 1000);
    exposition_single(out, "process_cpu_seconds_total", "counter", "User and system time of all threads.",
                      (double)usage.cpu_us / 1e6);
    write_known(out, "process_resident_memory_bytes", "Memory in use.", usage.resident_bytes);
    write_known(out, "process_open_fds", "Open file descriptors.", usage.open_fds);
    write_known(out, "process_max_fds", "The most that there can be.", usage.max_fds);
}

enum problem get_metrics(const struct get_metrics_args *args, const struct context *context,
                         struct reply *reply)
{
    (void)args;
    if (!context->tells_metrics)
        return reply_fail(reply, PROBLEM_NOT_FOUND,
                          "The operator of this instance keeps its metrics to itself.");
    struct json_out *out = reply_json(reply);
    reply->content_type = EXPOSITION_TYPE;
    out->pretty = false;
    write_build(out, context);
    metrics_write_requests(out, context->meters);
    metrics_write_connections(out, context->meters);
    metrics_write_work(out, context);
    write_data(out, context);
    write_store(out, context);
    write_process(out, context);
    return PROBLEM_NONE;
}

/* The API as the server has it: opened, asked, closed. */
#include "api/api.h"

#include "api/dispatch.h"
#include "api/snapshot.h"
#include "api/worker.h"
#include "db/report.h"

#include <stdlib.h>
#include <string.h>

const char engine_version[] = "1.0.0";

/* Who has written is answered from what was written, on whatever loop. */
static void publish_written(struct store *store, void *context)
{
    struct api *api = context;
    if (store_settle(store))
        snapshots_publish(api->snapshots, store);
}

static struct jobs *open_lane(struct api *api, enum lane lane)
{
    const enum store_mode mode = lane == LANE_WRITE ? STORE_WRITE : STORE_READ;
    struct store *store;
    char reason[STORE_REASON_SIZE];
    if (store_open_beside(api->store, mode, &store, reason))
        return jobs_open(store, lane == LANE_WRITE ? publish_written : NULL, api);
    /* A database that can only be read is served as well. */
    report_error("%s%s", lane == LANE_WRITE ? "nobody can write over HTTP: " : "", reason);
    return NULL;
}

struct api *api_open(const struct api_options *options)
{
    struct api *api = calloc(1, sizeof *api);
    if (!api)
        return NULL;
    api->options = *options;
    meters_init(&api->meters, options->connections_max);
    quota_init(&api->screenings, options->screenings_max);
    api->operator= options->operator;
    failures_init(&api->failures, options->token_failures_max);
    instant_begin(&api->course);
    char reason[STORE_REASON_SIZE];
    if (!(options->checked ? store_open_checked : store_open)(options->database, STORE_READ, &api->store,
                                                              reason))
        report_error("%s", reason);
    else
        api->snapshots = snapshots_open(api->store, options->snapshots_max, &api->meters);
    for (unsigned lane = 0; api->snapshots && lane < LANE_COUNT; lane++)
        api->lanes[lane] = open_lane(api, (enum lane)lane);
    if (api->lanes[LANE_READ])
        return api;
    api_close(api);
    return NULL;
}

/* The connection that is closed last takes the write-ahead log into the file, which only one that writes can
 * do. NULL: the log stays for the next start. */
static struct store *open_last(const struct api *api)
{
    struct store *last = NULL;
    char reason[STORE_REASON_SIZE];
    return api->lanes[LANE_WRITE] && store_open_beside(api->store, STORE_WRITE, &last, reason) ? last : NULL;
}

void api_close(struct api *api)
{
    if (!api)
        return;
    struct store *last = open_last(api);
    for (unsigned lane = 0; lane < LANE_COUNT; lane++)
        jobs_close(api->lanes[lane]);
    snapshots_close(api->snapshots);
    store_close(api->store);
    failures_done(&api->failures);
    meters_done(&api->meters);
    store_close(last);
    free(api);
}

struct api_worker *api_worker_open(struct api *api)
{
    struct api_worker *worker = calloc(1, sizeof *worker);
    if (!worker)
        return NULL;
    worker->api = api;
    char reason[STORE_REASON_SIZE];
    if (!store_open_beside(api->store, STORE_READ, &worker->store, reason))
        report_error("%s", reason);
    else if (views_open(&worker->views, api->snapshots, worker->store))
        worker->meter = meter_open(&api->meters);
    if (worker->meter)
        return worker;
    views_close(&worker->views);
    store_close(worker->store);
    free(worker);
    return NULL;
}

void api_worker_close(struct api_worker *worker)
{
    if (!worker)
        return;
    views_close(&worker->views);
    store_close(worker->store);
    meter_close(&worker->api->meters, worker->meter);
    free(worker);
}

struct meter *api_worker_meter(struct api_worker *worker)
{
    return worker->meter;
}

void api_forget(struct api *api, const void *waiter_context)
{
    snapshots_forget(api->snapshots, waiter_context);
    for (unsigned lane = 0; lane < LANE_COUNT; lane++) {
        if (api->lanes[lane])
            jobs_forget(api->lanes[lane], waiter_context);
    }
}

static bool asks_pretty(const struct request *request)
{
    const char *value = request_find(request, "pretty");
    return value && (*value == '\0' || strcmp(value, "true") == 0 || strcmp(value, "1") == 0);
}

/* Ends the body with a newline; without memory for it, the shortest honest answer. */
static void finish(struct reply *reply)
{
    if (reply->constant || reply->source)
        return;
    if (reply->out.size > 0 && reply->out.text[reply->out.size - 1] != '\n')
        json_out_bytes(&reply->out, "\n", 1);
    if (json_out_finish(&reply->out))
        return;
    static const char body[] = "{\"type\":\"/problems/overloaded\",\"title\":\"Overloaded\",\"status\":503,"
                               "\"code\":\"overloaded\",\"detail\":\"Out of memory.\",\"instance\":null}\n";
    reply->problem = PROBLEM_OVERLOADED;
    reply->status = 503;
    reply->content_type = "application/problem+json";
    reply->retry_after_s = 1;
    reply->cache = CACHE_NO_STORE;
    reply->etag[0] = '\0';
    reply_undress(reply);
    reply->constant = body;
    reply->constant_size = sizeof body - 1;
}

enum wait api_begin(struct api_worker *worker, const struct request *request, struct api_waiter waiter,
                    struct intake **intake, struct reply *reply)
{
    reply_init(reply, request);
    const enum wait waits = dispatch_begin(worker, request, waiter, intake, reply);
    if (waits != WAIT_NONE)
        reply_done(reply);
    else if (reply->problem != PROBLEM_NONE)
        finish(reply);
    return waits;
}

enum wait api_handle(struct api_worker *worker, const struct request *request, struct api_waiter waiter,
                     struct reply *reply)
{
    reply_init(reply, request);
    reply->out.pretty = asks_pretty(request);
    const enum wait waits = dispatch(worker, request, waiter, reply);
    if (waits == WAIT_NONE)
        finish(reply);
    else
        reply_done(reply);
    return waits;
}

void api_fail(const struct request *request, enum problem problem, const char *detail, struct reply *reply)
{
    reply_init(reply, request);
    reply_fail(reply, problem, "%s", detail);
    finish(reply);
}

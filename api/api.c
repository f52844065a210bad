/* Routes a request, resolves its clocks to one data version, runs the operation and dresses the reply. */
#include "api/api.h"

#include "api/context.h"
#include "api/params.h"
#include "api/route.h"
#include "api/snapshot.h"
#include "api/view.h"
#include "db/report.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char engine_version[] = "1.0.0";

struct api {
    struct api_options options;
    struct store *store; /* beside which every other connection is opened */
    struct snapshots *snapshots;
};

struct api_worker {
    struct api *api;
    struct store *store;
    struct views views;
    struct args_buffer arguments;
};

struct api *api_open(const struct api_options *options)
{
    struct api *api = calloc(1, sizeof *api);
    if (!api)
        return NULL;
    api->options = *options;
    char reason[STORE_REASON_SIZE];
    if (!store_open(options->database, STORE_READ, &api->store, reason))
        report_error("%s", reason);
    else
        api->snapshots = snapshots_open(api->store, options->snapshots_max);
    if (api->snapshots)
        return api;
    store_close(api->store);
    free(api);
    return NULL;
}

void api_close(struct api *api)
{
    if (!api)
        return;
    snapshots_close(api->snapshots);
    store_close(api->store);
    free(api);
}

struct api_worker *api_worker_open(struct api *api)
{
    struct api_worker *worker = calloc(1, sizeof *worker);
    if (!worker)
        return NULL;
    worker->api = api;
    char reason[STORE_REASON_SIZE];
    if (!store_open_beside(api->store, &worker->store, reason))
        report_error("%s", reason);
    else if (views_open(&worker->views, api->snapshots, worker->store))
        return worker;
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
    free(worker);
}

void api_forget(struct api *api, const void *waiter_context)
{
    snapshots_forget(api->snapshots, waiter_context);
}

enum problem context_fail(const struct context *context, struct reply *reply)
{
    if (store_timed_out(context->store))
        return reply_fail(reply, PROBLEM_OVERLOADED,
                          "The query took longer than this server allows; narrow it with filters.");
    return reply_fail(reply, PROBLEM_INTERNAL, "The store could not be read.");
}

static bool asks_pretty(const struct request *request)
{
    const char *value = request_find(request, "pretty");
    return value && (*value == '\0' || strcmp(value, "true") == 0 || strcmp(value, "1") == 0);
}

/* The data version that the moment means, or 0 when the problem is written. */
static int64_t resolve_version(struct api_worker *worker, const struct moment *moment, int64_t head,
                               struct reply *reply)
{
    int64_t version = moment->version;
    if (moment->instant) {
        version = store_version_at(worker->store, moment->instant);
        if (version < 0) {
            reply_fail(reply, PROBLEM_INTERNAL, "The store could not be read.");
            return 0;
        }
        if (version > head)
            version = head;
        if (version == 0)
            reply_fail(reply, PROBLEM_UNKNOWN_VERSION, "Nothing had been recorded at known_at %s.",
                       moment->instant);
        return version;
    }
    if (version > head) {
        reply_fail(reply, PROBLEM_UNKNOWN_VERSION,
                   "There is no data version %" PRId64 " yet; the latest is %" PRId64 ".", version, head);
        return 0;
    }
    return version;
}

static enum api_outcome refuse_wait(const struct request *request, enum snapshot_outcome outcome,
                                    struct reply *reply)
{
    if (outcome == SNAPSHOT_WAIT && !request->out_of_time)
        return API_WAIT;
    if (outcome == SNAPSHOT_FAILED)
        reply_fail(reply, PROBLEM_INTERNAL, "That data version could not be compiled.");
    else
        reply_fail(reply, PROBLEM_OVERLOADED,
                   "Too many older data versions are being asked for; try again shortly.");
    return API_DONE;
}

/* Whether the reply depends on the day on which it is asked: some day of it is `today`, or `date` is left to
 * be. */
static bool is_floating(const struct operation *operation, const struct request *request)
{
    for (size_t i = 0; i < operation->param_count; i++) {
        const struct param *param = &operation->params[i];
        if (param->type != PARAM_DATE)
            continue;
        const char *day = request_find(request, param->name);
        if (day ? strcmp(day, "today") == 0 : param->offset == operation->date_offset)
            return true;
    }
    return false;
}

/* A version stays what it is. An instant does once a later revision was recorded; until then the latest may
 * still grow. */
static bool is_pinned(const struct moment *moment, int64_t at, int64_t head)
{
    return moment && (moment->version > 0 || (moment->instant && at < head));
}

/* What may be kept how long. The long class needs every input of the answer pinned: knowledge, and the day
 * where there is one. */
static void label_reply(const struct operation *operation, const struct context *context, struct reply *reply)
{
    const struct request *request = context->request;
    const bool floating = is_floating(operation, request);
    if (reply->cache == CACHE_NO_STORE)
        reply->cache = context->pinned && !floating ? CACHE_PINNED : CACHE_LATEST;
    char day[sizeof ".-2147483648"] = "";
    if (floating)
        snprintf(day, sizeof day, ".%08" PRId32, request->today.ymd);
    char revision[sizeof "r." + 20] = "";
    if (reply->revision > 0)
        snprintf(revision, sizeof revision, "r%" PRId64 ".", reply->revision);
    const char *subtype = strchr(reply->content_type, '/') + 1;
    snprintf(reply->etag, sizeof reply->etag, "\"%s%" PRId64 ".%s.%c%s\"", revision, context->at,
             engine_version, subtype[0], day);
}

static void run_at(struct api_worker *worker, const struct operation *operation, const struct view *view,
                   const struct request *request, struct reply *reply)
{
    const struct moment *moment = operation->clock_offset == SIZE_MAX
                                      ? NULL
                                      : (const void *)(worker->arguments.args + operation->clock_offset);
    const struct context context = {
        .request = request,
        .rules = view->rules,
        .store = worker->store,
        .scratch = view->scratch,
        .second = view->second,
        .at = view->at,
        .head = worker->views.latest.at,
        .pinned = is_pinned(moment, view->at, worker->views.latest.at),
        .dataset = view->dataset,
    };
    store_set_deadline(worker->store, worker->api->options.query_timeout_ms);
    if (!store_read_begin(worker->store)) {
        context_fail(&context, reply);
        return;
    }
    reply->data_version = view->at;
    const enum problem problem = operation->run(worker->arguments.args, &context, reply);
    store_read_end(worker->store);
    if (problem == PROBLEM_NONE && operation->clock_offset != SIZE_MAX)
        label_reply(operation, &context, reply);
}

static enum api_outcome answer_from_store(struct api_worker *worker, const struct operation *operation,
                                          const struct request *request, struct api_waiter waiter,
                                          struct reply *reply)
{
    const struct view *view = views_latest(&worker->views);
    if (operation->clock_offset != SIZE_MAX) {
        const struct moment *moment = (const void *)(worker->arguments.args + operation->clock_offset);
        if (moment->version > 0 || moment->instant) {
            const int64_t version = resolve_version(worker, moment, view->at, reply);
            if (version == 0)
                return API_DONE;
            const enum snapshot_outcome outcome =
                version == view->at ? SNAPSHOT_READY : views_at(&worker->views, version, waiter, &view);
            if (outcome != SNAPSHOT_READY)
                return refuse_wait(request, outcome, reply);
        }
    }
    run_at(worker, operation, view, request, reply);
    return API_DONE;
}

static enum problem fail_route(const struct request *request, struct reply *reply)
{
    const char *near = route_suggest(request->path);
    if (near)
        return reply_fail(reply, PROBLEM_NOT_FOUND,
                          "There is nothing at %s; did you mean %s? GET /v1 lists everything.", request->path,
                          near);
    return reply_fail(reply, PROBLEM_NOT_FOUND, "There is nothing at %s; GET /v1 lists everything.",
                      request->path);
}

static enum api_outcome dispatch(struct api_worker *worker, const struct request *request,
                                 struct api_waiter waiter, struct reply *reply)
{
    struct route route;
    route_find(request->path, request->method, &route);
    if (!route.allow) {
        fail_route(request, reply);
        return API_DONE;
    }
    reply->allow = route.allow;
    if (request->method == METHOD_OPTIONS) {
        reply->status = 204;
        reply->cache = CACHE_LATEST;
        reply->constant = "";
        return API_DONE;
    }
    if (!route.operation) {
        reply_fail(reply, PROBLEM_METHOD_NOT_ALLOWED, "%s can be asked with %s.", request->path, route.allow);
        return API_DONE;
    }
    reply->operation = route.operation->id;
    if (params_parse(route.operation, request, route.values, &worker->arguments, reply) != PROBLEM_NONE)
        return API_DONE;
    if (route.operation->needs_store)
        return answer_from_store(worker, route.operation, request, waiter, reply);
    const struct context context = {.request = request, .store = worker->store};
    route.operation->run(worker->arguments.args, &context, reply);
    return API_DONE;
}

/* Ends the body with a newline; without memory for it, the shortest honest answer. */
static void finish(struct reply *reply)
{
    if (reply->constant)
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

enum api_outcome api_handle(struct api_worker *worker, const struct request *request,
                            struct api_waiter waiter, struct reply *reply)
{
    reply_init(reply, request);
    reply->out.pretty = asks_pretty(request);
    const enum api_outcome outcome = dispatch(worker, request, waiter, reply);
    if (outcome == API_DONE)
        finish(reply);
    else
        reply_done(reply);
    return outcome;
}

void api_fail(const struct request *request, enum problem problem, const char *detail, struct reply *reply)
{
    reply_init(reply, request);
    reply_fail(reply, problem, "%s", detail);
    finish(reply);
}

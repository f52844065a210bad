#include "api/dispatch.h"

#include "api/authorize.h"
#include "api/body.h"
#include "api/label.h"
#include "api/route.h"
#include "api/snapshot.h"

#include <inttypes.h>
#include <string.h>

/* The data version that the moment means, or 0 when the problem is written. */
static int64_t resolve_version(struct api_worker *worker, const struct moment *moment, const char *name,
                               int64_t head, struct reply *reply)
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
            reply_fail(reply, PROBLEM_UNKNOWN_VERSION, "Nothing had been recorded at %s %s.", name,
                       moment->instant);
        return version;
    }
    if (version > head) {
        reply_fail(reply, PROBLEM_UNKNOWN_VERSION,
                   "%s: there is no data version %" PRId64 " yet; the latest is %" PRId64 ".", name, version,
                   head);
        return 0;
    }
    return version;
}

/* One that was waited for was counted as missing when the waiting began. */
static void count_older(struct api_worker *worker, const struct request *request,
                        enum snapshot_outcome outcome)
{
    static const enum meter_cell cells[] = {[SNAPSHOT_READY] = METER_OLDER_HIT,
                                            [SNAPSHOT_WAIT] = METER_OLDER_MISS,
                                            [SNAPSHOT_BUSY] = METER_OLDER_REFUSED,
                                            [SNAPSHOT_FAILED] = METER_OLDER_FAILED};
    const bool again = request->waited == WAIT_VERSION;
    if (!again || outcome == SNAPSHOT_BUSY || outcome == SNAPSHOT_FAILED)
        meter_count(worker->meter, cells[outcome]);
}

static enum wait refuse_wait(const struct request *request, enum snapshot_outcome outcome,
                             struct reply *reply)
{
    if (outcome == SNAPSHOT_WAIT && !request->out_of_time)
        return WAIT_VERSION;
    if (outcome == SNAPSHOT_FAILED)
        reply_fail(reply, PROBLEM_INTERNAL, "That data version could not be compiled.");
    else
        reply_fail(reply, PROBLEM_OVERLOADED,
                   "Too many older data versions are being asked for; try again shortly.");
    return WAIT_NONE;
}

/* The state of knowledge that a member of the arguments means; NULL: the operation has none there, or it was
 * not given. */
static const struct moment *moment_given(const struct api_worker *worker, size_t offset)
{
    if (offset == SIZE_MAX)
        return NULL;
    const struct moment *moment = (const void *)(worker->arguments.args + offset);
    return moment->version > 0 || moment->instant ? moment : NULL;
}

static bool all_pinned(const struct api_worker *worker, const struct operation *operation,
                       const struct context *context)
{
    const struct moment *earlier = moment_given(worker, operation->earlier_offset);
    return label_is_pinned(moment_given(worker, operation->clock_offset), context->at, context->head) &&
           (!earlier || !context->earlier || label_is_pinned(earlier, context->earlier->at, context->head));
}

/* Runs the operation within a read transaction. What the request waits for, if it does. */
static enum wait run(struct api_worker *worker, const struct operation *operation, struct context *context,
                     struct reply *reply)
{
    context->head = worker->views.latest.at;
    context->pinned = all_pinned(worker, operation, context);
    store_read_begin(worker->store);
    reply->data_version = context->at;
    const void *args = worker->arguments.args;
    const enum problem problem = context->begun ? operation->begin(args, context, context->begun, reply)
                                                : operation->run(args, context, reply);
    store_read_end(worker->store);
    if (reply->waits == WAIT_NONE && problem == PROBLEM_NONE && operation->method == METHOD_GET &&
        operation->clock_offset != SIZE_MAX)
        label_reply(operation, context, reply);
    return reply->waits;
}

static void look_from(struct context *context, const struct view *view)
{
    context->rules = view->rules;
    context->scratch = view->scratch;
    context->second = view->second;
    context->at = view->at;
    context->mark = view->mark;
    context->dataset = view->dataset;
    context->doubts = view->doubts;
}

/* WAIT_NONE and `*view` the one meant; untouched when it was not given. NULL: the problem is written. */
static enum wait find_view(struct api_worker *worker, const struct context *context,
                           const struct moment *moment, const char *name, const struct view **view,
                           struct reply *reply)
{
    const struct view *latest = &worker->views.latest;
    if (!moment)
        return WAIT_NONE;
    const int64_t version = resolve_version(worker, moment, name, latest->at, reply);
    *view = version == latest->at ? latest : NULL;
    if (version == 0 || *view)
        return WAIT_NONE;
    const enum snapshot_outcome outcome = views_at(&worker->views, version, context->waiter, view);
    count_older(worker, context->request, outcome);
    return outcome == SNAPSHOT_READY ? WAIT_NONE : refuse_wait(context->request, outcome, reply);
}

static enum wait answer_from_store(struct api_worker *worker, const struct operation *operation,
                                   struct context *context, struct reply *reply)
{
    const struct view *view = views_latest(&worker->views);
    enum wait waits =
        find_view(worker, context, moment_given(worker, operation->clock_offset), "known_at", &view, reply);
    if (waits != WAIT_NONE || !view)
        return waits;
    const struct moment *from = moment_given(worker, operation->earlier_offset);
    waits = find_view(worker, context, from, "known_from", &context->earlier, reply);
    if (waits != WAIT_NONE || (from && !context->earlier))
        return waits;
    look_from(context, view);
    return run(worker, operation, context, reply);
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

/* The job that the request has waited for; false: it is not done in time, and the problem is written. */
static bool take_finished(struct api *api, struct context *context, struct reply *reply)
{
    if (context->request->waited != WAIT_JOB)
        return true;
    for (unsigned lane = 0; lane < LANE_COUNT && !context->finished; lane++) {
        if (api->lanes[lane])
            context->finished = jobs_take(api->lanes[lane], context->waiter.context);
    }
    if (!context->finished)
        reply_fail(
            reply, PROBLEM_OVERLOADED,
            "That took too long. A change that was asked for may or may not have been recorded: read the "
            "document before trying again.");
    return context->finished != NULL;
}

/* False: the problem is written. */
static bool read_clock(struct api_worker *worker, const struct operation *operation, const json_t *body,
                       struct reply *reply)
{
    return !operation->body_clock ||
           body_read_moment(body, (void *)(worker->arguments.args + operation->clock_offset), reply);
}

static enum wait answer(struct api_worker *worker, const struct operation *operation, struct context *context,
                        struct reply *reply)
{
    enum wait waits = WAIT_NONE;
    if (!take_finished(worker->api, context, reply))
        return waits;
    /* What was let in and is done by now is told, whatever became of our memory. */
    const bool written = operation->scopes && context->finished;
    const bool needs_body = operation->body && !written;
    json_t *body = needs_body ? body_read(operation, context->request, reply) : NULL;
    context->body = body;
    if (needs_body && (!body || !read_clock(worker, operation, body, reply)))
        waits = WAIT_NONE;
    else if (operation->needs_store)
        waits = answer_from_store(worker, operation, context, reply);
    else if (operation->run(worker->arguments.args, context, reply) == PROBLEM_NONE)
        label_constant(reply);
    json_decref(body);
    if (context->finished)
        context->finished->free(context->finished);
    return waits;
}

static struct context make_context(struct api_worker *worker, const struct request *request,
                                   struct api_waiter waiter)
{
    struct context context = {.request = request,
                              .store = worker->store,
                              .waiter = waiter,
                              .snapshots = worker->api->snapshots,
                              .screenings = &worker->api->screenings,
                              .meters = &worker->api->meters,
                              .http_library = worker->api->options.http_library,
                              .tells_metrics = worker->api->options.metrics};
    if (request->out_of_time)
        context.waiter.wake = NULL;
    context.bearer = &worker->bearer;
    memcpy(context.lanes, worker->api->lanes, sizeof context.lanes);
    return context;
}

/* The time of the SQL counts from here: a token is looked up with it too. */
static void begin_operation(struct api_worker *worker, const struct operation *operation, struct reply *reply)
{
    store_set_deadline(worker->store, worker->api->options.query_timeout_ms);
    reply->operation = operation->id;
    reply->route = METER_OPERATIONS + (unsigned)(operation - operations);
}

/* Judged before anything else of the request is: an answer tells who may not ask nothing of what there is.
 * What was let in and waits for its outcome is told it, whatever became of the token. */
static bool is_let_in(struct api_worker *worker, const struct operation *operation,
                      const struct request *request, struct reply *reply)
{
    return !operation->scopes || request->waited == WAIT_JOB ||
           authorize(worker, operation, request, &worker->bearer, reply) == PROBLEM_NONE;
}

enum wait dispatch(struct api_worker *worker, const struct request *request, struct api_waiter waiter,
                   struct reply *reply)
{
    struct route route;
    route_find(request->path, request->method, &route);
    if (!route.operation && !route.allow[0]) {
        fail_route(request, reply);
        return WAIT_NONE;
    }
    memcpy(reply->allow, route.allow, sizeof reply->allow);
    if (request->method == METHOD_OPTIONS) {
        reply->status = 204;
        reply->cache = CACHE_LATEST;
        reply->constant = "";
        return WAIT_NONE;
    }
    if (!route.operation) {
        reply_fail(reply, PROBLEM_METHOD_NOT_ALLOWED, "%s can be asked with %s.", request->path, route.allow);
        return WAIT_NONE;
    }
    begin_operation(worker, route.operation, reply);
    if (!is_let_in(worker, route.operation, request, reply) ||
        params_parse(route.operation, request, route.values, &worker->arguments, reply) != PROBLEM_NONE)
        return WAIT_NONE;
    struct context context = make_context(worker, request, waiter);
    if (!request->intake)
        return answer(worker, route.operation, &context, reply);
    route.operation->run(worker->arguments.args, &context, reply);
    return WAIT_NONE;
}

enum wait dispatch_begin(struct api_worker *worker, const struct request *request, struct api_waiter waiter,
                         struct intake **intake, struct reply *reply)
{
    struct route route;
    route_find(request->path, request->method, &route);
    if (!route.operation)
        return WAIT_NONE;
    begin_operation(worker, route.operation, reply);
    if (!is_let_in(worker, route.operation, request, reply) || !route.operation->begin)
        return WAIT_NONE;
    if (params_parse(route.operation, request, route.values, &worker->arguments, reply) != PROBLEM_NONE)
        return WAIT_NONE;
    struct context context = make_context(worker, request, waiter);
    context.begun = intake;
    return answer_from_store(worker, route.operation, &context, reply);
}

/* Requests and connections, summed over all loops. */
#include "api/metrics.h"

#include "api/exposition.h"
#include "api/operation.h"

#include <stdio.h>

#define LABELS_SIZE 160

static const char *const classes[METER_CLASSES] = {"none", "1xx", "2xx", "3xx", "4xx", "5xx"};

static void name_route(size_t route, char labels[static LABELS_SIZE])
{
    static const char *const methods[] = {
        [METHOD_GET] = "GET", [METHOD_POST] = "POST", [METHOD_PUT] = "PUT", [METHOD_DELETE] = "DELETE"};
    if (route < METER_OPERATIONS) {
        snprintf(labels, LABELS_SIZE, "route=\"%s\",method=\"any\"",
                 route == METER_DASHBOARD ? "dashboard" : "none");
        return;
    }
    const struct operation *operation = &operations[route - METER_OPERATIONS];
    snprintf(labels, LABELS_SIZE, "route=\"%s\",method=\"%s\"", operation->path, methods[operation->method]);
}

/* The lock is of the list of loops, which none joins or leaves while requests are served. */
static void write_classes(struct json_out *out, const struct meters *meters, size_t route, const char *labels)
{
    for (size_t class = 0; class < METER_CLASSES; class ++) {
        char all[LABELS_SIZE + 20];
        uint64_t count = 0;
        for (const struct meter *meter = meters->loops; meter; meter = meter->next)
            count += meter_read(&meter->routes[route].by_class[class]);
        snprintf(all, sizeof all, "%s,status=\"%s\"", labels, classes[class]);
        if (class >= 2 || count > 0)
            exposition_sample(out, "navicert_http_requests_total", all, (double)count);
    }
}

static void write_times(struct json_out *out, const struct meters *meters, size_t route, const char *labels)
{
    uint64_t counts[METER_BOUNDS + 1] = {0};
    uint64_t sum_us = 0;
    for (const struct meter *meter = meters->loops; meter; meter = meter->next) {
        const struct meter_histogram *time = &meter->routes[route].time;
        sum_us += meter_read(&time->sum_us);
        for (size_t i = 0; i <= METER_BOUNDS; i++)
            counts[i] += meter_read(&time->counts[i]);
    }
    exposition_histogram(out, "navicert_http_request_duration_seconds", labels, counts, sum_us);
}

static void write_bytes(struct json_out *out, const struct meters *meters, size_t route, const char *labels)
{
    uint64_t bytes = 0;
    for (const struct meter *meter = meters->loops; meter; meter = meter->next)
        bytes += meter_read(&meter->routes[route].bytes);
    exposition_sample(out, "navicert_http_response_size_bytes_total", labels, (double)bytes);
}

static void write_each(struct json_out *out, const struct meters *meters,
                       void (*write)(struct json_out *out, const struct meters *meters, size_t route,
                                     const char *labels))
{
    char labels[LABELS_SIZE];
    for (size_t route = 0; route < METER_OPERATIONS + operation_count; route++) {
        name_route(route, labels);
        write(out, meters, route, labels);
    }
}

static void write_problems(struct json_out *out, const struct meters *meters)
{
    exposition_family(out, "navicert_http_problems_total", "counter",
                      "Requests answered with a problem, by its code.");
    for (size_t problem = PROBLEM_NONE + 1; problem < PROBLEM_COUNT; problem++) {
        char code[PROBLEM_CODE_SIZE];
        char labels[PROBLEM_CODE_SIZE + 12];
        uint64_t count = 0;
        for (const struct meter *meter = meters->loops; meter; meter = meter->next)
            count += meter_read(&meter->problems[problem]);
        problem_code((enum problem)problem, code);
        snprintf(labels, sizeof labels, "code=\"%s\"", code);
        exposition_sample(out, "navicert_http_problems_total", labels, (double)count);
    }
}

void metrics_write_requests(struct json_out *out, struct meters *meters)
{
    pthread_mutex_lock(&meters->lock);
    exposition_family(
        out, "navicert_http_requests_total", "counter",
        "Requests that ended, by route and class of status; none: the connection ended before.");
    write_each(out, meters, write_classes);
    exposition_family(
        out, "navicert_http_request_duration_seconds", "histogram",
        "From the request line to the end of the answer, waiting for news or for a version included.");
    write_each(out, meters, write_times);
    exposition_family(out, "navicert_http_response_size_bytes_total", "counter", "Bytes of bodies sent.");
    write_each(out, meters, write_bytes);
    write_problems(out, meters);
    pthread_mutex_unlock(&meters->lock);
}

uint64_t metrics_sum(struct meters *meters, enum meter_cell cell)
{
    uint64_t sum = 0;
    pthread_mutex_lock(&meters->lock);
    for (const struct meter *meter = meters->loops; meter; meter = meter->next)
        sum += meter_read(&meter->cells[cell]);
    pthread_mutex_unlock(&meters->lock);
    return sum;
}

static const struct {
    const char *label;
    enum meter_cell cell;
    bool busy; /* with a request */
} phases[] = {
    {"phase=\"idle\"", METER_IDLE, false},          {"phase=\"arriving\"", METER_ARRIVING, true},
    {"phase=\"waiting\"", METER_WAITING, true},     {"phase=\"polling\"", METER_POLLING, true},
    {"phase=\"answering\"", METER_ANSWERING, true}, {"phase=\"refused\"", METER_SPARE, false},
    {"phase=\"leaving\"", METER_LEAVING, false},
};

void metrics_write_connections(struct json_out *out, struct meters *meters)
{
    uint64_t busy = 0;
    exposition_family(out, "navicert_connections", "gauge",
                      "Open connections by what they do; those that poll wait for a newer data version.");
    for (size_t i = 0; i < sizeof phases / sizeof phases[0]; i++) {
        const uint64_t count = metrics_sum(meters, phases[i].cell);
        busy += phases[i].busy ? count : 0;
        exposition_sample(out, "navicert_connections", phases[i].label, (double)count);
    }
    exposition_single(out, "navicert_connections_max", "gauge", "The most connections that are let in.",
                      (double)meters->connections_max);
    exposition_single(out, "navicert_connections_accepted_total", "counter", "Connections that were let in.",
                      (double)metrics_sum(meters, METER_ACCEPTED));
    exposition_single(out, "navicert_connections_refused_total", "counter",
                      "Connections above a limit, accepted to be told so.",
                      (double)metrics_sum(meters, METER_REFUSED));
    exposition_single(out, "navicert_http_requests_in_flight", "gauge", "Requests begun and not ended.",
                      (double)busy);
    exposition_single(out, "navicert_log_lines_dropped_total", "counter",
                      "Lines of the log of requests that its reader was too slow for.",
                      (double)metrics_sum(meters, METER_LOG_DROPPED));
}

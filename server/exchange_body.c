/* How the body of a request is read: kept whole, or handed to an intake while it arrives; its coding undone.
 */
#include "server/clock.h"
#include "server/exchange.h"
#include "server/limits.h"

#include <stdlib.h>
#include <string.h>

static const char too_long[] = "The body is longer than 262144 bytes.";
static const char file_too_long[] = "The file is longer than 1 GiB without its coding.";

static const char too_often[] =
    "This client has asked more often than RateLimit-Policy allows; Retry-After says when it may again.";

static bool wants_body(enum method method)
{
    return method == METHOD_POST || method == METHOD_PUT || method == METHOD_DELETE || method == METHOD_OTHER;
}

/* Among the bodies of all requests; false: they take all that they may. */
static bool count(struct exchange *exchange, size_t size)
{
    if (!bodies_take(&exchange->loop->gate->bodies, size))
        return false;
    exchange->body_counted += size;
    return true;
}

static size_t counted_of(size_t capacity)
{
    return capacity > LIMIT_BODY_FREE ? capacity - LIMIT_BODY_FREE : 0;
}

static bool make_room(struct exchange *exchange, size_t size)
{
    size_t capacity = exchange->body_capacity ? exchange->body_capacity : LIMIT_BODY_FREE;
    while (capacity < size)
        capacity *= 2;
    if (capacity > LIMIT_BODY + 1)
        capacity = LIMIT_BODY + 1; /* and more than that is not kept */
    if (capacity == exchange->body_capacity)
        return true;
    if (!count(exchange, counted_of(capacity) - counted_of(exchange->body_capacity)))
        return false;
    char *grown = realloc(exchange->body, capacity);
    if (!grown)
        return false;
    exchange->body = grown;
    exchange->body_capacity = capacity;
    return true;
}

enum wait exchange_begin_body(struct exchange *exchange)
{
    struct request *request = &exchange->request;
    enum wait waits = WAIT_NONE;
    if (exchange->allowance.refused) {
        /* What is short is thrown away, and the connection is kept. */
        if (exchange->body_announced > LIMIT_DRAIN)
            api_fail(request, PROBLEM_TOO_MANY_REQUESTS, too_often, &exchange->reply);
        return WAIT_NONE;
    }
    if (wants_body(request->method) && !exchange->fault && !exchange->short_of_memory)
        waits = api_begin(exchange->loop->worker, request, (struct api_waiter){loop_wake, exchange},
                          &request->intake, &exchange->reply);
    const bool too_large = exchange->body_announced > (request->intake ? LIMIT_FILE : LIMIT_BODY);
    if (waits == WAIT_NONE && exchange->reply.problem == PROBLEM_NONE && too_large)
        api_fail(request, PROBLEM_CONTENT_TOO_LARGE, request->intake ? file_too_long : too_long,
                 &exchange->reply);
    return waits;
}

static bool keep(struct exchange *exchange, const char *bytes, size_t size)
{
    if (exchange->body_decoded > LIMIT_BODY)
        return false;
    if (!make_room(exchange, exchange->body_size + size + 1)) {
        exchange->short_of_memory = true;
        return false;
    }
    memcpy(exchange->body + exchange->body_size, bytes, size);
    exchange->body_size += size;
    exchange->body[exchange->body_size] = '\0';
    return true;
}

/* A piece of the body without its coding. */
static bool take(const char *bytes, size_t size, void *context)
{
    struct exchange *exchange = context;
    struct intake *intake = exchange->request.intake;
    exchange->body_decoded += size;
    if (!intake)
        return keep(exchange, bytes, size);
    if (exchange->body_decoded > LIMIT_FILE || !intake->take(intake, bytes, size))
        exchange->full = true;
    return !exchange->full;
}

static bool is_wanted(const struct exchange *exchange)
{
    return wants_body(exchange->request.method) && !exchange->full && !exchange->fault &&
           !exchange->allowance.refused && !exchange->short_of_memory &&
           (exchange->request.intake || exchange->body_decoded <= LIMIT_BODY);
}

static size_t decode(struct exchange *exchange, const char *data, size_t size)
{
    size_t taken = size;
    if (!exchange->gunzip && count(exchange, GUNZIP_MEMORY))
        exchange->gunzip = gunzip_open();
    exchange->short_of_memory = !exchange->gunzip;
    if (!exchange->gunzip)
        return size;
    switch (gunzip_feed(exchange->gunzip, data, size, take, exchange, &taken)) {
    case GUNZIP_GOOD:
    case GUNZIP_STOPPED:
        return size;
    case GUNZIP_MORE:
        return taken;
    case GUNZIP_BROKEN:
        break;
    }
    exchange->fault = "The body is not the gzip data that its Content-Encoding announces.";
    return size;
}

size_t exchange_add_body(struct exchange *exchange, const char *data, size_t size)
{
    size_t taken = size;
    if (!is_wanted(exchange))
        exchange->body_unwanted += size;
    else if (exchange->gzipped)
        taken = decode(exchange, data, size);
    else
        take(data, size, exchange);
    if (exchange->short_of_memory)
        exchange_drop_body(exchange);
    exchange->body_seen += taken;
    if (exchange->request.intake)
        exchange_make_progress(exchange, taken);
    return taken;
}

static bool is_too_long(const struct exchange *exchange)
{
    return exchange->body_decoded > (exchange->request.intake ? LIMIT_FILE : LIMIT_BODY);
}

static bool breaks_off(const struct exchange *exchange)
{
    return exchange->gunzip && !exchange->full && !gunzip_is_whole(exchange->gunzip);
}

enum problem exchange_judge_body(const struct exchange *exchange, const char **detail)
{
    if (exchange->allowance.refused) {
        *detail = too_often;
        return PROBLEM_TOO_MANY_REQUESTS;
    }
    if (exchange->shed) {
        *detail = "More requests are waiting than can be answered in time.";
        return PROBLEM_OVERLOADED;
    }
    if (exchange->short_of_memory) {
        *detail = "There is no memory for the body at the moment.";
        return PROBLEM_OVERLOADED;
    }
    if (is_too_long(exchange)) {
        *detail = exchange->request.intake ? file_too_long : too_long;
        return PROBLEM_CONTENT_TOO_LARGE;
    }
    *detail = exchange->fault ? exchange->fault : "The body's gzip data breaks off before its end.";
    return exchange->fault || breaks_off(exchange) ? PROBLEM_MALFORMED_REQUEST : PROBLEM_NONE;
}

void exchange_drop_body(struct exchange *exchange)
{
    gunzip_close(exchange->gunzip);
    free(exchange->body);
    bodies_give_back(&exchange->loop->gate->bodies, exchange->body_counted);
    exchange->gunzip = NULL;
    exchange->body = NULL;
    exchange->body_size = exchange->body_capacity = exchange->body_counted = 0;
    exchange->request.body = "";
    exchange->request.body_size = 0;
}

enum problem exchange_judge_overrun(const struct exchange *exchange, const char **detail)
{
    const struct intake *intake = exchange->request.intake;
    if (exchange->body_unwanted <= LIMIT_DRAIN)
        return PROBLEM_NONE;
    const enum problem problem = exchange_judge_body(exchange, detail);
    if (problem != PROBLEM_NONE)
        return problem;
    /* A body that its method does not want, else one that the intake has had enough of. */
    *detail = intake ? intake->refusal : too_long;
    return intake ? intake->problem : PROBLEM_CONTENT_TOO_LARGE;
}

void exchange_make_progress(struct exchange *exchange, size_t size)
{
    exchange->progress += size;
    if (exchange->progress < LIMIT_PROGRESS)
        return;
    const uint64_t held_us = clock_read_us() - exchange->started_us;
    if (held_us > LIMIT_FILE_MS * UINT64_C(1000))
        return;
    exchange->progress = 0;
    peers_move(&exchange->loop->peers, exchange->peer, exchange->peer->phase, exchange->loop->now_ms);
}

void exchange_done(struct exchange *exchange)
{
    struct intake *intake = exchange->request.intake;
    if (intake)
        intake->free(intake);
    exchange_drop_body(exchange);
    reply_done(&exchange->reply);
    free(exchange);
}

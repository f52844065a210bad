/* libmicrohttpd's callbacks. Three rules of the library shape them: a response queued in the first call of a
 * request closes the connection, so that is done only to refuse; during an upload nothing can be queued; the
 * request's context may be freed only in the completion callback. */
#include "server/http.h"
#include "server/clock.h"
#include "server/door.h"
#include "server/exchange.h"
#include "server/limits.h"
#include "server/negotiate.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static struct peer *peer_of(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

void http_notify_connection(void *context, struct MHD_Connection *connection, void **place,
                            enum MHD_ConnectionNotificationCode code)
{
    struct loop *loop = context;
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        *place = door_open(loop, connection);
    } else if (*place) {
        door_close(loop, *place);
        *place = NULL;
    }
}

/* The library would now split and decode the query into records of the connection's memory. We do that
 * ourselves, and better: the query is hidden from it by ending the string behind the '?'. */
static void hide_query(const char *target)
{
    char *mark = strchr(target, '?');
    if (mark && mark[1] != '\0')
        mark[1] = '\0';
}

static void read_target(struct exchange *exchange)
{
    struct request *request = &exchange->request;
    request->path = "/";
    request->target = exchange->text;
    if (exchange->target_size > LIMIT_TARGET)
        return;
    if (!uri_parse(exchange->text, exchange->text + exchange->target_size + 1, &exchange->uri)) {
        exchange->fault = exchange->uri.fault;
        return;
    }
    request->path = exchange->uri.path;
    request->target = exchange->uri.target;
    request->query = exchange->uri.pairs;
    request->query_count = exchange->uri.pair_count;
}

void *http_begin(void *context, const char *target, struct MHD_Connection *connection)
{
    struct loop *loop = context;
    struct peer *peer = peer_of(connection);
    const char *text = target ? target : "";
    const size_t size = strlen(text);
    const size_t kept = size > LIMIT_TARGET ? 0 : size;
    struct exchange *exchange = peer ? malloc(sizeof *exchange + 2 * (kept + 1)) : NULL;
    if (!exchange)
        return NULL; /* http_handle then ends the connection */
    memset(exchange, 0, offsetof(struct exchange, uri));
    memset((char *)exchange + offsetof(struct exchange, target_size), 0,
           offsetof(struct exchange, text) - offsetof(struct exchange, target_size));
    exchange->loop = loop;
    exchange->peer = peer;
    exchange->connection = connection;
    exchange->started_us = clock_read_us();
    exchange->target_size = size;
    memcpy(exchange->text, text, kept);
    exchange->text[kept] = '\0';
    clock_read_wall(&loop->clock);
    request_id_make(&loop->ids, loop->clock.unix_ms, exchange->id);
    exchange->request.id = exchange->id;
    exchange->request.today = loop->clock.today;
    read_target(exchange);
    hide_query(text);
    peer->exchange = exchange;
    peers_move(&loop->peers, peer, PHASE_ARRIVING, loop->now_ms);
    return exchange;
}

/* Of a body that is written while it is sent. */
static void count_sent(size_t size, void *context)
{
    struct exchange *exchange = context;
    exchange->bytes += size;
    exchange_make_progress(exchange, size);
}

/* Queues the reply as it stands. */
static enum MHD_Result respond(struct exchange *exchange)
{
    struct loop *loop = exchange->loop;
    if (exchange->allowance.refused)
        exchange->reply.retry_after_s = exchange->allowance.retry_after_s;
    const struct response_terms terms = {
        .method = exchange->request.method,
        .accept_encoding =
            MHD_lookup_connection_value(exchange->connection, MHD_HEADER_KIND, "Accept-Encoding"),
        .if_none_match = exchange->request.if_none_match,
        .origin = MHD_lookup_connection_value(exchange->connection, MHD_HEADER_KIND, "Origin"),
        .cors_origins = loop->options->cors_origins,
        /* Of who was refused before the body, the body may still come, and is no next request. */
        .close = loop->draining || exchange->peer->refusal != PROBLEM_NONE || exchange->peer->linger,
        .policy = exchange->allowance.limited ? loop->gate->policy : NULL,
        .allowance = &exchange->allowance,
        .sent = count_sent,
        .sent_context = exchange,
    };
    const struct response response = response_make(&exchange->reply, &terms, loop->gzip);
    if (!response.body)
        return MHD_NO;
    exchange->stage = STAGE_ANSWERED;
    exchange->status = response.status;
    exchange->bytes = response.bytes;
    peers_move(&loop->peers, exchange->peer, PHASE_ANSWERING, loop->now_ms);
    const enum MHD_Result queued = MHD_queue_response(exchange->connection, response.status, response.body);
    MHD_destroy_response(response.body);
    return queued;
}

/* Queued in the first call, so the connection ends after it. */
static enum MHD_Result refuse(struct exchange *exchange, enum problem problem, const char *detail)
{
    exchange->peer->linger = true;
    api_fail(&exchange->request, problem, detail, &exchange->reply);
    if (problem == PROBLEM_TOO_MANY_CONNECTIONS)
        exchange->reply.retry_after_s = LIMIT_CROWDED_RETRY_S;
    return respond(exchange);
}

/* Goes on at `stage` when it is woken. */
static enum MHD_Result suspend(struct exchange *exchange, enum wait waits, enum stage stage)
{
    struct loop *loop = exchange->loop;
    const enum phase phase = waits == WAIT_NEWER ? PHASE_POLLING : PHASE_WAITING;
    exchange->stage = STAGE_WAITING;
    exchange->resumed = stage;
    exchange->request.waited = waits;
    if (exchange->waiting_since_ms == 0)
        exchange->waiting_since_ms = loop->now_ms;
    peers_move(&loop->peers, exchange->peer, phase, loop->now_ms);
    MHD_suspend_connection(exchange->connection);
    return MHD_YES;
}

/* Once; neither a probe, nor what has waited for something else. */
static bool has_to_queue(const struct exchange *exchange)
{
    const struct loop *loop = exchange->loop;
    return !exchange->queued && exchange->request.waited == WAIT_NONE && !loop->last_call &&
           turns_must_wait(&loop->turns, clock_read_us()) && !exchange_is_probe(exchange);
}

static enum MHD_Result answer(struct exchange *exchange)
{
    struct loop *loop = exchange->loop;
    if (has_to_queue(exchange)) {
        exchange->queued = true;
        turns_add(&loop->turns, exchange);
        return suspend(exchange, WAIT_NONE, STAGE_BODY);
    }
    exchange->request.ending = loop->draining;
    exchange->request.out_of_time |= loop->last_call;
    const enum wait waits = exchange_answer(exchange);
    return waits == WAIT_NONE ? respond(exchange) : suspend(exchange, waits, STAGE_BODY);
}

/* Still in the first call, so that a body that is not wanted need not be sent. */
static enum MHD_Result begin_body(struct exchange *exchange)
{
    exchange->request.out_of_time |= exchange->loop->last_call;
    const enum wait waits = exchange_begin_body(exchange);
    if (waits != WAIT_NONE)
        return suspend(exchange, waits, STAGE_HEADERS);
    exchange->stage = STAGE_BODY;
    exchange->request.waited = WAIT_NONE;
    if (exchange->reply.problem == PROBLEM_NONE)
        return MHD_YES;
    exchange->peer->linger = true;
    return respond(exchange);
}

static enum MHD_Result admit(struct exchange *exchange, const char *method, const char *version)
{
    const char *detail = NULL;
    const enum problem problem = exchange_admit(exchange, method, version, &detail);
    if (problem != PROBLEM_NONE)
        return refuse(exchange, problem, detail);
    exchange_count(exchange);
    return begin_body(exchange);
}

/* The rest of the piece on the next turn of the loop; to the clocks the client sends it all the while. */
static enum MHD_Result let_others_go_on(struct exchange *exchange)
{
    if (exchange->loop->last_call)
        return MHD_NO; /* there is no next turn */
    exchange->stage = STAGE_PAUSED;
    MHD_suspend_connection(exchange->connection);
    loop_wake(exchange);
    return MHD_YES;
}

static enum MHD_Result take_body(struct exchange *exchange, const char *data, size_t *size)
{
    const char *detail;
    *size -= exchange_add_body(exchange, data, *size);
    if (*size > 0)
        return let_others_go_on(exchange);
    const enum problem problem = exchange_judge_overrun(exchange, &detail);
    if (problem == PROBLEM_NONE)
        return MHD_YES;
    exchange->peer->linger = true;
    exchange_send_problem(exchange, problem, detail);
    return MHD_NO;
}

enum MHD_Result http_handle(void *context, struct MHD_Connection *connection, const char *url,
                            const char *method, const char *version, const char *data, size_t *data_size,
                            void **place)
{
    (void)context;
    (void)connection;
    (void)url;
    struct exchange *exchange = *place;
    /* Of one that was cut the library may hold a piece still: it has had its answer. */
    if (!exchange || exchange->peer->phase == PHASE_LEAVING)
        return MHD_NO;
    if (exchange->stage == STAGE_TARGET)
        return admit(exchange, method, version);
    if (exchange->stage == STAGE_HEADERS)
        return begin_body(exchange);
    if (exchange->stage == STAGE_BODY && *data_size > 0)
        return take_body(exchange, data, data_size);
    return answer(exchange);
}

void http_resume(struct exchange *exchange, bool out_of_time)
{
    struct loop *loop = exchange->loop;
    if (exchange->stage == STAGE_PAUSED) {
        exchange->stage = STAGE_BODY;
        MHD_resume_connection(exchange->connection);
        return;
    }
    exchange->shed = out_of_time && turns_remove(&loop->turns, exchange);
    exchange->request.out_of_time = out_of_time;
    exchange->request.waited_ms = (unsigned)(loop->now_ms - exchange->waiting_since_ms);
    exchange->stage = exchange->resumed;
    peers_move(&loop->peers, exchange->peer, exchange->stage == STAGE_BODY ? PHASE_ANSWERING : PHASE_ARRIVING,
               loop->now_ms);
    MHD_resume_connection(exchange->connection);
}

void http_cut(struct peer *peer, struct loop *loop)
{
    if (peer->exchange && peer->phase == PHASE_ARRIVING && peer->exchange->stage != STAGE_ANSWERED) {
        exchange_send_problem(peer->exchange, PROBLEM_REQUEST_TIMEOUT, "The request did not arrive in time.");
        peer->linger = true;
    }
    door_cut(loop, peer);
}

void http_end_departed(struct peer *peer, struct loop *loop)
{
    const struct exchange *exchange = peer->exchange;
    char byte;
    if (exchange && exchange->stage != STAGE_PAUSED && recv(peer->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0)
        door_cut(loop, peer);
}

/* Of an answer that the library made by itself, such as to a broken chunk. */
static unsigned library_status(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_HTTP_STATUS);
    return info ? info->http_status : 0;
}

static void record(const struct exchange *exchange, bool complete)
{
    struct loop *loop = exchange->loop;
    const uint64_t us = clock_read_us() - exchange->started_us;
    meter_record(loop->meter, &(struct meter_request){exchange->reply.route, exchange->status,
                                                      exchange->reply.problem, us, exchange->bytes});
    if (loop->options->log == LOG_NONE)
        return;
    const bool failed = exchange->reply.problem != PROBLEM_NONE;
    char code[PROBLEM_CODE_SIZE];
    if (failed)
        problem_code(exchange->reply.problem, code);
    clock_read_wall(&loop->clock);
    access_record(&loop->log, &(struct access_entry){
                                  .time = loop->clock.text,
                                  .id = exchange->id,
                                  .method = exchange->method,
                                  .route = exchange->reply.operation ? exchange->reply.operation : "",
                                  .status = exchange->status,
                                  .bytes = exchange->bytes,
                                  .us = us,
                                  .problem = failed ? code : NULL,
                                  .trace = exchange->trace,
                                  .complete = complete,
                              });
}

/* In the library's memory, which is used again for whoever comes next. */
static void wipe_token(const struct exchange *exchange)
{
    char *token = (char *)(uintptr_t)exchange->request.authorization;
    if (token)
        sodium_memzero(token, strlen(token));
}

void http_complete(void *context, struct MHD_Connection *connection, void **place,
                   enum MHD_RequestTerminationCode code)
{
    struct loop *loop = context;
    struct exchange *exchange = *place;
    *place = NULL;
    if (!exchange)
        return;
    if (exchange->request.waited != WAIT_NONE)
        api_forget(loop->api, exchange);
    if (exchange->status == 0)
        exchange->status = library_status(connection);
    record(exchange, code == MHD_REQUEST_TERMINATED_COMPLETED_OK && exchange->status != 0);
    wipe_token(exchange);
    exchange->peer->exchange = NULL;
    peers_move(&loop->peers, exchange->peer, PHASE_IDLE, loop->now_ms);
    exchange_done(exchange);
}

/* What is done to one request between its bytes and its meaning. */
#include "server/exchange.h"
#include "db/text.h"
#include "server/dashboard.h"
#include "server/guard.h"
#include "server/limits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

static enum MHD_Result add_header(void *context, enum MHD_ValueKind kind, const char *name, size_t name_size,
                                  const char *value, size_t value_size)
{
    (void)kind;
    guard_add_header(context, name, name_size, value ? value : "", value_size);
    return MHD_YES;
}

/* In 0.9 the header lines lie behind the version, as they came; later versions refuse what the guard looks
 * for there. */
static const char *first_line(const char *version)
{
    return MHD_VERSION < 0x01000000 ? version + strlen(version) + 2 : NULL;
}

/* Of request line, header lines and the blank one. */
static size_t size_of_head(const struct exchange *exchange)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(exchange->connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    return info ? info->header_size : 0;
}

static size_t size_of_headers(const struct exchange *exchange, const char *method, const char *version)
{
    const size_t head = size_of_head(exchange);
    const size_t line = strlen(method) + 1 + exchange->target_size + 1 + strlen(version) + 2;
    const size_t blank = 2;
    return head > line + blank ? head - line - blank : 0;
}

static const char *header(const struct exchange *exchange, const char *name)
{
    return MHD_lookup_connection_value(exchange->connection, MHD_HEADER_KIND, name);
}

/* A header that the API reads must be text. */
static const char *text_header(struct exchange *exchange, const char *name)
{
    const char *value = header(exchange, name);
    if (value && text_check(value, strlen(value), NULL) != TEXT_GOOD)
        exchange->fault = "A header is not valid UTF-8, or contains a control character.";
    return value;
}

static enum MHD_Result count_header(void *context, enum MHD_ValueKind kind, const char *name,
                                    const char *value)
{
    unsigned *count = context;
    (void)kind;
    (void)value;
    *count += strcasecmp(name, "traceparent") == 0;
    return MHD_YES;
}

/* One of two is nobody's trace. */
static void read_trace(struct exchange *exchange)
{
    const char *value = header(exchange, "traceparent");
    unsigned count = 0;
    if (!value)
        return;
    MHD_get_connection_values(exchange->connection, MHD_HEADER_KIND, count_header, &count);
    if (count == 1)
        trace_parse(value, exchange->trace);
}

static void read_headers(struct exchange *exchange)
{
    struct request *request = &exchange->request;
    request->accept = text_header(exchange, "Accept");
    request->if_none_match = text_header(exchange, "If-None-Match");
    request->if_match = text_header(exchange, "If-Match");
    request->authorization = text_header(exchange, "Authorization");
    request->content_type = text_header(exchange, "Content-Type");
    request->prefer = text_header(exchange, "Prefer");
    read_trace(exchange);
}

struct forwarded {
    const char *values[ADDRESS_FORWARDED_MAX];
    size_t count; /* of those that came, perhaps more */
};

static enum MHD_Result add_forwarded(void *context, enum MHD_ValueKind kind, const char *name,
                                     const char *value)
{
    struct forwarded *forwarded = context;
    (void)kind;
    if (strcasecmp(name, "X-Forwarded-For") != 0)
        return MHD_YES;
    if (forwarded->count < ADDRESS_FORWARDED_MAX)
        forwarded->values[forwarded->count] = value ? value : "";
    forwarded->count++;
    return MHD_YES;
}

static struct address address_of(const struct exchange *exchange)
{
    const struct peer *peer = exchange->peer;
    struct forwarded forwarded = {.count = 0};
    if (peer->trusted)
        MHD_get_connection_values(exchange->connection, MHD_HEADER_KIND, add_forwarded, &forwarded);
    if (forwarded.count == 0 || forwarded.count > ADDRESS_FORWARDED_MAX)
        return peer->address;
    return address_behind(&peer->address, forwarded.values, forwarded.count, &exchange->loop->gate->trusted);
}

static bool asks_for(const struct request *request, const char *path)
{
    return (request->method == METHOD_GET || request->method == METHOD_HEAD) &&
           strcmp(request->path, path) == 0;
}

/* On a connection that was not let in there is one thing to be had: whether the process lives. */
static enum problem check_entry(const struct exchange *exchange, const char **detail)
{
    const enum problem refusal = exchange->peer->refusal;
    if (refusal == PROBLEM_NONE || asks_for(&exchange->request, "/healthz"))
        return PROBLEM_NONE;
    *detail = refusal == PROBLEM_OVERLOADED ? "All connections of this server are in use."
                                            : "This address has as many connections open as one may have.";
    return refusal;
}

static enum problem check_sizes(const struct exchange *exchange, size_t headers, const char **detail)
{
    if (exchange->target_size > LIMIT_TARGET) {
        *detail = "The request target is longer than 8192 bytes.";
        return PROBLEM_URI_TOO_LONG;
    }
    if (headers > LIMIT_HEADERS) {
        *detail = "The request headers are longer than 8192 bytes together.";
        return PROBLEM_HEADERS_TOO_LARGE;
    }
    return PROBLEM_NONE;
}

/* The one coding of a body that we undo. */
static enum problem read_coding(struct exchange *exchange, const char **detail)
{
    const char *coding = header(exchange, "Content-Encoding");
    if (!coding || *coding == '\0' || strcasecmp(coding, "identity") == 0)
        return PROBLEM_NONE;
    if (strcasecmp(coding, "gzip") != 0 && strcasecmp(coding, "x-gzip") != 0) {
        *detail =
            "The body's Content-Encoding is not one that is understood here: send it with gzip, or as it is.";
        return PROBLEM_UNSUPPORTED_MEDIA_TYPE;
    }
    exchange->gzipped = true;
    return PROBLEM_NONE;
}

enum problem exchange_admit(struct exchange *exchange, const char *method, const char *version,
                            const char **detail)
{
    struct guard guard;
    guard_init(&guard, first_line(version));
    guard_add_line(&guard, method, exchange->target_size, version);
    MHD_get_connection_values_n(exchange->connection, MHD_HEADER_KIND, add_header, &guard);
    guard_end_headers(&guard,
                      method + size_of_head(exchange)); /* the method lies at the beginning of the head */

    exchange->request.method = METHOD_OTHER;
    guard_parse_method(method, &exchange->request.method);
    exchange->method = method_word(exchange->request.method);
    const struct address address = address_of(exchange);
    exchange->request.client = address_of_client(&address);
    read_headers(exchange); /* of whom we refuse too: its token is wiped, and its trace told */
    const size_t headers = size_of_headers(exchange, method, version);
    const enum problem problem = guard_judge(&guard, method, exchange->text, version);
    if (problem != PROBLEM_NONE) {
        *detail = guard.detail;
        return problem;
    }
    exchange->body_announced = guard.has_length ? guard.length : 0;
    const enum problem shut_out = check_entry(exchange, detail);
    if (shut_out != PROBLEM_NONE)
        return shut_out;
    const enum problem oversized = check_sizes(exchange, headers, detail);
    return oversized == PROBLEM_NONE ? read_coding(exchange, detail) : oversized;
}

bool exchange_is_probe(const struct exchange *exchange)
{
    return asks_for(&exchange->request, "/healthz") || asks_for(&exchange->request, "/readyz");
}

void exchange_count(struct exchange *exchange)
{
    struct rates *rates = exchange->loop->gate->rates;
    if (rates && !exchange_is_probe(exchange))
        exchange->allowance = rates_take(rates, exchange->request.client, exchange->started_us);
}

/* RFC 9110 section 9.3.7: OPTIONS * asks about the server as a whole. */
static bool is_about_server(const struct exchange *exchange)
{
    return exchange->request.method == METHOD_OPTIONS && strcmp(exchange->text, "*") == 0;
}

static void answer_about_server(struct exchange *exchange)
{
    reply_init(&exchange->reply, &exchange->request);
    exchange->reply.status = 204;
    snprintf(exchange->reply.allow, sizeof exchange->reply.allow, "GET, HEAD, OPTIONS");
    exchange->reply.constant = "";
}

enum wait exchange_answer(struct exchange *exchange)
{
    struct request *request = &exchange->request;
    struct reply *reply = &exchange->reply;
    request->body = exchange->body ? exchange->body : "";
    request->body_size = exchange->body_size;
    enum wait waits = WAIT_NONE;
    const char *detail;
    const enum problem problem = exchange_judge_body(exchange, &detail);

    if (is_about_server(exchange) && problem != PROBLEM_TOO_MANY_REQUESTS)
        answer_about_server(exchange);
    else if (problem != PROBLEM_NONE)
        api_fail(request, problem, detail, reply);
    else if (!dashboard_answer(&dashboard_built, request, reply))
        waits = api_handle(exchange->loop->worker, request, (struct api_waiter){loop_wake, exchange}, reply);
    if (waits == WAIT_NONE)
        dashboard_show_missing(&dashboard_built, request, reply);
    /* Nothing of it is in the reply, which its reader may take a minute for. */
    if (waits == WAIT_NONE)
        exchange_drop_body(exchange);
    return waits;
}

void exchange_send_problem(struct exchange *exchange, enum problem problem, const char *detail)
{
    struct reply *reply = &exchange->reply;
    api_fail(&exchange->request, problem, detail, reply);
    char text[4096];
    const int size =
        snprintf(text, sizeof text,
                 "HTTP/1.1 %u %s\r\nContent-Type: application/problem+json\r\nContent-Length: %zu\r\n"
                 "Cache-Control: no-store\r\nRequest-Id: %s\r\nX-Content-Type-Options: "
                 "nosniff\r\nConnection: close\r\n"
                 "\r\n%.*s",
                 reply->status, problems[problem].title, reply->out.size, exchange->id, (int)reply->out.size,
                 reply->out.text ? reply->out.text : "");
    if (size > 0 && (size_t)size < sizeof text)
        send(exchange->peer->fd, text, (size_t)size, MSG_DONTWAIT | MSG_NOSIGNAL);
    exchange->status = reply->status;
    exchange->bytes = reply->out.size;
}

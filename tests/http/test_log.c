/* The log of requests: one JSON line each, and never in the way. */
#include "wire.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

TestSuite(log, .timeout = 40);

static void expect_line(const json_t *line, const char *method, const char *route, int status,
                        const char *problem)
{
    cr_assert(json_is_object(line));
    cr_expect_str_eq(json_string_value(json_object_get(line, "method")), method);
    cr_expect_str_eq(json_string_value(json_object_get(line, "route")), route);
    cr_expect_eq(json_integer_value(json_object_get(line, "status")), status);
    const json_t *code = json_object_get(line, "problem");
    cr_expect(problem ? json_is_string(code) && strcmp(json_string_value(code), problem) == 0
                      : json_is_null(code));
    cr_expect_eq(strlen(json_string_value(json_object_get(line, "id"))), 26);
    cr_expect_eq(strlen(json_string_value(json_object_get(line, "time"))),
                 strlen("2026-10-10T12:34:56.789Z"));
    cr_expect(json_is_integer(json_object_get(line, "us")));
    cr_expect(json_is_integer(json_object_get(line, "bytes")));
    cr_expect(json_is_true(json_object_get(line, "complete")));
}

Test(log, each_request_is_one_line_without_its_query)
{
    static const struct {
        const char *request;
        const char *method;
        const char *route;
        int status;
        const char *problem;
    } rows[] = {
        {"GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n", "GET", "get_healthz", 200, NULL},
        {"GET /v1/eligibility?chip=h20&destination=CN HTTP/1.1\r\nHost: t\r\n\r\n", "GET", "get_eligibility",
         200, NULL},
        {"HEAD /v1/chips HTTP/1.1\r\nHost: t\r\n\r\n", "HEAD", "get_chips", 200, NULL},
        {"GET /v1/eligibility?chip=secretive HTTP/1.1\r\nHost: t\r\n\r\n", "GET", "get_eligibility", 400,
         "missing_parameter"},
        {"GET /secretive HTTP/1.1\r\nHost: t\r\n\r\n", "GET", "", 404, "not_found"},
        {"\"FETCH /healthz HTTP/1.1\r\nHost: t\r\n\r\n", "OTHER", "", 501, "not_implemented"},
        {"GET /%zz HTTP/1.1\r\nHost: t\r\n\r\n", "GET", "", 400, "malformed_request"},
    };
    static const char *const one_loop[] = {"--threads", "1", NULL}; /* so that the lines are in order */
    struct server server;
    harness_start(&server, one_loop);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct answer answer;
        wire_ask(&server, rows[i].request, &answer);
        cr_expect_eq((int)answer.status, rows[i].status, "%s", rows[i].request);
        answer_done(&answer);
    }
    kill(server.pid, SIGTERM);
    const struct timespec pause = {.tv_nsec = 700000000};
    nanosleep(&pause, NULL);
    char *text = harness_read(server.log);
    cr_expect_null(strstr(text, "secretive"), "the log tells what was asked for");
    cr_expect_null(strstr(text, "h20"), "the log tells what was asked for");
    char *line = text;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *end = strchr(line, '\n');
        cr_assert(end, "too few lines");
        json_t *parsed = json_loadb(line, (size_t)(end - line), JSON_REJECT_DUPLICATES, NULL);
        expect_line(parsed, rows[i].method, rows[i].route, rows[i].status, rows[i].problem);
        json_decref(parsed);
        line = end + 1;
    }
    cr_expect_str_eq(line, "");
    free(text);
    harness_await_end(&server);
}

#define TRACE "4bf92f3577b34da6a3ce929d0e0e4736"
#define TRACEPARENT "traceparent: 00-" TRACE "-00f067aa0ba902b7-01\r\n"

Test(log, a_line_tells_the_trace_that_the_client_told)
{
    static const struct {
        const char *headers;
        const char *trace;
        unsigned status; /* 200 also where it is not valid */
    } rows[] = {
        {TRACEPARENT, TRACE, 200},
        {"Traceparent:00-" TRACE "-00f067aa0ba902b7-00\r\ntracestate: a=b\r\n", TRACE, 200},
        {"", NULL, 200},
        {"traceparent: 00-" TRACE "-0000000000000000-01\r\n", NULL, 200},
        {TRACEPARENT TRACEPARENT, NULL, 200},
        {"traceparent: \"}\r\n", NULL, 200},
        {TRACEPARENT "Host: two\r\n", TRACE, 400},
    };
    static const char *const one_loop[] = {"--threads", "1", NULL};
    struct server server;
    harness_start(&server, one_loop);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char request[512];
        struct answer answer;
        snprintf(request, sizeof request, "GET /healthz HTTP/1.1\r\nHost: t\r\n%s\r\n", rows[i].headers);
        wire_ask(&server, request, &answer);
        cr_expect_eq(answer.status, rows[i].status, "%s", rows[i].headers);
        answer_done(&answer);
    }
    harness_halt(&server);
    char *text = harness_read(server.log);
    char *line = text;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *end = strchr(line, '\n');
        cr_assert(end, "too few lines");
        json_t *parsed = json_loadb(line, (size_t)(end - line), JSON_REJECT_DUPLICATES, NULL);
        cr_assert(parsed, "%.*s", (int)(end - line), line);
        const char *trace = json_string_value(json_object_get(parsed, "trace"));
        cr_expect(rows[i].trace ? trace && strcmp(trace, rows[i].trace) == 0
                                : json_is_null(json_object_get(parsed, "trace")),
                  "%s: %.*s", rows[i].headers, (int)(end - line), line);
        json_decref(parsed);
        line = end + 1;
    }
    free(text);
    harness_resume(&server, NULL);
    cr_expect_eq(harness_stop(&server), 0);
}

Test(log, can_be_turned_off)
{
    static const char *const flags[] = {"--log", "none", NULL};
    struct server server;
    struct answer answer;
    harness_start(&server, flags);
    wire_ask(&server, "GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n", &answer);
    cr_expect_eq(answer.status, 200);
    answer_done(&answer);
    char *text = harness_read(server.log);
    cr_expect_str_eq(text, "");
    free(text);
    cr_expect_eq(harness_stop(&server), 0);
}

static void serve_many(const struct server *server, int count)
{
    struct wire wire;
    wire_open(&wire, server);
    for (int i = 0; i < count; i++) {
        struct answer answer;
        wire_say(&wire, "GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n");
        wire_read(&wire, &answer, false);
        cr_assert_eq(answer.status, 200);
        answer_done(&answer);
    }
    wire_close(&wire);
}

/* Reads on until the server tells it, which it may do at any moment after there is room in the pipe again. */
static bool says_what_was_dropped(const struct server *server, int output)
{
    enum { READ_AT_MOST = 1 << 20 };
    char *text = calloc(1, READ_AT_MOST + 1);
    size_t size = 0;
    struct pollfd readable = {.fd = output, .events = POLLIN};
    cr_assert(text);
    for (int attempt = 0; attempt < 20 && !strstr(text, "{\"dropped\":"); attempt++) {
        while (poll(&readable, 1, 100) == 1 && size < READ_AT_MOST) {
            const ssize_t more = read(output, text + size, READ_AT_MOST - size);
            if (more <= 0)
                break;
            size += (size_t)more;
        }
        serve_many(server, 2);
    }
    const bool told = strstr(text, "{\"dropped\":") != NULL;
    free(text);
    return told;
}

static bool counts_what_was_dropped(const struct server *server)
{
    static const char name[] = "\nnavicert_log_lines_dropped_total ";
    struct answer answer;
    wire_ask(server, "GET /metrics HTTP/1.1\r\nHost: t\r\n\r\n", &answer);
    const char *at = answer.body ? strstr(answer.body, name) : NULL;
    const bool counted = at && strtol(at + strlen(name), NULL, 10) > 0;
    answer_done(&answer);
    return counted;
}

Test(log, the_metrics_can_be_turned_off)
{
    static const char *const flags[] = {"--metrics", "off", NULL};
    struct server server;
    struct answer answer;
    harness_start(&server, flags);
    wire_ask(&server, "GET /metrics HTTP/1.1\r\nHost: t\r\n\r\n", &answer);
    cr_expect_eq(answer.status, 404);
    cr_expect_null(strstr(answer.body, "navicert_http"));
    answer_done(&answer);
    cr_expect_eq(harness_stop(&server), 0);
}

Test(log, a_reader_that_stopped_reading_does_not_stop_the_server)
{
    struct server server;
    int pipe_fds[2];
    cr_assert_eq(pipe2(pipe_fds, O_CLOEXEC), 0);
    harness_start_logging_to(&server, pipe_fds[1]);
    close(pipe_fds[1]);
    serve_many(&server, 2000); /* many times what a pipe holds */
    cr_expect(counts_what_was_dropped(&server), "the metrics do not tell of what was lost");
    cr_expect(says_what_was_dropped(&server, pipe_fds[0]), "what was lost is not told");
    cr_expect_eq(harness_stop(&server), 0);
    close(pipe_fds[0]);
}

Test(log, a_closed_output_neither_stops_the_server_nor_harms_the_database)
{
    struct server server;
    harness_start_logging_to(&server, -1);
    char link[64];
    char target[64] = "";
    snprintf(link, sizeof link, "/proc/%d/fd/1", (int)server.pid);
    cr_expect_gt(readlink(link, target, sizeof target - 1), 0);
    cr_expect_str_eq(target, "/dev/null", "the log is written into %s", target);
    serve_many(&server, 100);
    const char *const verify[] = {"verify", "--db", server.database, NULL};
    struct run *run = calloc(1, sizeof *run);
    cr_assert(run);
    harness_run(run, verify, NULL);
    cr_expect_eq(run->code, 0, "%s", run->errors);
    free(run);
    cr_expect_eq(harness_stop(&server), 0);
}

/* How connections are used: pipelines, pieces, reuse, many at once, slow ones. */
#include "wire.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

#define HEALTH "GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n"

static struct server server;

static void start(void)
{
    harness_start(&server, NULL);
}

static void stop(void)
{
    cr_expect_eq(harness_stop(&server), 0, "the server did not end in order");
}

TestSuite(connections, .init = start, .fini = stop, .timeout = 40);

static void expect_status(struct wire *wire, unsigned status)
{
    struct answer answer;
    wire_read(wire, &answer, false);
    cr_expect_eq(answer.status, status, "expected %u: %s%s", status, answer.headers,
                 answer.body ? answer.body : "");
    answer_done(&answer);
}

Test(connections, answers_a_pipeline_in_its_order)
{
    struct wire wire;
    wire_open(&wire, &server);
    wire_say(&wire, HEALTH "GET /v1/nothing HTTP/1.1\r\nHost: t\r\n\r\n"
                           "POST /healthz HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\nabc" HEALTH);
    expect_status(&wire, 200);
    expect_status(&wire, 404);
    expect_status(&wire, 405);
    expect_status(&wire, 200);
    wire_close(&wire);
}

Test(connections, understands_a_request_that_comes_byte_by_byte)
{
    static const char request[] =
        "POST /v1/chips HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    struct wire wire;
    wire_open(&wire, &server);
    for (size_t i = 0; i < sizeof request - 1; i++) {
        const struct timespec pause = {.tv_nsec = 200000};
        wire_send(&wire, request + i, 1);
        nanosleep(&pause, NULL);
    }
    expect_status(&wire, 405);
    wire_say(&wire, HEALTH);
    expect_status(&wire, 200);
    wire_close(&wire);
}

Test(connections, keeps_a_connection_for_a_thousand_requests)
{
    struct wire wire;
    wire_open(&wire, &server);
    for (int i = 0; i < 1000; i++) {
        wire_say(&wire, HEALTH);
        expect_status(&wire, 200);
    }
    wire_close(&wire);
}

Test(connections, keeps_or_ends_a_connection_as_the_client_says)
{
    static const struct {
        const char *request;
        bool kept;
    } rows[] = {
        {HEALTH, true},
        {"GET /healthz HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n", false},
        {"GET /healthz HTTP/1.0\r\n\r\n", false},
        {"GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct wire wire;
        struct answer answer;
        wire_open(&wire, &server);
        wire_say(&wire, rows[i].request);
        wire_read(&wire, &answer, false);
        cr_expect_eq(answer.status, 200);
        cr_expect_eq(answer.closes, !rows[i].kept, "row %zu: %s", i, answer.headers);
        cr_expect_eq(wire_ended(&wire, rows[i].kept ? 50 : 2000), !rows[i].kept, "row %zu", i);
        answer_done(&answer);
        wire_close(&wire);
    }
}

Test(connections, head_answers_like_get_without_the_body)
{
    static const char get[] = "GET /v1/chips/nvidia-h20 HTTP/1.1\r\nHost: t\r\n\r\n";
    struct wire wire;
    struct answer of_get;
    struct answer of_head;
    char a[1024];
    char b[1024];
    wire_open(&wire, &server);
    wire_say(&wire, get);
    wire_read(&wire, &of_get, false);
    wire_say(&wire, "HEAD");
    wire_say(&wire, get + 3);
    wire_read(&wire, &of_head, true);
    cr_expect_eq(of_head.status, 200);
    static const char *const same[] = {"Content-Length", "Content-Type", "ETag",
                                       "Cache-Control",  "Data-Version", "Vary"};
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
        cr_expect_str_eq(answer_header(&of_head, same[i], a), answer_header(&of_get, same[i], b), "%s",
                         same[i]);
    wire_say(&wire, HEALTH);
    expect_status(&wire, 200); /* had a body followed the HEAD, this would not be a status line */
    answer_done(&of_get);
    answer_done(&of_head);
    wire_close(&wire);
}

Test(connections, tells_a_client_that_asks_first_to_go_on)
{
    struct wire wire;
    wire_open(&wire, &server);
    wire_say(&wire,
             "POST /v1/chips HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    static const char go_on[] = "HTTP/1.1 100 Continue\r\n\r\n";
    char interim[sizeof go_on] = "";
    cr_assert_eq(recv(wire.fd, interim, sizeof go_on - 1, MSG_WAITALL), sizeof go_on - 1);
    cr_expect_str_eq(interim, go_on);
    wire_say(&wire, "{}");
    expect_status(&wire, 405);
    wire_close(&wire);
}

/* libmicrohttpd's own epoll thread stalls when exactly 128·k connections are busy; ours must not. */
static void serve_at_once(size_t count)
{
    struct wire *wires = calloc(count, sizeof *wires);
    cr_assert(wires);
    for (size_t i = 0; i < count; i++)
        wire_open(&wires[i], &server);
    const time_t begin = time(NULL);
    for (int round = 0; round < 20; round++) {
        for (size_t i = 0; i < count; i++)
            wire_say(&wires[i], HEALTH);
        for (size_t i = 0; i < count; i++)
            expect_status(&wires[i], 200);
    }
    cr_expect_leq(time(NULL) - begin, 10, "%zu connections stalled", count);
    for (size_t i = 0; i < count; i++)
        wire_close(&wires[i]);
    free(wires);
}

Test(connections, serves_128_and_256_at_once)
{
    serve_at_once(128);
    serve_at_once(256);
}

static void await_version(const struct server *other, long long head)
{
    char told[1024] = "", version[24];
    snprintf(version, sizeof version, "%lld", head);
    for (int tries = 0; tries < 100 && strcmp(told, version) != 0; tries++) {
        const struct timespec pause = {.tv_nsec = 100000000};
        struct answer answer;
        nanosleep(&pause, NULL);
        wire_ask(other, "GET /v1 HTTP/1.1\r\nHost: t\r\n\r\n", &answer);
        answer_header(&answer, "Data-Version", told);
        answer_done(&answer);
    }
    cr_assert_str_eq(told, version, "the server did not notice what another process recorded");
}

/* They wait for its rules to be compiled, off the loop, and are all woken. */
Test(versions, older_ones_are_waited_for_and_answered, .timeout = 40)
{
    struct server other;
    struct wire wires[60];
    harness_start(&other, NULL);
    harness_record_version(other.database, "second");
    harness_record_version(other.database, "third");
    harness_record_version(other.database, "fourth");
    await_version(&other, BUNDLED_HEAD + 3);
    const time_t begin = time(NULL);
    for (size_t i = 0; i < 60; i++) {
        char request[200];
        wire_open(&wires[i], &other);
        snprintf(request, sizeof request,
                 "GET /v1/eligibility?chip=h20&destination=CN&date=2025-05-01&known_at=%zu HTTP/1.1\r\nHost: "
                 "t\r\n\r\n",
                 i % 3 + 1);
        wire_say(&wires[i], request);
    }
    for (size_t i = 0; i < 60; i++) {
        struct answer answer;
        char version[32];
        snprintf(version, sizeof version, "\"known_at\":%zu", i % 3 + 1);
        wire_read(&wires[i], &answer, false);
        cr_expect_eq(answer.status, 200, "%s", answer.body);
        cr_expect(answer.body && strstr(answer.body, version), "%s: %s", version, answer.body);
        answer_done(&answer);
        wire_close(&wires[i]);
    }
    cr_expect_leq(time(NULL) - begin, 7, "they were not woken but ran out of time");
    cr_expect_eq(harness_stop(&other), 0);
}

/* Clients that are slow on purpose do not keep what they hold. */
#include "wire.h"

#include <criterion/criterion.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

static struct server server;

static void start(void)
{
    static const char *const flags[] = {
        "--request-timeout-s", "1", "--idle-timeout-s", "1", "--response-timeout-s", "1", NULL};
    harness_start(&server, flags);
}

static void stop(void)
{
    cr_expect_eq(harness_stop(&server), 0, "the server did not end in order");
}

TestSuite(slow, .init = start, .fini = stop, .timeout = 30);

/* One byte each 100 ms: never inactive, and never done. */
static void drip(struct wire *wire, const char *byte, int times)
{
    const struct timespec pause = {.tv_nsec = 100000000};
    for (int i = 0; i < times; i++) {
        wire_send(wire, byte, 1);
        nanosleep(&pause, NULL);
    }
}

static void expect_cut_with_408(const char *beginning)
{
    struct wire wire;
    struct answer answer;
    wire_open(&wire, &server);
    wire_say(&wire, beginning);
    drip(&wire, "x", 16);
    wire_read(&wire, &answer, false);
    cr_expect_eq(answer.status, 408, "%s", answer.headers);
    cr_expect(strstr(answer.headers, "application/problem+json"));
    cr_expect(answer.body && strstr(answer.body, "\"code\":\"request_timeout\""));
    cr_expect(wire_ended(&wire, 3000));
    answer_done(&answer);
    wire_close(&wire);
}

Test(slow, headers_that_never_end_are_cut)
{
    expect_cut_with_408("GET /healthz HTTP/1.1\r\nHost: t\r\nX: ");
}

Test(slow, a_body_that_never_ends_is_cut)
{
    expect_cut_with_408("POST /v1/chips HTTP/1.1\r\nHost: t\r\nContent-Length: 1000\r\n\r\n");
}

Test(slow, a_request_line_that_never_ends_is_cut)
{
    struct wire wire;
    wire_open(&wire, &server);
    drip(&wire, "G", 16);
    cr_expect(wire_ended(&wire, 2000));
    wire_close(&wire);
}

Test(slow, an_idle_connection_is_ended)
{
    struct wire wire;
    struct answer answer;
    wire_open(&wire, &server);
    wire_say(&wire, "GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n");
    wire_read(&wire, &answer, false);
    cr_expect_eq(answer.status, 200);
    cr_expect(wire_ended(&wire, 3000));
    answer_done(&answer);
    wire_close(&wire);
}

Test(slow, others_are_served_meanwhile)
{
    struct wire wires[64];
    for (size_t i = 0; i < 64; i++) {
        wire_open(&wires[i], &server);
        wire_say(&wires[i], "GET /healthz HTTP/1.1\r\nHo");
    }
    struct answer answer;
    wire_ask(&server, "GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n", &answer);
    cr_expect_eq(answer.status, 200);
    answer_done(&answer);
    for (size_t i = 0; i < 64; i++)
        wire_close(&wires[i]);
}

/* Data and end in one segment, of which libmicrohttpd sees the data alone. */
static void depart_with(struct wire *wire, const struct server *other, const char *beginning)
{
    wire_open(wire, other);
    cr_assert_eq(send(wire->fd, beginning, strlen(beginning), MSG_MORE), (ssize_t)strlen(beginning));
    cr_assert_eq(shutdown(wire->fd, SHUT_WR), 0);
}

Test(departed, a_client_that_hangs_up_in_the_middle_is_not_waited_for, .timeout = 40)
{
    static const char *const beginnings[] = {
        "POST /v1/eligibility HTTP/1.1\r\nHost: t\r\nContent-Length: 1000\r\n\r\n[",
        "POST /v1/screenings HTTP/1.1\r\nHost: t\r\nContent-Type: text/csv\r\nContent-Length: 1000\r\n\r\nc",
        "POST /v1/eligibility HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n",
        "GET /healthz HTTP/1.1\r\nHost: t\r\nX: y",
    };
    enum { ROUNDS = 10, COUNT = ROUNDS * 4 };
    static struct wire wires[COUNT];
    struct server other;
    harness_start(&other, (const char *const[]){"--screenings-max", "10", NULL});
    for (size_t i = 0; i < COUNT; i++)
        depart_with(&wires[i], &other, beginnings[i % 4]);
    const time_t begin = time(NULL);
    for (size_t i = 0; i < COUNT; i++) {
        cr_expect(wire_ended(&wires[i], 5000), "held on to: %s", beginnings[i % 4]);
        wire_close(&wires[i]);
    }
    cr_expect_leq(time(NULL) - begin, 4);
    cr_expect_eq(harness_stop(&other), 0);
}

/* Half closing is no hanging up: the answer is still read. */
Test(departed, a_client_that_has_said_all_is_answered, .timeout = 40)
{
    struct server other;
    harness_start(&other, NULL);
    for (int i = 0; i < 40; i++) {
        struct wire wire;
        struct answer answer;
        depart_with(&wire, &other, "POST /v1/eligibility HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\n[]");
        wire_read(&wire, &answer, false);
        cr_expect_eq(answer.status, 422, "%s", answer.headers);
        answer_done(&answer);
        wire_close(&wire);
    }
    cr_expect_eq(harness_stop(&other), 0);
}

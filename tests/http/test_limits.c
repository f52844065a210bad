/* No client takes from the others what they need, and a health probe always gets through. */
#include "wire.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

TestSuite(limits, .timeout = 40);

#define HEALTH "GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n"
#define SERVICE "GET /v1 HTTP/1.1\r\nHost: t\r\n\r\n"
#define BEGINNING "GET /v1 HTTP/1.1\r\nHost: t\r\nX: "

static struct server server;

static void start(const char *const *flags)
{
    harness_start(&server, flags);
}

static void stop(void)
{
    cr_expect_eq(harness_stop(&server), 0, "the server did not end in order");
}

static void expect(struct wire *wire, const char *request, unsigned status, const char *code)
{
    struct answer answer;
    wire_say(wire, request);
    wire_read(wire, &answer, false);
    cr_expect_eq(answer.status, status, "expected %u: %s%s", status, answer.headers,
                 answer.body ? answer.body : "");
    if (code) {
        char value[1024];
        cr_expect(answer.body && strstr(answer.body, code), "expected %s: %s", code, answer.body);
        cr_expect_neq(answer_header(&answer, "Retry-After", value)[0], '\0');
    }
    answer_done(&answer);
}

static void expect_from(unsigned host, const char *request, unsigned status, const char *code)
{
    struct wire wire;
    wire_open_from(&wire, &server, host);
    expect(&wire, request, status, code);
    wire_close(&wire);
}

/* What comes next may come to another loop: let this one see what was done. */
static void settle(void)
{
    const struct timespec pause = {.tv_nsec = 100000000};
    nanosleep(&pause, NULL);
}

static void open_some(struct wire *wires, size_t count, unsigned host, const char *request)
{
    for (size_t i = 0; i < count; i++) {
        wire_open_from(&wires[i], &server, host);
        wire_say(&wires[i], request);
    }
    settle();
}

static void close_all(struct wire *wires, size_t count)
{
    for (size_t i = 0; i < count; i++)
        wire_close(&wires[i]);
}

Test(limits, one_address_has_its_share_of_connections)
{
    struct wire wires[4];
    start((const char *const[]){"--connections-per-address", "4", NULL});
    open_some(wires, 4, 1, "");

    struct wire more;
    wire_open(&more, &server);
    expect(&more, SERVICE, 429, "\"too_many_connections\"");
    cr_expect(wire_ended(&more, 3000));
    wire_close(&more);
    expect_from(1, HEALTH, 200, NULL);
    expect_from(2, SERVICE, 200, NULL);
    for (size_t i = 0; i < 4; i++)
        expect(&wires[i], SERVICE, 200, NULL);

    wire_close(&wires[0]);
    settle();
    open_some(wires, 1, 1, SERVICE);
    struct answer answer;
    wire_read(&wires[0], &answer, false);
    cr_expect_eq(answer.status, 200, "a closed connection did not make room");
    answer_done(&answer);
    close_all(wires, 4);
    stop();
}

Test(limits, a_trusted_proxy_may_open_any_number)
{
    struct wire wires[10];
    start((const char *const[]){"--connections-per-address", "4", "--trusted-proxies", "127.0.0.2", NULL});
    open_some(wires, 10, 2, "");
    for (size_t i = 0; i < 10; i++)
        expect(&wires[i], SERVICE, 200, NULL);
    close_all(wires, 10);
    stop();
}

Test(limits, with_every_connection_busy_only_the_probe_is_answered)
{
    struct wire wires[8];
    start((const char *const[]){"--connections-max", "8", NULL});
    open_some(wires, 8, 1, BEGINNING);
    for (int i = 0; i < 3; i++) {
        struct wire more;
        wire_open_from(&more, &server, 2);
        expect(&more, SERVICE, 503, "\"overloaded\"");
        cr_expect(wire_ended(&more, 3000));
        wire_close(&more);
        wire_open_from(&more, &server, 2);
        expect(&more, HEALTH, 200, NULL);
        cr_expect(wire_ended(&more, 1000), "it was only lent");
        wire_close(&more);
        expect_from(2, "POST /healthz HTTP/1.1\r\nHost: t\r\nContent-Length: 0\r\n\r\n", 503, NULL);
        expect_from(2, "GET /readyz HTTP/1.1\r\nHost: t\r\n\r\n", 503, NULL);
    }
    for (size_t i = 0; i < 8; i++)
        expect(&wires[i], "y\r\n\r\n", 200, NULL);
    close_all(wires, 8);
    stop();
}

Test(limits, an_idle_connection_makes_room)
{
    struct wire wires[8];
    start((const char *const[]){"--connections-max", "8", "--threads", "1", NULL});
    for (size_t i = 0; i < 8; i++) {
        wire_open(&wires[i], &server);
        expect(&wires[i], SERVICE, 200, NULL);
    }
    expect(&wires[0], SERVICE, 200, NULL); /* now the second has been idle for the longest time */
    expect_from(2, SERVICE, 200, NULL);
    cr_expect(wire_ended(&wires[1], 3000));
    for (size_t i = 0; i < 8; i++)
        cr_expect(i == 1 || !wire_ended(&wires[i], 20), "connection %zu was ended too", i);
    close_all(wires, 8);
    stop();
}

Test(limits, a_flood_of_silent_connections_does_not_keep_the_probe_out)
{
    struct wire wires[8];
    struct wire flood[400];
    start((const char *const[]){"--connections-max", "8", NULL});
    open_some(wires, 8, 1, BEGINNING);
    open_some(flood, 400, 1, "");
    struct wire probe;
    wire_open_from(&probe, &server, 2);
    wire_say(&probe, HEALTH);
    cr_expect(wire_readable(&probe, 1000), "the probe waits until silent ones run out of time");
    expect(&probe, "", 200, NULL);
    wire_close(&probe);
    expect_from(2, SERVICE, 503, "\"overloaded\"");
    close_all(flood, 400);
    close_all(wires, 8);
    stop();
}

#define LONG_BODY 262144
#define QUESTION "{\"queries\":[{\"chip\":\"h20\",\"destination\":\"CN\"}]}"
#define POST(size)                                                                                           \
    "POST /v1/eligibility HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\nContent-Length: " size    \
    "\r\n\r\n"

/* The longest question, but for its last byte. */
static void begin_long_body(struct wire *wire, unsigned host)
{
    static char body[LONG_BODY];
    memset(body, ' ', sizeof body);
    memcpy(body, QUESTION, sizeof QUESTION - 1);
    wire_open_from(wire, &server, host);
    wire_say(wire, POST("262144"));
    cr_assert(wire_send(wire, body, sizeof body - 1));
}

static void expect_long_body(unsigned status, const char *code)
{
    struct wire wire;
    begin_long_body(&wire, 2);
    settle();
    expect(&wire, " ", status, code);
    expect(&wire, SERVICE, 200, NULL);
    wire_close(&wire);
}

/* Four of the longest fit into a mebibyte, since the first 4 KiB of each are not counted. */
Test(limits, bodies_take_so_much_memory_and_no_more)
{
    struct wire wires[4];
    char question[512];
    snprintf(question, sizeof question, POST("%zu") "%s", sizeof QUESTION - 1, QUESTION);
    start((const char *const[]){"--bodies-max-mb", "1", NULL});
    for (size_t i = 0; i < 4; i++)
        begin_long_body(&wires[i], 1);
    settle();
    expect_long_body(503, "\"overloaded\"");
    expect_long_body(503, "\"overloaded\"");
    expect_from(2, question, 200, NULL);

    wire_close(&wires[0]); /* by going away, which is looked for twice a second */
    for (int i = 0; i < 10; i++)
        settle();
    expect_long_body(200, NULL);
    expect(&wires[1], " ", 200, NULL); /* by having been answered */
    begin_long_body(&wires[0], 1);
    settle();
    expect_long_body(200, NULL);
    for (size_t i = 2; i < 4; i++)
        expect(&wires[i], " ", 200, NULL);
    close_all(wires, 4);
    stop();
}

static void limit_descriptors(rlim_t soft, rlim_t hard)
{
    const struct rlimit limit = {.rlim_cur = soft, .rlim_max = hard};
    cr_assert_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
}

static void expect_diagnostics(const char *sentence, bool said)
{
    char *text = harness_read(server.diagnostics);
    cr_expect_eq(strstr(text, sentence) != NULL, said, "'%s': %s", sentence, text);
    free(text);
}

Test(limits, the_soft_limit_of_descriptors_is_raised)
{
    struct rlimit limit;
    cr_assert_eq(getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit_descriptors(100, limit.rlim_max);
    start((const char *const[]){"--connections-max", "200", "--threads", "2", NULL});
    cr_expect_eq(prlimit(server.pid, RLIMIT_NOFILE, NULL, &limit), 0);
    cr_expect_eq(limit.rlim_cur, limit.rlim_max);
    expect_diagnostics("open files", false);
    stop();
}

Test(limits, few_descriptors_are_shared_out_so_that_the_store_has_its_own)
{
    static struct wire wires[300];
    limit_descriptors(400, 400);
    start((const char *const[]){"--threads", "2", NULL});
    expect_diagnostics("the system grants 400 open files, so at most ", true);
    open_some(wires, 300, 1, BEGINNING);
    expect_from(2, HEALTH, 200, NULL);
    expect_from(2, SERVICE, 503, "\"overloaded\"");
    expect(&wires[0], "y\r\n\r\nGET /v1/chips?q=h20 HTTP/1.1\r\nHost: t\r\n\r\n", 200, NULL);
    expect(&wires[0], "", 200, NULL);
    expect_diagnostics("libmicrohttpd", false);
    close_all(wires, 300);
    stop();
}

static void expect_standing(struct wire *wire, const char *request, unsigned status, const char *standing)
{
    struct answer answer;
    char value[1024];
    wire_say(wire, request);
    wire_read(wire, &answer, false);
    cr_expect_eq(answer.status, status, "%s", answer.headers);
    cr_expect_str_eq(answer_header(&answer, "RateLimit", value), standing);
    cr_expect_str_eq(answer_header(&answer, "RateLimit-Policy", value),
                     *standing ? "\"default\";q=3;w=3" : "");
    cr_expect_str_eq(answer_header(&answer, "Retry-After", value), status == 429 ? "1" : "");
    cr_expect_not(answer.closes);
    answer_done(&answer);
}

/* A bucket of three fills by one a second, so none of these runs into the next second unless the machine
 * stands still; the last row would then be served. */
Test(limits, a_client_that_asks_too_often_is_told_when_it_may_again)
{
    struct wire wire;
    start((const char *const[]){"--rate-limit", "1", "--rate-burst", "3", NULL});
    wire_open(&wire, &server);
    expect_standing(&wire, HEALTH, 200, "");
    expect_standing(&wire, SERVICE, 200, "\"default\";r=2;t=1");
    expect_standing(&wire, "GET /v1/nothing HTTP/1.1\r\nHost: t\r\n\r\n", 404, "\"default\";r=1;t=2");
    expect_standing(&wire, SERVICE, 200, "\"default\";r=0;t=3");
    expect_standing(&wire, SERVICE, 429, "\"default\";r=0;t=3");
    expect_standing(&wire, "POST /v1/eligibility HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\n[]x", 429,
                    "\"default\";r=0;t=3");
    expect_standing(&wire, "OPTIONS * HTTP/1.1\r\nHost: t\r\n\r\n", 429, "\"default\";r=0;t=3");
    expect_standing(&wire, HEALTH, 200, "");
    expect_standing(&wire, "GET /readyz HTTP/1.1\r\nHost: t\r\n\r\n", 200, "");
    expect_from(1, "POST /v1/screenings HTTP/1.1\r\nHost: t\r\nContent-Length: 99999999\r\n\r\n", 429,
                "\"too_many_requests\"");
    expect_from(2, SERVICE, 200, NULL);
    const struct timespec second = {.tv_sec = 1};
    nanosleep(&second, NULL);
    expect(&wire, SERVICE, 200, NULL);
    wire_close(&wire);
    stop();
}

#define FOR(client) "GET /v1 HTTP/1.1\r\nHost: t\r\nX-Forwarded-For: 9.9.9.9, " client "\r\n\r\n"

Test(limits, behind_a_trusted_proxy_each_client_has_its_own_rate)
{
    start((const char *const[]){"--rate-limit", "1", "--rate-burst", "1", "--trusted-proxies", "127.0.0.2",
                                NULL});
    expect_from(2, FOR("192.0.2.1"), 200, NULL);
    expect_from(2, FOR("192.0.2.1"), 429, "\"too_many_requests\"");
    expect_from(2, FOR("192.0.2.2"), 200, NULL);
    expect_from(2, FOR("2001:db8::1"), 200, NULL);
    expect_from(2, FOR("[2001:db8::2]:99"), 429, NULL);
    expect_from(
        2, "GET /v1 HTTP/1.1\r\nHost: t\r\nX-Forwarded-For: 192.0.2.3\r\nx-forwarded-for: 127.0.0.2\r\n\r\n",
        200, NULL);
    expect_from(2, FOR("192.0.2.3"), 429, NULL);
    expect_from(3, FOR("192.0.2.4"), 200, NULL);
    expect_from(3, FOR("192.0.2.5"), 429, NULL); /* it is not trusted, so it counts itself */
    stop();
}

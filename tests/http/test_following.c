/* Requests that wait for news, over real sockets: many of them cost no thread, all hear of it, none outlives
 * its time, its client or the server. */
#include "wire.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct server server;
static const char *const one_loop[] = {"--threads", "1", "--log", "none", NULL};

static void start(void)
{
    harness_start(&server, one_loop);
}

static void stop(void)
{
    cr_expect_eq(harness_stop(&server), 0);
}

TestSuite(following, .init = start, .fini = stop, .timeout = 60);

static double now(void)
{
    struct timespec moment;
    clock_gettime(CLOCK_MONOTONIC, &moment);
    return (double)moment.tv_sec + (double)moment.tv_nsec / 1e9;
}

static void wait_for_news(struct wire *wire, const char *query)
{
    char request[256];
    snprintf(request, sizeof request, "GET /v1/changes?seq.gt=%lld&%s HTTP/1.1\r\nHost: t\r\n\r\n",
             BUNDLED_HEAD, query);
    wire_say(wire, request);
}

static void expect_prompt(const char *target)
{
    char request[256];
    struct answer answer;
    const double began = now();
    snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: t\r\n\r\n", target);
    wire_ask(&server, request, &answer);
    cr_expect_eq(answer.status, 200, "%s: %u", target, answer.status);
    cr_expect_lt(now() - began, 2, "%s took %g s", target, now() - began);
    answer_done(&answer);
}

static void expect_silence(const struct wire *wires, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cr_expect_not(wire_readable(&wires[i], 0), "%zu was answered without news", i);
}

#define MANY 200

Test(following, many_wait_while_others_are_served_and_all_hear_the_news)
{
    static struct wire wires[MANY];
    for (size_t i = 0; i < MANY; i++) {
        wire_open(&wires[i], &server);
        wait_for_news(&wires[i], "wait=60");
    }
    for (int i = 0; i < 20; i++) {
        expect_prompt("/v1/chips?limit=1");
        expect_prompt("/v1/eligibility?chip=h20&destination=CN");
    }
    expect_silence(wires, MANY);

    harness_record_version(server.database, "heard by all");
    char seq[40];
    snprintf(seq, sizeof seq, "\"seq\":%lld,", BUNDLED_HEAD + 1);
    const double recorded = now();
    for (size_t i = 0; i < MANY; i++) {
        struct answer answer;
        wire_read(&wires[i], &answer, false);
        cr_expect_eq(answer.status, 200);
        cr_expect(strstr(answer.body, seq) && strstr(answer.body, "\"changed\":[\"notes\"]"), "%s",
                  answer.body);
        answer_done(&answer);
        wire_close(&wires[i]);
    }
    cr_expect_lt(now() - recorded, 5);
}

Test(following, news_of_something_else_is_waited_through)
{
    struct wire wire;
    struct answer answer;
    const double began = now();
    wire_open(&wire, &server);
    wait_for_news(&wire, "kind=ruling&wait=4");
    harness_record_version(server.database, "of a chip");
    wire_read(&wire, &answer, false);
    cr_expect(now() - began > 3.9, "answered after %g s", now() - began);
    char version[48];
    snprintf(version, sizeof version, "\"data_version\":%lld,", BUNDLED_HEAD + 1);
    cr_expect(strstr(answer.body, "{\"items\":[],") && strstr(answer.body, version), "%s", answer.body);
    answer_done(&answer);
    wire_close(&wire);
}

Test(following, the_time_runs_out_and_the_connection_goes_on)
{
    struct wire wire;
    struct answer answer;
    char value[1024];
    wire_open(&wire, &server);
    for (int i = 0; i < 2; i++) {
        const double began = now();
        wait_for_news(&wire, "wait=1");
        wire_read(&wire, &answer, false);
        cr_expect_eq(answer.status, 200);
        cr_expect(now() - began > 0.99 && now() - began < 4, "answered after %g s", now() - began);
        cr_expect(strstr(answer.body, "{\"items\":[],"));
        cr_expect_str_eq(answer_header(&answer, "Cache-Control", value), "no-store");
        cr_expect_str_empty(answer_header(&answer, "ETag", value));
        cr_expect_not(answer.closes);
        answer_done(&answer);
    }
    wire_close(&wire);
}

Test(following, head_does_not_wait)
{
    struct answer answer;
    const double began = now();
    wire_ask(&server, "HEAD /v1/changes?seq.gt=1000&wait=60 HTTP/1.1\r\nHost: t\r\n\r\n", &answer);
    cr_expect_eq(answer.status, 200);
    cr_expect_lt(now() - began, 5);
    answer_done(&answer);
}

/* The version that they wait for, and the end of their time, come to nobody. */
Test(following, clients_that_go_away_disturb_nobody)
{
    struct wire wires[20];
    for (size_t i = 0; i < 20; i++) {
        wire_open(&wires[i], &server);
        wait_for_news(&wires[i], i % 2 ? "wait=60" : "wait=1");
    }
    expect_prompt("/v1/chips?limit=1");
    for (size_t i = 0; i < 20; i++)
        wire_close(&wires[i]);
    harness_record_version(server.database, "heard by nobody");
    const struct timespec moment = {.tv_sec = 2};
    nanosleep(&moment, NULL);
    char target[64];
    snprintf(target, sizeof target, "/v1/changes?seq.gt=%lld&wait=60", BUNDLED_HEAD);
    expect_prompt(target);
}

Test(following_to_the_end, the_end_of_the_server_answers_them_at_once, .timeout = 60)
{
    struct wire wires[8];
    harness_start(&server, NULL);
    for (size_t i = 0; i < 8; i++) {
        wire_open(&wires[i], &server);
        wait_for_news(&wires[i], "wait=60");
    }
    expect_prompt("/v1/chips?limit=1");
    const double began = now();
    kill(server.pid, SIGTERM);
    for (size_t i = 0; i < 8; i++) {
        struct answer answer;
        wire_read(&wires[i], &answer, false);
        cr_expect_eq(answer.status, 200);
        cr_expect(answer.body && strstr(answer.body, "{\"items\":[],"), "%s", answer.body);
        cr_expect(answer.closes, "or it would come and wait again");
        answer_done(&answer);
        wire_close(&wires[i]);
    }
    cr_expect_lt(now() - began, 5);
    cr_expect_eq(harness_await_end(&server), 0);
}

/* On a connection that was open already, the last request that it may bring. */
Test(following_to_the_end, nobody_begins_to_wait_for_a_server_that_ends, .timeout = 60)
{
    struct wire wire;
    struct answer answer;
    harness_start(&server, one_loop);
    wire_open(&wire, &server);
    wire_say(&wire, "GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n");
    wire_read(&wire, &answer, false);
    answer_done(&answer);
    const double began = now();
    kill(server.pid, SIGTERM);
    const struct timespec moment = {.tv_nsec = 50000000};
    nanosleep(&moment, NULL);
    wait_for_news(&wire, "wait=60");
    wire_read(&wire, &answer, false);
    cr_expect_eq(answer.status, 200);
    cr_expect_lt(now() - began, 5, "answered after %g s", now() - began);
    cr_expect(answer.closes);
    answer_done(&answer);
    wire_close(&wire);
    cr_expect_eq(harness_await_end(&server), 0);
}

/* A server that runs through midnight: what the calendar alone has ended is told from then on, and nothing
 * else changes. The bundled data were checked through 2026-10-10; the suspension of the Affiliates rule ends
 * with 2026-11-09. */
#include "fake_clock.h"
#include "wire.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define QUESTION "/v1/eligibility?chip=h20&destination=DE"
#define SUSPENSION "us-bis-2025-11-10-affiliates-suspension"

static struct server server;
static struct fake_clock wall;

static void start(void)
{
    fake_clock_open(&wall, "2026-11-09T23:59:59Z");
    harness_start_under(&server, NULL, wall.variables);
}

static void stop(void)
{
    cr_expect_eq(harness_stop(&server), 0, "the server did not end in order");
    fake_clock_close(&wall);
}

TestSuite(clock, .init = start, .fini = stop, .timeout = 60);

static void get(const char *target, const char *headers, struct answer *answer)
{
    char request[2048];
    snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: t\r\n%s\r\n", target, headers);
    wire_ask(&server, request, answer);
}

static json_t *read_json(const struct answer *answer)
{
    json_t *body = json_loadb(answer->body, answer->body_size, 0, NULL);
    cr_assert(body, "%s", answer->body);
    return body;
}

static void expect_lapses(const char *instant, const char *date, size_t count)
{
    struct answer answer;
    fake_clock_set(&wall, instant);
    get(QUESTION, "", &answer);
    cr_assert_eq(answer.status, 200);
    json_t *body = read_json(&answer);
    const json_t *currency = json_object_get(body, "currency");
    cr_expect_str_eq(json_string_value(json_object_get(json_object_get(body, "question"), "date")), date);
    cr_expect_eq(json_array_size(json_object_get(currency, "lapsed_unverified")), count, "%s: %s", instant,
                 answer.body);
    cr_expect_str_eq(json_string_value(json_object_get(body, "outcome")), "no_license_required");
    json_decref(body);
    answer_done(&answer);
}

static void expect_status(const char *target, unsigned status)
{
    struct answer answer;
    get(target, "", &answer);
    cr_expect_eq(answer.status, status, "%s: %s", target, answer.body);
    answer_done(&answer);
}

Test(clock, an_answer_without_a_date_follows_the_day_of_greenwich)
{
    expect_lapses("2026-11-09T23:59:59Z", "2026-11-09", 0);
    expect_status(QUESTION "&strict=true", 200);
    expect_lapses("2026-11-10T00:00:00Z", "2026-11-10", 2);
    expect_status(QUESTION "&strict=true", 409);
    expect_status(QUESTION "&strict=true&date=2026-11-09", 200);
    expect_lapses("2026-12-31T23:59:59Z", "2026-12-31", 2);
}

/* Who asks again with the ETag of yesterday must not be told that nothing changed. */
Test(clock, an_etag_of_yesterday_is_of_yesterday)
{
    struct answer answer;
    char etag[1024];
    char headers[1100];
    get(QUESTION, "", &answer);
    snprintf(headers, sizeof headers, "If-None-Match: %s\r\n", answer_header(&answer, "ETag", etag));
    answer_done(&answer);
    get(QUESTION, headers, &answer);
    cr_expect_eq(answer.status, 304);
    answer_done(&answer);
    fake_clock_set(&wall, "2026-11-10T00:00:00Z");
    get(QUESTION, headers, &answer);
    cr_expect_eq(answer.status, 200);
    answer_done(&answer);
}

/* In the terminal as over HTTP. */
Test(clock, who_asks_in_the_terminal_is_told_too)
{
    const char *const arguments[] = {"ask", "h20", "DE", "--db", server.database, NULL};
    static const struct {
        const char *instant;
        const char *day;
        bool lapsed;
    } rows[] = {{"2026-11-09T23:59:59Z", "on 2026-11-09", false},
                {"2026-11-10T00:00:00Z", "on 2026-11-10", true}};
    struct run *run = calloc(1, sizeof *run);
    cr_assert(run);
    for (size_t i = 0; i < 2; i++) {
        fake_clock_set(&wall, rows[i].instant);
        harness_run(run, arguments, wall.variables);
        cr_assert_eq(run->code, 0, "%s", run->errors);
        cr_expect(strstr(run->output, rows[i].day), "%s", run->output);
        cr_expect_eq(strstr(run->output, "lapsed, not verified since: " SUSPENSION "#1") != NULL,
                     rows[i].lapsed, "%s", run->output);
    }
    free(run);
}

static void expect_ready(const char *instant, const char *status)
{
    struct answer answer;
    fake_clock_set(&wall, instant);
    get("/readyz", "", &answer);
    cr_assert_eq(answer.status, 200, "%s", answer.body);
    json_t *body = read_json(&answer);
    cr_expect_str_eq(json_string_value(json_object_get(body, "status")), status, "%s: %s", instant,
                     answer.body);
    json_decref(body);
    answer_done(&answer);
}

/* Ready all the time: data that aged is for the operator to look after, not a reason to take the server away.
 */
Test(clock, readiness_warns_as_the_data_age)
{
    expect_ready("2026-10-10T00:00:00Z", "ok");
    expect_ready("2026-11-09T23:59:59Z", "ok");
    expect_ready("2026-11-10T00:00:00Z", "warn");
    expect_ready("2036-01-01T00:00:00Z", "warn");
    expect_status("/healthz", 200);
}

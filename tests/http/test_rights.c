/* What a token may do over HTTP, and what an answer tells to whom. */
#include "wire.h"

#include "db/instant.h"
#include "db/tokens.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

TestSuite(rights, .timeout = 60);

#define OPERATOR "correct-horse-battery-staple"
#define EVENT "2022-08-26-nvidia-a100-h100-license-letter"

static struct server server;
static struct run run;
static struct answer answer;

/* With a token of the operator's beside those that a test makes. */
static void start_with(const char *flag)
{
    static const char *const variables[] = {"NAVICERT_TOKEN=" OPERATOR, NULL};
    const char *const flags[] = {flag, NULL};
    harness_start_under(&server, flags, variables);
}

static void start(void)
{
    start_with(NULL);
}

static void stop(void)
{
    answer_done(&answer);
    cr_expect_eq(harness_stop(&server), 0);
}

/* Runs the command on the database of the server; the token that it prints, if it does. */
static const char *token(const char *action, const char *argument, const char *flag)
{
    const char *const arguments[] = {"token", action, "--db", server.database, argument, flag, NULL};
    harness_run(&run, arguments, NULL);
    cr_assert_eq(run.code, 0, "%s", run.errors);
    run.output[strcspn(run.output, "\n")] = '\0';
    return run.output;
}

/* Asks with that token, and further header lines and body after them. */
static unsigned ask(const char *line, const char *bearer, const char *rest)
{
    char request[4096];
    snprintf(request, sizeof request, "%s HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer %s\r\n%s", line,
             bearer, *rest ? rest : "\r\n");
    answer_done(&answer);
    wire_ask(&server, request, &answer);
    return answer.status;
}

static void expect_challenge(const char *wanted)
{
    char value[1024];
    cr_expect_str_eq(answer_header(&answer, "WWW-Authenticate", value), wanted);
}

Test(rights, each_scope_opens_its_own_operations_and_no_others, .init = start, .fini = stop)
{
    static const char *const collections[] = {"chips", "rulings", "events"};
    for (size_t held = 0; held < 3; held++) {
        char flag[64], name[32], bearer[64];
        snprintf(flag, sizeof flag, "--scope=write:%s", collections[held]);
        snprintf(name, sizeof name, "--name=of-%s", collections[held]);
        snprintf(bearer, sizeof bearer, "%s", token("create", name, flag));
        for (size_t asked = 0; asked < 3; asked++) {
            static const char *const methods[] = {"PUT", "DELETE"};
            char line[64], challenge[160];
            snprintf(challenge, sizeof challenge,
                     "Bearer realm=\"navicert\", error=\"insufficient_scope\", scope=\"write:%s\"",
                     collections[asked]);
            for (size_t i = 0; i < 2; i++) {
                snprintf(line, sizeof line, "%s /v1/%s/nothing", methods[i], collections[asked]);
                const unsigned status = ask(line, bearer, "Content-Length: 0\r\n\r\n");
                cr_expect_eq(status == 403, held != asked, "%s with %s: %u", line, flag, status);
                expect_challenge(held == asked ? "" : challenge);
            }
        }
    }
}

/* The answer without what no two answers share. */
static void mask(char *text)
{
    static const char *const names[] = {"Request-Id: ", "Date: ", "\"instance\":\""};
    for (size_t i = 0; i < 3; i++) {
        for (char *at = strstr(text, names[i]); at && (at = at + strlen(names[i])); at = NULL)
            memset(at, '*', strcspn(at, "\r\""));
    }
}

static void expect_same(const char *line, const char *bearer, const char *rest, char first[static 8192],
                        char body[static 1024])
{
    ask(line, bearer, rest);
    mask(answer.headers);
    mask(answer.body);
    if (*first) {
        cr_expect_str_eq(answer.headers, first, "%s %s", line, rest);
        cr_expect_str_eq(answer.body, body, "%s %s", line, rest);
    }
    memcpy(first, answer.headers, sizeof answer.headers);
    snprintf(body, 1024, "%s", answer.body);
}

Test(rights, a_refusal_tells_nothing_of_what_there_is, .init = start, .fini = stop)
{
    static const char *const rests[] = {
        "Content-Length: 0\r\n\r\n", "If-Match: *\r\n\r\n", "If-Match: \"r1\"\r\nContent-Length: 2\r\n\r\n{}",
        "If-None-Match: *\r\nContent-Length: 2\r\n\r\nno", "If-Match: x\r\n\r\n"};
    static const char *const lines[] = {"PUT /v1/events/" EVENT, "PUT /v1/events/there-is-none",
                                        "PUT /v1/events/" EVENT "?unknown=1"};
    char chips[64], first[8192], body[1024];
    snprintf(chips, sizeof chips, "%s", token("create", "--name=ann", "--scope=write:chips"));
    const char *const bearers[] = {chips, "guessed"};
    for (size_t who = 0; who < 2; who++) {
        *first = '\0';
        for (size_t line = 0; line < 3; line++) {
            for (size_t i = 0; i < sizeof rests / sizeof rests[0]; i++)
                expect_same(lines[line], bearers[who], rests[i], first, body);
        }
        cr_expect_eq(answer.status, who == 0 ? 403u : 401u);
    }
}

/* One whose end is past, of the store itself: the command makes none. */
static void make_expired(char text[static TOKEN_TEXT_SIZE])
{
    struct store *store;
    char reason[STORE_REASON_SIZE], end[INSTANT_SIZE];
    cr_assert(store_open(server.database, STORE_WRITE, &store, reason), "%s", reason);
    instant_format(instant_now() + 50, end);
    cr_assert(tokens_create(store, "late", SCOPE_ADMIN, end, text, reason), "%s", reason);
    store_close(store);
    usleep(60000);
}

Test(rights, all_that_opens_nothing_gets_one_answer, .init = start, .fini = stop)
{
    char ann[64], wrong[64], expired[TOKEN_TEXT_SIZE], first[8192] = "", body[1024];
    snprintf(ann, sizeof ann, "%s", token("create", "--name=ann", NULL));
    snprintf(wrong, sizeof wrong, "%s", ann);
    wrong[55] = wrong[55] == 'A' ? 'E' : 'A';
    make_expired(expired);
    const unsigned before = ask("DELETE /v1/chips/nothing", ann, "");
    cr_expect_eq(before, 428u, "%s", answer.body);
    token("revoke", "ann", NULL);
    static const char *const bearers[] = {
        "guessed", "nvt_00000000_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "nvt_", "a b c"};
    expect_same("DELETE /v1/chips/nothing", ann, "", first, body);
    cr_expect_eq(answer.status, 401u, "revoked, at the next request: %s", answer.body);
    expect_challenge("Bearer realm=\"navicert\", error=\"invalid_token\"");
    expect_same("DELETE /v1/chips/nothing", wrong, "", first, body);
    for (size_t i = 0; i < 4; i++)
        expect_same("DELETE /v1/chips/nothing", bearers[i], "", first, body);
    ask("DELETE /v1/chips/nothing", expired, "");
    cr_expect(strstr(answer.body, "The token has expired."), "%s", answer.body);
    /* Not even that is told who has not all of it. */
    expired[55] = expired[55] == 'A' ? 'E' : 'A';
    expect_same("DELETE /v1/chips/nothing", expired, "", first, body);
}

Test(rights, without_a_token_no_error_is_named, .init = start, .fini = stop)
{
    wire_ask(&server, "DELETE /v1/chips/nothing HTTP/1.1\r\nHost: t\r\n\r\n", &answer);
    cr_expect_eq(answer.status, 401u);
    expect_challenge("Bearer realm=\"navicert\"");
}

Test(rights, after_a_rotation_both_open_until_the_name_is_revoked, .init = start, .fini = stop)
{
    char first[64], second[64];
    snprintf(first, sizeof first, "%s", token("create", "--name=ann", "--scope=write:events"));
    snprintf(second, sizeof second, "%s", token("rotate", "ann", "--overlap-hours=2"));
    cr_expect(strstr(run.errors, "A token for ann with write:events"), "%s", run.errors);
    cr_expect(strstr(run.errors, "The one before opens until "), "%s", run.errors);
    cr_expect_str_neq(first, second);
    cr_expect_eq(ask("DELETE /v1/events/nothing", first, ""), 428u);
    cr_expect_eq(ask("DELETE /v1/events/nothing", second, ""), 428u);
    cr_expect_eq(ask("DELETE /v1/chips/nothing", second, ""), 403u);
    token("rotate", "ann", "--overlap-hours=0");
    cr_expect_eq(ask("DELETE /v1/events/nothing", first, ""), 401u);
    cr_expect_eq(ask("DELETE /v1/events/nothing", second, ""), 401u);
}

Test(rights, who_is_refused_need_not_send_the_body, .init = start, .fini = stop)
{
    struct wire wire;
    wire_open(&wire, &server);
    wire_say(&wire, "PUT /v1/chips/new HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer guessed\r\n"
                    "Content-Length: 200000\r\n\r\n");
    wire_read(&wire, &answer, false);
    cr_expect_eq(answer.status, 401u);
    cr_expect(answer.closes);
    wire_close(&wire);
}

/* What follows a refusal is the body that was announced, and never a request of its own. */
Test(rights, the_body_of_who_is_refused_is_no_request, .init = start, .fini = stop)
{
    static const char *const methods[] = {"PUT", "POST", "DELETE"};
    static const char *const paths[] = {"/v1/chips/new", "/v1/changes", "/v1/chips/new"};
    for (size_t i = 0; i < 3; i++) {
        struct wire wire;
        char request[400];
        wire_open(&wire, &server);
        snprintf(request, sizeof request,
                 "%s %s HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer guessed\r\nContent-Length: 39\r\n\r\n"
                 "GET /v1/problems HTTP/1.1\r\nHost: t\r\n\r\n",
                 methods[i], paths[i]);
        wire_say(&wire, request);
        answer_done(&answer);
        wire_read(&wire, &answer, false);
        cr_expect_eq(answer.status, 401u, "%s", methods[i]);
        cr_expect(wire_ended(&wire, 5000), "%s", methods[i]);
        wire_close(&wire);
    }
}

static void start_with_three(void)
{
    start_with("--token-failures-max=3");
}

Test(rights, who_fails_too_often_waits_but_nobody_else_does, .init = start_with_three, .fini = stop)
{
    char value[1024];
    for (size_t i = 0; i < 3; i++)
        cr_expect_eq(ask("DELETE /v1/chips/nothing", "guessed", ""), 401u);
    cr_expect_eq(ask("DELETE /v1/chips/nothing", "guessed", ""), 429u);
    const int wait_s = atoi(answer_header(&answer, "Retry-After", value));
    cr_expect(wait_s > 0 && wait_s <= 60, "%s", value);
    cr_expect(strstr(answer.body, "\"code\":\"quota_exceeded\""), "%s", answer.body);
    expect_challenge("");
    cr_expect_eq(ask("DELETE /v1/chips/nothing", OPERATOR, ""), 428u, "a valid one is not held up");
    cr_expect_eq(ask("GET /v1/chips", "guessed", ""), 200u, "nor reading");
    answer_done(&answer);
    wire_ask(&server, "DELETE /v1/chips/nothing HTTP/1.1\r\nHost: t\r\n\r\n", &answer);
    cr_expect_eq(answer.status, 401u, "nor who guesses nothing");
}

static void start_in_haste(void)
{
    static const char *const variables[] = {"NAVICERT_TOKEN=" OPERATOR, NULL};
    static const char *const flags[] = {"--threads=1", "--query-timeout-ms=50", NULL};
    harness_start_under(&server, flags, variables);
}

/* A request that ends before it reads anything leaves behind when it should have done so: that is not when
 * the token of the next must be found. SQLite looks at the clock only once in some dozens of them. */
Test(rights, a_faulty_request_takes_no_time_from_the_next, .init = start_in_haste, .fini = stop)
{
    char ann[64];
    snprintf(ann, sizeof ann, "%s", token("create", "--name=ann", NULL));
    cr_assert_eq(ask("POST /v1/eligibility", ann, "Content-Length: 2\r\n\r\nno"), 400u);
    usleep(60000);
    for (size_t i = 0; i < 600; i++)
        cr_assert_eq(ask("DELETE /v1/chips/nothing?unknown=1", ann, ""), 400u, "request %zu: %s", i,
                     answer.body);
}

/* The environment of the process, as root reads it; the token was there when it began. */
Test(rights, the_token_of_the_operator_is_gone_from_the_environment, .init = start, .fini = stop)
{
    char path[64], bytes[65536];
    snprintf(path, sizeof path, "/proc/%d/environ", (int)server.pid);
    const int file = open(path, O_RDONLY);
    if (file < 0)
        cr_skip("only root reads the environment of a server");
    const ssize_t size = read(file, bytes, sizeof bytes);
    close(file);
    cr_assert_gt(size, 0);
    cr_expect(memmem(bytes, (size_t)size, "NAVICERT_TOKEN=", 15), "it was read from there");
    cr_expect_null(memmem(bytes, (size_t)size, "horse", 5));
    cr_expect_eq(ask("DELETE /v1/chips/nothing", OPERATOR, ""), 428u);
}

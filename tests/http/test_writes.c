/* Writing over real connections: seen at once on every loop, whole or not at all, and safe to repeat. */
#include "wire.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

TestSuite(writes, .timeout = 60);

static char token[128];

/* A server on two loops, and a token that is made while it runs. */
static void start(struct server *server)
{
    static const char *const flags[] = {"--threads", "2", NULL};
    harness_start(server, flags);
    const char *const create[] = {"token", "create", "--name",         "tester", "--scope",
                                  "admin", "--db",   server->database, NULL};
    struct run *run = calloc(1, sizeof *run);
    cr_assert(run);
    harness_run(run, create, NULL);
    cr_assert_eq(run->code, 0, "%s", run->errors);
    sscanf(run->output, "%127s", token);
    free(run);
}

/* Sends a body with the token; returns the status. */
static unsigned send_json(const struct server *server, const char *line, const char *headers,
                          const char *body, struct answer *answer)
{
    char request[4096];
    const int size = snprintf(request, sizeof request,
                              "%s HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer %s\r\nContent-Type: "
                              "application/json\r\nContent-Length: %zu\r\n%s\r\n%s",
                              line, token, strlen(body), headers, body);
    cr_assert_lt((size_t)size, sizeof request);
    wire_ask(server, request, answer);
    return answer->status;
}

/* Two groups named alike, replaced together again and again: round n is the n-th revision after the bundled
 * ones. */
static void write_pair(const struct server *server, int round)
{
    char body[1024], name[32], number[32] = "null";
    struct answer answer;
    snprintf(name, sizeof name, "round %d", round);
    if (round > 1)
        snprintf(number, sizeof number, "%lld", BUNDLED_HEAD + round - 1);
    snprintf(body, sizeof body,
             "{\"changes\":[{\"op\":\"put\",\"kind\":\"group\",\"id\":\"X:1\",\"replaces\":%s,\"document\":{"
             "\"id\":\"X:1\",\"name\":\"%s\",\"description\":\"d\",\"source\":null}},{\"op\":\"put\","
             "\"kind\":\"group\",\"id\":\"X:2\",\"replaces\":%s,\"document\":{\"id\":\"X:2\",\"name\":\"%s\","
             "\"description\":\"d\",\"source\":null}}]}",
             number, name, number, name);
    cr_assert_eq(send_json(server, "POST /v1/changes", "", body, &answer), 201, "%s", answer.body);
    answer_done(&answer);
}

struct reader {
    const struct server *server;
    atomic_bool *stop;
    unsigned reads;
    char fault[512]; /* "": none */
};

/* Both names, read in one request, are those of one round; and no later request shows an earlier round. */
static void *read_pairs(void *context)
{
    struct reader *reader = context;
    struct wire wire;
    int newest = 0;
    wire_open(&wire, reader->server);
    while (!atomic_load(reader->stop)) {
        struct answer answer;
        int first = 0, second = 0;
        wire_say(&wire, "GET /v1/groups?id=X:1,X:2&fields=name&format=ndjson HTTP/1.1\r\nHost: t\r\n\r\n");
        wire_read(&wire, &answer, false);
        const int found =
            sscanf(answer.body, "{\"name\":\"round %d\"}\n{\"name\":\"round %d\"}", &first, &second);
        if (answer.status != 200 || found != 2 || first != second || first < newest)
            snprintf(reader->fault, sizeof reader->fault, "%u after round %d: %.200s", answer.status, newest,
                     answer.body);
        newest = first;
        reader->reads++;
        answer_done(&answer);
    }
    wire_close(&wire);
    return NULL;
}

Test(writes, a_reader_never_sees_half_a_change_set)
{
    enum { READERS = 4, ROUNDS = 40 };
    struct server server;
    struct reader readers[READERS];
    pthread_t threads[READERS];
    atomic_bool stop = false;
    start(&server);
    write_pair(&server, 1);
    for (int i = 0; i < READERS; i++) {
        readers[i] = (struct reader){.server = &server, .stop = &stop};
        cr_assert_eq(pthread_create(&threads[i], NULL, read_pairs, &readers[i]), 0);
    }
    for (int round = 2; round <= ROUNDS; round++)
        write_pair(&server, round);
    atomic_store(&stop, true);
    for (int i = 0; i < READERS; i++) {
        pthread_join(threads[i], NULL);
        cr_expect_str_empty(readers[i].fault, "%s", readers[i].fault);
        cr_expect_gt(readers[i].reads, 0);
    }
    cr_expect_eq(harness_stop(&server), 0);
}

Test(writes, what_was_written_is_seen_by_the_next_request_on_any_connection)
{
    enum { CONNECTIONS = 8 };
    struct server server;
    struct wire wires[CONNECTIONS];
    start(&server);
    for (int i = 0; i < CONNECTIONS; i++)
        wire_open(&wires[i], &server);
    for (int round = 1; round <= 20; round++) {
        char expected[64];
        snprintf(expected, sizeof expected, "\"name\":\"round %d\"", round);
        write_pair(&server, round);
        for (int i = 0; i < CONNECTIONS; i++) {
            struct answer answer;
            wire_say(&wires[i], "GET /v1/groups/X:1 HTTP/1.1\r\nHost: t\r\n\r\n");
            wire_read(&wires[i], &answer, false);
            cr_expect(strstr(answer.body, expected), "round %d: %s", round, answer.body);
            answer_done(&answer);
        }
    }
    for (int i = 0; i < CONNECTIONS; i++)
        wire_close(&wires[i]);
    cr_expect_eq(harness_stop(&server), 0);
}

struct racer {
    const struct server *server;
    int number;
    unsigned status;
};

static void *race(void *context)
{
    struct racer *racer = context;
    struct answer answer;
    char body[300];
    snprintf(
        body, sizeof body,
        "{\"changes\":[{\"op\":\"put\",\"kind\":\"group\",\"id\":\"X:9\",\"replaces\":null,\"document\":{"
        "\"id\":\"X:9\",\"name\":\"racer %d\",\"description\":\"d\",\"source\":null}}]}",
        racer->number);
    racer->status = send_json(racer->server, "POST /v1/changes", "", body, &answer);
    answer_done(&answer);
    return NULL;
}

Test(writes, of_several_who_create_the_same_one_wins)
{
    enum { RACERS = 8 };
    struct server server;
    struct racer racers[RACERS];
    pthread_t threads[RACERS];
    unsigned won = 0, lost = 0;
    start(&server);
    for (int i = 0; i < RACERS; i++) {
        racers[i] = (struct racer){.server = &server, .number = i};
        cr_assert_eq(pthread_create(&threads[i], NULL, race, &racers[i]), 0);
    }
    for (int i = 0; i < RACERS; i++) {
        pthread_join(threads[i], NULL);
        won += racers[i].status == 201;
        lost += racers[i].status == 412;
    }
    cr_expect_eq(won, 1);
    cr_expect_eq(lost, RACERS - 1);
    cr_expect_eq(harness_stop(&server), 0);
}

Test(writes, what_was_acknowledged_survives_a_kill)
{
    struct server server;
    int64_t acknowledged = 0;
    siginfo_t ended;
    start(&server);
    for (int round = 1; round <= 10; round++) {
        write_pair(&server, round);
        acknowledged = round;
    }
    kill(server.pid, SIGKILL);
    cr_assert_eq(waitid(P_PID, (id_t)server.pid, &ended, WEXITED | WNOWAIT), 0);
    const char *const verify[] = {"verify", "--db", server.database, NULL};
    struct run *run = calloc(1, sizeof *run);
    cr_assert(run);
    harness_run(run, verify, NULL);
    char expected[64];
    snprintf(expected, sizeof expected, "sound: %lld revisions", BUNDLED_HEAD + acknowledged);
    cr_expect(strstr(run->output, expected), "%s%s", run->output, run->errors);
    free(run);
    cr_expect_eq(harness_await_end(&server), -1);
}

Test(writes, headers_of_a_creation)
{
    struct server server;
    struct answer answer;
    char value[1024];
    start(&server);
    const unsigned status = send_json(
        &server, "PUT /v1/events/example", "If-None-Match: *\r\n",
        "{\"id\":\"example\",\"date\":\"2026-02-01\",\"date_precision\":\"day\",\"headline\":\"A\","
        "\"category\":"
        "\"enforcement\",\"chips\":[],\"claims\":[],\"confidence\":\"high\",\"countries\":[],"
        "\"organizations\":"
        "[],\"people\":[],\"reliability\":\"secondary\",\"rulings\":[],\"sources\":[{\"title\":\"A\",\"url\":"
        "null,\"publisher\":\"A\",\"published_on\":null,\"language\":\"en\"}],\"summary\":\"It happened.\"}",
        &answer);
    cr_expect_eq(status, 201, "%s", answer.body);
    cr_expect_str_eq(answer_header(&answer, "Location", value), "/v1/events/example");
    cr_expect_str_eq(answer_header(&answer, "Cache-Control", value), "no-store");
    char head[24], tag[64];
    snprintf(head, sizeof head, "%lld", BUNDLED_HEAD + 1);
    snprintf(tag, sizeof tag, "\"r%s.%s-", head, head);
    cr_expect_str_eq(answer_header(&answer, "Data-Version", value), head);
    cr_expect_eq(strncmp(answer_header(&answer, "ETag", value), tag, strlen(tag)), 0);
    answer_done(&answer);
    wire_ask(&server, "DELETE /v1/events/example HTTP/1.1\r\nHost: t\r\nIf-Match: *\r\n\r\n", &answer);
    cr_expect_eq(answer.status, 401);
    cr_expect_str_eq(answer_header(&answer, "WWW-Authenticate", value), "Bearer realm=\"navicert\"");
    answer_done(&answer);
    cr_expect_eq(harness_stop(&server), 0);
}

/* One after the other: heard when they are published, not when the file is next looked at. */
Test(writes, who_waits_for_changes_hears_of_each_at_once)
{
    enum { ROUNDS = 8 };
    struct server server;
    struct wire wire;
    struct timespec began, ended;
    start(&server);
    wire_open(&wire, &server);
    clock_gettime(CLOCK_MONOTONIC, &began);
    for (int round = 1; round <= ROUNDS; round++) {
        char request[128], seq[32];
        struct answer answer;
        snprintf(request, sizeof request, "GET /v1/changes?seq.gt=%lld&wait=30 HTTP/1.1\r\nHost: t\r\n\r\n",
                 BUNDLED_HEAD + round - 1);
        wire_say(&wire, request);
        write_pair(&server, round);
        wire_read(&wire, &answer, false);
        snprintf(seq, sizeof seq, "\"seq\":%lld,", BUNDLED_HEAD + round);
        cr_expect(answer.status == 200 && strstr(answer.body, seq) && strstr(answer.body, "\"total\":2,"),
                  "round %d: %s", round, answer.body);
        answer_done(&answer);
    }
    clock_gettime(CLOCK_MONOTONIC, &ended);
    cr_expect_lt(ended.tv_sec - began.tv_sec, 5);
    wire_close(&wire);
    cr_expect_eq(harness_stop(&server), 0);
}

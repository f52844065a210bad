/* `navicert token`: what is printed where, while a server runs and without. */
#include "wire.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

TestSuite(tokens, .timeout = 60);

static struct server server;
static struct run run;

static void start(void)
{
    harness_start(&server, NULL);
}

static void stop(void)
{
    cr_expect_eq(harness_stop(&server), 0);
}

/* Runs the command on the database of the server. */
static void token(const char *action, const char *argument, const char *flag)
{
    const char *const arguments[] = {"token", action, "--db", server.database, argument, flag, NULL};
    harness_run(&run, arguments, NULL);
}

Test(tokens, one_is_printed_alone_so_that_a_shell_can_take_it, .init = start, .fini = stop)
{
    token("create", "--name=ann", NULL);
    cr_expect_eq(run.code, 0, "%s", run.errors);
    cr_expect_eq(strlen(run.output), 57u, "%s", run.output);
    cr_expect_eq(strncmp(run.output, "nvt_", 4), 0);
    cr_expect_eq(run.output[56], '\n');
    run.output[56] = '\0';
    cr_expect(strstr(run.errors,
                     "A token for ann with write:chips,write:rulings,write:events, valid until it "
                     "is revoked."),
              "%s", run.errors);
    cr_expect_null(strstr(run.errors, run.output + 13), "the secret is printed once");
}

Test(tokens, the_list_tells_all_but_the_secrets, .init = start, .fini = stop)
{
    char secrets[2][64];
    token("list", NULL, NULL);
    cr_expect_eq(run.code, 0);
    cr_expect_str_eq(run.output, "");
    cr_expect(strstr(run.errors, "There are no tokens"), "%s", run.errors);
    token("create", "--name=ann", NULL);
    snprintf(secrets[0], sizeof secrets[0], "%.56s", run.output);
    token("create", "--name=Bob the builder", "--expires-in-days=30");
    snprintf(secrets[1], sizeof secrets[1], "%.56s", run.output);
    token("revoke", "ann", NULL);
    cr_expect_eq(run.code, 0, "%s", run.errors);
    token("list", NULL, NULL);
    cr_expect_str_eq(run.errors, "");
    char id[2][16], created[2][32], expires[2][32], state[2][16], scopes[2][64], name[2][32];
    cr_assert_eq(sscanf(run.output,
                        "id created expires state scopes name "
                        "%15s %31s %31s %15s %63s %31[^\n] %15s %31s %31s %15s %63s %31[^\n]",
                        id[0], created[0], expires[0], state[0], scopes[0], name[0], id[1], created[1],
                        expires[1], state[1], scopes[1], name[1]),
                 12, "%s", run.output);
    cr_expect_str_eq(scopes[0], "write:chips,write:rulings,write:events");
    for (size_t i = 0; i < 2; i++) {
        cr_expect_eq(strncmp(id[i], secrets[i] + 4, 8), 0);
        cr_expect_null(strstr(run.output, secrets[i] + 13));
    }
    cr_expect_str_eq(expires[0], "never");
    cr_expect_str_eq(state[0], "revoked");
    cr_expect_str_eq(name[0], "ann");
    cr_expect_str_eq(state[1], "valid");
    cr_expect_str_eq(name[1], "Bob the builder");
    const time_t month = time(NULL) + (time_t)30 * 24 * 3600;
    char day[16];
    strftime(day, sizeof day, "%Y-%m-%dT", gmtime(&month));
    cr_expect_eq(strncmp(expires[1], day, strlen(day)), 0, "%s", expires[1]);
}

static void expect_failure(const char *sentence)
{
    cr_expect_eq(run.code, 1);
    cr_expect_str_eq(run.output, "");
    cr_expect(strstr(run.errors, sentence), "expected '%s': %s", sentence, run.errors);
}

Test(tokens, what_cannot_be_done_is_said, .init = start, .fini = stop)
{
    token("create", "--name=ann", NULL);
    token("create", "--name=ANN", NULL);
    expect_failure("there is a token called ANN already: choose another name, or revoke that one first");
    token("create", "--name=operator", NULL);
    expect_failure("operator stands for navicert itself in the log");
    token("revoke", "anna", NULL);
    expect_failure("no token is called anna; did you mean ann?");
    token("revoke", "somebody", NULL);
    expect_failure("no token is called somebody; 'navicert token list' shows them all");
    token("revoke", "ann", NULL);
    token("revoke", "ann", NULL);
    expect_failure("the token called ann is revoked already");
}

Test(tokens, without_a_filled_database_none_is_made_and_nothing_left)
{
    char directory[] = "/tmp/navicert-test-XXXXXX";
    cr_assert(mkdtemp(directory));
    snprintf(server.database, sizeof server.database, "%s/n.db", directory);
    token("create", "--name=ann", NULL);
    expect_failure("n.db holds no data yet: 'navicert import --bundled' makes it");
    token("revoke", "ann", NULL);
    expect_failure("n.db holds no data yet");
    token("list", NULL, NULL);
    expect_failure("n.db does not exist");
    const char *const rebuild[] = {"rebuild", "--db", server.database, NULL};
    harness_run(&run, rebuild, NULL);
    expect_failure("n.db holds no data yet");
    cr_expect_eq(rmdir(directory), 0, "something was left");
    snprintf(server.database, sizeof server.database, "%s/none/n.db", directory);
    token("create", "--name=ann", NULL);
    expect_failure("there is no such directory");
}

Test(tokens, one_that_could_not_be_printed_is_revoked, .init = start, .fini = stop)
{
    char command[400];
    snprintf(command, sizeof command, "env -i %s token create --name ann --db %s >/dev/full 2>/dev/null",
             harness_binary(), server.database);
    cr_expect_neq(system(command), 0);
    token("list", NULL, NULL);
    cr_expect(strstr(run.output, "revoked  write:chips,write:rulings,write:events  ann\n"), "%s", run.output);
}

static unsigned write_with(const char *bearer)
{
    static const char body[] =
        "{\"note\":\"n\",\"changes\":[{\"op\":\"put\",\"kind\":\"group\",\"id\":\"X:1\","
        "\"replaces\":null,\"document\":{\"id\":\"X:1\",\"name\":\"X\","
        "\"description\":\"d\",\"source\":null}}]}";
    char request[600];
    struct answer answer;
    snprintf(request, sizeof request,
             "POST /v1/changes HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer %s\r\n"
             "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
             bearer, sizeof body - 1, body);
    wire_ask(&server, request, &answer);
    const unsigned status = answer.status;
    cr_expect_lt(status, 500u, "%s", answer.body);
    answer_done(&answer);
    return status;
}

static void expect_actor(const char *actor)
{
    struct answer answer;
    char request[128];
    snprintf(request, sizeof request,
             "GET /v1/changes?seq=%lld&fields=actor&format=csv HTTP/1.1\r\nHost: t\r\n\r\n",
             BUNDLED_HEAD + 1);
    wire_ask(&server, request, &answer);
    cr_expect(strstr(answer.body, actor), "%s", answer.body);
    answer_done(&answer);
}

Test(tokens, one_opens_at_once_what_it_opens_and_no_longer_when_revoked, .init = start, .fini = stop)
{
    char ann[64];
    cr_expect_eq(write_with("none"), 403u, "nobody can write yet");
    token("create", "--name=ann", "--scope=admin");
    snprintf(ann, sizeof ann, "%.56s", run.output);
    cr_expect_eq(write_with("none"), 401u);
    cr_expect_eq(write_with(ann), 201u);
    expect_actor("ann");
    token("revoke", "ann", NULL);
    cr_expect_eq(write_with(ann), 403u, "nobody can write any more");
}

/* The server goes on; the database stays sound; no file beside it has the secret, which also no request tells
 * to the log. */
Test(tokens, they_are_made_and_data_recorded_while_it_serves, .init = start, .fini = stop)
{
    char secret[64], request[256], path[128];
    token("create", "--name=ann", NULL);
    snprintf(secret, sizeof secret, "%.56s", run.output);
    harness_record_version(server.database, "recorded while it serves");
    struct answer answer;
    snprintf(request, sizeof request,
             "GET /v1/chips?known_at=%lld HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer %s\r\n\r\n",
             BUNDLED_HEAD + 1, secret);
    for (unsigned tries = 0; tries < 50; tries++) {
        wire_ask(&server, request, &answer);
        if (answer.status == 200)
            break;
        answer_done(&answer);
        usleep(100000);
    }
    cr_expect_eq(answer.status, 200u);
    cr_expect_null(strstr(answer.headers, secret + 13));
    answer_done(&answer);
    const char *const verify[] = {"verify", "--db", server.database, NULL};
    harness_run(&run, verify, NULL);
    cr_expect_eq(run.code, 0, "%s", run.errors);
    static const char *const files[] = {"test.db", "test.db-wal", "test.db-shm", "log", "diagnostics"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", server.directory, files[i]);
        FILE *file = fopen(path, "rb");
        cr_assert(file, "%s", path);
        char *bytes = malloc(32 << 20);
        const size_t size = fread(bytes, 1, 32 << 20, file);
        fclose(file);
        cr_expect_null(memmem(bytes, size, secret + 13, 12), "%s", path);
        cr_expect(i > 1 || memmem(bytes, size, "ann", 3), "this way of looking finds what is there");
        free(bytes);
    }
}

Test(tokens, the_file_of_the_operator_is_read_at_the_start)
{
    char directory[] = "/tmp/navicert-test-XXXXXX", path[64], flag[80];
    cr_assert(mkdtemp(directory));
    snprintf(path, sizeof path, "%s/token", directory);
    snprintf(flag, sizeof flag, "--token-file=%s", path);
    FILE *file = fopen(path, "w");
    cr_assert(file && fputs("correct-horse-battery-staple\n", file) >= 0 && fclose(file) == 0);
    chmod(path, 0644);
    const char *const flags[] = {flag, NULL};
    harness_start(&server, flags);
    char *said = harness_read(server.diagnostics);
    cr_expect(strstr(said, "every user of the machine may read the token in"), "%s", said);
    cr_expect_null(strstr(said, "horse"), "%s", said);
    free(said);
    cr_expect_eq(write_with("correct-horse-battery-stapler"), 401u);
    cr_expect_eq(write_with("correct-horse-battery-staple"), 201u);
    expect_actor("operator");
    stop();
    const char *const both[] = {"serve", "--port=0", flag, NULL};
    const char *const variables[] = {"NAVICERT_TOKEN=correct-horse-battery-staple", NULL};
    harness_run(&run, both, variables);
    cr_expect_eq(run.code, 2);
    cr_expect(strstr(run.errors, "NAVICERT_TOKEN gives a token, and --token-file"), "%s", run.errors);
    cr_expect_null(strstr(run.errors, "horse"), "%s", run.errors);
    unlink(path);
    rmdir(directory);
}

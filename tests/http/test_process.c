/* The process: how it starts, refuses to start, and ends. */
#include "wire.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

TestSuite(process, .timeout = 60);

#define SECRET "a-secret-that-nobody-shall-see"

static void expect_refusal(const char *const *arguments, const char *const *variables, int code,
                           const char *sentence)
{
    struct run *run = calloc(1, sizeof *run);
    cr_assert(run);
    harness_run(run, arguments, variables);
    cr_expect_eq(run->code, code, "%s: %d: %s", sentence, run->code, run->errors);
    cr_expect(strstr(run->errors, sentence), "expected '%s': %s", sentence, run->errors);
    cr_expect_str_eq(run->output, "");
    cr_expect_null(strstr(run->errors, "secret"), "%s", run->errors);
    const char *newline = strchr(run->errors, '\n');
    cr_expect(newline && newline[1] == '\0', "not one line: %s", run->errors);
    free(run);
}

struct refusal_row {
    const char *arguments[4];
    const char *variables[2];
    const char *sentence;
};

static void expect_refusals(const struct refusal_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *const arguments[] = {rows[i].arguments[0], rows[i].arguments[1], rows[i].arguments[2],
                                         NULL};
        const char *const variables[] = {rows[i].variables[0], NULL};
        expect_refusal(arguments, variables, 2, rows[i].sentence);
    }
}

Test(process, a_bad_setting_gives_one_clear_sentence)
{
    static const struct refusal_row rows[] = {
        {{"--port", "70000"}, {0}, "--port is '70000' but must be a whole number from 0 to 65535"},
        {{"--port=80x"}, {0}, "--port is '80x' but must be a whole number"},
        {{"--port", ""}, {0}, "--port is '' but must be a whole number"},
        {{"--port"}, {0}, "--port needs a value"},
        {{"--threads", "0"}, {0}, "--threads is '0' but must be a whole number from 1 to 64"},
        {{"--address", "localhost"}, {0}, "--address is 'localhost' but must be an IPv4 or IPv6 address"},
        {{"--log", "all"}, {0}, "--log is 'all' but must be requests or none"},
        {{"--cors-origins", "example.org"}, {0}, "--cors-origins is 'example.org' but must be *, none, or"},
        {{"--cors-origins", "https://a.example/"}, {0}, "--cors-origins is 'https://a.example/' but must be"},
        {{"--trusted-proxies", "10.0.0.1/8"},
         {0},
         "--trusted-proxies is '10.0.0.1/8' but must be a comma-sep"},
        {{"--db", ""}, {0}, "--db is empty but must be the database file"},
        {{"--prot", "80"}, {0}, "--prot is not a known flag; did you mean --port?"},
        {{"--wholly-unknown"}, {0}, "--wholly-unknown is not a known flag; --help lists them all"},
        {{"-p", "80"}, {0}, "-p is not a known flag"},
        {{"--help=yes"}, {0}, "--help takes no value"},
        {{"--bundled"}, {0}, "--bundled belongs to the command import, not to serve"},
        {{"sevre"}, {0}, "sevre is not a command; did you mean serve?"},
        {{"dance"}, {0}, "dance is not a command"},
        {{"help"}, {0}, "help is not a command; --help lists them all"},
        {{"serve", "now"}, {0}, "the command takes other arguments: navicert serve"},
        {{"ask", "h20"}, {0}, "the command takes other arguments: navicert ask CHIP DESTINATION [DATE]"},
        {{"import", "--bundled", "--actor=\xff"}, {0}, "--actor is not valid UTF-8"},
        {{"import", "--bundled", "--note=a\nb"}, {0}, "--note contains a control character"},
        {{"import"}, {0}, "import takes either a directory or --bundled"},
        {{"import", "--bundled", "--keep"}, {0}, "--overwrite or --keep, not both, go with a directory"},
        {{"healthcheck", "--port", "0"}, {0}, "healthcheck needs the port"},
        {{0},
         {"NAVICERT_PROT=80"},
         "NAVICERT_PROT is not a variable that navicert knows; did you mean NAVICERT_PORT?"},
        {{0},
         {"NAVICERT_PORT=eighty"},
         "NAVICERT_PORT is 'eighty' but must be a whole number from 0 to 65535"},
        {{0},
         {"NAVICERT_QUERY_TIMEOUT_MS=0"},
         "NAVICERT_QUERY_TIMEOUT_MS is '0' but must be a whole number from 1 to 600000"},
        {{0}, {"NAVICERT_BUNDLED=1"}, "NAVICERT_BUNDLED is not a variable that navicert knows"},
    };
    expect_refusals(rows, sizeof rows / sizeof rows[0]);
}

Test(process, a_bad_word_on_tokens_gives_one_clear_sentence_without_the_secret)
{
    static const struct refusal_row rows[] = {
        {{"token"}, {0}, "token is not a command; did you mean token create?"},
        {{"token", "remove", "ann"}, {0}, "token remove is not a command; did you mean token revoke?"},
        {{"token", "everything"}, {0}, "token everything is not a command; did you mean token create?"},
        {{"token", "create", "ann"}, {0}, "the command takes other arguments: navicert token create --name"},
        {{"token", "create"}, {0}, "token create needs --name NAME"},
        {{"token", "create", "--name=a\nb"}, {0}, "--name contains a control character"},
        {{"token", "list", "--name=ann"},
         {0},
         "--name belongs to the command token create, not to token list"},
        {{"token", "revoke"}, {0}, "the command takes other arguments: navicert token revoke NAME | ID"},
        {{"--token=" SECRET}, {0}, "--token is no flag, since every user of the machine sees a command line"},
        {{0}, {"NAVICERT_TOKEN=too-short-a-secret"}, "NAVICERT_TOKEN is shorter than 24 characters"},
        {{0}, {"NAVICERT_TOKEN=with space " SECRET}, "NAVICERT_TOKEN has a space or a character outside"},
        {{0}, {"NAVICERT_TOKEN=\xc3\xa9" SECRET}, "NAVICERT_TOKEN has a space or a character outside"},
        {{0}, {"NAVICERT_TOKN=" SECRET}, "NAVICERT_TOKN is not a variable that navicert knows"},
        {{"--token-file=" SECRET}, {0}, "names cannot be read: No such file or directory"},
    };
    expect_refusals(rows, sizeof rows / sizeof rows[0]);
}

Test(process, a_database_without_a_place_is_refused)
{
    static const char *const arguments[] = {"serve", "--port", "0", "--db", "/nonexistent/place/n.db", NULL};
    expect_refusal(arguments, NULL, 1, "/nonexistent/place/n.db");
}

Test(process, an_address_of_another_machine_is_refused)
{
    struct server server;
    harness_start(&server, NULL);
    const char *const arguments[] = {"serve", "--port",        "0", "--address", "192.0.2.1",
                                     "--db",  server.database, NULL};
    expect_refusal(arguments, NULL, 1, "the address 192.0.2.1 belongs to no network interface");
    cr_expect_eq(harness_stop(&server), 0);
}

Test(process, a_port_in_use_is_refused_though_ports_are_shared_within)
{
    struct server server;
    char port[16];
    harness_start(&server, NULL);
    snprintf(port, sizeof port, "%u", server.port);
    const char *const arguments[] = {"serve", "--db", server.database, "--port", port, NULL};
    char sentence[100];
    snprintf(sentence, sizeof sentence, "port %s of 127.0.0.1 is already in use", port);
    expect_refusal(arguments, NULL, 1, sentence);
    cr_expect_eq(harness_stop(&server), 0);
}

Test(process, help_names_every_variable_with_its_default)
{
    static const char *const variables[] = {"NAVICERT_DB",
                                            "NAVICERT_ADDRESS",
                                            "NAVICERT_PORT",
                                            "NAVICERT_THREADS",
                                            "NAVICERT_CORS_ORIGINS",
                                            "NAVICERT_LOG",
                                            "NAVICERT_SHUTDOWN_GRACE_S",
                                            "NAVICERT_REQUEST_TIMEOUT_S",
                                            "NAVICERT_RESPONSE_TIMEOUT_S",
                                            "NAVICERT_IDLE_TIMEOUT_S",
                                            "NAVICERT_WAIT_TIMEOUT_S",
                                            "NAVICERT_CONNECTIONS_MAX",
                                            "NAVICERT_QUERY_TIMEOUT_MS",
                                            "NAVICERT_SNAPSHOTS_MAX",
                                            "NAVICERT_TOKEN",
                                            "NAVICERT_TOKEN_FILE"};
    static const char *const commands[] = {
        "serve",  "ask",     "import",       "export",     "check",        "verify",       "rebuild",
        "backup", "restore", "token create", "token list", "token rotate", "token revoke", "healthcheck"};
    static const char *const arguments[] = {"--help", NULL};
    struct run *run = calloc(1, sizeof *run);
    cr_assert(run);
    harness_run(run, arguments, NULL);
    cr_expect_eq(run->code, 0);
    cr_expect_str_eq(run->errors, "");
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *line = strstr(run->output, variables[i]);
        cr_assert(line, "%s", variables[i]);
        const char *fallback = strstr(line, "(default: ");
        cr_expect(fallback && fallback < strchr(line, '\n'), "no default: %s", variables[i]);
    }
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        cr_expect(strstr(run->output, commands[i]), "%s", commands[i]);
    free(run);
}

Test(process, variables_count_and_flags_win)
{
    static const char *const arguments[] = {"healthcheck", "--port", "1", NULL};
    static const char *const variables[] = {"NAVICERT_PORT=2", "NAVICERT_ADDRESS=127.0.0.2", NULL};
    expect_refusal(arguments, variables, 1, "no server answers at 127.0.0.2:1:");
}

Test(process, healthcheck_tells_whether_it_serves)
{
    struct server server;
    char port[16];
    harness_start(&server, NULL);
    snprintf(port, sizeof port, "%u", server.port);
    const char *const arguments[] = {"healthcheck", "--address", "0.0.0.0", "--port", port, NULL};
    struct run *run = calloc(1, sizeof *run);
    cr_assert(run);
    harness_run(run, arguments, NULL);
    cr_expect_eq(run->code, 0, "%s", run->errors);
    cr_expect_eq(harness_stop(&server), 0);
    harness_run(run, arguments, NULL);
    cr_expect_eq(run->code, 1);
    cr_expect(strstr(run->errors, "no server answers at 0.0.0.0:"), "%s", run->errors);
    free(run);
}

Test(process, an_ipv6_address_serves)
{
    static const char *const flags[] = {"--address", "::1", NULL};
    struct server server;
    char port[16];
    harness_start(&server, flags);
    snprintf(port, sizeof port, "%u", server.port);
    const char *const arguments[] = {"healthcheck", "--address", "::", "--port", port, NULL};
    struct run *run = calloc(1, sizeof *run);
    cr_assert(run);
    harness_run(run, arguments, NULL);
    cr_expect_eq(run->code, 0, "%s", run->errors);
    cr_expect_eq(harness_stop(&server), 0);
    free(run);
}

/* A client that asks as fast as it can until the server ends, and checks that nothing it was sent was cut. */
struct asker {
    const struct server *server;
    pthread_t thread;
    unsigned whole;
    unsigned cut;
    unsigned wrong;
};

static void *keep_asking(void *context)
{
    static const char request[] = "GET /v1/chips?limit=200 HTTP/1.1\r\nHost: t\r\n\r\n";
    struct asker *asker = context;
    struct wire wire;
    wire_open(&wire, asker->server);
    for (bool open = true; open;) {
        wire_send(&wire, request, sizeof request - 1);
        char *end = NULL;
        unsigned long body = 0;
        for (ssize_t more = 1; more > 0 && !(end && wire.used >= (size_t)(end - wire.received) + 4 + body);) {
            more = recv(wire.fd, wire.received + wire.used, WIRE_SIZE - wire.used, 0);
            wire.used += more > 0 ? (size_t)more : 0;
            end = memmem(wire.received, wire.used, "\r\n\r\n", 4);
            const char *length = end ? memmem(wire.received, wire.used, "Content-Length: ", 16) : NULL;
            body = length ? strtoul(length + 16, NULL, 10) : 0;
            open = more > 0;
        }
        const bool complete = end && wire.used == (size_t)(end - wire.received) + 4 + body;
        asker->whole += complete;
        asker->cut += !complete && wire.used > 0;
        asker->wrong += complete && strncmp(wire.received, "HTTP/1.1 200 ", 13) != 0;
        open = open && complete &&
               !memmem(wire.received, (size_t)(end - wire.received), "Connection: close", 17);
        wire.used = 0;
    }
    wire_close(&wire);
    return NULL;
}

Test(process, sigterm_under_load_cuts_no_answer)
{
    struct server server;
    struct asker askers[32];
    harness_start(&server, NULL);
    for (size_t i = 0; i < 32; i++) {
        askers[i] = (struct asker){.server = &server};
        cr_assert_eq(pthread_create(&askers[i].thread, NULL, keep_asking, &askers[i]), 0);
    }
    const struct timespec load = {.tv_nsec = 500000000};
    nanosleep(&load, NULL);
    const time_t begin = time(NULL);
    kill(server.pid, SIGTERM);
    for (size_t i = 0; i < 32; i++) {
        pthread_join(askers[i].thread, NULL);
        cr_expect_gt(askers[i].whole, 0u);
        cr_expect_eq(askers[i].cut, 0u);
        cr_expect_eq(askers[i].wrong, 0u);
    }
    cr_expect_eq(harness_await_end(&server), 0);
    cr_expect_leq(time(NULL) - begin, 5);
}

/* They were accepted by the kernel while the server was held, and reach it together with the signal. */
Test(process, connections_that_wait_to_be_accepted_are_served_before_the_end)
{
    struct server server;
    struct wire wires[60];
    harness_start(&server, NULL);
    kill(server.pid, SIGSTOP);
    for (size_t i = 0; i < 60; i++) {
        wire_open(&wires[i], &server);
        wire_say(&wires[i], "GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n");
    }
    kill(server.pid, SIGTERM);
    kill(server.pid, SIGCONT);
    for (size_t i = 0; i < 60; i++) {
        struct answer answer;
        wire_read(&wires[i], &answer, false);
        cr_expect_eq(answer.status, 200, "connection %zu was dropped", i);
        answer_done(&answer);
        wire_close(&wires[i]);
    }
    cr_expect_eq(harness_await_end(&server), 0);
}

Test(process, a_request_under_way_is_finished_within_the_grace)
{
    struct server server;
    struct wire wire;
    struct answer answer;
    harness_start(&server, NULL);
    wire_open(&wire, &server);
    wire_say(&wire, "GET /healthz HTTP/1.1\r\nHost");
    const struct timespec pause = {.tv_nsec = 300000000};
    nanosleep(&pause, NULL);
    kill(server.pid, SIGTERM);
    nanosleep(&pause, NULL);
    wire_say(&wire, ": t\r\n\r\n");
    wire_read(&wire, &answer, false);
    cr_expect_eq(answer.status, 200);
    cr_expect(answer.closes);
    cr_expect_eq(harness_await_end(&server), 0);
    answer_done(&answer);
    wire_close(&wire);
}

Test(process, one_that_does_not_finish_is_cut_when_the_grace_is_over)
{
    static const char *const flags[] = {"--shutdown-grace-s", "1", NULL};
    struct server server;
    struct wire wire;
    harness_start(&server, flags);
    wire_open(&wire, &server);
    wire_say(&wire, "GET /healthz HTTP/1.1\r\nHost");
    const struct timespec pause = {.tv_nsec = 200000000};
    nanosleep(&pause, NULL);
    const time_t begin = time(NULL);
    cr_expect_eq(harness_stop(&server), 0);
    cr_expect_leq(time(NULL) - begin, 3);
    wire_close(&wire);
}

Test(process, serves_a_file_that_it_may_only_read)
{
    struct server server;
    harness_start(&server, NULL);
    char copy[] = "/tmp/navicert-test-copy-XXXXXX";
    cr_assert(mkdtemp(copy));
    char file[64];
    snprintf(file, sizeof file, "%s/n.db", copy);
    const char *const backup[] = {"backup", file, "--db", server.database, NULL};
    struct run *run = calloc(1, sizeof *run);
    cr_assert(run);
    harness_run(run, backup, NULL);
    cr_expect_eq(run->code, 0, "%s", run->errors);
    cr_expect_eq(harness_stop(&server), 0);
    const char *const verify[] = {"verify", "--db", file, NULL};
    harness_run(run, verify, NULL);
    cr_expect_eq(run->code, 0, "%s", run->errors);
    cr_expect_eq(strncmp(run->output, "sound: ", 7), 0, "%s", run->output);
    chmod(file, 0400);
    chmod(copy, 0500);
    const char *const ask[] = {"ask", "h20", "CN", "2025-05-01", "--db", file, NULL};
    harness_run(run, ask, NULL);
    cr_expect_eq(run->code, 0, "%s", run->errors);
    cr_expect_gt(strlen(run->output), 20);
    chmod(copy, 0700);
    unlink(file);
    rmdir(copy);
    free(run);
}

Test(process, a_copy_and_an_export_say_what_they_wrote)
{
    char directory[] = "/tmp/navicert-test-copy-XXXXXX";
    cr_assert(mkdtemp(directory));
    char database[64], file[64], folder[64], said[160];
    snprintf(database, sizeof database, "%s/n.db", directory);
    snprintf(file, sizeof file, "%s/copy.db", directory);
    snprintf(folder, sizeof folder, "%s/out\xe4", directory); /* a name may be any bytes */
    struct run *run = calloc(1, sizeof *run);
    cr_assert(run);
    const char *const import[] = {"import", "--bundled", "--db", database, NULL};
    harness_run(run, import, NULL);
    int documents = 0;
    long long head = 0;
    cr_assert_eq(sscanf(run->output, "recorded: data version %lld, %d documents read", &head, &documents), 2,
                 "%s", run->output);
    cr_expect_eq(head, BUNDLED_HEAD);
    cr_expect_gt(documents, 500);
    harness_run(run, import, NULL);
    snprintf(said, sizeof said, "nothing new: data version %lld, %d documents read\n", head, documents);
    cr_expect_str_eq(run->output, said);
    const char *const export[] = {"export", folder, "--db", database, NULL};
    harness_run(run, export, NULL);
    const char *const form = strchr(run->output, ',');
    cr_assert(form && sscanf(form, ", %d documents", &documents) == 1, "%s%s", run->output, run->errors);
    snprintf(said, sizeof said, "exported data version %lld, %d documents, to %s\n", head, documents, folder);
    cr_expect_str_eq(run->output, said, "%s%s", run->output, run->errors);
    const char *const backup[] = {"backup", file, "--db", database, NULL};
    harness_run(run, backup, NULL);
    snprintf(said, sizeof said, "backed up data version %lld, %d documents, to %s\n", head, documents, file);
    cr_expect_str_eq(run->output, said, "%s%s", run->output, run->errors);
    snprintf(database, sizeof database, "%s/again.db", directory);
    const char *const again[] = {"import", folder, "--db", database, NULL};
    harness_run(run, again, NULL);
    snprintf(said, sizeof said, "recorded: data version 1, %d documents read\n", documents);
    cr_expect_str_eq(run->output, said, "%s%s", run->output, run->errors);
    free(run);
    char rm[] = "rm", recursively[] = "-r";
    char *const remove[] = {rm, recursively, directory, NULL};
    pid_t child;
    cr_assert_eq(posix_spawnp(&child, "rm", NULL, NULL, remove, environ), 0);
    waitpid(child, NULL, 0);
}

Test(process, asking_makes_no_database)
{
    char directory[] = "/tmp/navicert-test-ask-XXXXXX";
    cr_assert(mkdtemp(directory));
    char binary[PATH_MAX];
    cr_assert(realpath(harness_binary(), binary));
    setenv("NAVICERT_BINARY", binary, 1);
    cr_assert_eq(chdir(directory), 0);
    struct run *run = calloc(1, sizeof *run);
    cr_assert(run);
    const char *const ask[] = {"ask", "h20", "CN", "2025-05-01", "--export-from=SG", NULL};
    harness_run(run, ask, NULL);
    cr_expect_eq(run->code, 0);
    cr_expect_not_null(strstr(run->output, "NVIDIA H20 to China from Singapore on 2025-05-01"), "%s",
                       run->output);
    cr_expect_null(strstr(run->output, "export_from not stated"), "%s", run->output);
    cr_expect_not_null(strstr(run->errors, "navicert.db: the data that came with the program answers\n"),
                       "%s", run->errors);
    free(run);
    cr_expect_eq(access("navicert.db", F_OK), -1, "nothing was left there");
    rmdir(directory); /* where a sanitizer may have made a folder for its reports */
}

/* A limit of file sizes stands for a full disk: SQLite meets both in the same way. */
Test(process, without_space_nothing_is_left_behind_and_one_sentence_said)
{
    char directory[] = "/tmp/navicert-test-full-XXXXXX";
    cr_assert(mkdtemp(directory));
    char database[64];
    snprintf(database, sizeof database, "%s/n.db", directory);
    signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit = {300 * 1024, 300 * 1024};
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    const char *const import[] = {"import", "--bundled", "--db", database, NULL};
    expect_refusal(import, NULL, 1, "cannot be written, there is no space left");
    cr_expect_eq(access(database, F_OK), -1);
    cr_expect_eq(rmdir(directory), 0);
}

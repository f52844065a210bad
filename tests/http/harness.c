/* The real program under test. */
#include "harness.h"

#include "tests/api/seeded.h"

#include <criterion/criterion.h>

#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define WORDS_MAX 64
#define PATIENCE_MS 20000
#define STEP_MS 10

extern char **environ;

const char *harness_binary(void)
{
    const char *path = getenv("NAVICERT_BINARY");
    return path ? path : "build/navicert";
}

static void nap(void)
{
    const struct timespec step = {.tv_nsec = STEP_MS * 1000000};
    nanosleep(&step, NULL);
}

char *harness_read(const char *path)
{
    FILE *file = fopen(path, "r");
    cr_assert(file, "%s cannot be read", path);
    char *text = NULL;
    size_t room = 0;
    const ssize_t size = getdelim(&text, &room, EOF, file);
    fclose(file);
    if (size < 0) {
        free(text);
        return strdup("");
    }
    return text;
}

static bool is_given(const char *const *variables, const char *entry)
{
    const size_t name = strcspn(entry, "=") + 1;
    for (; variables && *variables; variables++) {
        if (strncmp(*variables, entry, name) == 0)
            return true;
    }
    return false;
}

/* Ours without NAVICERT_*, which the program would read as its own, and with those given. */
static void fill_environment(char **to, const char *const *variables)
{
    size_t count = 0;
    for (char **entry = environ; *entry && count < 256; entry++) {
        if (strncmp(*entry, "NAVICERT_", 9) != 0 && !is_given(variables, *entry))
            to[count++] = *entry;
    }
    for (; variables && *variables; variables++)
        to[count++] = strdup(*variables);
    to[count] = NULL;
}

/* In the child. Dies with the test, so that a test that crashes leaves nothing behind. */
static void become(char *const *arguments, const char *const *variables, int out, int err)
{
    char *environment[300];
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    fill_environment(environment, variables);
    if ((out >= 0 && dup2(out, STDOUT_FILENO) < 0) || dup2(err, STDERR_FILENO) < 0)
        _exit(126);
    if (out < 0)
        close(STDOUT_FILENO);
    execve(harness_binary(), arguments, environment);
    _exit(127);
}

static int open_output(const char *path)
{
    const int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    cr_assert(fd >= 0);
    return fd;
}

/* Takes neither descriptor over; `out` -1 is closed output. */
static pid_t launch(const char *const *arguments, const char *const *variables, int out, int err)
{
    char *words[WORDS_MAX] = {strdup("navicert")};
    size_t count = 1;
    for (; arguments && *arguments; arguments++)
        words[count++] = strdup(*arguments);

    const pid_t pid = fork();
    cr_assert(pid >= 0);
    if (pid == 0)
        become(words, variables, out, err);
    for (size_t i = 0; i < count; i++)
        free(words[i]);
    return pid;
}

static int await(pid_t pid, unsigned patience_ms)
{
    int status;
    for (unsigned waited = 0; waited < patience_ms; waited += STEP_MS) {
        const pid_t ended = waitpid(pid, &status, WNOHANG);
        if (ended == pid)
            return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        nap();
    }
    kill(pid, SIGKILL);
    waitpid(pid, &status, 0);
    return -1;
}

static unsigned announced_port(const char *diagnostics)
{
    char *text = harness_read(diagnostics);
    unsigned port = 0;
    const char *serves = strstr(text, " serves http://");
    const char *end = serves ? strstr(serves, "/v1") : NULL;
    while (end && end[-1] >= '0' && end[-1] <= '9')
        end--;
    if (end)
        sscanf(end, "%u", &port);
    free(text);
    return port;
}

static void make_directory(struct server *server)
{
    snprintf(server->directory, sizeof server->directory, "/tmp/navicert-test-XXXXXX");
    cr_assert(mkdtemp(server->directory));
    snprintf(server->database, sizeof server->database, "%s/test.db", server->directory);
    snprintf(server->log, sizeof server->log, "%s/log", server->directory);
    snprintf(server->diagnostics, sizeof server->diagnostics, "%s/diagnostics", server->directory);
    seeded_copy(server->database);
}

static void start(struct server *server, const char *const *flags, const char *const *variables, bool own_log,
                  int output)
{
    unlink(server->diagnostics); /* it tells the port */
    const char *words[WORDS_MAX] = {"serve", "--db", server->database, "--port", "0", "--threads", "2"};
    for (size_t count = 7; flags && *flags; flags++)
        words[count++] = *flags;
    const int log = open_output(server->log);
    const int diagnostics = open_output(server->diagnostics);
    server->pid = launch(words, variables, own_log ? log : output, diagnostics);
    close(log);
    close(diagnostics);
    server->port = 0;
    for (unsigned waited = 0; server->port == 0 && waited < PATIENCE_MS; waited += STEP_MS) {
        nap();
        server->port = announced_port(server->diagnostics);
        if (waitpid(server->pid, NULL, WNOHANG) == server->pid)
            break;
    }
    if (server->port == 0)
        cr_assert_fail("the server did not start: %s", harness_read(server->diagnostics));
}

void harness_start(struct server *server, const char *const *flags)
{
    harness_start_under(server, flags, NULL);
}

void harness_start_under(struct server *server, const char *const *flags, const char *const *variables)
{
    make_directory(server);
    start(server, flags, variables, true, -1);
}

void harness_start_logging_to(struct server *server, int output)
{
    make_directory(server);
    start(server, NULL, NULL, false, output);
}

void harness_halt(struct server *server)
{
    kill(server->pid, SIGTERM);
    cr_assert_eq(await(server->pid, 15000), 0, "the server did not end in order");
}

void harness_resume(struct server *server, const char *const *variables)
{
    start(server, NULL, variables, true, -1);
}

static void remove_directory(const char *directory)
{
    static const char *const files[] = {"test.db", "test.db-wal", "test.db-shm", "log", "diagnostics"};
    char path[128];
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", directory, files[i]);
        unlink(path);
    }
    rmdir(directory);
}

int harness_await_end(struct server *server)
{
    const int code = await(server->pid, 15000);
    remove_directory(server->directory);
    return code;
}

int harness_stop(struct server *server)
{
    kill(server->pid, SIGTERM);
    return harness_await_end(server);
}

void harness_run(struct run *run, const char *const *arguments, const char *const *variables)
{
    char directory[] = "/tmp/navicert-test-XXXXXX";
    cr_assert(mkdtemp(directory));
    char out[64];
    char err[64];
    snprintf(out, sizeof out, "%s/log", directory);
    snprintf(err, sizeof err, "%s/diagnostics", directory);
    const int out_fd = open_output(out);
    const int err_fd = open_output(err);
    run->code = await(launch(arguments, variables, out_fd, err_fd), PATIENCE_MS);
    close(out_fd);
    close(err_fd);

    char *text = harness_read(out);
    snprintf(run->output, sizeof run->output, "%s", text);
    free(text);
    text = harness_read(err);
    snprintf(run->errors, sizeof run->errors, "%s", text);
    free(text);
    remove_directory(directory);
}

static void run_well(const char *const *arguments)
{
    struct run *run = calloc(1, sizeof *run);
    cr_assert(run);
    harness_run(run, arguments, NULL);
    cr_assert_eq(run->code, 0, "%s: %s", arguments[0], run->errors);
    free(run);
}

/* Of all documents only the first chip, with that note. */
static void keep_one_chip(const char *directory, const char *note)
{
    static const char *const others[] = {"dataset", "destinations", "disputes", "events", "rulings"};
    char path[96];
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        snprintf(path, sizeof path, "%s/%s.json", directory, others[i]);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/chips.json", directory);
    json_t *chips = json_load_file(path, 0, NULL);
    json_t *kept = json_pack("[O]", json_array_get(chips, 0));
    cr_assert(kept);
    json_object_set_new(json_array_get(kept, 0), "notes", json_string(note));
    cr_assert_eq(json_dump_file(kept, path, JSON_COMPACT), 0);
    json_decref(kept);
    json_decref(chips);
}

void harness_record_version(const char *database, const char *note)
{
    char directory[] = "/tmp/navicert-test-XXXXXX";
    cr_assert(mkdtemp(directory));
    const char *const export[] = {"export", directory, "--db", database, NULL};
    const char *const import[] = {"import", directory, "--db", database, NULL};
    run_well(export);
    keep_one_chip(directory, note);
    run_well(import);
    char path[96];
    snprintf(path, sizeof path, "%s/chips.json", directory);
    unlink(path);
    rmdir(directory);
}

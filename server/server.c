/* The serving process: all loops, from the first socket to the last answer. */
#include "server/server.h"
#include "api/api.h"
#include "db/report.h"
#include "server/inherit.h"
#include "server/limits.h"
#include "server/loop.h"
#include "server/notify.h"

#include <inttypes.h>
#include <microhttpd.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

struct server {
    struct gate *gate;
    struct loop loops[THREADS_MAX];
    pthread_t threads[THREADS_MAX];
    size_t open;    /* loops */
    size_t running; /* threads */
};

/* SIGHUP is nothing to us: a changed database is noticed without it. SIGPIPE is a client that went away. */
static void set_signals(sigset_t *awaited)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    sigemptyset(awaited);
    sigaddset(awaited, SIGTERM);
    sigaddset(awaited, SIGINT);
    pthread_sigmask(SIG_BLOCK, awaited, NULL);
}

static void *run_loop(void *loop)
{
    loop_run(loop);
    return NULL;
}

/* What a request says of a token stands in memory while the request lasts: nobody but root reads it there,
 * and no crash writes it to a disk. */
static void keep_memory_to_ourselves(const struct options *options)
{
    if (options->core_dumps == CORE_DUMPS_NEVER)
        prctl(PR_SET_DUMPABLE, 0);
}

static bool open_loops(struct server *server, const struct options *options, struct api *api,
                       const int *sockets, bool inherited)
{
    while (server->open < options->threads) {
        if (!loop_open(&server->loops[server->open], options, api, server->gate, sockets[server->open],
                       inherited))
            break;
        server->open++;
    }
    for (size_t i = server->open + 1; i < options->threads; i++)
        close(sockets[i]);
    return server->open == options->threads;
}

static bool start_threads(struct server *server)
{
    while (server->running < server->open) {
        const int error = pthread_create(&server->threads[server->running], NULL, run_loop,
                                         &server->loops[server->running]);
        if (error != 0) {
            report_error("a thread of the server could not be started: %s", strerror(error));
            return false;
        }
        server->running++;
    }
    return true;
}

static void announce(const char *name, int64_t head)
{
    dprintf(STDERR_FILENO, "navicert %s serves http://%s/v1 (data version %" PRId64 ")\n", engine_version,
            name, head);
}

/* A second signal ends the process at once. */
static void await_signal(const sigset_t *awaited)
{
    int caught;
    while (sigwait(awaited, &caught) != 0)
        continue;
    signal(SIGTERM, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, awaited, NULL);
}

static void stop(struct server *server)
{
    for (size_t i = 0; i < server->open; i++)
        loop_stop(&server->loops[i]);
    for (size_t i = 0; i < server->running; i++)
        pthread_join(server->threads[i], NULL);
    for (size_t i = 0; i < server->open; i++)
        loop_close(&server->loops[i]);
}

/* What is held open for us comes before what the options say. */
static enum inheritance open_sockets(const struct options *options, int *sockets,
                                     char name[static LISTEN_NAME_SIZE])
{
    char fault[LISTEN_FAULT_SIZE];
    enum inheritance found = inherit_open(sockets, options->threads, name, fault);
    if (found == INHERITED_NOTHING) {
        const unsigned port = listen_open(options->address, options->port, sockets, options->threads, fault);
        if (port == 0)
            found = INHERITED_FAULT;
        else
            listen_format(options->address, port, name);
    }
    if (found == INHERITED_FAULT)
        report_error("%s", fault);
    return found;
}

static bool serve(struct server *server, const struct options *options, struct api *api, int64_t head,
                  const sigset_t *awaited)
{
    int sockets[THREADS_MAX];
    char name[LISTEN_NAME_SIZE];
    const enum inheritance found = open_sockets(options, sockets, name);
    if (found == INHERITED_FAULT)
        return false;
    const bool started =
        open_loops(server, options, api, sockets, found == INHERITED_SOCKET) && start_threads(server);
    if (started) {
        announce(name, head);
        notify_send("READY=1");
        await_signal(awaited);
        notify_send("STOPPING=1");
    }
    stop(server);
    return started;
}

int server_run(const struct options *options, int64_t head)
{
    sigset_t awaited;
    set_signals(&awaited);
    keep_memory_to_ourselves(options);
    const struct api_options settings = {
        .database = options->database,
        .query_timeout_ms = options->query_timeout_ms,
        .snapshots_max = options->snapshots_max,
        .checked = true,
        .screenings_max = options->screenings_max,
        .connections_max = options->connections_max,
        .metrics = options->metrics == METRICS_ON,
        .http_library = MHD_get_version(),
        .operator= options->operator,
        .token_failures_max = options->token_failures_max,
    };
    struct api *api = api_open(&settings);
    struct server *server = calloc(1, sizeof *server);
    if (server)
        server->gate = gate_open(options);
    const bool served = api && server && server->gate && serve(server, options, api, head, &awaited);
    if (server)
        gate_close(server->gate);
    free(server);
    api_close(api);
    return served ? 0 : 1;
}

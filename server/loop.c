/* One epoll loop. */
#include "server/loop.h"
#include "db/report.h"
#include "server/clock.h"
#include "server/drain.h"
#include "server/http.h"
#include "server/limits.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#define EVENTS_MAX 64
#define COMPLAIN_EVERY_MS 10000

/* What clients do wrong is the log's business; here only what the operator can do something about, and not on
 * every turn. */
__attribute__((format(printf, 2, 0))) static void log_library(void *context, const char *format,
                                                              va_list arguments)
{
    static const char *const ours[] = {"Call to ",         "Hit process or system", "Error allocating",
                                       "Failed to create", "Failed to initiali",    "setsockopt"};
    struct loop *loop = context;
    const uint64_t now_ms = clock_read_ms();
    bool relevant = loop->complained_ms == 0 || now_ms - loop->complained_ms > COMPLAIN_EVERY_MS;
    size_t i = 0;
    while (i < sizeof ours / sizeof ours[0] && strncmp(format, ours[i], strlen(ours[i])) != 0)
        i++;
    relevant = relevant && i < sizeof ours / sizeof ours[0];
    if (!relevant)
        return;
    char line[400];
    vsnprintf(line, sizeof line, format, arguments);
    line[strcspn(line, "\n")] = '\0';
    report_error("libmicrohttpd: %s", line);
    loop->complained_ms = now_ms;
}

/* We decode targets ourselves, from the raw one. */
static size_t keep_escapes(void *context, struct MHD_Connection *connection, char *text)
{
    (void)context;
    (void)connection;
    return strlen(text);
}

static struct MHD_Daemon *start_library(struct loop *loop)
{
    /* Not strict: the library would answer with its own pages, twice, what our guard refuses with a problem.
     * No time-outs: ours. */
    return MHD_start_daemon(
        MHD_USE_EPOLL | MHD_USE_ITC | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, NULL, NULL,
        http_handle, loop, MHD_OPTION_EXTERNAL_LOGGER, log_library, loop, MHD_OPTION_LISTEN_SOCKET,
        loop->listen_fd, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)LIMIT_CONNECTION_MEMORY,
        MHD_OPTION_CONNECTION_LIMIT, capacity_of_library(&loop->gate->capacity),
        MHD_OPTION_CONNECTION_TIMEOUT, 0u, MHD_OPTION_STRICT_FOR_CLIENT, 0, MHD_OPTION_URI_LOG_CALLBACK,
        http_begin, loop, MHD_OPTION_UNESCAPE_CALLBACK, keep_escapes, loop, MHD_OPTION_NOTIFY_COMPLETED,
        http_complete, loop, MHD_OPTION_NOTIFY_CONNECTION, http_notify_connection, loop, MHD_OPTION_END);
}

static bool watch(struct loop *loop, int fd, void *data)
{
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = data};
    return fd >= 0 && epoll_ctl(loop->epoll_fd, EPOLL_CTL_ADD, fd, &event) == 0;
}

static bool start(struct loop *loop)
{
    loop->worker = api_worker_open(loop->api);
    loop->meter = loop->worker ? api_worker_meter(loop->worker) : NULL;
    loop->gzip = gzip_open();
    loop->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    loop->wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    loop->lingering.epoll_fd = loop->epoll_fd;
    loop->lingering.max = loop->gate->capacity.lingering;
    if (!loop->worker || !loop->gzip || loop->epoll_fd < 0 || loop->wake_fd < 0)
        return false;
    loop->daemon = start_library(loop);
    loop->listen_fd = -1; /* the library's now, also when it could not start */
    if (!loop->daemon)
        return false;
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(loop->daemon, MHD_DAEMON_INFO_EPOLL_FD);
    return info && watch(loop, info->epoll_fd, loop->daemon) && watch(loop, loop->wake_fd, &loop->wake_fd);
}

bool loop_open(struct loop *loop, const struct options *options, struct api *api, struct gate *gate,
               int listen_fd, bool inherited)
{
    *loop = (struct loop){.options = options,
                          .api = api,
                          .gate = gate,
                          .listen_fd = listen_fd,
                          .inherited = inherited,
                          .listening = true,
                          .epoll_fd = -1,
                          .wake_fd = -1};
    loop->now_ms = clock_read_ms();
    loop->peers.phases[PHASE_IDLE].timeout_ms = options->idle_timeout_s * 1000;
    loop->peers.phases[PHASE_ARRIVING].timeout_ms = options->request_timeout_s * 1000;
    loop->peers.phases[PHASE_WAITING].timeout_ms = options->wait_timeout_s * 1000;
    loop->peers.phases[PHASE_POLLING].timeout_ms = LIMIT_POLL_MS;
    loop->peers.phases[PHASE_ANSWERING].timeout_ms = options->response_timeout_s * 1000;
    loop->peers.phases[PHASE_SPARE].timeout_ms = LIMIT_SPARE_MS;
    loop->peers.phases[PHASE_LEAVING].timeout_ms = LIMIT_SPARE_MS;
    atomic_init(&loop->stop, false);
    pthread_mutex_init(&loop->mutex, NULL);
    if (start(loop))
        return true;
    report_error("a loop of the server could not be started: %s", strerror(errno));
    loop_close(loop);
    return false;
}

static uint64_t earliest(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

static void ring(struct loop *loop)
{
    const uint64_t one = 1;
    /* It fails only when the counter is full, and then the loop is rung already. */
    const ssize_t written = write(loop->wake_fd, &one, sizeof one);
    (void)written;
}

void loop_stop(struct loop *loop)
{
    atomic_store(&loop->stop, true);
    ring(loop);
}

void loop_wake(void *context)
{
    struct exchange *exchange = context;
    struct loop *loop = exchange->loop;
    pthread_mutex_lock(&loop->mutex);
    if (!exchange->woken) {
        exchange->woken = true;
        exchange->next_woken = loop->woken;
        loop->woken = exchange;
    }
    ring(loop);
    pthread_mutex_unlock(&loop->mutex);
}

static struct exchange *take_woken(struct loop *loop)
{
    pthread_mutex_lock(&loop->mutex);
    struct exchange *exchange = loop->woken;
    if (exchange) {
        loop->woken = exchange->next_woken;
        exchange->woken = false;
    }
    pthread_mutex_unlock(&loop->mutex);
    return exchange;
}

static void resume_woken(struct loop *loop)
{
    for (struct exchange *exchange = take_woken(loop); exchange; exchange = take_woken(loop))
        http_resume(exchange, false);
}

/* The library, and out of the queue a few, or as many as the turn has time for: those that come meanwhile,
 * probes above all, are seen between them. */
static void run_turn(struct loop *loop)
{
    MHD_run(loop->daemon);
    while (loop->turns.first) {
        for (unsigned step = 0; step < LIMIT_TURN_STEP && loop->turns.first; step++)
            http_resume(turns_take(&loop->turns), false);
        MHD_run(loop->daemon);
        if (!turns_has_time(&loop->turns, clock_read_us()))
            return;
    }
}

/* It may have been woken a moment ago: then it stands in the list and must not be resumed twice. */
static void give_up_waiting(struct loop *loop, struct exchange *exchange)
{
    api_forget(loop->api, exchange);
    pthread_mutex_lock(&loop->mutex);
    for (struct exchange **at = &loop->woken; *at; at = &(*at)->next_woken) {
        if (*at == exchange) {
            *at = exchange->next_woken;
            break;
        }
    }
    exchange->woken = false;
    pthread_mutex_unlock(&loop->mutex);
    http_resume(exchange, true);
}

static void give_up_all(struct loop *loop, enum phase phase)
{
    while (loop->peers.phases[phase].first)
        give_up_waiting(loop, loop->peers.phases[phase].first->exchange);
}

static void end_overdue(struct loop *loop)
{
    for (struct peer *peer; (peer = peers_find_overdue(&loop->peers, loop->now_ms));) {
        if (peer->phase == PHASE_WAITING || peer->phase == PHASE_POLLING) {
            give_up_waiting(loop, peer->exchange);
        } else {
            http_cut(peer, loop);
        }
    }
}

static void end_departed(struct loop *loop)
{
    struct peer *peer = loop->peers.phases[PHASE_ARRIVING].first;
    if (!peer || loop->now_ms < loop->look_ms)
        return;
    loop->look_ms = loop->now_ms + LIMIT_LOOK_MS;
    for (struct peer *later; peer; peer = later) {
        later = peer->later;
        http_end_departed(peer, loop);
    }
}

static int time_to_wait(const struct loop *loop)
{
    MHD_UNSIGNED_LONG_LONG library_ms;
    if (loop->turns.first)
        return 0;
    if (MHD_get_timeout(loop->daemon, &library_ms) == MHD_YES && library_ms == 0)
        return 0;
    uint64_t next = earliest(peers_next_deadline(&loop->peers), linger_next_deadline(&loop->lingering));
    next = earliest(next, drain_next_deadline(loop));
    if (loop->peers.phases[PHASE_ARRIVING].first)
        next = earliest(next, loop->look_ms);
    if (next == UINT64_MAX)
        return -1;
    const uint64_t now_ms = clock_read_ms();
    const uint64_t left = next > now_ms ? next - now_ms : 0;
    return left > INT_MAX ? INT_MAX : (int)left;
}

static void listen_for_events(struct loop *loop)
{
    struct epoll_event events[EVENTS_MAX];
    const int count = epoll_wait(loop->epoll_fd, events, EVENTS_MAX, time_to_wait(loop));
    const uint64_t now_us = clock_read_us();
    loop->now_ms = now_us / 1000;
    turns_begin(&loop->turns, now_us);
    for (int i = 0; i < count; i++) {
        const void *data = events[i].data.ptr;
        uint64_t rings;
        if (data == &loop->wake_fd) {
            const ssize_t got = read(loop->wake_fd, &rings, sizeof rings);
            (void)got;
        } else if (data != loop->daemon) {
            linger_read(&loop->lingering, events[i].data.ptr);
        }
    }
}

/* How it stands until the next turn. */
static void measure(struct loop *loop)
{
    static const struct {
        enum phase phase;
        enum meter_cell cell;
    } rows[] = {{PHASE_IDLE, METER_IDLE},           {PHASE_ARRIVING, METER_ARRIVING},
                {PHASE_WAITING, METER_WAITING},     {PHASE_POLLING, METER_POLLING},
                {PHASE_ANSWERING, METER_ANSWERING}, {PHASE_SPARE, METER_SPARE},
                {PHASE_LEAVING, METER_LEAVING}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        meter_set(loop->meter, rows[i].cell, loop->peers.phases[rows[i].phase].count);
    meter_set(loop->meter, METER_LOG_DROPPED, loop->log.dropped);
}

void loop_run(struct loop *loop)
{
    while (!drain_is_over(loop)) {
        listen_for_events(loop);
        if (!loop->draining && atomic_load(&loop->stop)) {
            drain_begin(loop);
            give_up_all(loop, PHASE_POLLING);
        }
        drain_go_on(loop);
        end_departed(loop); /* before those are woken of whom the library has read all, but not used it */
        resume_woken(loop);
        end_overdue(loop);
        linger_expire(&loop->lingering, loop->now_ms);
        run_turn(loop);
        access_flush(&loop->log);
        measure(loop);
    }
    /* Suspended connections cannot be stopped: those that still wait get their refusal now. */
    loop->last_call = true;
    resume_woken(loop);
    give_up_all(loop, PHASE_WAITING);
    give_up_all(loop, PHASE_POLLING);
    MHD_run(loop->daemon);
}

void loop_close(struct loop *loop)
{
    loop->closing = true;
    if (loop->daemon)
        MHD_stop_daemon(loop->daemon);
    else if (loop->listen_fd >= 0)
        close(loop->listen_fd);
    access_flush(&loop->log);
    linger_done(&loop->lingering);
    api_worker_close(loop->worker);
    gzip_close(loop->gzip);
    if (loop->wake_fd >= 0)
        close(loop->wake_fd);
    if (loop->epoll_fd >= 0)
        close(loop->epoll_fd);
    pthread_mutex_destroy(&loop->mutex);
}

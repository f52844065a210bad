/* The whole way: bytes on a socket to a loop of the server in this process, which answers nothing but HTTP in
 * good order, whatever the bytes and however they are cut. */
#include "tests/fuzz/judge.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include "server/gate.h"
#include "server/listen.h"
#include "server/loop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#define PATIENCE_MS 15000
/* The library does not see an end that comes together with the last bytes: so much later it does. */
#define SETTLE_MS 5

static struct loop loop;
static struct options options;
static struct gate *gate;
static pthread_t thread;
static unsigned port;

static void *run(void *nothing)
{
    loop_run(&loop);
    return nothing;
}

static void stop(void)
{
    loop_stop(&loop);
    pthread_join(thread, NULL);
    loop_close(&loop);
    gate_close(gate);
}

static void start(void)
{
    static char *empty[] = {NULL};
    struct words words;
    int listening;
    char fault[LISTEN_FAULT_SIZE + OPTIONS_FAULT_SIZE] = "";
    signal(SIGPIPE, SIG_IGN);
    MUST(options_read(&options, &words, empty, empty, fault), "%s", fault);
    options.log = LOG_NONE;
    options.shutdown_grace_s = 0;
    options.request_timeout_s = 1;
    options.idle_timeout_s = 1;
    port = listen_open("127.0.0.1", 0, &listening, 1, fault);
    MUST(port > 0, "%s", fault);
    gate = gate_open(&options);
    MUST(gate && loop_open(&loop, &options, world()->api, gate, listening, false), "a loop opens");
    MUST(pthread_create(&thread, NULL, run, NULL) == 0, "a thread starts");
    atexit(stop);
}

/* Everything that comes until the end of the connection, terminated; NULL: it did not end in time. */
static char *receive(int fd, size_t *size)
{
    size_t capacity = 65536;
    char *answer = malloc(capacity + 1);
    *size = 0;
    for (;;) {
        struct pollfd ready = {.fd = fd, .events = POLLIN};
        MUST(answer, "memory");
        if (poll(&ready, 1, PATIENCE_MS) <= 0)
            break;
        const ssize_t got = recv(fd, answer + *size, capacity - *size, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            answer[*size] = '\0';
            return answer;
        }
        *size += (size_t)got;
        if (*size == capacity)
            answer = realloc(answer, (capacity *= 2) + 1);
    }
    free(answer);
    return NULL;
}

static const char *header(const char *headers, const char *end, const char *name)
{
    for (const char *line = headers; line && line < end; line = strstr(line, "\r\n")) {
        line += 2;
        if (strncasecmp(line, name, strlen(name)) == 0 && line[strlen(name)] == ':')
            return line + strlen(name) + 2;
    }
    return NULL;
}

/* Behind the last chunk; `body` gets what they hold. */
static const char *read_chunks(const char *at, const char *end, char *body, size_t *size)
{
    for (*size = 0;;) {
        char *after;
        const size_t chunk = strtoul(at, &after, 16);
        const char *line = strstr(after, "\r\n");
        MUST(after > at && line && line + 2 + chunk + 2 <= end, "a chunk that is none");
        memcpy(body + *size, line + 2, chunk);
        *size += chunk;
        at = line + 2 + chunk + 2;
        if (chunk == 0)
            return at;
    }
}

/* One answer; where the next begins. */
static const char *judge_answer(const char *at, const char *end, bool bodiless)
{
    char *body = malloc((size_t)(end - at) + 1);
    size_t size = 0;
    unsigned status = 0;
    MUST(body && sscanf(at, "HTTP/1.%*1[01] %3u ", &status) == 1, "no status line: %.200s", at);
    MUST(status < 200 || judge_status(status), "%.2000s", at);
    const char *head_end = strstr(at, "\r\n\r\n");
    MUST(head_end, "headers that do not end: %.2000s", at);
    const char *next = head_end + 4;
    const char *length = header(at, head_end, "Content-Length"), *type = header(at, head_end, "Content-Type");
    const char *coding = header(at, head_end, "Transfer-Encoding");
    const bool empty = bodiless || status < 200 || status == 204 || status == 304;
    /* What the library itself does not understand it answers itself, in HTML, and closes. */
    const bool ours = header(at, head_end, "Request-Id") != NULL;
    MUST(ours || status < 200 ||
             (header(at, head_end, "Connection") && strstr(at, "<html>") &&
              (status == 400 || status == 413 || status == 414 || status == 431 || status == 505)),
         "no Request-Id: %.1000s", at);
    MUST(!(length && coding), "framed twice: %.1000s", at);
    if (!ours && status >= 400) {
        next = end; /* of some it sends the headers twice */
    } else if (!empty && coding) {
        next = read_chunks(next, end, body, &size);
    } else if (!empty) {
        MUST(length, "a body without its length: %.1000s", at);
        size = strtoul(length, NULL, 10);
        MUST(next + size <= end, "a body that is cut: %.2000s", at);
        memcpy(body, next, size);
        next += size;
    }
    if (ours && size > 0 && type && !header(at, head_end, "Content-Encoding")) {
        char word[100] = "";
        sscanf(type, "%99[^\r]", word);
        judge_body(word, body, size);
        json_t *problem = status >= 400 ? json_loadb(body, size, 0, NULL) : NULL;
        if (status >= 400)
            judge_problem(problem, status, NULL);
        json_decref(problem);
    }
    free(body);
    return next;
}

static int connect_to(void)
{
    const int fd = listen_connect("127.0.0.1", port);
    MUST(fd >= 0, "the server takes connections: %s", strerror(errno));
    return fd;
}

/* Ends with a reset, so that no port stays taken. */
static void hang_up(int fd)
{
    const struct linger linger = {.l_onoff = 1, .l_linger = 0};
    setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
    close(fd);
}

/* In pieces, which the input cuts. */
static void send_all(int fd, const struct choices *bytes, size_t cuts)
{
    struct choices left = *bytes;
    struct choices pieces = *bytes;
    while (left.size > 0) {
        const size_t wanted = cuts > 0 ? 1 + 3 * choices_take(&pieces, 60) : left.size;
        const size_t piece = wanted < left.size ? wanted : left.size;
        if (send(fd, left.data, piece, MSG_NOSIGNAL) != (ssize_t)piece)
            return;
        cuts -= cuts > 0;
        left.data += piece;
        left.size -= piece;
    }
}

/* Whether an answer may have no body although it has a length. */
static bool asks_head(const struct choices *bytes)
{
    return memmem(bytes->data, bytes->size, "HEAD", 4) != NULL;
}

void target_http(const uint8_t *data, size_t size)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct choices bytes = {data, size};
    world();
    pthread_once(&once, start);
    const size_t cuts = choices_take(&bytes, 8);
    const int fd = connect_to();
    send_all(fd, &bytes, cuts);
    struct pollfd begun = {.fd = fd, .events = POLLIN};
    poll(&begun, 1, SETTLE_MS);
    shutdown(fd, SHUT_WR);
    size_t received;
    char *answers = receive(fd, &received);
    MUST(answers || memmem(data, size, "wait", 4), "no answer and no end in %d ms", PATIENCE_MS);
    for (const char *at = answers; at && at < answers + received && !asks_head(&bytes);)
        at = judge_answer(at, answers + received, false);
    free(answers);
    hang_up(fd);
}

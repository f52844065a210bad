/* Load for finding races: 64 connections that ask a mixture of everything as fast as they are answered.
 * Stands alone, for the sanitizer for threads cannot run under Criterion. Usage: load PORT SECONDS. Fails
 * when any answer is not what it must be. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define CONNECTIONS 64
#define ROOM 2097152
#define SILENCE_MS 20000

enum manner {
    KEEPS,  /* the connection stays */
    CLOSES, /* it ends with the answer */
    QUEUES, /* done one after the other: asked by a few connections only */
};

struct question {
    const char *text;
    unsigned status;
    enum manner manner;
};

#define QUEUERS 8

#define GET(target, headers) "GET " target " HTTP/1.1\r\nHost: t\r\n" headers "\r\n"
#define POST(target, size, body)                                                                             \
    "POST " target " HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\nContent-Length: " size         \
    "\r\n\r\n" body

#define BATCH                                                                                                \
    "{\"queries\":[{\"chip\":\"h20\"},{\"chip\":{\"like\":\"h200\",\"die_area_mm2\":400}},{\"chip\":\"x\"}]" \
    ","                                                                                                      \
    "\"destination\":\"CN\"}"
#define WHAT_IF                                                                                              \
    "{\"queries\":[{\"chip\":\"h20\",\"destination\":\"CN\"}],\"known_at\":2,"                               \
    "\"assume\":{\"without\":[\"us-bis-2025-04-09-nvidia-h20-letter\"]}}"

#define FILE_OF_TWO "[{\"chip\":\"h20\",\"destination\":\"CN\"},{\"chip\":\"x\"}]"

static const struct question questions[] = {
    {GET("/v1/eligibility?chip=h20&destination=CN&date=2025-05-01", ""), 200, KEEPS},
    {GET("/v1/eligibility?chip=h20&destination=CN&date=2025-05-01&known_at=1", ""), 200, KEEPS},
    {GET("/v1/eligibility?chip=h100&destination=AE&known_at=2&explain=full", ""), 200, KEEPS},
    {GET("/v1/eligibility?chip=h200&destination=HK&date=2023-11-17&known_at=3", ""), 200, KEEPS},
    {GET("/v1/history?chip=h20&destination=CN", ""), 200, KEEPS},
    {POST("/v1/eligibility", "104", BATCH), 200, KEEPS},
    {POST("/v1/eligibility", "121", WHAT_IF), 200, QUEUES},
    {POST("/v1/screenings", "48", FILE_OF_TWO), 200, KEEPS},
    {POST("/v1/screenings?known_at=1&format=json", "48", FILE_OF_TWO), 200, KEEPS},
    {GET("/v1/chips?limit=50&facets=vendor", "Accept-Encoding: gzip\r\n"), 200, KEEPS},
    {GET("/v1/chips?q=h100", ""), 200, KEEPS},
    {GET("/v1/chips?known_at=1&limit=3", ""), 200, KEEPS},
    {GET("/v1/chips?format=csv", ""), 200, KEEPS},
    {GET("/v1/rulings", "If-None-Match: *\r\n"), 304, KEEPS},
    {GET("/v1/events?sort=-date&limit=5", ""), 200, KEEPS},
    {GET("/v1/eligibility?chip=nonesuch&destination=CN", ""), 404, KEEPS},
    {GET("/v1/chips?chip=%zz", ""), 400, KEEPS},
    {GET("/healthz", ""), 200, KEEPS},
    {GET("/readyz", ""), 200, KEEPS},
    {GET("/v1", ""), 200, KEEPS},
    {GET("/openapi.json", ""), 200, KEEPS},
    {GET("/nonsense", "Accept: text/html\r\nAccept-Encoding: gzip\r\n"), 404, KEEPS},
    {GET("/assets/nonsense", ""), 404, KEEPS},
    {"POST /healthz HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 405,
     KEEPS},
    {GET("/healthz", "Connection: close\r\n"), 200, CLOSES},
    {"POST /healthz HTTP/1.1\r\nHost: t\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n", 400,
     CLOSES},
};
#define QUESTIONS (sizeof questions / sizeof questions[0])

struct asker {
    int fd;
    const struct question *question;
    char *received;
    size_t used;
    size_t answered;
};

static unsigned long long faults;

static int dial(unsigned port)
{
    const struct sockaddr_in place = {
        .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || connect(fd, (const struct sockaddr *)&place, sizeof place) != 0) {
        perror("connect");
        exit(1);
    }
    return fd;
}

static void ask(struct asker *asker, size_t which, size_t index)
{
    asker->question = &questions[which % QUESTIONS];
    if (asker->question->manner == QUEUES && index >= QUEUERS)
        asker->question++;
    asker->used = 0;
    const size_t size = strlen(asker->question->text);
    if (send(asker->fd, asker->question->text, size, MSG_NOSIGNAL) != (ssize_t)size)
        faults++;
}

/* Whether all of an answer is there. */
static bool is_whole(const struct asker *asker)
{
    const char *end = memmem(asker->received, asker->used, "\r\n\r\n", 4);
    if (!end)
        return false;
    const char *length = memmem(asker->received, (size_t)(end - asker->received), "Content-Length: ", 16);
    const size_t body =
        asker->question->status == 304 || !length ? 0 : (size_t)strtoul(length + 16, NULL, 10);
    return asker->used >= (size_t)(end - asker->received) + 4 + body;
}

static void check(const struct asker *asker)
{
    unsigned status = 0;
    if (sscanf(asker->received, "HTTP/1.1 %3u", &status) == 1 && status == asker->question->status)
        return;
    faults++;
    fprintf(stderr, "expected %u, got %u for:\n%s", asker->question->status, status, asker->question->text);
}

static void go_on(struct asker *asker, unsigned port, size_t index)
{
    const ssize_t more = recv(asker->fd, asker->received + asker->used, ROOM - 1 - asker->used, 0);
    asker->used += more > 0 ? (size_t)more : 0;
    asker->received[asker->used] = '\0';
    const bool whole = is_whole(asker);
    if (more > 0 && !whole)
        return;
    if (!whole) {
        faults++;
        fprintf(stderr, "the connection ended within the answer to:\n%s", asker->question->text);
    }
    check(asker);
    asker->answered++;
    if (asker->question->manner == CLOSES || !whole) {
        close(asker->fd);
        asker->fd = dial(port);
    }
    ask(asker, asker->answered * 7 + index, index);
}

int main(int argc, char **argv)
{
    static struct asker askers[CONNECTIONS];
    struct pollfd polled[CONNECTIONS];
    if (argc != 3) {
        fprintf(stderr, "usage: load PORT SECONDS\n");
        return 2;
    }
    const unsigned port = (unsigned)strtoul(argv[1], NULL, 10);
    const time_t end = time(NULL) + strtol(argv[2], NULL, 10);
    for (size_t i = 0; i < CONNECTIONS; i++) {
        askers[i].received = malloc(ROOM);
        askers[i].fd = dial(port);
        if (!askers[i].received)
            return 1;
        ask(&askers[i], i, i);
    }
    while (time(NULL) < end && faults < 20) {
        for (size_t i = 0; i < CONNECTIONS; i++)
            polled[i] = (struct pollfd){.fd = askers[i].fd, .events = POLLIN};
        if (poll(polled, CONNECTIONS, SILENCE_MS) <= 0) {
            fprintf(stderr, "no answer for %d ms\n", SILENCE_MS);
            return 1;
        }
        for (size_t i = 0; i < CONNECTIONS; i++) {
            if (polled[i].revents)
                go_on(&askers[i], port, i);
        }
    }
    size_t answered = 0;
    for (size_t i = 0; i < CONNECTIONS; i++) {
        answered += askers[i].answered;
        close(askers[i].fd);
        free(askers[i].received);
    }
    printf("%zu answers, %llu faults\n", answered, faults);
    /* The connections begin with different questions: by then each has been answered, however slow the
     * program is. */
    return faults == 0 && answered >= CONNECTIONS ? 0 : 1;
}

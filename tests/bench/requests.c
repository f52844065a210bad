/* What a request costs between its target and its response, without a socket: nanoseconds of processor time
 * and, where the machine counts them, instructions, for each kind of request. Questions do not repeat within
 * a run: they walk over chips, places and days.
 *
 *     build/bench/requests [--only KIND] [--rounds N] [--requests N] [--json FILE] */
#include "api/api.h"
#include "api/import.h"
#include "api/view.h"
#include "db/catalogue.h"
#include "server/gzip.h"
#include "server/response.h"
#include "server/uri.h"

#include <linux/perf_event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define TARGET_SIZE 256
#define ROUNDS_MAX 101
/* Between two questions in a row: prime to the number of days, so that each is asked of all. */
#define STRIDE 7919

struct bench {
    char directory[64];
    char path[96];
    struct api *api;
    struct api_worker *worker;
    struct view view; /* where the ids come from */
    struct json_out events;
    size_t event_count;
    int counter; /* of instructions; -1: the machine has none */
    size_t rounds;
    size_t requests; /* a round */
    const char *only;
    FILE *json;
    bool first_row;
};

typedef void target_fn(const struct bench *bench, size_t i, char text[static TARGET_SIZE]);

struct request_kind {
    const char *name;
    target_fn *target;
    unsigned status;
    bool known; /* asked again with the entity tag of the answer */
};

static void put_question(const struct bench *bench, size_t i, const char *explain,
                         char text[static TARGET_SIZE])
{
    const struct rules *rules = bench->view.rules;
    const size_t n = i * STRIDE;
    const struct chip *chip = &rules->chips[n % rules->chip_count];
    const struct place *place = &rules->places[n / rules->chip_count % rules->place_count];
    const size_t day = n / 7 % (5 * 336);
    snprintf(text, TARGET_SIZE, "/v1/eligibility?chip=%s&destination=%s&date=%04zu-%02zu-%02zu%s", chip->id,
             place->code, 2022 + day / 336, 1 + day / 28 % 12, 1 + day % 28, explain);
}

static void ask_none(const struct bench *bench, size_t i, char text[static TARGET_SIZE])
{
    put_question(bench, i, "&explain=none", text);
}

static void ask_summary(const struct bench *bench, size_t i, char text[static TARGET_SIZE])
{
    put_question(bench, i, "", text);
}

static void ask_full(const struct bench *bench, size_t i, char text[static TARGET_SIZE])
{
    put_question(bench, i, "&explain=full", text);
}

static void ask_health(const struct bench *bench, size_t i, char text[static TARGET_SIZE])
{
    (void)bench;
    (void)i;
    snprintf(text, TARGET_SIZE, "/healthz");
}

static void ask_nothing(const struct bench *bench, size_t i, char text[static TARGET_SIZE])
{
    (void)bench;
    snprintf(text, TARGET_SIZE, "/v1/nothing/%zu", i);
}

static void ask_wrong(const struct bench *bench, size_t i, char text[static TARGET_SIZE])
{
    (void)bench;
    snprintf(text, TARGET_SIZE, "/v1/eligibility?chip=nvidia-h20&destination=CN&dat=%zu", i);
}

static void ask_unknown_chip(const struct bench *bench, size_t i, char text[static TARGET_SIZE])
{
    (void)bench;
    snprintf(text, TARGET_SIZE, "/v1/eligibility?chip=nvidia-h%zu0x&destination=CN", i);
}

static void read_chip(const struct bench *bench, size_t i, char text[static TARGET_SIZE])
{
    const struct rules *rules = bench->view.rules;
    snprintf(text, TARGET_SIZE, "/v1/chips/%s", rules->chips[i % rules->chip_count].id);
}

static void read_ruling(const struct bench *bench, size_t i, char text[static TARGET_SIZE])
{
    const struct rules *rules = bench->view.rules;
    snprintf(text, TARGET_SIZE, "/v1/rulings/%s", rules->rulings[i % rules->ruling_count].id);
}

static void read_event(const struct bench *bench, size_t i, char text[static TARGET_SIZE])
{
    const char *id = bench->events.text;
    for (size_t k = i % bench->event_count; k > 0; k--)
        id += strlen(id) + 1;
    snprintf(text, TARGET_SIZE, "/v1/events/%s", id);
}

static void list_chips(const struct bench *bench, size_t i, char text[static TARGET_SIZE])
{
    (void)bench;
    snprintf(text, TARGET_SIZE, "/v1/chips?limit=50&tdp_w.gt=%zu", i % 100);
}

static void list_rulings(const struct bench *bench, size_t i, char text[static TARGET_SIZE])
{
    (void)bench;
    snprintf(text, TARGET_SIZE, "/v1/rulings?limit=50&date=2025-%02zu-%02zu", 1 + i / 28 % 12, 1 + i % 28);
}

static void list_events(const struct bench *bench, size_t i, char text[static TARGET_SIZE])
{
    (void)bench;
    snprintf(text, TARGET_SIZE, "/v1/events?limit=50&date.gt=2022-%02zu-%02zu", 1 + i / 28 % 12, 1 + i % 28);
}

static const struct request_kind request_kinds[] = {
    {"eligibility none", ask_none, 200, false},
    {"eligibility summary", ask_summary, 200, false},
    {"eligibility full", ask_full, 200, false},
    {"eligibility none 304", ask_none, 304, true},
    {"healthz", ask_health, 200, false},
    {"not found", ask_nothing, 404, false},
    {"unknown parameter", ask_wrong, 400, false},
    {"unknown chip", ask_unknown_chip, 404, false},
    {"chip", read_chip, 200, false},
    {"ruling", read_ruling, 200, false},
    {"event", read_event, 200, false},
    {"chip 304", read_chip, 304, true},
    {"list of 50 chips", list_chips, 200, false},
    {"list of 50 rulings", list_rulings, 200, false},
    {"list of 50 events", list_events, 200, false},
};

static void fail(const char *what)
{
    fprintf(stderr, "requests: %s\n", what);
    exit(1);
}

/* One request as the loop of the server handles it. `etag` is sent, and replaced by that of the answer. */
static unsigned handle(const struct bench *bench, const char *target, struct gzip *gzip, bool known,
                       char etag[static REPLY_ETAG_SIZE])
{
    char room[TARGET_SIZE + 1];
    struct uri uri;
    struct reply reply;
    if (!uri_parse(target, room, &uri))
        fail(uri.fault);
    const struct request request = {
        .path = uri.path,
        .target = uri.target,
        .query = uri.pairs,
        .query_count = uri.pair_count,
        .accept = "*/*",
        .if_none_match = known ? etag : NULL,
        .id = "01JD0000000000000000000000",
        .today = {20261122},
    };
    if (api_handle(bench->worker, &request, (struct api_waiter){NULL, NULL}, &reply) != WAIT_NONE)
        fail("a request had to wait");
    const struct response_terms terms = {
        .method = METHOD_GET, .if_none_match = request.if_none_match, .cors_origins = "*"};
    const struct response response = response_make(&reply, &terms, gzip);
    if (!response.body)
        fail("no memory for a response");
    MHD_destroy_response(response.body);
    if (!known)
        memcpy(etag, reply.etag, REPLY_ETAG_SIZE);
    reply_done(&reply);
    return response.status;
}

struct cost {
    double ns;
    double instructions;
};

static uint64_t read_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

static uint64_t read_counter(int counter)
{
    uint64_t count = 0;
    return counter >= 0 && read(counter, &count, sizeof count) == (ssize_t)sizeof count ? count : 0;
}

static struct cost run_round(const struct bench *bench, const struct request_kind *kind,
                             char (*targets)[TARGET_SIZE], struct gzip *gzip)
{
    char etag[REPLY_ETAG_SIZE] = "";
    if (kind->known)
        handle(bench, targets[0], gzip, false, etag);
    const uint64_t counted = read_counter(bench->counter);
    const uint64_t begun = read_ns();
    for (size_t i = 0; i < bench->requests; i++) {
        /* Items have tags of their own: the same one is asked again. */
        const unsigned status = handle(bench, targets[kind->known ? 0 : i], gzip, kind->known, etag);
        if (status != kind->status) {
            fprintf(stderr, "requests: %s is answered with %u\n", targets[i], status);
            exit(1);
        }
    }
    const double requests = (double)bench->requests;
    return (struct cost){(double)(read_ns() - begun) / requests,
                         (double)(read_counter(bench->counter) - counted) / requests};
}

static int compare(const void *a, const void *b)
{
    const double one = *(const double *)a, other = *(const double *)b;
    return (one > other) - (one < other);
}

static void write_row(struct bench *bench, const char *name, const char *unit, const double *sorted)
{
    if (!bench->json)
        return;
    fprintf(bench->json,
            "%s\n  {\"name\": \"%s\", \"unit\": \"%s\", \"median\": %.0f, \"min\": %.0f, \"max\": %.0f}",
            bench->first_row ? "[" : ",", name, unit, sorted[bench->rounds / 2], sorted[0],
            sorted[bench->rounds - 1]);
    bench->first_row = false;
}

static void run_kind(struct bench *bench, const struct request_kind *kind, struct gzip *gzip)
{
    double ns[ROUNDS_MAX];
    double instructions[ROUNDS_MAX];
    char(*targets)[TARGET_SIZE] = malloc(bench->requests * sizeof *targets);
    if (!targets)
        fail("no memory for the targets");
    for (size_t round = 0; round < bench->rounds; round++) {
        for (size_t i = 0; i < bench->requests; i++)
            kind->target(bench, round * bench->requests + i, targets[i]);
        const struct cost cost = run_round(bench, kind, targets, gzip);
        ns[round] = cost.ns;
        instructions[round] = cost.instructions;
    }
    free(targets);
    qsort(ns, bench->rounds, sizeof *ns, compare);
    qsort(instructions, bench->rounds, sizeof *instructions, compare);
    printf("%-22s %9.0f ns (%.0f-%.0f)", kind->name, ns[bench->rounds / 2], ns[0], ns[bench->rounds - 1]);
    if (bench->counter >= 0)
        printf(" %9.0f instructions", instructions[bench->rounds / 2]);
    putchar('\n');
    fflush(stdout);
    write_row(bench, kind->name, "ns", ns);
    if (bench->counter >= 0)
        write_row(bench, kind->name, "instructions", instructions);
}

static int open_counter(void)
{
    struct perf_event_attr attributes = {.type = PERF_TYPE_HARDWARE,
                                         .size = sizeof attributes,
                                         .config = PERF_COUNT_HW_INSTRUCTIONS,
                                         .exclude_kernel = 1,
                                         .exclude_hv = 1};
    return (int)syscall(SYS_perf_event_open, &attributes, 0, -1, -1, 0);
}

static bool keep_id(const struct document *document, void *context)
{
    struct bench *bench = context;
    json_out_bytes(&bench->events, document->id, strlen(document->id) + 1);
    bench->event_count++;
    return true;
}

static void open_store(struct bench *bench)
{
    struct store *store;
    struct import_report report;
    struct list_result result = {0};
    char reason[STORE_REASON_SIZE];
    snprintf(bench->directory, sizeof bench->directory, "/tmp/navicert-bench-XXXXXX");
    if (!mkdtemp(bench->directory))
        fail("no directory for the store");
    snprintf(bench->path, sizeof bench->path, "%s/store.db", bench->directory);
    if (!store_open(bench->path, STORE_WRITE, &store, reason))
        fail(reason);
    if (!import_bundled(store, IMPORT_TELL_NEW, &report) ||
        !view_open(&bench->view, store, report.data_version))
        fail("the bundled data set could not be read");
    const struct list_query events = {
        .kind = KIND_EVENT, .at = report.data_version, .limit = 200, .no_total = true};
    catalogue_list(store, &events, keep_id, NULL, bench, &result);
    free(result.next);
    store_close(store);
}

static void close_store(struct bench *bench)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-lock"};
    char name[128];
    api_worker_close(bench->worker);
    api_close(bench->api);
    view_close(&bench->view);
    json_out_done(&bench->events);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        snprintf(name, sizeof name, "%s%s", bench->path, endings[i]);
        unlink(name);
    }
    rmdir(bench->directory);
}

static size_t read_number(const char *text, size_t most)
{
    const unsigned long number = text ? strtoul(text, NULL, 10) : 0;
    if (number == 0 || number > most)
        fail("a number is missing or out of range");
    return number;
}

static void read_options(struct bench *bench, char **argument)
{
    for (; *argument; argument += 2) {
        if (!argument[1])
            fail("--only KIND, --rounds N, --requests N and --json FILE are understood");
        if (strcmp(*argument, "--only") == 0)
            bench->only = argument[1];
        else if (strcmp(*argument, "--rounds") == 0)
            bench->rounds = read_number(argument[1], ROUNDS_MAX);
        else if (strcmp(*argument, "--requests") == 0)
            bench->requests = read_number(argument[1], 1000000);
        else if (strcmp(*argument, "--json") == 0)
            bench->json = fopen(argument[1], "w");
        else
            fail("--only KIND, --rounds N, --requests N and --json FILE are understood");
    }
}

int main(int argument_count, char **arguments)
{
    (void)argument_count;
    struct bench bench = {.rounds = 7, .requests = 2000, .first_row = true};
    read_options(&bench, arguments + 1);
    open_store(&bench);
    const struct api_options options = {
        .database = bench.path, .query_timeout_ms = 60000, .snapshots_max = 1};
    bench.api = api_open(&options);
    bench.worker = bench.api ? api_worker_open(bench.api) : NULL;
    struct gzip *gzip = gzip_open();
    if (!bench.worker || !gzip)
        fail("the API could not be opened");
    bench.counter = open_counter();
    for (size_t i = 0; i < sizeof request_kinds / sizeof request_kinds[0]; i++) {
        if (!bench.only || strcmp(bench.only, request_kinds[i].name) == 0)
            run_kind(&bench, &request_kinds[i], gzip);
    }
    if (bench.json)
        fprintf(bench.json, "%s\n]\n", bench.first_row ? "[" : "");
    const bool written = !bench.json || fclose(bench.json) == 0;
    gzip_close(gzip);
    close_store(&bench);
    return written ? 0 : 1;
}

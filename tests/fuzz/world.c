/* The bundled data set in a store of its own. */
#include "tests/fuzz/world.h"
#include "api/import.h"
#include "db/load.h"
#include "rules/build.h"
#include "tests/fuzz/target.h"

#include <ftw.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>

static struct world opened;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status, (void)type, (void)walk;
    return remove(path);
}

static void close_world(void)
{
    api_worker_close(opened.worker);
    api_close(opened.api);
    rules_release(opened.rules);
    store_close(opened.store);
    nftw(opened.directory, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static void open_world(void)
{
    const char *temporary = getenv("TMPDIR");
    char reason[STORE_REASON_SIZE] = "";
    struct import_report report;
    struct store *writer;
    snprintf(opened.directory, sizeof opened.directory, "%s/navicert-fuzz-XXXXXX",
             temporary ? temporary : "/tmp");
    MUST(mkdtemp(opened.directory), "a directory");
    snprintf(opened.path, sizeof opened.path, "%s/world.db", opened.directory);
    MUST(store_open(opened.path, STORE_WRITE, &writer, reason), "%s", reason);
    MUST(import_bundled(writer, IMPORT_TELL_NEW, &report), "the data set is taken in");
    store_close(writer);
    MUST(store_open(opened.path, STORE_READ, &opened.store, reason), "%s", reason);
    opened.rules = rules_load(opened.store, store_head(opened.store));
    struct api_options options = {.database = opened.path,
                                  .query_timeout_ms = 60000,
                                  .snapshots_max = 4,
                                  .checked = true,
                                  .screenings_max = 4};
    operator_token_init(&options.operator, WORLD_TOKEN);
    opened.api = api_open(&options);
    MUST(opened.rules && opened.api, "the API opens");
    opened.worker = api_worker_open(opened.api);
    MUST(opened.worker, "a worker opens");
    atexit(close_world);
}

const struct world *world(void)
{
    pthread_once(&once, open_world);
    return &opened;
}

static void wake(void *context)
{
    sem_post(context);
}

/* Nobody waits for news here. */
static void complete(struct request *request, const struct uri *uri)
{
    request->path = uri->path;
    request->target = uri->target;
    request->query = uri->pairs;
    request->query_count = uri->pair_count;
    request->id = "FUZZ";
    request->today = (struct date){20261101};
    request->ending = true;
}

static void ask(struct request *request, struct intake **intake, struct reply *reply)
{
    sem_t woken;
    sem_init(&woken, 0, 0);
    const struct api_waiter waiter = {wake, &woken};
    struct api_worker *worker = world()->worker;
    request->waited = WAIT_NONE;
    while ((request->waited = intake ? api_begin(worker, request, waiter, intake, reply)
                                     : api_handle(worker, request, waiter, reply)) != WAIT_NONE)
        sem_wait(&woken);
    api_forget(world()->api, &woken);
    sem_destroy(&woken);
}

void world_ask(struct request *request, const struct uri *uri, struct reply *reply)
{
    complete(request, uri);
    ask(request, NULL, reply);
}

struct intake *world_begin(struct request *request, const struct uri *uri, struct reply *reply)
{
    struct intake *intake = NULL;
    complete(request, uri);
    ask(request, &intake, reply);
    return intake;
}

/* How fast one document is committed, and how fast the disk alone could make it last.
 *     commits disk FILE SECONDS               pwrite of 4 KiB + fdatasync, over and over
 *     commits record DATABASE EVENT SECONDS   one change set of one event, over and over
 * Prints how many a second. */
#include "db/record.h"

#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define BLOCK 4096
/* The file is written over in place, as a WAL file is once it has its size. */
#define BLOCKS 1024

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool write_block(int fd, unsigned long i)
{
    static const char block[BLOCK] = "what a commit writes at the least";
    return pwrite(fd, block, BLOCK, (off_t)(i % BLOCKS * BLOCK)) == BLOCK;
}

static bool measure_disk(const char *path, double seconds, double *rate)
{
    const int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    bool ok = fd >= 0;
    for (unsigned long i = 0; ok && i < BLOCKS; i++)
        ok = write_block(fd, i);
    ok = ok && fsync(fd) == 0;
    unsigned long count = 0;
    const double start = now_s();
    for (; ok && now_s() - start < seconds; count++)
        ok = write_block(fd, count) && fdatasync(fd) == 0;
    *rate = (double)count / (now_s() - start);
    if (!ok)
        perror(path);
    if (fd >= 0)
        close(fd);
    return ok;
}

/* A new event each time, with an id that no run before has used. */
static bool record_event(struct store *store, json_t *event, long run, unsigned long i)
{
    char id[80];
    snprintf(id, sizeof id, "bench-%ld-%lu", run, i);
    json_object_set_new(event, "id", json_string(id));
    const struct change change = {.op = CHANGE_PUT, .kind = KIND_EVENT, .id = id, .document = event};
    const struct change_set set = {.actor = "bench", .note = id, .changes = &change, .count = 1};
    int64_t seq;
    return record_change_set(store, -1, &set, &seq) == RECORD_DONE;
}

static bool measure_record(const char *database, const char *event_path, double seconds, double *rate)
{
    json_t *event = json_load_file(event_path, JSON_REJECT_DUPLICATES, NULL);
    struct store *store = NULL;
    char reason[STORE_REASON_SIZE] = "the event is not JSON";
    bool ok = event && store_open(database, STORE_WRITE, &store, reason);
    if (!ok)
        fprintf(stderr, "commits: %s\n", reason);
    unsigned long count = 0;
    const double start = now_s();
    for (; ok && now_s() - start < seconds; count++)
        ok = record_event(store, event, (long)getpid(), count);
    *rate = (double)count / (now_s() - start);
    store_close(store);
    json_decref(event);
    return ok;
}

int main(int argc, char **argv)
{
    double rate = 0;
    bool ok;
    if (argc == 4 && strcmp(argv[1], "disk") == 0) {
        ok = measure_disk(argv[2], strtod(argv[3], NULL), &rate);
    } else if (argc == 5 && strcmp(argv[1], "record") == 0) {
        ok = measure_record(argv[2], argv[3], strtod(argv[4], NULL), &rate);
    } else {
        fprintf(stderr, "usage: commits disk FILE SECONDS | commits record DATABASE EVENT SECONDS\n");
        return 2;
    }
    if (ok)
        printf("%.1f\n", rate);
    return ok ? 0 : 1;
}

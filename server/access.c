/* The access log. */
#include "server/access.h"
#include "server/clock.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define LINE_MAX_SIZE 512

/* Held over the question whether there is room and the write: between two loops the answer would otherwise go
 * stale. */
static pthread_mutex_t output = PTHREAD_MUTEX_INITIALIZER;
static uint64_t dropped;

static uint64_t count_lines(const char *text, size_t size)
{
    uint64_t lines = 0;
    for (size_t i = 0; i < size; i++)
        lines += text[i] == '\n';
    return lines;
}

static bool has_room(void)
{
    struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
    return poll(&out, 1, 0) == 1 && (out.revents & POLLOUT) && !(out.revents & (POLLERR | POLLNVAL));
}

static bool write_if_room(const char *text, size_t size)
{
    size_t done = 0;
    while (done < size) {
        if (!has_room())
            return false;
        const ssize_t written = write(STDOUT_FILENO, text + done, size - done);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0)
            done += (size_t)written;
    }
    return true;
}

static void write_dropped(void)
{
    char line[64];
    const int size = snprintf(line, sizeof line, "{\"dropped\":%llu}\n", (unsigned long long)dropped);
    if (size > 0 && write_if_room(line, (size_t)size))
        dropped = 0;
}

void access_flush(struct access_log *log)
{
    if (log->used == 0)
        return;
    pthread_mutex_lock(&output);
    if (dropped > 0)
        write_dropped();
    if (!write_if_room(log->buffer, log->used))
        dropped += count_lines(log->buffer, log->used);
    pthread_mutex_unlock(&output);
    log->used = 0;
}

/* Every text in it is one of our own constants or made of letters and digits: nothing needs escaping. */
static int format(char *line, size_t size, const struct access_entry *entry)
{
    char time[CLOCK_TEXT_SIZE];
    clock_format_now(time);
    char status[16] = "null";
    if (entry->status != 0)
        snprintf(status, sizeof status, "%u", entry->status);
    const char *quote = entry->problem ? "\"" : "";
    return snprintf(line, size,
                    "{\"time\":\"%s\",\"id\":\"%s\",\"method\":\"%s\",\"route\":\"%s\",\"status\":%s,"
                    "\"bytes\":%zu,\"us\":%llu,"
                    "\"problem\":%s%s%s,\"complete\":%s}\n",
                    time, entry->id, entry->method ? entry->method : "OTHER", entry->route, status,
                    entry->bytes, (unsigned long long)entry->us, quote,
                    entry->problem ? entry->problem : "null", quote, entry->complete ? "true" : "false");
}

void access_record(struct access_log *log, const struct access_entry *entry)
{
    if (sizeof log->buffer - log->used < LINE_MAX_SIZE)
        access_flush(log);
    const size_t room = sizeof log->buffer - log->used;
    const int size = format(log->buffer + log->used, room, entry);
    if (size > 0 && (size_t)size < room)
        log->used += (size_t)size;
}

/* The access log. */
#include "server/access.h"
#include "db/json_out.h"

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
    if (!write_if_room(log->buffer, log->used)) {
        const uint64_t lines = count_lines(log->buffer, log->used);
        dropped += lines;
        log->dropped += lines;
    }
    pthread_mutex_unlock(&output);
    log->used = 0;
}

static char *add(char *at, const char *text)
{
    const size_t size = strlen(text);
    memcpy(at, text, size);
    return at + size;
}

static char *add_number(char *at, uint64_t number)
{
    return at + json_out_format_integer((int64_t)number, at);
}

/* Every text in it is one of our own constants or made of letters and digits: nothing needs escaping, and
 * LINE_MAX_SIZE is room for all of them. Formatted by hand, as each request waits for it. */
static char *format(char *at, const struct access_entry *entry)
{
    at = add(add(at, "{\"time\":\""), entry->time);
    at = add(add(at, "\",\"id\":\""), entry->id);
    at = add(add(at, "\",\"method\":\""), entry->method ? entry->method : "OTHER");
    at = add(add(at, "\",\"route\":\""), entry->route);
    at = add(at, "\",\"status\":");
    at = entry->status != 0 ? add_number(at, entry->status) : add(at, "null");
    at = add_number(add(at, ",\"bytes\":"), entry->bytes);
    at = add_number(add(at, ",\"us\":"), entry->us);
    at = add(at, entry->problem ? ",\"problem\":\"" : ",\"problem\":");
    at = add(add(at, entry->problem ? entry->problem : "null"), entry->problem ? "\"" : "");
    at = add(at, *entry->trace ? ",\"trace\":\"" : ",\"trace\":");
    at = add(add(at, *entry->trace ? entry->trace : "null"), *entry->trace ? "\"" : "");
    return add(at, entry->complete ? ",\"complete\":true}\n" : ",\"complete\":false}\n");
}

void access_record(struct access_log *log, const struct access_entry *entry)
{
    if (sizeof log->buffer - log->used < LINE_MAX_SIZE)
        access_flush(log);
    log->used = (size_t)(format(log->buffer + log->used, entry) - log->buffer);
}

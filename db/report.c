/* Diagnostics for the operator: one sentence a line on stderr. */
#include "db/report.h"

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Long enough for two paths of the file system and a sentence; short enough for the stack of any thread. */
#define LINE_SIZE 2048

static const char prefix[] = "navicert: ";

static void write_whole(const char *line, size_t size)
{
    size_t done = 0;
    while (done < size) {
        const ssize_t written = write(STDERR_FILENO, line + done, size - done);
        if (written < 0 && errno != EINTR)
            return; /* nobody is left to tell */
        if (written > 0)
            done += (size_t)written;
    }
}

void report_error(const char *format, ...)
{
    char line[LINE_SIZE];
    const size_t start = sizeof prefix - 1;
    memcpy(line, prefix, start);

    const size_t room = sizeof line - start - 1; /* the last byte is for the newline */
    va_list arguments;
    va_start(arguments, format);
    const int wanted = vsnprintf(line + start, room, format, arguments);
    va_end(arguments);

    size_t size = wanted < 0 ? 0 : (size_t)wanted;
    if (size > room - 1)
        size = room - 1;
    line[start + size] = '\n';
    write_whole(line, start + size + 1);
}

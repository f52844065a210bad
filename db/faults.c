#include "db/faults.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How many bytes the character there has; 0 when it is not whole. */
static size_t measure_character(const unsigned char *bytes)
{
    const size_t size = bytes[0] < 0x80    ? 1
                        : bytes[0] >= 0xf0 ? 4
                        : bytes[0] >= 0xe0 ? 3
                        : bytes[0] >= 0xc2 ? 2
                                           : 0;
    for (size_t i = 1; i < size; i++) {
        if ((bytes[i] & 0xc0) != 0x80)
            return 0;
    }
    return size;
}

/* What is quoted may have been cut within a character; a fault is told in JSON and recorded, where bytes that
 * are no UTF-8 would do harm. */
static void drop_broken_characters(char *text)
{
    const unsigned char *from = (const unsigned char *)text;
    unsigned char *to = (unsigned char *)text;
    while (*from) {
        const size_t size = measure_character(from);
        memmove(to, from, size);
        to += size;
        from += size ? size : 1;
    }
    *to = '\0';
}

void faults_add(struct faults *faults, const char *pointer, const char *format, ...)
{
    faults->total++;
    if (faults->count == FAULTS_MAX)
        return;
    struct fault *fault = &faults->items[faults->count];
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&fault->detail, format, arguments) < 0)
        fault->detail = NULL;
    va_end(arguments);
    fault->pointer = strdup(pointer);
    if (fault->detail)
        drop_broken_characters(fault->detail);
    if (fault->pointer && fault->detail) {
        faults->count++;
        return;
    }
    faults->short_of_memory = true;
    free(fault->pointer);
    free(fault->detail);
}

void faults_done(struct faults *faults)
{
    for (size_t i = 0; i < faults->count; i++) {
        free(faults->items[i].pointer);
        free(faults->items[i].detail);
    }
    *faults = (struct faults){0};
}

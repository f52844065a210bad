#include "db/faults.h"

#include "db/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    /* What is quoted may have been cut within a character; a fault is told in JSON and recorded, where bytes
     * that are no UTF-8 would do harm. */
    if (fault->detail)
        text_drop_broken(fault->detail);
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

#include "server/trace.h"

#include <string.h>

/* "00-" trace "-" parent "-" flags, as far as every version has it (W3C Trace Context, section 3.2). */
#define TRACE_AT 3
#define PARENT_AT 36
#define FLAGS_AT 53
#define KNOWN_SIZE 55

/* Lower-case only; no more of them. */
static bool has_digits(const char *text, size_t count)
{
    return strspn(text, "0123456789abcdef") == count;
}

static bool is_zero(const char *text, size_t count)
{
    return strspn(text, "0") == count;
}

bool trace_parse(const char *traceparent, char trace[static TRACE_SIZE])
{
    const size_t size = strlen(traceparent);
    if (size < KNOWN_SIZE || !has_digits(traceparent, 2) || strncmp(traceparent, "ff", 2) == 0)
        return false;
    /* Version 00 ends here; a later one may go on after another hyphen. */
    const bool ends = traceparent[KNOWN_SIZE] == '\0';
    if (!ends && (strncmp(traceparent, "00", 2) == 0 || traceparent[KNOWN_SIZE] != '-'))
        return false;
    const char *id = traceparent + TRACE_AT, *parent = traceparent + PARENT_AT;
    if (id[-1] != '-' || parent[-1] != '-' || traceparent[FLAGS_AT - 1] != '-' || !has_digits(id, 32) ||
        !has_digits(parent, 16) || !has_digits(traceparent + FLAGS_AT, 2) || is_zero(id, 32) ||
        is_zero(parent, 16))
        return false;
    memcpy(trace, id, TRACE_SIZE - 1);
    trace[TRACE_SIZE - 1] = '\0';
    return true;
}

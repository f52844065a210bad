#pragma once
/* W3C Trace Context: the identity of the trace that a request belongs to. */

#include <stdbool.h>

/* Of a trace id: 32 hexadecimal digits. */
#define TRACE_SIZE 33

/* From the value of a traceparent header; false, and `trace` untouched, where that is to be ignored. */
bool trace_parse(const char *traceparent, char trace[static TRACE_SIZE]);

#pragma once
/* Keeps out requests that two programs in a row could read differently: what decides where a request ends
 * must be said once. */

#include "api/problem.h"
#include "api/request.h"

#include <stdint.h>

struct guard {
    unsigned hosts;
    const char *host; /* the first one's value */
    size_t host_size;
    bool expects_other; /* something else than to be told to go on */
    unsigned codings;
    bool is_chunked;
    bool has_length;
    uint64_t length;      /* Content-Length, when it is given */
    const char *line;     /* where the next header line begins in the library's buffer; NULL: not known */
    enum problem problem; /* the first fault found */
    const char *detail;   /* a sentence about it; lives for ever */
    unsigned singles;     /* bits of the headers seen that may come only once */
};

/* `first_line` is where the first header line begins, when header lines lie as they came, only with their
 * line ends (and the colon) made NUL, as libmicrohttpd 0.9 leaves them. Folded lines, NUL bytes and bare line
 * feeds then show; NULL does without. */
void guard_init(struct guard *guard, const char *first_line);
/* The request line, likewise as it lies there: `target_size` is how far the target is known to go. */
void guard_add_line(struct guard *guard, const char *method, size_t target_size, const char *version);
void guard_add_header(struct guard *guard, const char *name, size_t name_size, const char *value,
                      size_t value_size);
/* The header section ended before `end`; says more than nothing only when guard_init was given a first line.
 */
void guard_end_headers(struct guard *guard, const char *end);
/* After the last header, `target` being as it came: PROBLEM_NONE, or what to refuse the request with,
 * `detail` saying why. Then close the connection. */
enum problem guard_judge(struct guard *guard, const char *method, const char *target, const char *version);

/* METHOD_OTHER for registered methods that no operation has; false for those that are not known at all. */
bool guard_parse_method(const char *name, enum method *method);

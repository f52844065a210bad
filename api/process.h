#pragma once
/* What this process takes of the machine. */

#include <stdint.h>

/* -1: not to be had. */
struct process_usage {
    int64_t cpu_us; /* of all threads, user and system */
    int64_t resident_bytes;
    int64_t open_fds;
    int64_t max_fds;
};

struct process_usage process_measure(void);

#pragma once
/* A body that is read as it arrives, never held whole. */

#include <stdbool.h>
#include <stddef.h>

/* The first member of what an operation takes its body in with. Lives until the request is answered. */
struct intake {
    /* Bytes as they were before any content coding, cut anywhere. False: no more is wanted, and `refusal`, a
     * sentence, says why. */
    bool (*take)(struct intake *intake, const char *bytes, size_t size);
    void (*free)(struct intake *intake);
    const char *refusal;
};

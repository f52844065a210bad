#pragma once
/* A body that is read as it arrives, never held whole. */

#include "api/problem.h"

#include <stdbool.h>
#include <stddef.h>

/* The first member of what an operation takes its body in with. Lives until the request is answered. */
struct intake {
    /* Bytes as they were before any content coding, cut anywhere. False: no more is wanted, and `problem` and
     * `refusal`, a sentence, say why. */
    bool (*take)(struct intake *intake, const char *bytes, size_t size);
    void (*free)(struct intake *intake);
    enum problem problem;
    const char *refusal;
};

#pragma once
/* A body that is written while it is sent, never held whole. */

#include <stddef.h>
#include <stdint.h>

#define SOURCE_SIZE_UNKNOWN UINT64_MAX

/* The first member of what an operation writes its answer with. */
struct source {
    uint64_t size; /* of all of it, in bytes */
    /* Fills the room as far as it can and returns how far; 0: that was the end. May read what the request's
     * intake holds. */
    size_t (*read)(struct source *source, char *room, size_t size);
    /* The request and its intake may be gone by then. */
    void (*free)(struct source *source);
};

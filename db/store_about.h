#pragma once
/* What an operator wants to know of the files of a store. */

#include "db/store.h"

/* In bytes; -1: not to be had. */
struct store_sizes {
    int64_t database;
    int64_t log;       /* the write-ahead log beside it; 0: there is none */
    int64_t available; /* for more, where it lies */
};

struct store_sizes store_measure(const struct store *store);
/* Of SQLite. */
const char *store_library_version(void);

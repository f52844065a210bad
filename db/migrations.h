#pragma once
/* The steps from an empty file to the present schema, embedded from db/migrations by db/embed.py. PRAGMA
 * user_version counts those applied. */

#include <stddef.h>

struct migration {
    const char *name; /* "0001_log.sql" */
    const char *sql;
};

extern const struct migration migrations[];
extern const size_t migration_count;

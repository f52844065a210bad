#include "db/store_about.h"

#include "db/sqlite.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

static int64_t size_of(const char *path)
{
    struct stat found;
    if (stat(path, &found) == 0)
        return found.st_size;
    return errno == ENOENT ? 0 : -1;
}

struct store_sizes store_measure(const struct store *store)
{
    char log[PATH_MAX];
    struct statvfs volume;
    struct store_sizes sizes = {.database = size_of(store->path), .log = -1, .available = -1};
    const int size = snprintf(log, sizeof log, "%s-wal", store->path);
    if (size > 0 && (size_t)size < sizeof log)
        sizes.log = size_of(log);
    if (statvfs(store->path, &volume) == 0)
        sizes.available = (int64_t)(volume.f_bavail * volume.f_frsize);
    return sizes;
}

const char *store_library_version(void)
{
    return sqlite3_libversion();
}

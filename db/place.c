#include "db/place.h"

#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool place_sync_directory(const char *path)
{
    char *copy = strdup(path);
    const int descriptor = copy ? open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    free(copy);
    if (descriptor < 0)
        return false;
    const bool done = fsync(descriptor) == 0;
    close(descriptor);
    return done;
}

bool place_refuse(char reason[static STORE_REASON_SIZE], const char *path, const char *why)
{
    snprintf(reason, STORE_REASON_SIZE, "%.300s %.200s", path, why);
    return false;
}

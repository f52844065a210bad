/* Gives files to the targets, without libFuzzer: replay DIRECTORY… takes all of DIRECTORY/<target>/. */
#include "tests/fuzz/target.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATH_SIZE 512

/* Should it end the process, this says by which. */
static char current[PATH_SIZE + 258];

static void say_which(int caught)
{
    const ssize_t written = write(STDERR_FILENO, current, strlen(current));
    (void)written;
    signal(caught, SIG_DFL);
    raise(caught);
}

static unsigned replay_file(const struct target *target, const char *path)
{
    FILE *file = fopen(path, "rb");
    MUST(file, "%s can be opened", path);
    uint8_t *data = malloc(1 << 20);
    MUST(data, "memory");
    const size_t size = fread(data, 1, 1 << 20, file);
    fclose(file);
    /* As long as it is, so that reading past its end is seen. */
    uint8_t *exact = realloc(data, size ? size : 1);
    MUST(exact, "memory");
    snprintf(current, sizeof current, "%s\n", path);
    target->run(exact, size);
    free(exact);
    return 1;
}

static unsigned replay_directory(const struct target *target, const char *directory)
{
    unsigned count = 0;
    struct dirent **entries;
    const int found = scandir(directory, &entries, NULL, alphasort);
    for (int i = 0; i < found; i++) {
        char path[PATH_SIZE + 256];
        snprintf(path, sizeof path, "%s/%s", directory, entries[i]->d_name);
        count += entries[i]->d_name[0] == '.' ? 0 : replay_file(target, path);
        free(entries[i]);
    }
    if (found >= 0)
        free(entries);
    return count;
}

int main(int argc, char **argv)
{
    unsigned total = 0;
    signal(SIGABRT, say_which);
    signal(SIGSEGV, say_which);
    for (const struct target *target = targets; target->name; target++) {
        unsigned count = 0;
        for (int i = 1; i < argc; i++) {
            char directory[PATH_SIZE];
            snprintf(directory, sizeof directory, "%s/%s", argv[i], target->name);
            count += replay_directory(target, directory);
        }
        MUST(count > 0, "%s has no cases", target->name);
        total += count;
    }
    fprintf(stderr, "%u inputs replayed\n", total);
    return 0;
}

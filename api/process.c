#include "api/process.h"

#include <dirent.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int64_t measure_cpu_us(void)
{
    struct timespec used;
    if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) != 0)
        return -1;
    return (int64_t)used.tv_sec * 1000000 + used.tv_nsec / 1000;
}

/* The second number of statm, in pages. */
static int64_t measure_resident(void)
{
    char text[128];
    const int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    const ssize_t size = read(fd, text, sizeof text - 1);
    close(fd);
    if (size <= 0)
        return -1;
    text[size] = '\0';
    char *rest;
    strtoll(text, &rest, 10);
    return strtoll(rest, NULL, 10) * sysconf(_SC_PAGESIZE);
}

/* Since Linux 6.2 the directory itself tells how many there are; else they are counted. */
static int64_t measure_fds(void)
{
    struct stat found;
    if (stat("/proc/self/fd", &found) == 0 && found.st_size > 0)
        return found.st_size;
    DIR *directory = opendir("/proc/self/fd");
    if (!directory)
        return -1;
    int64_t count = -3; /* the directory itself, "." and ".." */
    while (readdir(directory))
        count++;
    closedir(directory);
    return count;
}

struct process_usage process_measure(void)
{
    struct rlimit limit;
    return (struct process_usage){
        .cpu_us = measure_cpu_us(),
        .resident_bytes = measure_resident(),
        .open_fds = measure_fds(),
        .max_fds = getrlimit(RLIMIT_NOFILE, &limit) == 0 ? (int64_t)limit.rlim_cur : -1,
    };
}

/* navicert: whether an AI chip may go to a destination on a date, over HTTP, from one SQLite file. */
#include "api/api.h"
#include "db/report.h"
#include "server/commands.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* Started with standard output closed, the database would be opened as descriptor 1 and log lines written
 * into it. */
static bool hold_standard_descriptors(void)
{
    int fd;
    do
        fd = open("/dev/null", O_RDWR);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd < 0)
        return false;
    close(fd);
    return true;
}

int main(int argc, char **argv)
{
    (void)argc;
    if (!hold_standard_descriptors())
        return EXIT_FAILURE;
    struct options options;
    struct words words;
    char fault[OPTIONS_FAULT_SIZE];
    if (!options_read(&options, &words, argv, environ, fault)) {
        report_error("%s", fault);
        return EXIT_USAGE;
    }
    if (options.help)
        commands_print_help(stdout);
    else if (options.version)
        printf("navicert %s\n", engine_version);
    else
        return commands_run(&options, &words);
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#include "server/secret.h"
#include "db/report.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool secret_check(const char *text, const char *name, char fault[static OPTIONS_FAULT_SIZE])
{
    const size_t size = strlen(text);
    const char *wrong = NULL;
    if (size < SECRET_SIZE_MIN)
        wrong = "is shorter than";
    if (size > SECRET_SIZE_MAX)
        wrong = "is longer than";
    if (wrong) {
        snprintf(fault, OPTIONS_FAULT_SIZE,
                 "%.200s %s %d characters: 'openssl rand -hex 32' makes a good token", name, wrong,
                 size < SECRET_SIZE_MIN ? SECRET_SIZE_MIN : SECRET_SIZE_MAX);
        return false;
    }
    for (const char *at = text; *at; at++) {
        if (*at > ' ' && *at < 0x7f)
            continue;
        snprintf(fault, OPTIONS_FAULT_SIZE,
                 "%.200s has a space or a character outside ASCII: 'openssl rand -hex 32' makes a good token",
                 name);
        return false;
    }
    return true;
}

/* As much as there is, up to `size`; -1: `errno` says why. */
static ssize_t read_all(int descriptor, char *text, size_t size)
{
    size_t used = 0;
    while (used < size) {
        const ssize_t more = read(descriptor, text + used, size - used);
        if (more < 0 && errno == EINTR)
            continue;
        if (more < 0)
            return -1;
        if (more == 0)
            break;
        used += (size_t)more;
    }
    return (ssize_t)used;
}

/* The file's text without the newline at its end, into memory of SECRET_SIZE_MAX + 3. The path is not told
 * when it leads nowhere: it may be the token itself, given in the wrong place. */
static bool read_file(const char *path, char *text, char fault[static OPTIONS_FAULT_SIZE])
{
    struct stat found;
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    const ssize_t size = descriptor >= 0 ? read_all(descriptor, text, SECRET_SIZE_MAX + 2) : -1;
    if (size < 0)
        snprintf(fault, OPTIONS_FAULT_SIZE,
                 "the file that --token-file or NAVICERT_TOKEN_FILE names cannot be read: %s",
                 strerror(errno));
    else if (fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode) && (found.st_mode & S_IROTH))
        report_error("every user of the machine may read the token in %s: 'chmod o-r' mends it", path);
    if (descriptor >= 0)
        close(descriptor);
    if (size < 0)
        return false;
    text[size] = '\0';
    /* What follows a NUL would be passed over in silence; a space is refused. */
    for (char *nul = text; (nul = memchr(nul, '\0', (size_t)(text + size - nul)));)
        *nul = ' ';
    const size_t end = strcspn(text, "\r\n");
    if (strcmp(text + end, "\n") == 0 || strcmp(text + end, "\r\n") == 0)
        text[end] = '\0';
    return true;
}

static bool load_file(struct options *options, char *text, char fault[static OPTIONS_FAULT_SIZE])
{
    char name[300];
    if (!read_file(options->token_file, text, fault))
        return false;
    snprintf(name, sizeof name, "the token in %s", options->token_file);
    if (!secret_check(text, name, fault))
        return false;
    operator_token_init(&options->operator, text);
    return true;
}

bool secret_load(struct options *options, char fault[static OPTIONS_FAULT_SIZE])
{
    char text[SECRET_SIZE_MAX + 3];
    if (options->token_file && options->token) {
        snprintf(fault, OPTIONS_FAULT_SIZE,
                 "NAVICERT_TOKEN gives a token, and --token-file or NAVICERT_TOKEN_FILE another: give one");
        return false;
    }
    if (sodium_init() < 0) {
        snprintf(fault, OPTIONS_FAULT_SIZE, "libsodium cannot be used here");
        return false;
    }
    operator_token_init(&options->operator, options->token);
    secret_wipe(options);
    if (!options->token_file)
        return true;
    const bool loaded = load_file(options, text, fault);
    sodium_memzero(text, sizeof text);
    return loaded;
}

void secret_wipe(struct options *options)
{
    if (options->token)
        sodium_memzero(options->token, strlen(options->token));
    options->token = NULL;
}

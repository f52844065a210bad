/* Reads a file, gzip'd or not, screens it, and writes the answers to standard output. */
#include "server/screen_command.h"

#include "api/screen.h"
#include "db/report.h"
#include "server/clock.h"
#include "server/commands.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define EXIT_LINES_AT_FAULT 3
#define PIECE 65536
#define PROGRESS_MS 200

/* Shown while it goes on, if anybody can see it. */
struct progress {
    bool shown;
    int fd;
    off_t size; /* of the file as it lies there; 0: not known */
    uint64_t begun_ms;
    uint64_t told_ms;
};

static bool ends_with(const char *path, size_t size, const char *ending)
{
    const size_t length = strlen(ending);
    return size >= length && strncasecmp(path + size - length, ending, length) == 0;
}

/* By the name of the file, whatever .gz follows; false: it does not tell. */
static bool form_of(const char *path, enum lines_form *form)
{
    static const struct {
        const char *ending;
        enum lines_form form;
    } endings[] = {
        {".ndjson", LINES_NDJSON}, {".jsonl", LINES_NDJSON}, {".csv", LINES_CSV}, {".json", LINES_ARRAY}};
    size_t size = strlen(path);
    if (ends_with(path, size, ".gz"))
        size -= strlen(".gz");
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (ends_with(path, size, endings[i].ending)) {
            *form = endings[i].form;
            return true;
        }
    }
    return false;
}

static bool read_form(const struct options *options, const char *path, enum lines_form *form)
{
    switch (options->input_format) {
    case INPUT_NDJSON:
        *form = LINES_NDJSON;
        return true;
    case INPUT_CSV:
        *form = LINES_CSV;
        return true;
    case INPUT_JSON:
        *form = LINES_ARRAY;
        return true;
    case INPUT_BY_NAME:
        break;
    }
    if (form_of(path, form))
        return true;
    report_error("%s %s: say with --input-format what it is",
                 strcmp(path, "-") == 0 ? "standard input" : path,
                 strcmp(path, "-") == 0 ? "has no name" : "does not end in .ndjson, .jsonl, .json or .csv");
    return false;
}

static void tell(struct progress *progress, const struct screen *screen, bool last)
{
    const uint64_t now = clock_read_ms(), passed = now - progress->begun_ms;
    if (!progress->shown || (!last && now - progress->told_ms < PROGRESS_MS))
        return;
    progress->told_ms = now;
    const uint32_t lines = screen_count(screen);
    const off_t at = lseek(progress->fd, 0, SEEK_CUR);
    fprintf(stderr, "\r%u lines, %llu lines/s", lines,
            (unsigned long long)(passed > 0 ? (uint64_t)lines * 1000 / passed : lines));
    if (progress->size > 0 && at >= 0)
        fprintf(stderr, ", %lld %%", (long long)(at * 100 / progress->size));
    fprintf(stderr, "\033[K%s", last ? "\n" : "");
}

/* False: it cannot be read, which is told. What the file says is told when it is finished. */
static bool read_all(gzFile file, const char *path, struct screen *screen, struct progress *progress)
{
    char *piece = malloc(PIECE);
    int size = piece ? 1 : -1;
    for (bool wanted = true; wanted && size > 0; tell(progress, screen, false)) {
        size = gzread(file, piece, PIECE);
        wanted = size <= 0 || screen_take(screen, piece, (size_t)size);
    }
    tell(progress, screen, true);
    free(piece);
    int code = Z_OK;
    const char *reason = gzerror(file, &code);
    if (size < 0 || (code != Z_OK && code != Z_STREAM_END)) {
        report_error("%s cannot be read: %s", path,
                     code == Z_ERRNO ? strerror(errno)
                     : code == Z_BUF_ERROR
                         ? "it ends in the middle of what was compressed, as a file does that "
                           "was not copied whole"
                         : reason);
        return false;
    }
    return true;
}

static bool write_all(struct screen *screen)
{
    char *room = malloc(PIECE);
    bool written = room != NULL;
    for (size_t size; written && (size = screen_read(screen, room, PIECE)) > 0;)
        written = fwrite(room, 1, size, stdout) == size;
    free(room);
    if (written && fflush(stdout) == 0)
        return true;
    report_error("the answers cannot be written: %s", strerror(errno));
    return false;
}

static int screen_file(gzFile file, const char *path, struct screen *screen, struct progress *progress)
{
    if (!read_all(file, path, screen, progress))
        return EXIT_FAILURE;
    if (!screen_finish(screen))
        return EXIT_USAGE;
    if (!write_all(screen))
        return EXIT_FAILURE;
    return screen_print_summary(screen, stderr) ? EXIT_SUCCESS : EXIT_LINES_AT_FAULT;
}

static gzFile open_file(const char *path, struct progress *progress)
{
    struct stat about = {0};
    const bool standard = strcmp(path, "-") == 0;
    progress->fd = standard ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    if (progress->fd >= 0 && fstat(progress->fd, &about) == 0 && S_ISDIR(about.st_mode)) {
        report_error("%s is a directory: name a file", path);
        close(progress->fd);
        return NULL;
    }
    if (progress->fd >= 0 && S_ISREG(about.st_mode))
        progress->size = about.st_size;
    gzFile file = progress->fd >= 0 ? gzdopen(progress->fd, "rb") : NULL;
    if (!file) {
        report_error("%s cannot be opened: %s", path, strerror(errno));
        if (progress->fd >= 0)
            close(progress->fd);
        return NULL;
    }
    gzbuffer(file, 2 * PIECE);
    return file;
}

int screen_command_run(struct store *store, const struct options *options, const char *path)
{
    static const enum screen_format formats[] = {
        [OUTPUT_NDJSON] = SCREEN_NDJSON, [OUTPUT_CSV] = SCREEN_CSV, [OUTPUT_JSON] = SCREEN_JSON};
    struct screen_ask ask = {
        .format = formats[options->format],
        .destination = options->destination,
        .hq = options->hq,
        .export_from = options->export_from,
        .date = options->date,
        .known_at = options->known_at,
    };
    int code = EXIT_USAGE;
    struct progress progress = {.shown = isatty(STDERR_FILENO)};
    gzFile file = open_file(path, &progress);
    if (!file)
        return EXIT_FAILURE;
    if (!read_form(options, path, &ask.form)) {
        gzclose_r(file);
        return code;
    }
    struct screen *screen = screen_open(store, &ask, &code);
    progress.begun_ms = clock_read_ms();
    if (screen)
        code = screen_file(file, path, screen, &progress);
    screen_close(screen);
    gzclose_r(file);
    return code;
}

#include "db/store_file.h"

#include "db/migrations.h"
#include "db/sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file format of SQLite, section 1.3: the header and where in it the numbers stand. */
#define HEADER_SIZE 100
#define HEADER_WRITE_VERSION 18
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION 68
/* Section 3: the header of a rollback journal, and where in it the size of the file before stands, in pages.
 */
#define JOURNAL_HEADER_SIZE 20
#define JOURNAL_PAGES_BEFORE 16

/* Paths may be longer than a reason: they are cut, the sentence is not. */
static bool refuse(char reason[static STORE_REASON_SIZE], const char *sentence, const char *path)
{
    snprintf(reason, STORE_REASON_SIZE, "%.250s %.250s", path, sentence);
    return false;
}

static void directory_of(const char *path, char directory[static PATH_MAX])
{
    const char *slash = strrchr(path, '/');
    if (!slash) {
        memcpy(directory, ".", sizeof ".");
        return;
    }
    size_t size = slash == path ? 1 : (size_t)(slash - path);
    size = size < PATH_MAX ? size : PATH_MAX - 1;
    memcpy(directory, path, size);
    directory[size] = '\0';
}

/* The size of the file of that name with a suffix; -1 when there is none. */
static off_t size_beside(const char *path, const char *suffix)
{
    char beside[PATH_MAX + sizeof "-journal"];
    struct stat found;
    snprintf(beside, sizeof beside, "%s%s", path, suffix);
    return stat(beside, &found) == 0 ? found.st_size : -1;
}

static int64_t big_endian(const unsigned char *bytes)
{
    return (int64_t)bytes[0] << 24 | (int64_t)bytes[1] << 16 | (int64_t)bytes[2] << 8 | (int64_t)bytes[3];
}

/* The first bytes of the file of that name with a suffix; how many there were, -1 when it cannot be read. */
static ssize_t read_beside(const char *path, const char *suffix, unsigned char *bytes, size_t size)
{
    char beside[PATH_MAX + sizeof "-journal"];
    snprintf(beside, sizeof beside, "%s%s", path, suffix);
    const int descriptor = open(beside, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return -1;
    const ssize_t got = read(descriptor, bytes, size);
    close(descriptor);
    return got;
}

/* Whether a writer was killed within a transaction, or is in the middle of one, that SQLite undoes when it
 * may write: a rollback journal lies there, of a file that is ours or was empty before. */
static bool is_unfinished(const char *path, off_t size)
{
    static const unsigned char magic[] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
    unsigned char journal[JOURNAL_HEADER_SIZE];
    unsigned char header[HEADER_SIZE] = {0};
    if (size == 0)
        return size_beside(path, "-journal") > 0;
    /* The magic number is written last of all, before the first page of the file itself. */
    if (read_beside(path, "-journal", journal, sizeof journal) != sizeof journal ||
        memcmp(journal, magic, sizeof magic) != 0 || read_beside(path, "", header, sizeof header) < 0)
        return false;
    const bool was_empty = big_endian(journal + JOURNAL_PAGES_BEFORE) == 0;
    return (was_empty && header[0] == 0) || big_endian(header + HEADER_APPLICATION) == STORE_APPLICATION_ID;
}

bool store_file_is_ours(const char *path, enum store_mode mode, int64_t application, int64_t version,
                        char reason[static STORE_REASON_SIZE])
{
    if (application != STORE_APPLICATION_ID)
        return refuse(reason, "is the database of another program, not a navicert store: name another file",
                      path);
    char text[200];
    if (version > (int64_t)migration_count) {
        snprintf(text, sizeof text,
                 "was written by a newer navicert (schema %lld, this program knows %zu): run that version or "
                 "restore a copy made before it",
                 (long long)version, migration_count);
        return refuse(reason, text, path);
    }
    if (mode == STORE_WRITE || version == (int64_t)migration_count)
        return true;
    snprintf(text, sizeof text,
             "was written by an older navicert (schema %lld, this program reads %zu): open it once for "
             "writing, as 'navicert import' does",
             (long long)version, migration_count);
    return refuse(reason, text, path);
}

static bool look_at_header(const char *path, enum store_mode mode, struct store_file *file,
                           char reason[static STORE_REASON_SIZE])
{
    unsigned char header[HEADER_SIZE] = {0};
    const ssize_t size = read_beside(path, "", header, sizeof header);
    if (size < 0)
        return refuse(reason,
                      errno == EIO ? "cannot be read: the device reports an error"
                                   : "cannot be read: check its permissions",
                      path);
    if (size < HEADER_SIZE || memcmp(header, "SQLite format 3", 16) != 0)
        return refuse(reason, "is not an SQLite database: name another file", path);
    file->is_wal = header[HEADER_WRITE_VERSION] == 2;
    /* What lies in a log beside it may be newer than the header: then SQLite is asked. */
    return file->has_log || store_file_is_ours(path, mode, big_endian(header + HEADER_APPLICATION),
                                               big_endian(header + HEADER_USER_VERSION), reason);
}

static bool look_at_directory(const char *path, const struct store_file *file, enum store_mode mode,
                              char reason[static STORE_REASON_SIZE])
{
    char directory[PATH_MAX];
    struct stat found;
    directory_of(path, directory);
    if (stat(directory, &found) != 0 || !S_ISDIR(found.st_mode))
        return refuse(reason, "cannot be opened: there is no such directory, make it first", path);
    if (mode == STORE_READ)
        return file->exists || refuse(reason, "does not exist: 'navicert import --bundled' makes it", path);
    if (!file->is_writable)
        return refuse(reason,
                      "cannot be written: give this user write permission to the file and its directory, or "
                      "mount it writable",
                      path);
    return true;
}

bool store_file_look(const char *path, enum store_mode mode, struct store_file *file,
                     char reason[static STORE_REASON_SIZE])
{
    char directory[PATH_MAX];
    struct stat found;
    *file = (struct store_file){0};
    if (strlen(path) > PATH_MAX - 16)
        return refuse(reason, "is too long for a path", path);
    file->exists = stat(path, &found) == 0;
    if (!file->exists && errno != ENOENT && errno != ENOTDIR)
        return refuse(reason, "cannot be reached: check the permissions of its directories", path);
    directory_of(path, directory);
    file->is_writable = access(directory, W_OK | X_OK) == 0 && (!file->exists || access(path, W_OK) == 0);
    if (file->exists && !S_ISREG(found.st_mode))
        return refuse(reason, "is not a file: name a file in that place", path);
    file->has_log = size_beside(path, "-wal") > 0 || size_beside(path, "-journal") > 0;
    file->is_shared = size_beside(path, "-wal") >= 0;
    file->empty = file->exists && found.st_size == 0 && !file->has_log;
    file->is_unfinished = file->exists && is_unfinished(path, found.st_size);
    if (!look_at_directory(path, file, mode, reason))
        return false;
    if (file->is_unfinished)
        return mode == STORE_WRITE ||
               refuse(
                   reason,
                   "was left in the middle of a write: open it once for writing, as 'navicert import' does",
                   path);
    if (file->empty)
        return mode == STORE_WRITE || refuse(reason, "is empty: 'navicert import --bundled' fills it", path);
    return !file->exists || look_at_header(path, mode, file, reason);
}

void store_file_remove(const char *path)
{
    static const char *const suffixes[] = {"-wal", "-shm", "-journal", ""};
    char beside[PATH_MAX + sizeof "-journal"];
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
        const int size = snprintf(beside, sizeof beside, "%s%s", path, suffixes[i]);
        if (size > 0 && (size_t)size < sizeof beside)
            unlink(beside);
    }
}

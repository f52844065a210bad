/* The order in which a database is replaced: a copy beside it is made whole and verified; the one that stands
 * there takes in its own log, through SQLite and so under its locks, and gets a second name; the copy is
 * renamed over it. Killed at any moment, either the old or the new stands there, each without a log that
 * belongs to the other. */
#include "db/restore.h"

#include "db/catalogue.h"
#include "db/place.h"
#include "db/sqlite.h"
#include "db/store_file.h"
#include "db/verify.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define KEPT_SUFFIX ".before-restore"
/* SQLite's file locking: whoever has a database with a write-ahead log open holds one of these bytes. */
#define SHARED_FIRST 0x40000002
#define SHARED_SIZE 510

struct restoring {
    const char *backup;
    const char *path;
    char copy[PATH_MAX];
    char kept[PATH_MAX];
    bool replaces; /* a database stands there */
    int lock;      /* on it; -1: none */
};

static const char *const beside[] = {"-wal", "-shm", "-journal"};
#define BESIDE (sizeof beside / sizeof beside[0])

static void name_beside(const char *path, const char *suffix, char name[static PATH_MAX])
{
    snprintf(name, PATH_MAX, "%.*s%s", PATH_MAX - 32, path, suffix);
}

static void remove_beside(const char *path)
{
    char name[PATH_MAX];
    for (size_t i = 0; i < BESIDE; i++) {
        name_beside(path, beside[i], name);
        unlink(name);
    }
}

/* In the words of the system. */
static bool refuse_by_system(char reason[static STORE_REASON_SIZE], const char *path, const char *what)
{
    char sentence[200];
    snprintf(sentence, sizeof sentence, "cannot be %s: %s", what, strerror(errno));
    return place_refuse(reason, path, sentence);
}

/* A log beside the file would hold what the file lacks: `navicert backup` leaves none. */
static bool has_something_beside(const char *path)
{
    struct stat found;
    char name[PATH_MAX];
    for (size_t i = 0; i < BESIDE; i++) {
        name_beside(path, beside[i], name);
        if (stat(name, &found) == 0 && found.st_size > 0)
            return true;
    }
    return false;
}

static bool check_backup(const char *backup, char reason[static STORE_REASON_SIZE])
{
    struct stat found;
    if (stat(backup, &found) != 0)
        return errno == ENOENT ? place_refuse(reason, backup, "does not exist")
                               : refuse_by_system(reason, backup, "read");
    if (!S_ISREG(found.st_mode))
        return place_refuse(reason, backup, "is not a file");
    if (has_something_beside(backup))
        return place_refuse(
            reason, backup,
            "has a log beside it, so it is no finished backup: make one with 'navicert backup'");
    return true;
}

static bool copy_bytes(int from, int to)
{
    char bytes[65536];
    for (;;) {
        const ssize_t size = read(from, bytes, sizeof bytes);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return size == 0;
        for (ssize_t done = 0; done < size;) {
            const ssize_t written = write(to, bytes + done, (size_t)(size - done));
            if (written < 0 && errno != EINTR)
                return false;
            done += written > 0 ? written : 0;
        }
    }
}

static bool make_copy(struct restoring *restoring, char reason[static STORE_REASON_SIZE])
{
    name_beside(restoring->path, ".XXXXXX", restoring->copy);
    const int from = open(restoring->backup, O_RDONLY | O_CLOEXEC);
    const int to = from >= 0 ? mkstemp(restoring->copy) : -1;
    const bool done = to >= 0 && copy_bytes(from, to);
    if (!done)
        refuse_by_system(reason, from < 0 ? restoring->backup : restoring->path,
                         from < 0 ? "read" : "written");
    if (to < 0)
        restoring->copy[0] = '\0';
    else
        close(to);
    if (from >= 0)
        close(from);
    return done;
}

/* What is wrong with the copy is told of the backup, without the mend: to restore a backup. */
static bool blame_backup(const struct restoring *restoring, const char *what,
                         char reason[static STORE_REASON_SIZE])
{
    const size_t size = strlen(restoring->copy);
    const char *rest = strncmp(what, restoring->copy, size) == 0 ? what + size + 1 : what;
    char copy[STORE_REASON_SIZE];
    snprintf(copy, sizeof copy, "%s", rest);
    char *mend = strstr(copy, ": restore it from a backup");
    if (mend)
        snprintf(mend, sizeof copy - (size_t)(mend - copy), ": take another backup");
    snprintf(reason, STORE_REASON_SIZE, "%.250s cannot be restored: it %.220s", restoring->backup, copy);
    return false;
}

static bool verify_copy(const struct restoring *restoring, struct restored *restored,
                        char reason[static STORE_REASON_SIZE])
{
    struct store *store = NULL;
    struct verification verification;
    int64_t counts[KIND_COUNT] = {0};
    char fault[STORE_REASON_SIZE];
    if (!store_open(restoring->copy, STORE_WRITE, &store, fault))
        return blame_backup(restoring, fault, reason);
    const bool carried_out = store_verify(store, &verification);
    restored->data_version = store_head(store);
    bool sound = carried_out && verification.sound && restored->data_version > 0 &&
                 catalogue_count(store, restored->data_version, counts);
    store_close(store);
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        restored->documents += counts[kind];
    if (sound && has_something_beside(restoring->copy))
        return place_refuse(reason, restoring->copy, "could not take its log in, perhaps for want of space");
    if (sound)
        return true;
    if (carried_out && !verification.sound)
        snprintf(fault, sizeof fault, "is damaged: %.400s", verification.fault);
    else
        snprintf(fault, sizeof fault, "%s",
                 restored->data_version == 0 ? "holds no data" : "could not be verified");
    return blame_backup(restoring, fault, reason);
}

/* As the file that it replaces, where there is one. */
static bool finish_copy(const struct restoring *restoring, char reason[static STORE_REASON_SIZE])
{
    struct stat old;
    const int fd = open(restoring->copy, O_RDWR | O_CLOEXEC);
    bool done = fd >= 0;
    if (done && restoring->replaces && stat(restoring->path, &old) == 0) {
        const bool owned = fchown(fd, old.st_uid, old.st_gid) == 0;
        done = (owned || errno == EPERM) && fchmod(fd, old.st_mode & 07777) == 0;
    }
    done = done && fsync(fd) == 0;
    if (!done)
        refuse_by_system(reason, restoring->path, "written");
    if (fd >= 0)
        close(fd);
    return done;
}

/* Where SQLite can still read it, it takes in its log, which it refuses while anybody else has it open. */
static bool settle_old(const struct restoring *restoring, char reason[static STORE_REASON_SIZE])
{
    sqlite3 *old = NULL;
    int code = sqlite3_open_v2(restoring->path, &old, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_exec(old, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    sqlite3_close(old);
    if ((code & 0xff) != SQLITE_BUSY && (code & 0xff) != SQLITE_LOCKED)
        return true; /* one that is damaged is replaced as it is */
    return place_refuse(reason, restoring->path, "is in use: stop the server first");
}

/* Also of one that SQLite cannot read. */
static bool lock_old(struct restoring *restoring, char reason[static STORE_REASON_SIZE])
{
    struct flock all = {
        .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = SHARED_FIRST, .l_len = SHARED_SIZE};
    restoring->lock = open(restoring->path, O_RDWR | O_CLOEXEC);
    if (restoring->lock < 0)
        return refuse_by_system(reason, restoring->path, "written");
    if (fcntl(restoring->lock, F_OFD_SETLK, &all) == 0)
        return true;
    return place_refuse(reason, restoring->path, "is in use: stop the server first");
}

/* The log that a damaged one could not take in goes with it. */
static bool keep_old(const struct restoring *restoring, char reason[static STORE_REASON_SIZE])
{
    char from[PATH_MAX], to[PATH_MAX];
    if (link(restoring->path, restoring->kept) != 0)
        return errno == EEXIST ? place_refuse(reason, restoring->kept,
                                              "exists already, of an earlier restore: move it away")
                               : refuse_by_system(reason, restoring->kept, "written");
    for (size_t i = 0; i < BESIDE; i++) {
        name_beside(restoring->path, beside[i], from);
        name_beside(restoring->kept, beside[i], to);
        if (rename(from, to) != 0 && errno != ENOENT)
            return refuse_by_system(reason, from, "written");
    }
    return place_sync_directory(restoring->path) || refuse_by_system(reason, restoring->path, "written");
}

static bool put_in_place(struct restoring *restoring, char reason[static STORE_REASON_SIZE])
{
    if (restoring->replaces &&
        (!settle_old(restoring, reason) || !lock_old(restoring, reason) || !keep_old(restoring, reason)))
        return false;
    if (!restoring->replaces)
        remove_beside(restoring->path); /* of a database that is gone */
    const unsigned how = restoring->replaces ? 0 : RENAME_NOREPLACE;
    if (renameat2(AT_FDCWD, restoring->copy, AT_FDCWD, restoring->path, how) != 0)
        return refuse_by_system(reason, restoring->path, "written");
    restoring->copy[0] = '\0';
    return place_sync_directory(restoring->path) ||
           place_refuse(reason, restoring->path, "was restored, but its directory could not be synchronised");
}

bool store_restore(const char *backup, const char *path, bool overwrite, struct restored *restored,
                   char reason[static STORE_REASON_SIZE])
{
    struct stat found;
    struct restoring restoring = {.backup = backup, .path = path, .lock = -1};
    *restored = (struct restored){0};
    restoring.replaces = lstat(path, &found) == 0;
    name_beside(path, KEPT_SUFFIX, restoring.kept);
    if (restoring.replaces && !S_ISREG(found.st_mode))
        return place_refuse(reason, path, "is not a file: name a file in that place");
    if (restoring.replaces && !overwrite)
        return place_refuse(
            reason, path,
            "exists already: with --overwrite it is replaced, and kept beside with the ending " KEPT_SUFFIX);
    const bool done = check_backup(backup, reason) && make_copy(&restoring, reason) &&
                      verify_copy(&restoring, restored, reason) && finish_copy(&restoring, reason) &&
                      put_in_place(&restoring, reason);
    if (done && restoring.replaces)
        snprintf(restored->kept, sizeof restored->kept, "%s", restoring.kept);
    if (restoring.copy[0]) {
        unlink(restoring.copy);
        remove_beside(restoring.copy);
    }
    if (restoring.lock >= 0)
        close(restoring.lock);
    return done;
}

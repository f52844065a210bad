#include "db/backup.h"

#include "db/place.h"
#include "db/sqlite.h"
#include "db/store_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A writer may hold the source for a moment; so often, so long apart. */
#define BUSY_RETRIES 100
#define BUSY_WAIT_MS 50

static int copy_pages(sqlite3 *from, sqlite3 *to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup)
        return sqlite3_errcode(to);
    int code = SQLITE_BUSY;
    for (int i = 0; i < BUSY_RETRIES && (code == SQLITE_BUSY || code == SQLITE_LOCKED); i++) {
        code = sqlite3_backup_step(backup, -1);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            sqlite3_sleep(BUSY_WAIT_MS);
    }
    const int finished = sqlite3_backup_finish(backup);
    return code == SQLITE_DONE ? finished : code;
}

static bool write_copy(struct store *store, const char *path, char reason[static STORE_REASON_SIZE])
{
    static const enum rights rights = RIGHTS_OPENING;
    sqlite3 *copy = NULL;
    char *uri = sqlite_uri(path, false);
    int code =
        uri ? sqlite3_open_v2(uri, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL)
            : SQLITE_NOMEM;
    free(uri);
    if (code == SQLITE_OK && !harden_connection(copy, &rights))
        code = SQLITE_ERROR;
    if (code == SQLITE_OK)
        code = copy_pages(store->db, copy);
    /* A copy without a write-ahead log is one file, and is read from a read-only mount. */
    if (code == SQLITE_OK)
        code = sqlite3_exec(copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    if (code != SQLITE_OK)
        sqlite_explain(code, copy ? sqlite3_errmsg(copy) : "memory is short", path, reason);
    sqlite3_close(copy);
    return code == SQLITE_OK;
}

/* Gives the finished copy its name, unless somebody took it meanwhile. */
static bool put_in_place(const char *temporary, const char *path, char reason[static STORE_REASON_SIZE])
{
    if (renameat2(AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) != 0)
        return place_refuse(reason, path,
                            errno == EEXIST ? "exists already: name another file" : strerror(errno));
    return place_sync_directory(path) ||
           place_refuse(reason, path, "was written, but its directory could not be synchronised");
}

bool store_backup(struct store *store, const char *path, char reason[static STORE_REASON_SIZE])
{
    struct stat found;
    char *temporary = NULL;
    if (lstat(path, &found) == 0)
        return place_refuse(reason, path, "exists already: name another file");
    if (asprintf(&temporary, "%s.XXXXXX", path) < 0)
        return place_refuse(reason, path, "cannot be written: memory is short");
    const int descriptor = mkstemp(temporary);
    bool done =
        descriptor >= 0 ||
        place_refuse(reason, path,
                     "cannot be written: make its directory, and give this user permission to write there");
    if (descriptor >= 0) {
        close(descriptor);
        done = write_copy(store, temporary, reason) && put_in_place(temporary, path, reason);
        if (!done)
            store_file_remove(temporary); /* a full disk may keep SQLite from taking its journal away */
    }
    free(temporary);
    return done;
}

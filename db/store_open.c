/* Opening a store: look first, check the pages, set the connection up, bring the schema up to date. */

#include "db/sqlite.h"
#include "db/store_file.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 5000

bool sqlite_explain(int code, const char *detail, const char *path, char reason[static STORE_REASON_SIZE])
{
    const char *sentence = NULL;
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        sentence = "is not an SQLite database: name another file";
        break;
    case SQLITE_CORRUPT:
        sentence = "is damaged: restore it from a backup";
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        sentence = "is in use by another writer: try again when it has finished";
        break;
    case SQLITE_FULL:
        sentence = "cannot be written, there is no space left: make room and try again";
        break;
    case SQLITE_READONLY:
        sentence = "cannot be written: give this user write permission to the file and its directory";
        break;
    default:
        break;
    }
    if (sentence)
        snprintf(reason, STORE_REASON_SIZE, "%.300s %s", path, sentence);
    else
        snprintf(reason, STORE_REASON_SIZE, "%.300s cannot be opened: %.150s", path, detail);
    return false;
}

static bool configure(struct store *store)
{
    sqlite3 *db = store->db;
    sqlite3_extended_result_codes(db, 0);
    sqlite3_busy_timeout(db, BUSY_TIMEOUT_MS);
    store->rights = RIGHTS_OPENING;
    return harden_connection(db, &store->rights) &&
           sqlite3_exec(db, "PRAGMA cell_size_check = ON", NULL, NULL, NULL) == SQLITE_OK;
}

char *sqlite_uri(const char *path, bool immutable)
{
    const size_t capacity = 3 * strlen(path) + 64;
    char *uri = malloc(capacity);
    if (!uri)
        return NULL;
    /* A relative path stays relative: "file:" without slashes. */
    size_t size = (size_t)snprintf(uri, capacity, "%s", path[0] == '/' ? "file://" : "file:");
    for (const char *at = path; *at; at++) {
        const bool plain = strchr("%?#", *at) == NULL;
        size += (size_t)snprintf(uri + size, capacity - size, plain ? "%c" : "%%%02X", (unsigned char)*at);
    }
    snprintf(uri + size, capacity - size, "%s", immutable ? "?immutable=1" : "");
    return uri;
}

static bool connect_file(struct store *store, int flags, bool immutable,
                         char reason[static STORE_REASON_SIZE])
{
    const bool memory = strcmp(store->path, ":memory:") == 0;
    char *uri = memory ? strdup(store->path) : sqlite_uri(store->path, immutable);
    if (!uri)
        return sqlite_explain(SQLITE_NOMEM, "memory is short", store->path, reason);
    const int code =
        sqlite3_open_v2(uri, &store->db, flags | SQLITE_OPEN_NOMUTEX | (memory ? 0 : SQLITE_OPEN_URI), NULL);
    free(uri);
    if (code == SQLITE_OK && configure(store))
        return true;
    return sqlite_explain(code, store->db ? sqlite3_errmsg(store->db) : "memory is short", store->path,
                          reason);
}

/* Runs a query for one value, as text; false on failure, with the code of it. */
static bool ask(struct store *store, const char *sql, char *answer, size_t size, int *code)
{
    sqlite3_stmt *statement = NULL;
    *code = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
    if (*code == SQLITE_OK)
        *code = sqlite3_step(statement);
    if (*code == SQLITE_ROW)
        snprintf(answer, size, "%s", sqlite_text(statement, 0));
    sqlite3_finalize(statement);
    return *code == SQLITE_ROW;
}

/* Files of more pages are not read through whenever they are opened, which would take seconds: 'navicert
 * verify' does. */
#define CHECKED_PAGES_MAX 32768

/* Ours, of a schema we know, and unless that is known every page as it should be. */
static bool check_content(struct store *store, enum store_mode mode, bool checked,
                          char reason[static STORE_REASON_SIZE])
{
    char application[32], version[32], pages[128];
    int code;
    if (!ask(store, "PRAGMA application_id", application, sizeof application, &code) ||
        !ask(store, "PRAGMA user_version", version, sizeof version, &code))
        return sqlite_explain(code, sqlite3_errmsg(store->db), store->path, reason);
    if (!store_file_is_ours(store->path, mode, strtoll(application, NULL, 10), strtoll(version, NULL, 10),
                            reason))
        return false;
    if (!ask(store, "PRAGMA page_count", pages, sizeof pages, &code))
        return sqlite_explain(code, sqlite3_errmsg(store->db), store->path, reason);
    if (checked || strtoll(pages, NULL, 10) > CHECKED_PAGES_MAX)
        return true;
    if (!ask(store, "PRAGMA quick_check(1)", pages, sizeof pages, &code))
        return sqlite_explain(code, sqlite3_errmsg(store->db), store->path, reason);
    return strcmp(pages, "ok") == 0 || sqlite_explain(SQLITE_CORRUPT, pages, store->path, reason);
}

static void disconnect(struct store *store)
{
    sqlite3_close(store->db);
    store->db = NULL;
}

/* Checked through a connection that can leave no trace: where nobody else has the file open, nothing is
 * locked and nothing created. */
static bool check_untouched(struct store *store, const struct store_file *file, bool checked,
                            char reason[static STORE_REASON_SIZE])
{
    const bool immutable = !file->has_log && !(file->is_shared && file->is_writable);
    const bool sound = connect_file(store, SQLITE_OPEN_READONLY, immutable, reason) &&
                       check_content(store, store->mode, checked, reason);
    disconnect(store);
    if (!sound && file->has_log && !file->is_writable && strstr(reason, "cannot be opened"))
        snprintf(reason, STORE_REASON_SIZE,
                 "%.250s has a write-ahead log beside it that cannot be taken in on a read-only mount: mount "
                 "it writable once, "
                 "or serve a copy made by 'navicert backup'",
                 store->path);
    return sound;
}

/* Undoes what a killed writer began, or waits for one that lives. */
static bool undo_unfinished(struct store *store, char reason[static STORE_REASON_SIZE])
{
    bool done = connect_file(store, SQLITE_OPEN_READWRITE, false, reason);
    const int code =
        done ? sqlite3_exec(store->db, "BEGIN IMMEDIATE; ROLLBACK", NULL, NULL, NULL) : SQLITE_OK;
    if (code != SQLITE_OK)
        done = sqlite_explain(code, sqlite3_errmsg(store->db), store->path, reason);
    disconnect(store);
    return done;
}

static bool open_reading(struct store *store, char reason[static STORE_REASON_SIZE])
{
    int code;
    char schema[32];
    if (!connect_file(store, SQLITE_OPEN_READONLY, store->immutable, reason))
        return false;
    if (sqlite3_exec(store->db, "PRAGMA query_only = ON", NULL, NULL, NULL) == SQLITE_OK &&
        ask(store, "PRAGMA schema_version", schema, sizeof schema, &code))
        return true;
    return sqlite_explain(sqlite3_errcode(store->db), sqlite3_errmsg(store->db), store->path, reason);
}

static bool open_writing(struct store *store, int flags, char reason[static STORE_REASON_SIZE])
{
    if (!connect_file(store, SQLITE_OPEN_READWRITE | flags, false, reason))
        return false;
    /* SQLite opens what cannot be written for reading instead. */
    if (sqlite3_db_readonly(store->db, "main"))
        return sqlite_explain(SQLITE_READONLY, "", store->path, reason);
    int code = sqlite3_exec(store->db, "PRAGMA synchronous = FULL", NULL, NULL, NULL);
    /* The first pages are written before the write-ahead log begins, so that the header of the file itself
     * says whose it is. */
    if (code != SQLITE_OK || !schema_migrate(store, reason))
        return code == SQLITE_OK ? false
                                 : sqlite_explain(code, sqlite3_errmsg(store->db), store->path, reason);
    code = sqlite3_exec(store->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
    if (code == SQLITE_OK || sqlite_is_full(store))
        return code == SQLITE_OK || sqlite_explain(SQLITE_FULL, "", store->path, reason);
    return sqlite_explain(code, sqlite3_errmsg(store->db), store->path, reason);
}

/* A file that this call created and could not fill is taken away again. */
static void remove_if_empty(const char *path)
{
    struct stat found;
    if (stat(path, &found) == 0 && found.st_size == 0)
        unlink(path);
}

static struct store *make_store(const char *path, enum store_mode mode, char reason[static STORE_REASON_SIZE])
{
    struct store *store = calloc(1, sizeof *store);
    if (store && sodium_init() >= 0 && (store->path = strdup(path))) {
        store->mode = mode;
        return store;
    }
    store_close(store);
    sqlite_explain(SQLITE_NOMEM, "memory is short", path, reason);
    return NULL;
}

/* Who waited for its lock may have got that of a file which `navicert restore` had replaced meanwhile: what
 * is written there would be lost, and its log taken for that of the new one. From here on the lock is held.
 */
static bool check_place(const struct store *store, char reason[static STORE_REASON_SIZE])
{
    int moved = 0;
    if (store->immutable ||
        sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
        return true;
    snprintf(reason, STORE_REASON_SIZE, "%.300s was replaced while it was opened: try again", store->path);
    return false;
}

/* A whole one to the caller, a failed one to nobody. */
static bool hand_over(struct store *opened, bool done, struct store **store,
                      char reason[static STORE_REASON_SIZE])
{
    if (!done || !check_place(opened, reason)) {
        store_close(opened);
        return false;
    }
    opened->rights = opened->mode == STORE_READ ? RIGHTS_READ : RIGHTS_WRITE;
    store_changed(opened);
    *store = opened;
    return true;
}

static bool open_file(const char *path, enum store_mode mode, bool checked, struct store **store,
                      char reason[static STORE_REASON_SIZE])
{
    struct store_file file = {0};
    const bool memory = strcmp(path, ":memory:") == 0;
    struct store *opened = make_store(path, mode, reason);
    if (!opened)
        return false;
    bool done = memory || store_file_look(path, mode, &file, reason);
    if (done && file.is_unfinished)
        done = undo_unfinished(opened, reason) && store_file_look(path, mode, &file, reason);
    if (done && file.exists && !file.empty)
        done = check_untouched(opened, &file, checked, reason);
    /* A shared-memory file cannot be made beside a file on a read-only mount; nobody else can write there
     * either. */
    opened->immutable = file.is_wal && !file.has_log && !file.is_writable;
    if (done)
        done = mode == STORE_READ ? open_reading(opened, reason)
                                  : open_writing(opened, SQLITE_OPEN_CREATE, reason);
    opened->created = !memory && !file.exists;
    if (hand_over(opened, done, store, reason))
        return true;
    if (!memory && !file.exists && mode == STORE_WRITE)
        remove_if_empty(path);
    return false;
}

bool store_open(const char *path, enum store_mode mode, struct store **store,
                char reason[static STORE_REASON_SIZE])
{
    return open_file(path, mode, false, store, reason);
}

bool store_open_checked(const char *path, enum store_mode mode, struct store **store,
                        char reason[static STORE_REASON_SIZE])
{
    return open_file(path, mode, true, store, reason);
}

void store_close_unused(struct store *store)
{
    const bool unused = store && store->created && store_head(store) == 0;
    char *path = unused ? strdup(store->path) : NULL;
    store_close(store);
    if (!path)
        return;
    store_file_remove(path);
    free(path);
}

bool store_open_beside(const struct store *open, enum store_mode mode, struct store **store,
                       char reason[static STORE_REASON_SIZE])
{
    struct store *opened = make_store(open->path, mode, reason);
    if (!opened)
        return false;
    opened->immutable = open->immutable;
    bool done;
    if (mode == STORE_READ)
        done = open_reading(opened, reason);
    else if (open->immutable)
        done = sqlite_explain(SQLITE_READONLY, "", open->path, reason);
    else
        done = open_writing(opened, 0, reason);
    return hand_over(opened, done, store, reason);
}

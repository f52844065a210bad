#include "tests/db/fixture.h"

#include "db/bundle.h"
#include "db/migrations.h"
#include "db/sqlite.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <ftw.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture fixture_begin(void)
{
    struct fixture fixture = {.directory = "/tmp/navicert-test-XXXXXX"};
    cr_assert_not_null(mkdtemp(fixture.directory));
    snprintf(fixture.path, sizeof fixture.path, "%s/store.db", fixture.directory);
    return fixture;
}

static int remove_one(const char *path, const struct stat *stat_buffer, int type, struct FTW *ftw)
{
    (void)stat_buffer, (void)type, (void)ftw;
    return remove(path);
}

void fixture_end(const struct fixture *fixture)
{
    nftw(fixture->directory, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

struct store *fixture_open(const struct fixture *fixture, enum store_mode mode)
{
    char reason[STORE_REASON_SIZE] = "";
    struct store *store = NULL;
    cr_assert(store_open(fixture->path, mode, &store, reason), "%s", reason);
    return store;
}

static int64_t record(struct store *store, struct change change)
{
    int64_t head = -1;
    const struct change_set set = {.actor = "test", .note = "a test", .changes = &change, .count = 1};
    const enum record_outcome outcome = record_change_set(store, -1, &set, &head);
    cr_assert(outcome == RECORD_DONE || outcome == RECORD_NOTHING);
    return head;
}

int64_t fixture_put(struct store *store, enum kind kind, const char *json)
{
    char *text = strdup(json);
    for (char *at = text; *at; at++)
        *at = *at == '\'' ? '"' : *at;
    json_error_t error;
    json_t *document = json_loads(text, 0, &error);
    cr_assert_not_null(document, "%s in %s", error.text, text);
    const char *id = json_string_value(json_object_get(document, kinds[kind].id_key));
    const int64_t head = record(store, (struct change){CHANGE_PUT, kind, id, document});
    json_decref(document);
    free(text);
    return head;
}

int64_t fixture_delete(struct store *store, enum kind kind, const char *id)
{
    return record(store, (struct change){CHANGE_DELETE, kind, id, NULL});
}

static size_t add_list(struct change *changes, enum kind kind, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *document = json_array_get(list, i);
        changes[i] = (struct change){
            CHANGE_PUT, kind, json_string_value(json_object_get(document, kinds[kind].id_key)), document};
    }
    return json_array_size(list);
}

void fixture_fill(struct store *store)
{
    json_t *files[16];
    struct change *changes = calloc(5000, sizeof *changes);
    size_t count = 0;
    for (size_t i = 0; i < bundled_sets[0].file_count; i++) {
        const struct bundled_file *file = &bundled_sets[0].files[i];
        files[i] = json_loadb(file->text, file->size, 0, NULL);
        for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
            if (json_is_object(files[i]))
                count +=
                    add_list(changes + count, (enum kind)kind, json_object_get(files[i], kinds[kind].plural));
            else if (strncmp(file->name, kinds[kind].plural, strlen(kinds[kind].plural)) == 0)
                count += add_list(changes + count, (enum kind)kind, files[i]);
        }
    }
    int64_t head;
    const struct change_set set = {.recorded_at = "2026-10-12T00:00:00Z",
                                   .actor = "test",
                                   .note = "all",
                                   .changes = changes,
                                   .count = count};
    cr_assert_eq(record_change_set(store, -1, &set, &head), RECORD_DONE);
    for (size_t i = 0; i < bundled_sets[0].file_count; i++)
        json_decref(files[i]);
    free(changes);
}

static void run(sqlite3 *db, const char *sql)
{
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
}

void fixture_make_older(const struct fixture *fixture, size_t schema)
{
    char path[128], sql[512];
    sqlite3 *db;
    snprintf(path, sizeof path, "%s/older.db", fixture->directory);
    cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
    for (size_t i = 0; i < schema; i++)
        run(db, migrations[i].sql);
    snprintf(sql, sizeof sql,
             "ATTACH '%s' AS newer; INSERT INTO main.revision SELECT * FROM newer.revision ORDER BY seq; "
             "DETACH newer; PRAGMA application_id = %d; PRAGMA user_version = %zu",
             fixture->path, STORE_APPLICATION_ID, schema);
    run(db, sql);
    sqlite3_close(db);
    cr_assert_eq(rename(path, fixture->path), 0);
}

char *fixture_read(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    *size = 0;
    if (!file)
        return NULL;
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*size + 1);
    cr_assert_eq(fread(bytes, 1, *size, file), *size);
    fclose(file);
    return bytes;
}

void fixture_write(const char *path, long offset, const void *bytes, size_t size)
{
    FILE *file = fopen(path, offset < 0 ? "wb" : "r+b");
    cr_assert_not_null(file, "%s", path);
    if (offset > 0)
        fseek(file, offset, SEEK_SET);
    cr_assert_eq(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

const char *fixture_list(const char *directory)
{
    static char names[4096];
    struct dirent **entries;
    const int count = scandir(directory, &entries, NULL, alphasort);
    *names = '\0';
    for (int i = 0; i < count; i++) {
        if (entries[i]->d_name[0] != '.')
            strcat(strcat(names, entries[i]->d_name), "\n");
        free(entries[i]);
    }
    free(entries);
    return names;
}

bool fixture_collect(const struct document *document, void *context)
{
    struct fixture_ids *ids = context;
    const size_t size = strlen(ids->text);
    snprintf(ids->text + size, sizeof ids->text - size, "%s%s", size ? "," : "", document->id);
    ids->count++;
    return true;
}

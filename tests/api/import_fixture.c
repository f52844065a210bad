#include "tests/api/import_fixture.h"

#include "api/version.h"
#include "db/catalogue.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct delivery delivery_open(void)
{
    struct delivery delivery = {.directory = "/tmp/navicert-test-XXXXXX"};
    char reason[STORE_REASON_SIZE];
    cr_assert_not_null(mkdtemp(delivery.directory));
    snprintf(delivery.path, sizeof delivery.path, "%s/store.db", delivery.directory);
    cr_assert(store_open(delivery.path, STORE_WRITE, &delivery.store, reason), "%s", reason);
    return delivery;
}

static int remove_one(const char *path, const struct stat *found, int type, struct FTW *ftw)
{
    (void)found, (void)type, (void)ftw;
    return remove(path);
}

void delivery_close(struct delivery *delivery)
{
    store_close(delivery->store);
    nftw(delivery->directory, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

void delivery_write(const struct delivery *delivery, const char *name, const char *text)
{
    char path[200];
    snprintf(path, sizeof path, "%s/in", delivery->directory);
    mkdir(path, 0777);
    snprintf(path, sizeof path, "%s/in/%s", delivery->directory, name);
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file);
    cr_assert_eq(fwrite(text, 1, strlen(text), file), strlen(text));
    fclose(file);
}

int delivery_catch_stderr(const struct delivery *delivery)
{
    char path[96];
    snprintf(path, sizeof path, "%s/stderr", delivery->directory);
    fflush(stderr);
    const int saved = dup(STDERR_FILENO);
    const int file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    dup2(file, STDERR_FILENO);
    close(file);
    return saved;
}

const char *delivery_release_stderr(const struct delivery *delivery, int saved)
{
    static char text[16384];
    char path[96];
    fflush(stderr);
    dup2(saved, STDERR_FILENO);
    close(saved);
    snprintf(path, sizeof path, "%s/stderr", delivery->directory);
    FILE *file = fopen(path, "rb");
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

const char *delivery_in(const struct delivery *delivery)
{
    static char path[96];
    snprintf(path, sizeof path, "%s/in", delivery->directory);
    return path;
}

bool delivery_import(const struct delivery *delivery, enum import_mode mode, struct import_report *report,
                     const char **said)
{
    const struct import_source source = {
        .directory = delivery_in(delivery), .actor = "tester", .note = "a test", .mode = mode};
    const int saved = delivery_catch_stderr(delivery);
    const bool done = import_directory(delivery->store, &source, report);
    *said = delivery_release_stderr(delivery, saved);
    return done;
}

static void record(const struct delivery *delivery, const struct change *change, const char *actor)
{
    int64_t head;
    const bool is_bundle = strcmp(actor, bundled_sets[0].actor) == 0;
    const struct change_set set = {
        .actor = actor, .note = is_bundle ? bundled_sets[0].note : "an edit", .changes = change, .count = 1};
    cr_assert_eq(record_change_set(delivery->store, -1, &set, &head), RECORD_DONE);
}

void delivery_put(const struct delivery *delivery, enum kind kind, const char *json, const char *actor)
{
    char *text = strdup(json);
    json_error_t error;
    for (char *at = text; *at; at++)
        *at = *at == '\'' ? '"' : *at;
    json_t *document = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    cr_assert(document, "%s in %s", error.text, text);
    const char *id = json_string_value(json_object_get(document, kinds[kind].id_key));
    record(delivery, &(struct change){CHANGE_PUT, kind, id, document}, actor);
    json_decref(document);
    free(text);
}

void delivery_delete(const struct delivery *delivery, enum kind kind, const char *id, const char *actor)
{
    record(delivery, &(struct change){CHANGE_DELETE, kind, id, NULL}, actor);
}

const char *delivery_member(const struct delivery *delivery, enum kind kind, const char *id,
                            const char *member)
{
    static char text[512];
    struct version version;
    cr_assert(version_load(delivery->store, kind, id, store_head(delivery->store), &version));
    json_t *document = version.body ? json_loads(version.body, 0, NULL) : NULL;
    const char *value = json_string_value(json_object_get(document, member));
    snprintf(text, sizeof text, "%s", value ? value : "");
    json_decref(document);
    version_done(&version);
    return text;
}

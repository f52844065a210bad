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

struct intake intake_open(void)
{
    struct intake intake = {.directory = "/tmp/navicert-test-XXXXXX"};
    char reason[STORE_REASON_SIZE];
    cr_assert_not_null(mkdtemp(intake.directory));
    snprintf(intake.path, sizeof intake.path, "%s/store.db", intake.directory);
    cr_assert(store_open(intake.path, STORE_WRITE, &intake.store, reason), "%s", reason);
    return intake;
}

static int remove_one(const char *path, const struct stat *found, int type, struct FTW *ftw)
{
    (void)found, (void)type, (void)ftw;
    return remove(path);
}

void intake_close(struct intake *intake)
{
    store_close(intake->store);
    nftw(intake->directory, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

void intake_write(const struct intake *intake, const char *name, const char *text)
{
    char path[200];
    snprintf(path, sizeof path, "%s/in", intake->directory);
    mkdir(path, 0777);
    snprintf(path, sizeof path, "%s/in/%s", intake->directory, name);
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file);
    cr_assert_eq(fwrite(text, 1, strlen(text), file), strlen(text));
    fclose(file);
}

int intake_catch_stderr(const struct intake *intake)
{
    char path[96];
    snprintf(path, sizeof path, "%s/stderr", intake->directory);
    fflush(stderr);
    const int saved = dup(STDERR_FILENO);
    const int file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    dup2(file, STDERR_FILENO);
    close(file);
    return saved;
}

const char *intake_release_stderr(const struct intake *intake, int saved)
{
    static char text[16384];
    char path[96];
    fflush(stderr);
    dup2(saved, STDERR_FILENO);
    close(saved);
    snprintf(path, sizeof path, "%s/stderr", intake->directory);
    FILE *file = fopen(path, "rb");
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

const char *intake_in(const struct intake *intake)
{
    static char path[96];
    snprintf(path, sizeof path, "%s/in", intake->directory);
    return path;
}

bool intake_import(const struct intake *intake, enum import_mode mode, struct import_report *report,
                   const char **said)
{
    const struct import_source source = {
        .directory = intake_in(intake), .actor = "tester", .note = "a test", .mode = mode};
    const int saved = intake_catch_stderr(intake);
    const bool done = import_directory(intake->store, &source, report);
    *said = intake_release_stderr(intake, saved);
    return done;
}

static void record(const struct intake *intake, const struct change *change, const char *actor)
{
    int64_t head;
    const bool is_bundle = strcmp(actor, bundled_sets[0].actor) == 0;
    const struct change_set set = {
        .actor = actor, .note = is_bundle ? bundled_sets[0].note : "an edit", .changes = change, .count = 1};
    cr_assert_eq(record_change_set(intake->store, -1, &set, &head), RECORD_DONE);
}

void intake_put(const struct intake *intake, enum kind kind, const char *json, const char *actor)
{
    char *text = strdup(json);
    json_error_t error;
    for (char *at = text; *at; at++)
        *at = *at == '\'' ? '"' : *at;
    json_t *document = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    cr_assert(document, "%s in %s", error.text, text);
    const char *id = json_string_value(json_object_get(document, kinds[kind].id_key));
    record(intake, &(struct change){CHANGE_PUT, kind, id, document}, actor);
    json_decref(document);
    free(text);
}

void intake_delete(const struct intake *intake, enum kind kind, const char *id, const char *actor)
{
    record(intake, &(struct change){CHANGE_DELETE, kind, id, NULL}, actor);
}

const char *intake_member(const struct intake *intake, enum kind kind, const char *id, const char *member)
{
    static char text[512];
    struct version version;
    cr_assert(version_load(intake->store, kind, id, store_head(intake->store), &version));
    json_t *document = version.body ? json_loads(version.body, 0, NULL) : NULL;
    const char *value = json_string_value(json_object_get(document, member));
    snprintf(text, sizeof text, "%s", value ? value : "");
    json_decref(document);
    version_done(&version);
    return text;
}

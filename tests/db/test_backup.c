/* Copies: the backup is a store, the export is the data set. */
#include "tests/db/fixture.h"

#include "db/backup.h"
#include "db/bundle.h"
#include "db/verify.h"

#include <criterion/criterion.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Test(backup, an_export_of_the_bundled_data_is_the_bundled_data)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char reason[STORE_REASON_SIZE], directory[96];
    fixture_fill(store);
    snprintf(directory, sizeof directory, "%s/out", fixture.directory);
    cr_assert(store_export(store, 0, directory, reason), "%s", reason);
    cr_assert_str_eq(fixture_list(directory), "chips.json\ndataset.json\ndestinations.json\ndisputes."
                                              "json\nevents.json\nexport.json\nrulings.json\n");
    for (size_t i = 0; i < bundled_sets[0].file_count; i++) {
        char path[200];
        size_t size;
        const struct bundled_file *file = &bundled_sets[0].files[i];
        snprintf(path, sizeof path, "%s/%s", directory, file->name);
        char *bytes = fixture_read(path, &size);
        cr_assert(size == file->size && memcmp(bytes, file->text, size) == 0, "%s", file->name);
        free(bytes);
    }
    cr_assert(store_export(store, 0, directory, reason), "again over itself: %s", reason);
    store_close(store);
    fixture_end(&fixture);
}

Test(backup, an_export_says_of_which_version_of_which_store_it_is)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    struct verification verification;
    char reason[STORE_REASON_SIZE], directory[96], path[128], wanted[160];
    size_t size;
    snprintf(directory, sizeof directory, "%s/out", fixture.directory);
    snprintf(path, sizeof path, "%s/export.json", directory);
    cr_assert(store_export(store, 0, directory, reason), "%s", reason);
    cr_expect_null(fixture_read(path, &size), "nothing was recorded yet");
    for (int64_t version = 1; version <= 2; version++) {
        fixture_put(store, KIND_CHIP, version == 1 ? "{'id':'a'}" : "{'id':'b'}");
        cr_assert(store_verify(store, &verification));
        snprintf(wanted, sizeof wanted, "{\"data_version\":%d,\"digest\":\"%s\"}\n", (int)version,
                 verification.head_digest);
        cr_assert(store_export(store, 0, directory, reason), "%s", reason);
        char *bytes = fixture_read(path, &size);
        cr_assert_eq(size, strlen(wanted));
        cr_expect_eq(memcmp(bytes, wanted, size), 0);
        free(bytes);
    }
    store_close(store);
    fixture_end(&fixture);
}

Test(backup, an_export_of_an_earlier_version_has_what_stood_then)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char reason[STORE_REASON_SIZE], directory[96], path[128];
    size_t size;
    fixture_put(store, KIND_CHIP, "{'id':'a','product':'a','name':'A'}");
    fixture_put(store, KIND_CHIP, "{'id':'b','product':'b','name':'B'}");
    fixture_delete(store, KIND_CHIP, "a");
    snprintf(directory, sizeof directory, "%s/out", fixture.directory);
    snprintf(path, sizeof path, "%s/chips.json", directory);
    static const char both[] = "[\n{\"id\":\"a\",\"name\":\"A\",\"product\":\"a\"},\n{\"id\":\"b\",\"name\":"
                               "\"B\",\"product\":\"b\"}\n]\n";
    static const char *const wanted[] = {"[\n{\"id\":\"b\",\"name\":\"B\",\"product\":\"b\"}\n]\n",
                                         "[\n{\"id\":\"a\",\"name\":\"A\",\"product\":\"a\"}\n]\n", both};
    for (int64_t at = 0; at < 3; at++) {
        cr_assert(store_export(store, at, directory, reason), "%s", reason);
        char *bytes = fixture_read(path, &size);
        bytes[size] = '\0';
        cr_assert_str_eq(bytes, wanted[at]);
        free(bytes);
    }
    cr_assert_not(store_export(store, 4, directory, reason));
    cr_assert_not_null(strstr(reason, "no such data version"));
    cr_assert_not(store_export(store, 0, "/proc/none/out", reason));
    store_close(store);
    fixture_end(&fixture);
}

struct background {
    const struct fixture *fixture;
    atomic_bool stop;
    int64_t head;
};

static void *keep_writing(void *context)
{
    struct background *background = context;
    struct store *store = fixture_open(background->fixture, STORE_WRITE);
    for (int i = 0; !background->stop; i++) {
        char json[100];
        snprintf(json, sizeof json, "{'id':'event-%d','headline':'%d'}", i % 5, i);
        background->head = fixture_put(store, KIND_EVENT, json);
    }
    store_close(store);
    return NULL;
}

Test(backup, a_backup_taken_while_writing_is_sound_and_one_file)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char reason[STORE_REASON_SIZE], path[128];
    fixture_fill(store);
    struct background background = {.fixture = &fixture};
    pthread_t thread;
    cr_assert_eq(pthread_create(&thread, NULL, keep_writing, &background), 0);
    for (int i = 0; i < 4; i++) {
        snprintf(path, sizeof path, "%s/copy-%d.db", fixture.directory, i);
        cr_assert(store_backup(store, path, reason), "%s", reason);
    }
    background.stop = true;
    pthread_join(thread, NULL);
    for (int i = 0; i < 4; i++) {
        struct verification verification;
        struct store *copy;
        snprintf(path, sizeof path, "%s/copy-%d.db", fixture.directory, i);
        cr_assert(store_open(path, STORE_READ, &copy, reason), "%s", reason);
        cr_assert(store_verify(copy, &verification));
        cr_assert(verification.sound, "%s", verification.fault);
        cr_assert_leq(store_head(copy), background.head);
        store_close(copy);
    }
    cr_assert_null(strstr(fixture_list(fixture.directory), "copy-0.db-"), "nothing lies beside a copy");
    store_close(store);
    fixture_end(&fixture);
}

Test(backup, nothing_is_overwritten)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char reason[STORE_REASON_SIZE], path[128];
    snprintf(path, sizeof path, "%s/copy.db", fixture.directory);
    fixture_write(path, -1, "mine", 4);
    cr_assert_not(store_backup(store, path, reason));
    cr_assert_not_null(strstr(reason, "exists already"));
    cr_assert_not(store_backup(store, "/proc/none/copy.db", reason));
    cr_assert_not_null(strstr(reason, "cannot be written"));
    store_close(store);
    cr_assert_str_eq(fixture_list(fixture.directory), "copy.db\nstore.db\n");
    fixture_end(&fixture);
}

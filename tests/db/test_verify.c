/* One changed value anywhere is found, in the log as in all that follows from it. */
#include "tests/db/fixture.h"

#include "db/backup.h"
#include "db/verify.h"

#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A few documents of every kind, in several revisions, one of them deleted. */
static void fill(struct store *store)
{
    fixture_put(
        store, KIND_GROUP,
        "{'id':'EU','name':'European Union','description':'Members of it','source':'https://example.org/'}");
    fixture_put(
        store, KIND_DESTINATION,
        "{'code':'FR','alpha3':'FRA','numeric':'250','name':'France','aliases':['French "
        "Republic'],'region':'Europe',"
        "'subregion':'Western Europe','parent':'FR','iso':true,'groups':[{'group':'EU'}],'treated_as':[]}");
    fixture_put(store, KIND_CHIP,
                "{'id':'acme-one','product':'acme-one','default_variant':true,'vendor':'Acme','vendor_"
                "country':'FR','name':'Acme One','aliases':['One'],"
                "'family':'F','kind':'gpu','segment':'data_center','market':'global','announced_on':'2024-01'"
                ",'released_on':'2024-02','process':'5 nm',"
                "'process_node_nm':5,'die_area_mm2':800.5,'die_count':1,'package_count':1,'transistors_"
                "billion':80,'peak_tops':{'fp64':1,'fp32':2,'tf32':3,"
                "'fp16':990,'bf16':4,'fp8':5,'int8':6,'fp6':7,'fp4':8,'int4':9},'memory':{'type':'HBM3','"
                "capacity_gb':80,'bandwidth_gb_s':3350},"
                "'memory_bandwidth_density':1,'interconnect':{'name':'Link','bandwidth_gb_s':900},'tdp_w':"
                "700,'tpp_reported':1,"
                "'performance_density_reported':2,'confidence':'high','notes':'A note'}");
    fixture_put(store, KIND_RULING,
                "{'id':'us-rule','jurisdiction':'US','issuer':'BIS','kind':'rule','standing':'operative','"
                "title':'The rule','summary':'What it does',"
                "'announced_on':'2024-03-01','published_on':'2024-03-02','effective_from':'2024-04-01','"
                "effective_until':'2030-01-01','confidence':'high',"
                "'verified_through':'2026-01-01','notes':'n','provisions':[{'id':'us-rule#1','effect':'"
                "classify','eccns':['3A090'],'chips':['acme-one']}]}");
    fixture_put(store, KIND_EVENT,
                "{'id':'2024-05-01-news','date':'2024-05-01','date_precision':'day','category':'policy','"
                "headline':'News','summary':'s',"
                "'reliability':'official','confidence':'high','countries':['FR'],'chips':['acme-one'],'"
                "rulings':['us-rule']}");
    fixture_put(store, KIND_DISPUTE,
                "{'id':'doubt','about':'acme-one','question':'How fast?','note':'n','positions':[]}");
    fixture_put(store, KIND_DATASET, "{'id':'navicert','title':'T','summary':'S','doubts':[]}");
    fixture_put(store, KIND_CHIP, "{'id':'acme-two','product':'acme-two','name':'Acme Two'}");
    fixture_put(store, KIND_CHIP, "{'id':'acme-two','product':'acme-two','name':'Acme Two again'}");
    fixture_delete(store, KIND_CHIP, "acme-two");
}

static struct verification verify(struct store *store)
{
    struct verification verification;
    cr_assert(store_verify(store, &verification));
    return verification;
}

Test(verify, a_sound_store_is_sound_and_tells_its_head)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    struct verification verification = verify(store);
    cr_assert(verification.sound && verification.revisions == 0);
    fill(store);
    verification = verify(store);
    cr_assert(verification.sound, "%s", verification.fault);
    cr_assert_eq(verification.revisions, 10);
    cr_assert_eq(strlen(verification.head_digest), 64);
    store_close(store);
    fixture_end(&fixture);
}

/* A copy of the filled store in one file, and the bytes of it. */
static char *sound_copy(const struct fixture *fixture, const char *path, size_t *size)
{
    char reason[STORE_REASON_SIZE];
    struct store *store = fixture_open(fixture, STORE_WRITE);
    fill(store);
    cr_assert(store_backup(store, path, reason), "%s", reason);
    store_close(store);
    return fixture_read(path, size);
}

static sqlite3 *open_raw(const char *path)
{
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_exec(db,
                 "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; DROP TRIGGER "
                 "revision_is_never_changed",
                 NULL, NULL, NULL);
    return db;
}

/* The trigger comes back, so that only the row is different. */
static void close_raw(sqlite3 *db)
{
    static const char trigger[] =
        "CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision\nBEGIN\n"
        "    SELECT RAISE(ABORT, 'a recorded revision is never changed');\nEND";
    cr_assert_eq(sqlite3_exec(db, trigger, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

/* The least change of a value of each type; {t} is the table, {c} the column. */
static const char change_value[] =
    "UPDATE \"{t}\" SET \"{c}\" = CASE typeof(\"{c}\") WHEN 'integer' THEN \"{c}\" + iif(\"{c}\" = "
    "9223372036854775807, -1, 1) "
    "WHEN 'real' THEN \"{c}\" + 0.5 "
    "WHEN 'text' THEN substr(\"{c}\", 1, length(\"{c}\") - 1) || char((unicode(substr(\"{c}\", -1)) + 1) % "
    "128) "
    "WHEN 'blob' THEN iif(length(\"{c}\") = 0, x'41', CAST(substr(\"{c}\", 1, length(\"{c}\") - 1) || "
    "iif(substr(\"{c}\", -1) = x'41', x'42', x'41') AS BLOB)) END WHERE \"{c}\" IS NOT NULL AND ";

static void run_template(char *sql, size_t size, const char *text, const char *table, const char *column)
{
    size_t used = strlen(sql);
    for (; *text && used + 100 < size; text++) {
        const char *name = strncmp(text, "{t}", 3) == 0   ? table
                           : strncmp(text, "{c}", 3) == 0 ? column
                                                          : NULL;
        used += (size_t)snprintf(sql + used, size - used, "%.*s", name ? 64 : 1, name ? name : text);
        text += name ? 2 : 0;
    }
}

static bool change_one(sqlite3 *db, const char *table, const char *column)
{
    static const char *const wheres[] = {
        "rowid = (SELECT max(rowid) FROM \"{t}\" WHERE \"{c}\" IS NOT NULL)",
        /* Tables without rowid: the greatest value of that column will do. */
        "\"{c}\" = (SELECT max(\"{c}\") FROM \"{t}\")"};
    int code = SQLITE_ERROR;
    for (size_t i = 0; i < 2 && code != SQLITE_OK; i++) {
        char sql[4096] = "";
        run_template(sql, sizeof sql, change_value, table, column);
        run_template(sql, sizeof sql, wheres[i], table, column);
        code = sqlite3_exec(db, sql, NULL, NULL, NULL);
    }
    cr_assert_eq(code, SQLITE_OK, "%s.%s: %s", table, column, sqlite3_errmsg(db));
    return sqlite3_changes(db) > 0;
}

static void expect_found(const char *path, const char *table, const char *what)
{
    struct store *store = NULL;
    char reason[STORE_REASON_SIZE] = "";
    if (!store_open(path, STORE_READ, &store, reason)) {
        cr_assert_not_null(strstr(reason, "damaged"), "%s %s: %s", table, what, reason);
        return;
    }
    const struct verification verification = verify(store);
    store_close(store);
    cr_assert_not(verification.sound, "%s in %s was not found", what, table);
    cr_assert(strstr(verification.fault, table) || strstr(verification.fault, "the file is damaged"),
              "%s %s: %s", table, what, verification.fault);
}

Test(verify, a_change_in_any_column_of_any_table_is_found, .timeout = 60)
{
    const struct fixture fixture = fixture_begin();
    char path[128];
    size_t size, changed = 0;
    snprintf(path, sizeof path, "%s/copy.db", fixture.directory);
    char *sound = sound_copy(&fixture, path, &size);
    sqlite3 *schema;
    sqlite3_stmt *columns;
    cr_assert_eq(sqlite3_open(fixture.path, &schema), SQLITE_OK);
    cr_assert_eq(
        sqlite3_prepare_v2(schema,
                           "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c "
                           "WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%' AND t.name NOT IN "
                           "('token', 'token_key')",
                           -1, &columns, NULL),
        SQLITE_OK);
    while (sqlite3_step(columns) == SQLITE_ROW) {
        const char *table = (const char *)sqlite3_column_text(columns, 0),
                   *column = (const char *)sqlite3_column_text(columns, 1);
        sqlite3 *raw = open_raw(path);
        const bool done = change_one(raw, table, column);
        close_raw(raw);
        cr_assert(done, "%s.%s has no value to change: the fixture should give one", table, column);
        expect_found(path, table, column);
        fixture_write(path, -1, sound, size);
        changed += done;
    }
    cr_assert_gt(changed, 100);
    sqlite3_finalize(columns);
    sqlite3_close(schema);
    free(sound);
    fixture_end(&fixture);
}

Test(verify, a_missing_or_added_row_is_found_in_every_table, .timeout = 60)
{
    const struct fixture fixture = fixture_begin();
    char path[128];
    size_t size;
    snprintf(path, sizeof path, "%s/copy.db", fixture.directory);
    char *sound = sound_copy(&fixture, path, &size);
    static const char *const changes[][2] = {
        {"DELETE FROM chip WHERE id = 'acme-two' AND recorded_from = 8", "chip"},
        {"DELETE FROM tag WHERE value = 'EU'", "tag"},
        {"INSERT INTO tag VALUES ('chip', 'aliases', 'zzz', 1)", "tag"},
        {"INSERT INTO entity (kind, id) VALUES ('chip', 'x')", "entity"},
        {"DELETE FROM passage WHERE kind = 'chip' AND row = 2", "passage"},
        {"DELETE FROM tally WHERE kind = 'chip' AND seq = 8", "tally"},
        {"UPDATE tally SET documents = documents + 1 WHERE kind = 'chip'", "tally"},
        {"DELETE FROM search_docsize WHERE id = (SELECT max(no) FROM passage)", "search_docsize"},
        {"INSERT INTO word VALUES ('zzz')", "word"},
        {"DELETE FROM search_idx", "search_idx"},
        {"DROP INDEX chip_current_by_tpp", "sqlite_schema"},
        {"CREATE TABLE other (x)", "sqlite_schema"},
        {"DROP TRIGGER revision_is_never_deleted; DELETE FROM revision WHERE seq = 4", "revision"},
        {"DROP TRIGGER revision_is_never_deleted; DELETE FROM revision WHERE seq = 10; CREATE TRIGGER "
         "revision_is_never_deleted BEFORE DELETE ON "
         "revision\nBEGIN\n    SELECT RAISE(ABORT, 'a recorded revision is never deleted');\nEND",
         "change"},
        {"DELETE FROM change WHERE seq = 10", "change"},
        {"INSERT INTO change (id, recorded_from, body, recorded_at, actor, kind, \"of\", op) SELECT id || "
         "'x', "
         "recorded_from, body, recorded_at, actor, kind, \"of\", op FROM change WHERE seq = 10",
         "change"},
        {"UPDATE revision SET note = (SELECT note || '!' FROM revision WHERE seq = 3) WHERE seq = 3",
         "revision"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        sqlite3 *raw = open_raw(path);
        cr_assert_eq(sqlite3_exec(raw, changes[i][0], NULL, NULL, NULL), SQLITE_OK, "%s: %s", changes[i][0],
                     sqlite3_errmsg(raw));
        close_raw(raw);
        expect_found(path, changes[i][1], changes[i][0]);
        fixture_write(path, -1, sound, size);
    }
    free(sound);
    fixture_end(&fixture);
}

/* The next place at or after `from` where the word stands in the file, whatever its case. */
static size_t find_word(const char *bytes, size_t size, size_t from, const char *word)
{
    for (size_t i = from; i + strlen(word) <= size; i++) {
        if (strncasecmp(bytes + i, word, strlen(word)) == 0)
            return i;
    }
    return size;
}

Test(verify, one_flipped_byte_of_the_file_is_found_wherever_a_word_is_stored, .timeout = 60)
{
    const struct fixture fixture = fixture_begin();
    char path[128];
    size_t size, places = 0;
    snprintf(path, sizeof path, "%s/copy.db", fixture.directory);
    free(sound_copy(&fixture, path, &size));
    sqlite3 *raw;
    /* Without free space, in which older copies of rows would lie. */
    cr_assert_eq(sqlite3_open(path, &raw), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(raw, "VACUUM", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(raw);
    char *sound = fixture_read(path, &size);
    static const char *const words[] = {"European", "acme-one", "us-rule", "Western", "headline"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        for (size_t at = find_word(sound, size, 0, words[i]); at < size;
             at = find_word(sound, size, at + 1, words[i])) {
            const char flipped = (char)(sound[at + 2] ^ 1);
            fixture_write(path, (long)at + 2, &flipped, 1);
            expect_found(path, "", words[i]);
            fixture_write(path, (long)at + 2, sound + at + 2, 1);
            places++;
        }
    }
    cr_assert_gt(places, 40);
    free(sound);
    fixture_end(&fixture);
}

Test(verify, a_rebuild_arrives_at_the_same_rows_and_mends_the_projection)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fill(store);
    store_close(store);
    sqlite3 *raw = open_raw(fixture.path);
    cr_assert_eq(sqlite3_exec(raw,
                              "UPDATE chip SET tpp = 1; DELETE FROM tag; DELETE FROM change WHERE seq = 2; "
                              "DELETE FROM search_idx; UPDATE passage SET body = 'x'",
                              NULL, NULL, NULL),
                 SQLITE_OK);
    close_raw(raw);
    store = fixture_open(&fixture, STORE_WRITE);
    cr_assert_not(verify(store).sound);
    cr_assert(record_rebuild(store));
    struct verification verification = verify(store);
    cr_assert(verification.sound, "%s", verification.fault);
    cr_assert(record_rebuild(store));
    cr_assert(verify(store).sound, "also a second time");
    fixture_put(store, KIND_CHIP, "{'id':'acme-three','product':'acme-three','name':'Acme Three'}");
    verification = verify(store);
    cr_assert(verification.sound, "and after further writing: %s", verification.fault);
    store_close(store);
    fixture_end(&fixture);
}

Test(verify, the_whole_data_set_and_later_changes_are_sound, .timeout = 60)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_fill(store);
    for (int i = 0; i < 40; i++) {
        char json[200];
        snprintf(json, sizeof json, "{'id':'acme-%d','product':'acme','name':'Acme of many words %d %x'}",
                 i % 9, i, i * 7919);
        fixture_put(store, KIND_CHIP, json);
    }
    struct verification verification = verify(store);
    cr_assert(verification.sound, "%s", verification.fault);
    cr_assert_eq(verification.revisions, 41);
    store_close(store);
    fixture_end(&fixture);
}

/* What tokens may do, how one follows another, and what became of those of older databases. */
#include "tests/db/fixture.h"

#include "db/instant.h"
#include "db/migrations.h"
#include "db/sqlite.h"
#include "db/token_text.h"
#include "db/tokens.h"

#include <criterion/criterion.h>
#include <string.h>

#define HOUR_MS (3600 * (int64_t)1000)

static void expect_worth(struct store *store, const char *text, int64_t now_ms, enum token_state state,
                         unsigned scopes)
{
    struct bearer found = {.scopes = 0};
    cr_expect_eq(tokens_check(store, text, now_ms, &found), state);
    cr_expect_eq(found.scopes, scopes);
}

Test(token_rights, scopes_are_words_in_a_fixed_order)
{
    static const struct {
        const char *text;
        bool valid;
        const char *again;
    } rows[] = {
        {"write:chips", true, "write:chips"},
        {"write:events,write:chips", true, "write:chips,write:events"},
        {" admin  write:rulings,", true, "write:rulings,admin"},
        {"write:chips write:rulings write:events admin", true,
         "write:chips,write:rulings,write:events,admin"},
        {"", false, ""},
        {",", false, ""},
        {"write", false, ""},
        {"write:chip", false, ""},
        {"write:chipss", false, ""},
        {"Admin", false, ""},
        {"write:chips,all", false, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        unsigned scopes = 99;
        char again[SCOPES_TEXT_SIZE] = "";
        cr_expect_eq(scopes_parse(rows[i].text, &scopes), rows[i].valid, "%s", rows[i].text);
        if (!rows[i].valid)
            cr_expect_eq(scopes, 99u, "untouched: %s", rows[i].text);
        else
            scopes_format(scopes, ',', again);
        cr_expect_str_eq(again, rows[i].again);
    }
}

Test(token_rights, each_kind_has_one_scope_and_admin_has_all)
{
    static const unsigned wanted[KIND_COUNT] = {
        [KIND_DATASET] = SCOPE_ADMIN,        [KIND_GROUP] = SCOPE_ADMIN,
        [KIND_DESTINATION] = SCOPE_ADMIN,    [KIND_CHIP] = SCOPE_WRITE_CHIPS,
        [KIND_RULING] = SCOPE_WRITE_RULINGS, [KIND_EVENT] = SCOPE_WRITE_EVENTS,
        [KIND_DISPUTE] = SCOPE_ADMIN,
    };
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        const unsigned scope = scope_of_kind((enum kind)kind);
        cr_expect_eq(scope, wanted[kind], "%s", kinds[kind].name);
        cr_expect(scopes_allow(SCOPE_ADMIN, scope));
        cr_expect(scopes_allow(scope, scope));
        cr_expect_not(scopes_allow(0, scope));
        cr_expect_eq(scopes_allow(SCOPES_DEFAULT, scope), scope != SCOPE_ADMIN);
    }
    cr_expect(scopes_allow(SCOPE_WRITE_EVENTS, SCOPE_WRITE_CHIPS | SCOPE_WRITE_EVENTS), "one of several");
    cr_expect_not(scopes_allow(SCOPE_WRITE_EVENTS, SCOPE_WRITE_CHIPS | SCOPE_WRITE_RULINGS));
}

Test(token_rights, a_token_has_what_it_was_made_with)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char text[TOKEN_TEXT_SIZE], reason[STORE_REASON_SIZE];
    cr_assert(tokens_create(store, "ann", SCOPE_WRITE_EVENTS | SCOPE_WRITE_CHIPS, NULL, text, reason));
    expect_worth(store, text, instant_now(), TOKEN_VALID, SCOPE_WRITE_EVENTS | SCOPE_WRITE_CHIPS);
    store_close(store);
    fixture_end(&fixture);
}

/* A store of schema 6 with one token, as navicert made them then. */
static void make_schema_6(const struct fixture *fixture, const char *text)
{
    sqlite3 *db;
    sqlite3_stmt *insert;
    char stamp[96];
    unsigned char hash[TOKEN_HASH_SIZE];
    cr_assert_eq(sqlite3_open(fixture->path, &db), SQLITE_OK);
    for (size_t i = 0; i < 6; i++)
        cr_assert_eq(sqlite3_exec(db, migrations[i].sql, NULL, NULL, NULL), SQLITE_OK);
    snprintf(stamp, sizeof stamp, "PRAGMA application_id = %d; PRAGMA user_version = 6",
             STORE_APPLICATION_ID);
    cr_assert_eq(sqlite3_exec(db, stamp, NULL, NULL, NULL), SQLITE_OK);
    cr_assert_eq(sqlite3_prepare_v2(db,
                                    "INSERT INTO token (id, name, hash, created_at) VALUES (:i, 'ann', :h, "
                                    "'2026-01-01T00:00:00.000Z'), ('ffffffff', 'bob', zeroblob(32), "
                                    "'2026-01-01T00:00:00.000Z')",
                                    -1, &insert, NULL),
                 SQLITE_OK);
    token_text_hash(TOKEN_OF_STORE, text, hash);
    sqlite3_bind_text(insert, 1, text + 4, 8, SQLITE_STATIC);
    sqlite3_bind_blob(insert, 2, hash, sizeof hash, SQLITE_STATIC);
    cr_assert_eq(sqlite3_step(insert), SQLITE_DONE);
    sqlite3_finalize(insert);
    sqlite3_close(db);
}

Test(token_rights, one_of_an_older_database_opens_all_that_it_opened_before)
{
    const struct fixture fixture = fixture_begin();
    char text[TOKEN_TEXT_SIZE];
    token_text_make("0badc0de", text);
    make_schema_6(&fixture, text);
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    expect_worth(store, text, instant_now(), TOKEN_VALID, SCOPE_ADMIN);
    text[20] = text[20] == 'a' ? 'b' : 'a';
    expect_worth(store, text, instant_now(), TOKEN_UNKNOWN, 0);
    store_close(store);
    fixture_end(&fixture);
}

/* What stands in the table of one is nothing in another, whose key differs. */
Test(token_rights, a_stored_hash_is_worth_nothing_in_another_database)
{
    const struct fixture fixture = fixture_begin(), second = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE), *other = fixture_open(&second, STORE_WRITE);
    char text[TOKEN_TEXT_SIZE], reason[STORE_REASON_SIZE], *sql;
    cr_assert(tokens_create(store, "ann", SCOPE_ADMIN, NULL, text, reason));
    store->rights = RIGHTS_OPENING; /* hex() is no function of ours */
    sqlite3_stmt *row = NULL;
    cr_assert_eq(sqlite3_prepare_v2(store->db, "SELECT id, hex(hash) FROM token", -1, &row, NULL), SQLITE_OK);
    cr_assert_eq(sqlite3_step(row), SQLITE_ROW);
    sql = sqlite3_mprintf("INSERT INTO token (id, name, hash, created_at, scopes) VALUES (%Q, 'ann', x'%s', "
                          "'2026-01-01T00:00:00.000Z', 'admin')",
                          sqlite3_column_text(row, 0), sqlite3_column_text(row, 1));
    sqlite3_finalize(row);
    cr_assert(sqlite_execute(other, sql));
    expect_worth(store, text, instant_now(), TOKEN_VALID, SCOPE_ADMIN);
    expect_worth(other, text, instant_now(), TOKEN_UNKNOWN, 0);
    sqlite3_free(sql);
    store_close(store);
    store_close(other);
    fixture_end(&fixture);
    fixture_end(&second);
}

Test(token_rights, the_old_one_opens_for_the_overlap_and_then_the_new_one_alone)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char first[TOKEN_TEXT_SIZE], reason[STORE_REASON_SIZE];
    struct token_rotated second, third;
    int64_t old_ends;
    cr_assert(tokens_create(store, "ann", SCOPE_WRITE_EVENTS, NULL, first, reason));
    cr_assert(tokens_rotate(store, &(struct token_rotation){.called = "ANN", .overlap_ms = 24 * HOUR_MS},
                            &second, reason),
              "%s", reason);
    const int64_t now = instant_now();
    cr_expect_str_eq(second.name, "ann");
    cr_expect_str_eq(second.expires_at, "", "it is as lasting as the old one was");
    cr_assert(instant_parse(second.old_ends_at, &old_ends));
    cr_expect(old_ends > now + 23 * HOUR_MS && old_ends <= now + 24 * HOUR_MS);
    expect_worth(store, first, old_ends - 1, TOKEN_VALID, SCOPE_WRITE_EVENTS);
    expect_worth(store, first, old_ends, TOKEN_EXPIRED, 0);
    expect_worth(store, second.text, old_ends, TOKEN_VALID, SCOPE_WRITE_EVENTS);
    /* Once more, and at once: none of the earlier ones is left. */
    cr_assert(tokens_rotate(store, &(struct token_rotation){.called = "ann"}, &third, reason), "%s", reason);
    expect_worth(store, first, now, TOKEN_REVOKED, 0);
    expect_worth(store, second.text, now, TOKEN_REVOKED, 0);
    expect_worth(store, third.text, now, TOKEN_VALID, SCOPE_WRITE_EVENTS);
    store_close(store);
    fixture_end(&fixture);
}

Test(token_rights, an_overlap_lengthens_no_life_and_a_new_one_lives_as_long_as_the_old)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char first[TOKEN_TEXT_SIZE], expires_at[INSTANT_SIZE], reason[STORE_REASON_SIZE];
    struct token_rotated second, third;
    int64_t ends, new_ends;
    instant_format(instant_now() + HOUR_MS, expires_at);
    cr_assert(instant_parse(expires_at, &ends));
    cr_assert(tokens_create(store, "ann", SCOPE_ADMIN, expires_at, first, reason));
    cr_assert(tokens_rotate(store, &(struct token_rotation){.called = "ann", .overlap_ms = 24 * HOUR_MS},
                            &second, reason));
    cr_expect_str_eq(second.old_ends_at, expires_at);
    expect_worth(store, first, ends - 1, TOKEN_VALID, SCOPE_ADMIN);
    expect_worth(store, first, ends, TOKEN_EXPIRED, 0);
    cr_assert(instant_parse(second.expires_at, &new_ends));
    cr_expect(new_ends >= ends && new_ends < ends + HOUR_MS / 2);
    const struct token_rotation longer = {.called = "ann", .overlap_ms = 1, .lifetime_ms = 48 * HOUR_MS};
    cr_assert(tokens_rotate(store, &longer, &third, reason), "%s", reason);
    cr_assert(instant_parse(third.expires_at, &new_ends));
    cr_expect(new_ends > ends + 46 * HOUR_MS);
    store_close(store);
    fixture_end(&fixture);
}

Test(token_rights, revoking_a_name_ends_all_of_it_and_an_id_only_its_own)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char first[TOKEN_TEXT_SIZE], reason[STORE_REASON_SIZE];
    struct token_rotated second, third;
    const struct token_rotation rotation = {.called = "ann", .overlap_ms = HOUR_MS};
    cr_assert(tokens_create(store, "ann", SCOPE_ADMIN, NULL, first, reason));
    cr_assert(tokens_rotate(store, &rotation, &second, reason));
    cr_assert(tokens_rotate(store, &rotation, &third, reason));
    const int64_t now = instant_now();
    cr_assert(tokens_revoke(store, first, reason), "%s", reason); /* by its text */
    expect_worth(store, first, now, TOKEN_REVOKED, 0);
    expect_worth(store, second.text, now, TOKEN_VALID, SCOPE_ADMIN);
    cr_assert(tokens_revoke(store, "ann", reason), "%s", reason);
    expect_worth(store, second.text, now, TOKEN_REVOKED, 0);
    expect_worth(store, third.text, now, TOKEN_REVOKED, 0);
    store_close(store);
    fixture_end(&fixture);
}

Test(token_rights, what_cannot_be_rotated_is_said)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char first[TOKEN_TEXT_SIZE], id[9] = "", reason[STORE_REASON_SIZE];
    struct token_rotated rotated;
    cr_assert(tokens_create(store, "ann", SCOPE_ADMIN, NULL, first, reason));
    memcpy(id, first + 4, 8);
    cr_assert(
        tokens_rotate(store, &(struct token_rotation){.called = "ann", .overlap_ms = 1}, &rotated, reason));
    cr_expect_not(tokens_rotate(store, &(struct token_rotation){.called = id}, &rotated, reason));
    cr_expect(strstr(reason, "is followed by another already: rotate ann"), "%s", reason);
    cr_expect_not(tokens_rotate(store, &(struct token_rotation){.called = "anna"}, &rotated, reason));
    cr_expect_str_eq(reason, "no token is called anna; did you mean ann?");
    cr_assert(tokens_revoke(store, "ann", reason));
    cr_expect_not(tokens_rotate(store, &(struct token_rotation){.called = "ann"}, &rotated, reason));
    cr_expect(strstr(reason, "ann is revoked: 'navicert token create' makes a new one"), "%s", reason);
    store_close(store);
    fixture_end(&fixture);
}

/* Tokens: what is stored tells no secret, and only the right text at the right time is worth anything. */
#include "tests/db/fixture.h"

#include "db/backup.h"
#include "db/instant.h"
#include "db/sqlite.h"
#include "db/tokens.h"
#include "db/verify.h"

#include <criterion/criterion.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAY_MS (24 * 3600 * (int64_t)1000)

/* Makes one that ends so many days from now (0: never), or fails the test with the reason. */
static void make_token(struct store *store, const char *name, int days, char text[static TOKEN_TEXT_SIZE])
{
    char reason[STORE_REASON_SIZE] = "", expires_at[INSTANT_SIZE];
    instant_format(instant_now() + days * DAY_MS, expires_at);
    cr_assert(tokens_create(store, name, SCOPES_DEFAULT, days ? expires_at : NULL, text, reason), "%s",
              reason);
}

static void expect_state(struct store *store, const char *text, int64_t now_ms, enum token_state state,
                         const char *name)
{
    struct bearer found = {"untouched", 0};
    cr_expect_eq(tokens_check(store, text, now_ms, &found), state, "%s", text);
    cr_expect_str_eq(found.name, state == TOKEN_VALID ? name : "untouched");
    cr_expect_eq(found.scopes, state == TOKEN_VALID ? SCOPES_DEFAULT : 0);
}

static bool any_valid(struct store *store, int64_t now_ms)
{
    bool any = false;
    cr_assert(tokens_any_valid(store, now_ms, &any));
    return any;
}

Test(tokens, the_text_has_its_form_and_is_never_the_same)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char one[TOKEN_TEXT_SIZE], two[TOKEN_TEXT_SIZE];
    make_token(store, "ann", 0, one);
    make_token(store, "bob", 0, two);
    cr_expect_eq(strlen(one), TOKEN_TEXT_SIZE - 1);
    cr_expect_eq(strncmp(one, "nvt_", 4), 0);
    cr_expect_eq(strspn(one + 4, "0123456789abcdef"), 8);
    cr_expect_eq(one[12], '_');
    cr_expect_eq(strspn(one + 13, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), 43);
    cr_expect_neq(strncmp(one + 4, two + 4, 8), 0);
    size_t same = 0;
    for (size_t i = 13; i < TOKEN_TEXT_SIZE - 1; i++)
        same += one[i] == two[i];
    cr_expect_lt(same, 12u);
    store_close(store);
    fixture_end(&fixture);
}

Test(tokens, only_the_whole_text_is_worth_anything)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char text[TOKEN_TEXT_SIZE], other[TOKEN_TEXT_SIZE], changed[TOKEN_TEXT_SIZE + 8];
    const int64_t now = instant_now();
    make_token(store, "ann", 0, text);
    make_token(store, "bob", 0, other);
    expect_state(store, text, now, TOKEN_VALID, "ann");
    expect_state(store, other, now, TOKEN_VALID, "bob");
    for (size_t i = 0; i < TOKEN_TEXT_SIZE - 1; i++) {
        memcpy(changed, text, TOKEN_TEXT_SIZE);
        changed[i] = changed[i] == 'a' ? 'b' : 'a';
        expect_state(store, changed, now, TOKEN_UNKNOWN, "");
        changed[i] = '\0';
        expect_state(store, changed, now, TOKEN_UNKNOWN, "");
    }
    snprintf(changed, sizeof changed, "%sA", text);
    expect_state(store, changed, now, TOKEN_UNKNOWN, "");
    /* The secret of one under the id of another. */
    memcpy(changed, text, TOKEN_TEXT_SIZE);
    memcpy(changed + 4, other + 4, 8);
    expect_state(store, changed, now, TOKEN_UNKNOWN, "");
    expect_state(store, "", now, TOKEN_UNKNOWN, "");
    expect_state(store, "ann", now, TOKEN_UNKNOWN, "");
    store_close(store);
    fixture_end(&fixture);
}

Test(tokens, one_holds_until_before_the_instant_at_which_it_ends)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char text[TOKEN_TEXT_SIZE], reason[STORE_REASON_SIZE];
    int64_t end;
    cr_assert(instant_parse("2999-01-01T00:00:00Z", &end));
    cr_assert_not(any_valid(store, 0));
    cr_assert(tokens_create(store, "ann", SCOPES_DEFAULT, "2999-01-01T01:00:00+01:00", text, reason), "%s",
              reason);
    expect_state(store, text, end - 1, TOKEN_VALID, "ann");
    expect_state(store, text, end, TOKEN_EXPIRED, "");
    cr_expect(any_valid(store, end - 1));
    cr_expect_not(any_valid(store, end));
    store_close(store);
    fixture_end(&fixture);
}

Test(tokens, a_store_that_cannot_be_read_is_no_store_without_tokens)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    struct bearer bearer;
    bool any = true;
    cr_assert_eq(sqlite3_set_authorizer(store->db, NULL, NULL), SQLITE_OK);
    cr_assert(sqlite_execute(store, "ALTER TABLE token RENAME TO elsewhere"));
    cr_expect_not(tokens_any_valid(store, 0, &any));
    cr_expect(any, "nothing is said");
    cr_expect_eq(tokens_check(store, "guessed", 0, &bearer), TOKEN_FAILED);
    store_close(store);
    fixture_end(&fixture);
}

Test(tokens, a_revoked_one_is_worth_nothing_at_once_also_elsewhere)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    struct store *server = fixture_open(&fixture, STORE_READ);
    char ann[TOKEN_TEXT_SIZE], bob[TOKEN_TEXT_SIZE], cid[TOKEN_TEXT_SIZE], id[9] = "",
                                                                           reason[STORE_REASON_SIZE];
    const int64_t now = instant_now() + DAY_MS;
    make_token(store, "ann", 9, ann);
    make_token(store, "Bob the builder", 0, bob);
    make_token(store, "cid", 0, cid);
    expect_state(server, ann, now, TOKEN_VALID, "ann");
    cr_assert(tokens_revoke(store, "ANN", reason), "%s", reason); /* whatever the case */
    expect_state(server, ann, now, TOKEN_REVOKED, "");
    expect_state(server, bob, now, TOKEN_VALID, "Bob the builder");
    memcpy(id, bob + 4, 8);
    cr_assert(tokens_revoke(store, id, reason), "%s", reason);
    expect_state(server, bob, now, TOKEN_REVOKED, "");
    cr_assert(any_valid(server, now));
    cr_assert(tokens_revoke(store, cid, reason), "%s", reason);
    expect_state(server, cid, now, TOKEN_REVOKED, "");
    cr_assert_not(any_valid(server, now));
    store_close(server);
    store_close(store);
    fixture_end(&fixture);
}

Test(tokens, what_cannot_be_revoked_is_said)
{
    static const char *const rows[][2] = {
        {"anna", "no token is called anna; did you mean ann?"},
        {"zoe", "no token is called zoe; 'navicert token list' shows them all"},
        {"", "no token is called ; 'navicert token list' shows them all"},
        {"bob", "the token called bob is revoked already"},
    };
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char text[TOKEN_TEXT_SIZE], reason[STORE_REASON_SIZE];
    make_token(store, "ann", 0, text);
    make_token(store, "bob", 0, text);
    cr_assert(tokens_revoke(store, "bob", reason));
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cr_expect_not(tokens_revoke(store, rows[i][0], reason));
        cr_expect_str_eq(reason, rows[i][1]);
    }
    /* The text of a token is never repeated. */
    cr_expect_not(tokens_revoke(store, text, reason));
    cr_expect_null(strstr(reason, text + 13), "%s", reason);
    store_close(store);
    fixture_end(&fixture);
}

#define LETTERS_32 "abcdefghijklmnopqrstuvwxyzabcdef"
#define EURO_32 "€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€"

Test(tokens, names_are_checked_and_stand_for_one_token_at_a_time)
{
    static const char *const refused[][2] = {
        {"", "1 to 64 characters"},
        {LETTERS_32 LETTERS_32 "x", "1 to 64 characters, this one 65"},
        {EURO_32 EURO_32 "x", "1 to 64 characters, this one 65"},
        {" ann", "neither begins nor ends with a space"},
        {"ann ", "neither begins nor ends with a space"},
        {"Operator", "Operator stands for navicert itself"},
        {"navicert", "navicert stands for navicert itself"},
        {"import", "import stands for navicert itself"},
        {"ann", "there is a token called ann already"},
        {"ANN", "there is a token called ANN already"},
    };
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char text[TOKEN_TEXT_SIZE], again[TOKEN_TEXT_SIZE], id[9] = "", reason[STORE_REASON_SIZE];
    make_token(store, "ann", 0, text);
    make_token(store, LETTERS_32 LETTERS_32, 0, again);
    make_token(store, EURO_32 EURO_32, 0, again);
    memcpy(again, "untouched", sizeof "untouched");
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        cr_expect_not(tokens_create(store, refused[i][0], SCOPES_DEFAULT, NULL, again, reason), "%s",
                      refused[i][0]);
        cr_expect(strstr(reason, refused[i][1]), "%s", reason);
    }
    memcpy(id, text + 4, 8);
    cr_expect_not(tokens_create(store, id, SCOPES_DEFAULT, NULL, again, reason),
                  "the id of another would be ambiguous");
    cr_expect_not(tokens_create(store, "dan", SCOPES_DEFAULT, "2020-01-01T00:00:00Z", again, reason));
    cr_expect(strstr(reason, "would have ended already"), "%s", reason);
    cr_expect_not(tokens_create(store, "dan", SCOPES_DEFAULT, "tomorrow", again, reason));
    cr_expect(strstr(reason, "is not an RFC 3339 instant"), "%s", reason);
    cr_expect_str_eq(again, "untouched");
    cr_assert(tokens_revoke(store, "ann", reason));
    make_token(store, "ann", 0, again);
    expect_state(store, text, instant_now(), TOKEN_REVOKED, "");
    expect_state(store, again, instant_now(), TOKEN_VALID, "ann");
    store_close(store);
    fixture_end(&fixture);
}

struct listed {
    char text[1024];
    size_t stop;
};

static bool list_one(const struct token *token, enum token_state state, void *context)
{
    static const char *const words[] = {"unknown", "valid", "expired", "revoked", "failed"};
    struct listed *listed = context;
    const size_t size = strlen(listed->text);
    int64_t ms;
    cr_expect(instant_parse(token->created_at, &ms));
    cr_expect(!token->revoked_at || instant_parse(token->revoked_at, &ms));
    cr_expect_eq(strlen(token->id), 8u);
    snprintf(listed->text + size, sizeof listed->text - size, "%s %s %s;", token->name,
             token->expires_at ? token->expires_at : "never", words[state]);
    return --listed->stop > 0;
}

Test(tokens, the_list_tells_what_each_is_worth)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char text[TOKEN_TEXT_SIZE], reason[STORE_REASON_SIZE];
    int64_t later;
    cr_assert(instant_parse("2999-01-02T00:00:00Z", &later));
    static const char *const ends[][2] = {
        {"ann", NULL}, {"bob", "2999-01-01T00:00:00Z"}, {"cid", NULL}, {"dan", "2999-02-01T00:00:00Z"}};
    for (size_t i = 0; i < 4; i++) {
        cr_assert(tokens_create(store, ends[i][0], SCOPES_DEFAULT, ends[i][1], text, reason), "%s", reason);
        /* The order is that of their making, which the clock may not tell apart. */
        for (const int64_t made = instant_now(); instant_now() == made;)
            continue;
    }
    cr_assert(tokens_revoke(store, "cid", reason));
    struct listed listed = {.stop = 9};
    cr_assert(tokens_each(store, later, list_one, &listed));
    cr_expect_str_eq(listed.text, "ann never valid;bob 2999-01-01T00:00:00.000Z expired;cid never revoked;"
                                  "dan 2999-02-01T00:00:00.000Z valid;");
    struct listed two = {.stop = 2};
    cr_assert(tokens_each(store, later, list_one, &two));
    cr_expect_str_eq(two.text, "ann never valid;bob 2999-01-01T00:00:00.000Z expired;");
    store_close(store);
    fixture_end(&fixture);
}

/* Whether the bytes stand anywhere in the file. */
static bool file_has(const char *path, const void *bytes, size_t size)
{
    size_t file_size;
    char *file = fixture_read(path, &file_size);
    const bool found = file && memmem(file, file_size, bytes, size);
    free(file);
    return found;
}

Test(tokens, the_secret_stands_nowhere_on_the_disk)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    struct store *other = fixture_open(&fixture, STORE_READ);
    char text[TOKEN_TEXT_SIZE], reason[STORE_REASON_SIZE], log[128];
    unsigned char secret[32];
    snprintf(log, sizeof log, "%s-wal", fixture.path);
    make_token(store, "ann the analyst", 0, text);
    cr_assert_eq(sodium_base642bin(secret, sizeof secret, text + 13, 43, NULL, NULL, NULL,
                                   sodium_base64_VARIANT_URLSAFE_NO_PADDING),
                 0);
    expect_state(other, text, instant_now(), TOKEN_VALID, "ann the analyst");
    cr_assert(file_has(log, "ann the analyst", 15), "this way of looking finds what is there");
    for (int closed = 0; closed < 2; closed++) {
        const char *const path = closed ? fixture.path : log;
        cr_expect(file_has(path, "ann the analyst", 15));
        cr_expect(file_has(path, text + 4, 8), "the id is no secret");
        cr_expect_not(file_has(path, text + 13, 43));
        cr_expect_not(file_has(path, text + 13, 12), "nor a part of it");
        cr_expect_not(file_has(path, secret, sizeof secret));
        if (!closed) {
            cr_assert(tokens_revoke(store, "ann the analyst", reason));
            store_close(other);
            store_close(store);
        }
    }
    fixture_end(&fixture);
}

Test(tokens, they_are_no_data_but_last_through_rebuild_and_backup)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char text[TOKEN_TEXT_SIZE], reason[STORE_REASON_SIZE], path[128];
    struct verification verification;
    fixture_put(store, KIND_GROUP, "{'id':'EU','name':'European Union'}");
    make_token(store, "ann", 0, text);
    cr_assert_eq(store_head(store), 1);
    cr_assert(store_verify(store, &verification) && verification.sound, "%s", verification.fault);
    cr_assert_eq(verification.revisions, 1);
    cr_assert(record_rebuild(store));
    expect_state(store, text, instant_now(), TOKEN_VALID, "ann");
    snprintf(path, sizeof path, "%s/copy.db", fixture.directory);
    cr_assert(store_backup(store, path, reason), "%s", reason);
    store_close(store);
    cr_assert(store_open(path, STORE_READ, &store, reason), "%s", reason);
    expect_state(store, text, instant_now(), TOKEN_VALID, "ann");
    store_close(store);
    fixture_end(&fixture);
}

Test(tokens, another_writer_is_waited_for_and_then_named, .timeout = 20)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE), *other = fixture_open(&fixture, STORE_WRITE);
    char text[TOKEN_TEXT_SIZE] = "untouched", reason[STORE_REASON_SIZE] = "";
    sqlite3_busy_timeout(store->db, 50);
    cr_assert(sqlite_execute(other, "BEGIN IMMEDIATE"));
    cr_expect_not(tokens_create(store, "ann", SCOPES_DEFAULT, NULL, text, reason));
    cr_expect(strstr(reason, "is in use by another writer"), "%s", reason);
    cr_expect_str_eq(text, "untouched");
    cr_expect_not(tokens_revoke(store, "ann", reason));
    cr_expect(strstr(reason, "is in use by another writer"), "%s", reason);
    cr_assert(sqlite_execute(other, "COMMIT"));
    make_token(store, "ann", 0, text);
    store_close(other);
    store_close(store);
    fixture_end(&fixture);
}

Test(tokens, want_of_memory_makes_no_token_and_tells_no_text)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    const int64_t used = sqlite3_memory_used();
    size_t failed = 0, made = 0;
    for (int64_t room = 0; room < 60000; room += 500) {
        char name[32], text[TOKEN_TEXT_SIZE] = "untouched", reason[STORE_REASON_SIZE] = "";
        snprintf(name, sizeof name, "room for %lld", (long long)room);
        sqlite3_hard_heap_limit64(used + room);
        const bool created = tokens_create(store, name, SCOPES_DEFAULT, NULL, text, reason);
        sqlite3_hard_heap_limit64(0);
        if (created)
            expect_state(store, text, instant_now(), TOKEN_VALID, name);
        else
            cr_expect(strcmp(text, "untouched") == 0 && *reason);
        cr_expect(sqlite3_get_autocommit(store->db));
        made += created;
        failed += !created;
    }
    struct listed listed = {.stop = 999};
    cr_assert(tokens_each(store, 0, list_one, &listed));
    cr_expect_eq(999 - listed.stop, made);
    cr_expect(failed > 0 && made > 0);
    store_close(store);
    fixture_end(&fixture);
}

Test(tokens, the_token_of_the_operator_is_told_from_all_others)
{
    static const char given[] = "correct-horse-battery-staple";
    struct operator_token token, none;
    operator_token_init(&token, given);
    operator_token_init(&none, NULL);
    cr_expect(operator_token_is(&token, given));
    cr_expect_not(operator_token_is(&token, "correct-horse-battery-stapl"));
    cr_expect_not(operator_token_is(&token, "correct-horse-battery-staplE"));
    cr_expect_not(operator_token_is(&token, ""));
    cr_expect_not(operator_token_is(&none, given));
    cr_expect_not(operator_token_is(&none, ""));
    cr_expect_not(memmem(&token, sizeof token, given, 8), "only its hash is held");
}

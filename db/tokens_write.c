/* Tokens made and ended. */
#include "db/tokens.h"

#include "db/bundle.h"
#include "db/instant.h"
#include "db/sqlite.h"
#include "db/token_text.h"
#include "db/tokens_found.h"
#include "db/tokens_seal.h"

#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static bool refuse(char reason[static STORE_REASON_SIZE], const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static bool refuse(char reason[static STORE_REASON_SIZE], const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reason, STORE_REASON_SIZE, format, arguments);
    va_end(arguments);
    return false;
}

static bool run(struct store *store, const char *sql, char reason[static STORE_REASON_SIZE])
{
    const int code = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    return code == SQLITE_OK || sqlite_explain(sqlite_is_full(store) ? SQLITE_FULL : code,
                                               sqlite3_errmsg(store->db), store->path, reason);
}

/* Ends what "BEGIN IMMEDIATE" began. */
static bool end(struct store *store, bool done, char reason[static STORE_REASON_SIZE])
{
    if (done && run(store, "COMMIT", reason))
        return true;
    if (!sqlite3_get_autocommit(store->db))
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return false;
}

/* Actors of the log that are nobody with a token. */
static bool is_reserved(const char *name)
{
    for (size_t i = 0; i < bundled_set_count; i++) {
        if (strcasecmp(name, bundled_sets[i].actor) == 0)
            return true;
    }
    return strcasecmp(name, OPERATOR_NAME) == 0 || strcasecmp(name, IMPORTER_NAME) == 0;
}

static bool check_name(const char *name, char reason[static STORE_REASON_SIZE])
{
    size_t characters = 0;
    for (const char *at = name; *at; at++)
        characters += (*at & 0xc0) != 0x80;
    if (characters == 0 || characters > TOKEN_NAME_MAX || strlen(name) >= TOKEN_NAME_SIZE)
        return refuse(reason, "the name of a token has 1 to %d characters, this one %zu", TOKEN_NAME_MAX,
                      characters);
    if (*name == ' ' || name[strlen(name) - 1] == ' ')
        return refuse(reason, "the name of a token neither begins nor ends with a space");
    if (is_reserved(name))
        return refuse(reason, "%s stands for navicert itself in the log: choose another name", name);
    return true;
}

/* The instant as it is stored, "" when there is none. */
static bool check_expiry(const char *expires_at, int64_t now_ms, char stored[static INSTANT_SIZE],
                         char reason[static STORE_REASON_SIZE])
{
    int64_t ms;
    stored[0] = '\0';
    if (!expires_at)
        return true;
    if (!instant_parse(expires_at, &ms))
        return refuse(reason, "'%.64s' is not an RFC 3339 instant", expires_at);
    if (ms <= now_ms)
        return refuse(reason, "a token that ends at %.64s would have ended already", expires_at);
    instant_format(ms, stored);
    return true;
}

/* An id that no token has. */
static bool choose_id(struct store *store, char id[static TOKEN_ID_SIZE])
{
    struct token_found taken;
    do {
        token_text_choose_id(id);
        if (!tokens_find(store, id, &taken))
            return false;
    } while (taken.exists);
    return true;
}

struct wish {
    const char *name;
    unsigned scopes;
    char now[INSTANT_SIZE];
    char expires_at[INSTANT_SIZE]; /* "": never */
};

static bool insert(struct store *store, const struct wish *wish, const char *id, const char *text)
{
    unsigned char hash[TOKEN_HASH_SIZE], key[TOKEN_HASH_SIZE];
    char scopes[SCOPES_TEXT_SIZE];
    sqlite3_stmt *statement = sqlite_statement(store, SQL_ADD_TOKEN);
    if (!statement || !tokens_seal_key(store, key))
        return false;
    token_text_hash(TOKEN_OF_STORE, text, hash);
    token_text_seal(key, hash);
    scopes_format(wish->scopes, ' ', scopes);
    sqlite_bind_text(statement, ":id", id);
    sqlite_bind_text(statement, ":name", wish->name);
    sqlite3_bind_blob(statement, sqlite3_bind_parameter_index(statement, ":hash"), hash, sizeof hash,
                      SQLITE_STATIC);
    sqlite_bind_text(statement, ":now", wish->now);
    sqlite_bind_text(statement, ":expires_at", *wish->expires_at ? wish->expires_at : NULL);
    sqlite_bind_text(statement, ":scopes", scopes);
    return sqlite_run(store, statement);
}

/* A new id and secret for it; within the transaction. */
static bool make(struct store *store, const struct wish *wish, char text[static TOKEN_TEXT_SIZE],
                 char reason[static STORE_REASON_SIZE])
{
    char id[TOKEN_ID_SIZE];
    if (!choose_id(store, id))
        return tokens_fail(store, reason);
    token_text_make(id, text);
    return insert(store, wish, id, text) || tokens_fail(store, reason);
}

static bool create(struct store *store, const struct wish *wish, char text[static TOKEN_TEXT_SIZE],
                   char reason[static STORE_REASON_SIZE])
{
    struct token_found found;
    if (!tokens_find(store, wish->name, &found))
        return tokens_fail(store, reason);
    if (found.exists && !found.is_revoked)
        return refuse(reason,
                      "there is a token called %s already: choose another name, or revoke that one first",
                      wish->name);
    return make(store, wish, text, reason);
}

bool tokens_create(struct store *store, const char *name, unsigned scopes, const char *expires_at,
                   char text[static TOKEN_TEXT_SIZE], char reason[static STORE_REASON_SIZE])
{
    const int64_t now_ms = instant_now();
    struct wish wish = {.name = name, .scopes = scopes};
    char made[TOKEN_TEXT_SIZE];
    instant_format(now_ms, wish.now);
    if (!check_name(name, reason) || !check_expiry(expires_at, now_ms, wish.expires_at, reason) ||
        !run(store, "BEGIN IMMEDIATE", reason))
        return false;
    const bool created = end(store, create(store, &wish, made, reason), reason);
    if (created)
        memcpy(text, made, sizeof made);
    sodium_memzero(made, sizeof made);
    return created;
}

/* All of a name, or that of an id. */
static bool revoke(struct store *store, const char *called, const char *now)
{
    sqlite3_stmt *statement = sqlite_statement(store, SQL_REVOKE_TOKEN);
    if (!statement)
        return false;
    sqlite_bind_text(statement, ":now", now);
    sqlite_bind_text(statement, ":id", called);
    return sqlite_run(store, statement);
}

static bool revoke_called(struct store *store, const char *called, char reason[static STORE_REASON_SIZE])
{
    struct token_found found;
    char now[INSTANT_SIZE];
    if (!tokens_find(store, called, &found))
        return tokens_fail(store, reason);
    if (!found.exists)
        return tokens_refuse_unknown(store, called, reason);
    if (found.is_revoked)
        return refuse(reason, "the token called %s is revoked already", called);
    instant_format(instant_now(), now);
    return revoke(store, called, now) || tokens_fail(store, reason);
}

bool tokens_revoke(struct store *store, const char *called, char reason[static STORE_REASON_SIZE])
{
    char id[TOKEN_ID_SIZE];
    token_text_parse_id(called, id);
    return run(store, "BEGIN IMMEDIATE", reason) &&
           end(store, revoke_called(store, *id ? id : called, reason), reason);
}

/* Those of that name end, so that another can take it. */
static bool make_way(struct store *store, const char *name, int64_t overlap_ms, const char *now,
                     const char *until)
{
    if (overlap_ms == 0)
        return revoke(store, name, now);
    sqlite3_stmt *statement = sqlite_statement(store, SQL_SUPERSEDE_TOKENS);
    if (!statement)
        return false;
    sqlite_bind_text(statement, ":name", name);
    sqlite_bind_text(statement, ":now", now);
    sqlite_bind_text(statement, ":until", until);
    return sqlite_run(store, statement);
}

/* Of one that is current; within the transaction. */
static bool rotate(struct store *store, const struct token_found *old, const struct token_rotation *rotation,
                   struct token_rotated *rotated, char reason[static STORE_REASON_SIZE])
{
    const int64_t now_ms = instant_now();
    /* A clock that was set back must not end it before it began. */
    const int64_t from_ms = now_ms > old->created_ms ? now_ms : old->created_ms;
    const int64_t old_ms = old->lifetime_ms ? old->created_ms + old->lifetime_ms : INT64_MAX;
    const int64_t until_ms = from_ms + rotation->overlap_ms;
    const int64_t lifetime_ms = rotation->lifetime_ms ? rotation->lifetime_ms : old->lifetime_ms;
    struct wish wish = {.name = rotated->name, .scopes = old->scopes};
    memcpy(rotated->name, old->name, sizeof rotated->name);
    rotated->scopes = old->scopes;
    instant_format(now_ms, wish.now);
    if (lifetime_ms)
        instant_format(now_ms + lifetime_ms, wish.expires_at);
    memcpy(rotated->expires_at, wish.expires_at, sizeof rotated->expires_at);
    instant_format(old_ms < until_ms ? old_ms : until_ms, rotated->old_ends_at);
    return (make_way(store, old->name, rotation->overlap_ms, wish.now, rotated->old_ends_at) ||
            tokens_fail(store, reason)) &&
           make(store, &wish, rotated->text, reason);
}

static bool rotate_called(struct store *store, const struct token_rotation *rotation,
                          struct token_rotated *rotated, char reason[static STORE_REASON_SIZE])
{
    struct token_found found;
    if (!tokens_find(store, rotation->called, &found))
        return tokens_fail(store, reason);
    if (!found.exists)
        return tokens_refuse_unknown(store, rotation->called, reason);
    if (found.is_revoked)
        return refuse(reason, "the token called %.80s is revoked: 'navicert token create' makes a new one",
                      rotation->called);
    if (found.is_superseded)
        return refuse(reason, "the token called %.80s is followed by another already: rotate %.200s",
                      rotation->called, found.name);
    return rotate(store, &found, rotation, rotated, reason);
}

bool tokens_rotate(struct store *store, const struct token_rotation *rotation, struct token_rotated *rotated,
                   char reason[static STORE_REASON_SIZE])
{
    struct token_rotated made = {0};
    if (!run(store, "BEGIN IMMEDIATE", reason))
        return false;
    const bool done = end(store, rotate_called(store, rotation, &made, reason), reason);
    if (done)
        *rotated = made;
    sodium_memzero(&made, sizeof made);
    return done;
}

/* Tokens made and ended. */
#include "db/tokens.h"

#include "db/bundle.h"
#include "db/instant.h"
#include "db/sqlite.h"
#include "db/token_text.h"
#include "rules/names.h"

#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* A third of a mistyped name may be wrong, and so much at most. */
#define DISTANCE_SHARE 3
#define DISTANCE_MAX 3

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

static bool fail(const struct store *store, char reason[static STORE_REASON_SIZE])
{
    return refuse(reason, "%.300s keeps its tokens as they were: see the message before this one",
                  store->path);
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

struct found {
    bool exists;
    bool is_revoked;
    char id[TOKEN_ID_SIZE];
};

/* The token of that id or name, one that can still be revoked before others. */
static bool find_called(struct store *store, const char *called, struct found *found)
{
    *found = (struct found){.exists = false};
    sqlite3_stmt *statement = sqlite_statement(store, SQL_FIND_TOKEN_CALLED);
    if (!statement)
        return false;
    sqlite_bind_text(statement, ":called", called);
    const enum fetch fetch = sqlite_step(store, statement);
    if (fetch != FETCH_ROW)
        return fetch == FETCH_DONE;
    found->exists = true;
    found->is_revoked = sqlite3_column_int(statement, 1) != 0;
    snprintf(found->id, sizeof found->id, "%s", sqlite_text(statement, 0));
    sqlite_end(statement);
    return true;
}

/* An id that no token has. */
static bool choose_id(struct store *store, char id[static TOKEN_ID_SIZE])
{
    struct found taken;
    do {
        token_text_choose_id(id);
        if (!find_called(store, id, &taken))
            return false;
    } while (taken.exists);
    return true;
}

struct wish {
    const char *name;
    char now[INSTANT_SIZE];
    char expires_at[INSTANT_SIZE]; /* "": never */
};

static bool insert(struct store *store, const struct wish *wish, const char *id, const char *text)
{
    unsigned char hash[TOKEN_HASH_SIZE];
    sqlite3_stmt *statement = sqlite_statement(store, SQL_ADD_TOKEN);
    if (!statement)
        return false;
    token_text_hash(TOKEN_OF_STORE, text, hash);
    sqlite_bind_text(statement, ":id", id);
    sqlite_bind_text(statement, ":name", wish->name);
    sqlite3_bind_blob(statement, sqlite3_bind_parameter_index(statement, ":hash"), hash, sizeof hash,
                      SQLITE_STATIC);
    sqlite_bind_text(statement, ":now", wish->now);
    sqlite_bind_text(statement, ":expires_at", *wish->expires_at ? wish->expires_at : NULL);
    return sqlite_run(store, statement);
}

/* Within the transaction. */
static bool create(struct store *store, const struct wish *wish, char text[static TOKEN_TEXT_SIZE],
                   char reason[static STORE_REASON_SIZE])
{
    struct found found;
    if (!find_called(store, wish->name, &found))
        return fail(store, reason);
    if (found.exists && !found.is_revoked)
        return refuse(reason,
                      "there is a token called %s already: choose another name, or revoke that one first",
                      wish->name);
    char id[TOKEN_ID_SIZE];
    if (!choose_id(store, id))
        return fail(store, reason);
    token_text_make(id, text);
    return insert(store, wish, id, text) || fail(store, reason);
}

bool tokens_create(struct store *store, const char *name, const char *expires_at,
                   char text[static TOKEN_TEXT_SIZE], char reason[static STORE_REASON_SIZE])
{
    const int64_t now_ms = instant_now();
    struct wish wish = {.name = name};
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

struct suggesting {
    const char *wanted;
    unsigned best;
    char nearest[TOKEN_NAME_SIZE];
};

static void offer(struct suggesting *suggesting, const char *called)
{
    const unsigned distance = names_distance(suggesting->wanted, called, suggesting->best);
    if (distance >= suggesting->best || strlen(called) >= TOKEN_NAME_SIZE)
        return;
    suggesting->best = distance;
    memcpy(suggesting->nearest, called, strlen(called) + 1);
}

static bool offer_token(const struct token *token, enum token_state state, void *context)
{
    if (state != TOKEN_REVOKED) {
        offer(context, token->name);
        offer(context, token->id);
    }
    return true;
}

static bool refuse_unknown(struct store *store, const char *called, char reason[static STORE_REASON_SIZE])
{
    const size_t farthest = strlen(called) / DISTANCE_SHARE + 1;
    struct suggesting suggesting = {.wanted = called};
    suggesting.best = (farthest < DISTANCE_MAX ? (unsigned)farthest : DISTANCE_MAX) + 1;
    if (!tokens_each(store, instant_now(), offer_token, &suggesting))
        return fail(store, reason);
    if (*suggesting.nearest)
        return refuse(reason, "no token is called %.80s; did you mean %s?", called, suggesting.nearest);
    return refuse(reason, "no token is called %.80s; 'navicert token list' shows them all", called);
}

static bool revoke(struct store *store, const char *id)
{
    char now[INSTANT_SIZE];
    instant_format(instant_now(), now);
    sqlite3_stmt *statement = sqlite_statement(store, SQL_REVOKE_TOKEN);
    if (!statement)
        return false;
    sqlite_bind_text(statement, ":now", now);
    sqlite_bind_text(statement, ":id", id);
    return sqlite_run(store, statement);
}

static bool revoke_called(struct store *store, const char *called, char reason[static STORE_REASON_SIZE])
{
    struct found found;
    if (!find_called(store, called, &found))
        return fail(store, reason);
    if (!found.exists)
        return refuse_unknown(store, called, reason);
    if (found.is_revoked)
        return refuse(reason, "the token called %s is revoked already", called);
    return revoke(store, found.id) || fail(store, reason);
}

bool tokens_revoke(struct store *store, const char *called, char reason[static STORE_REASON_SIZE])
{
    char id[TOKEN_ID_SIZE];
    token_text_parse_id(called, id);
    return run(store, "BEGIN IMMEDIATE", reason) &&
           end(store, revoke_called(store, *id ? id : called, reason), reason);
}

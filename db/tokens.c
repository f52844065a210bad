#include "db/tokens.h"

#include "db/instant.h"
#include "db/sqlite.h"
#include "db/token_text.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum { ID, NAME, CREATED_AT, EXPIRES_AT, REVOKED_AT, SCOPES, HASH, KEY };

static const char *text_or_null(sqlite3_stmt *row, int column)
{
    return sqlite3_column_type(row, column) == SQLITE_NULL ? NULL : sqlite_text(row, column);
}

static struct token from_row(sqlite3_stmt *row)
{
    unsigned scopes = 0;
    scopes_parse(sqlite_text(row, SCOPES), &scopes);
    return (struct token){
        .id = sqlite_text(row, ID),
        .name = sqlite_text(row, NAME),
        .created_at = sqlite_text(row, CREATED_AT),
        .expires_at = text_or_null(row, EXPIRES_AT),
        .revoked_at = text_or_null(row, REVOKED_AT),
        .scopes = scopes,
    };
}

static enum token_state state_of(const struct token *token, const char *now)
{
    if (token->revoked_at)
        return TOKEN_REVOKED;
    return token->expires_at && strcmp(token->expires_at, now) <= 0 ? TOKEN_EXPIRED : TOKEN_VALID;
}

bool tokens_each(struct store *store, int64_t now_ms, token_fn *each, void *context)
{
    char now[INSTANT_SIZE];
    sqlite3_stmt *statement = sqlite_statement(store, SQL_EACH_TOKEN);
    if (!statement)
        return false;
    instant_format(now_ms, now);
    enum fetch fetch;
    while ((fetch = sqlite_step(store, statement)) == FETCH_ROW) {
        const struct token token = from_row(statement);
        if (each(&token, state_of(&token, now), context))
            continue;
        sqlite_end(statement);
        return true;
    }
    return fetch == FETCH_DONE;
}

bool tokens_any_valid(struct store *store, int64_t now_ms, bool *any)
{
    char now[INSTANT_SIZE];
    int64_t count;
    sqlite3_stmt *statement = sqlite_statement(store, SQL_COUNT_VALID_TOKENS);
    if (!statement)
        return false;
    instant_format(now_ms, now);
    sqlite_bind_text(statement, ":now", now);
    if (!sqlite_integer(store, statement, 0, &count))
        return false;
    *any = count > 0;
    return true;
}

/* The row has the database's key in any case; of an id that there is not, the hash is compared with zeroes.
 */
static bool is_secret_of(sqlite3_stmt *row, const char *text)
{
    static const unsigned char of_nobody[TOKEN_HASH_SIZE] = {0};
    unsigned char hash[TOKEN_HASH_SIZE];
    const bool is_there = sqlite_size(row, HASH) == TOKEN_HASH_SIZE;
    const void *stored = is_there ? sqlite3_column_blob(row, HASH) : of_nobody;
    if (sqlite_size(row, KEY) != TOKEN_HASH_SIZE)
        return false;
    token_text_hash(TOKEN_OF_STORE, text, hash);
    token_text_seal(sqlite3_column_blob(row, KEY), hash);
    const bool same = sodium_memcmp(stored, hash, sizeof hash) == 0;
    sodium_memzero(hash, sizeof hash);
    return same && is_there;
}

enum token_state tokens_check(struct store *store, const char *text, int64_t now_ms, struct bearer *bearer)
{
    char id[TOKEN_ID_SIZE], now[INSTANT_SIZE];
    sqlite3_stmt *statement = sqlite_statement(store, SQL_FIND_TOKEN);
    if (!statement)
        return TOKEN_FAILED;
    instant_format(now_ms, now);
    token_text_parse_id(text, id);
    sqlite_bind_text(statement, ":id", id);
    if (sqlite_step(store, statement) != FETCH_ROW)
        return TOKEN_FAILED;
    enum token_state state = TOKEN_UNKNOWN;
    if (is_secret_of(statement, text)) {
        const struct token token = from_row(statement);
        state = state_of(&token, now);
        if (state == TOKEN_VALID) {
            snprintf(bearer->name, sizeof bearer->name, "%s", token.name);
            bearer->scopes = token.scopes;
        }
    }
    sqlite_end(statement);
    return state;
}

void operator_token_init(struct operator_token *token, const char *text)
{
    *token = (struct operator_token){.is_given = text != NULL};
    if (text)
        token_text_hash(TOKEN_OF_OPERATOR, text, token->hash);
}

bool operator_token_is(const struct operator_token *token, const char *text)
{
    unsigned char hash[TOKEN_HASH_SIZE];
    token_text_hash(TOKEN_OF_OPERATOR, text, hash);
    const bool same = sodium_memcmp(token->hash, hash, sizeof hash) == 0;
    sodium_memzero(hash, sizeof hash);
    return same && token->is_given;
}

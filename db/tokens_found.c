/* Tokens by what an operator calls them. */
#include "db/tokens_found.h"

#include "db/sqlite.h"
#include "rules/names.h"

#include <stdio.h>
#include <string.h>

/* A third of a mistyped name may be wrong, and so much at most. */
#define DISTANCE_SHARE 3
#define DISTANCE_MAX 3

enum { FOUND_ID, FOUND_REVOKED, FOUND_NAME, FOUND_CREATED, FOUND_EXPIRES, FOUND_SCOPES, FOUND_SUPERSEDED };

static void read_found(sqlite3_stmt *row, struct token_found *found)
{
    int64_t expires_ms;
    found->exists = true;
    found->is_revoked = sqlite3_column_int(row, FOUND_REVOKED) != 0;
    found->is_superseded = sqlite3_column_int(row, FOUND_SUPERSEDED) != 0;
    scopes_parse(sqlite_text(row, FOUND_SCOPES), &found->scopes);
    instant_parse(sqlite_text(row, FOUND_CREATED), &found->created_ms);
    if (instant_parse(sqlite_text(row, FOUND_EXPIRES), &expires_ms))
        found->lifetime_ms = expires_ms - found->created_ms;
    snprintf(found->id, sizeof found->id, "%s", sqlite_text(row, FOUND_ID));
    snprintf(found->name, sizeof found->name, "%s", sqlite_text(row, FOUND_NAME));
}

bool tokens_find(struct store *store, const char *called, struct token_found *found)
{
    *found = (struct token_found){.exists = false};
    sqlite3_stmt *statement = sqlite_statement(store, SQL_FIND_TOKEN_CALLED);
    if (!statement)
        return false;
    sqlite_bind_text(statement, ":called", called);
    const enum fetch fetch = sqlite_step(store, statement);
    if (fetch != FETCH_ROW)
        return fetch == FETCH_DONE;
    read_found(statement, found);
    sqlite_end(statement);
    return true;
}

bool tokens_fail(const struct store *store, char reason[static STORE_REASON_SIZE])
{
    snprintf(reason, STORE_REASON_SIZE,
             "%.300s keeps its tokens as they were: see the message before this one", store->path);
    return false;
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

bool tokens_refuse_unknown(struct store *store, const char *called, char reason[static STORE_REASON_SIZE])
{
    const size_t farthest = strlen(called) / DISTANCE_SHARE + 1;
    struct suggesting suggesting = {.wanted = called};
    suggesting.best = (farthest < DISTANCE_MAX ? (unsigned)farthest : DISTANCE_MAX) + 1;
    if (!tokens_each(store, instant_now(), offer_token, &suggesting))
        return tokens_fail(store, reason);
    if (*suggesting.nearest)
        snprintf(reason, STORE_REASON_SIZE, "no token is called %.80s; did you mean %s?", called,
                 suggesting.nearest);
    else
        snprintf(reason, STORE_REASON_SIZE, "no token is called %.80s; 'navicert token list' shows them all",
                 called);
    return false;
}

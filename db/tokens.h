#pragma once
/* Who may write over HTTP: bearer tokens, kept in the store as hashes, and the operator's, which is only in
 * memory. No secret is ever stored. */

#include "db/store.h"

/* nvt_<id>_<secret>: 8 hexadecimal digits, and 32 random bytes as base64url. With the NUL: */
#define TOKEN_TEXT_SIZE 57
#define TOKEN_HASH_SIZE 32
#define TOKEN_NAME_MAX 64                        /* characters */
#define TOKEN_NAME_SIZE (4 * TOKEN_NAME_MAX + 1) /* bytes, in UTF-8 */

/* Makes a token and writes its text, which cannot be had again: the caller wipes it when it is told. `name`
 * is valid UTF-8 without control characters; 1 to 64 characters, no space at its ends, of no other token
 * that is not revoked, whatever the case, and not the name of an actor of the program itself. `expires_at`
 * is an RFC 3339 instant to come; NULL: never. On failure the reason is one sentence for the operator. */
bool tokens_create(struct store *store, const char *name, const char *expires_at,
                   char text[static TOKEN_TEXT_SIZE], char reason[static STORE_REASON_SIZE]);
/* Ends the token of that id, name or text from now on, also for servers that run. */
bool tokens_revoke(struct store *store, const char *called, char reason[static STORE_REASON_SIZE]);

enum token_state {
    TOKEN_UNKNOWN, /* no such token, or not its secret */
    TOKEN_VALID,
    TOKEN_EXPIRED,
    TOKEN_REVOKED,
    TOKEN_FAILED, /* the store could not be read (logged) */
};

/* One token; texts valid during the call, instants as in db/instant.h. */
struct token {
    const char *id;
    const char *name;
    const char *created_at;
    const char *expires_at; /* NULL: never */
    const char *revoked_at; /* NULL: not */
};
typedef bool token_fn(const struct token *token, enum token_state state, void *context); /* false stops */
/* All of them with their state at an instant (instant_now), the oldest first. False on failure (logged). */
bool tokens_each(struct store *store, int64_t now_ms, token_fn *each, void *context);

/* What a token's text is worth at an instant. It takes the same work whether the id or the secret is wrong,
 * and no longer the more of the secret is right. The name is written when it is valid. */
enum token_state tokens_check(struct store *store, const char *text, int64_t now_ms,
                              char name[static TOKEN_NAME_SIZE]);
/* Whether there is a valid token, so that anybody can write. False also on failure (logged). */
bool tokens_any_valid(struct store *store, int64_t now_ms);

/* The token that the operator gives by environment: held as a hash. */
struct operator_token {
    bool is_given;
    unsigned char hash[TOKEN_HASH_SIZE];
};
#define OPERATOR_NAME "operator" /* the actor that it stands for */
#define IMPORTER_NAME                                                                                        \
    "import" /* the actor of an import that names none: what it recorded, it may replace                     \
              */
/* NULL: there is none. The text is not kept. */
void operator_token_init(struct operator_token *token, const char *text);
/* Takes the same time whatever the hash. */
bool operator_token_is(const struct operator_token *token, const char *text);

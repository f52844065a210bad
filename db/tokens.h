#pragma once
/* Who may write over HTTP: bearer tokens, kept in the store as hashes, and the operator's, which is only in
 * memory. No secret is ever stored. */

#include "db/instant.h"
#include "db/scope.h"
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
bool tokens_create(struct store *store, const char *name, unsigned scopes, const char *expires_at,
                   char text[static TOKEN_TEXT_SIZE], char reason[static STORE_REASON_SIZE]);

struct token_rotation {
    const char *called;  /* id or name of the one that is followed */
    int64_t overlap_ms;  /* so long it opens still, unless it ends before; 0: it is revoked */
    int64_t lifetime_ms; /* of the new one; 0: as long as the old one was made for */
};
struct token_rotated {
    char text[TOKEN_TEXT_SIZE]; /* as of tokens_create */
    char name[TOKEN_NAME_SIZE];
    unsigned scopes;
    char expires_at[INSTANT_SIZE]; /* "": never */
    char old_ends_at[INSTANT_SIZE];
};
/* Makes a token of the same name and scopes, while the old one opens for some time still. */
bool tokens_rotate(struct store *store, const struct token_rotation *rotation, struct token_rotated *rotated,
                   char reason[static STORE_REASON_SIZE]);

/* Ends the token of that id or text, or all of that name, from now on, also for servers that run. */
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
    unsigned scopes;
};
typedef bool token_fn(const struct token *token, enum token_state state, void *context); /* false stops */
/* All of them with their state at an instant (instant_now), the oldest first. False on failure (logged). */
bool tokens_each(struct store *store, int64_t now_ms, token_fn *each, void *context);

/* Who a token stands for, and what it may do. */
struct bearer {
    char name[TOKEN_NAME_SIZE];
    unsigned scopes;
};
/* What a token's text is worth at an instant. It takes the same work whatever is wrong with it, and no longer
 * the more of the secret is right; only who has all of it learns that it has expired or was revoked. The
 * bearer is written when it is valid. */
enum token_state tokens_check(struct store *store, const char *text, int64_t now_ms, struct bearer *bearer);
/* Whether there is a valid token, so that anybody can write. False on failure (logged). */
bool tokens_any_valid(struct store *store, int64_t now_ms, bool *any);

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

#pragma once
/* Private to db/: the token that an operator calls by its id or name. */

#include "db/token_text.h"

struct token_found {
    bool exists;
    bool is_revoked;
    bool is_superseded;
    unsigned scopes;
    int64_t created_ms;
    int64_t lifetime_ms; /* 0: for ever */
    char id[TOKEN_ID_SIZE];
    char name[TOKEN_NAME_SIZE];
};

/* The one of that id or name, one that can still be revoked before others. False on failure (logged). */
bool tokens_find(struct store *store, const char *called, struct token_found *found);
/* What is called so is none: says what may have been meant. Always false. */
bool tokens_refuse_unknown(struct store *store, const char *called, char reason[static STORE_REASON_SIZE]);
/* It failed for a reason that was logged. Always false. */
bool tokens_fail(const struct store *store, char reason[static STORE_REASON_SIZE]);

#pragma once
/* Private to db/: the key by which the hashes of a database's tokens are sealed. */

#include "db/store.h"
#include "db/tokens.h"

/* Gives a database that has no key one, and seals the hashes that there are; within a transaction. False on
 * failure (logged). */
bool tokens_seal(struct store *store);
/* The key; false on failure (logged), and where there is none. */
bool tokens_seal_key(struct store *store, unsigned char key[static TOKEN_HASH_SIZE]);

/* 32 random bytes that each database has for itself. They lie in the same file, so a thief of the file has
 * them too: against him stand the 256 random bits of each token. They make what gets out of the table alone,
 * in a listing or another database, worth nothing. */
#include "db/tokens_seal.h"

#include "db/sqlite.h"
#include "db/token_text.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

static void bind_bytes(sqlite3_stmt *statement, const char *name, const unsigned char *bytes)
{
    sqlite3_bind_blob(statement, sqlite3_bind_parameter_index(statement, name), bytes, TOKEN_HASH_SIZE,
                      SQLITE_STATIC);
}

/* FETCH_ROW: it is read. */
static enum fetch read_hash(struct store *store, sqlite3_stmt *statement, int column,
                            unsigned char hash[static TOKEN_HASH_SIZE])
{
    const enum fetch fetch = sqlite_step(store, statement);
    if (fetch == FETCH_ROW && sqlite_size(statement, column) == TOKEN_HASH_SIZE)
        memcpy(hash, sqlite3_column_blob(statement, column), TOKEN_HASH_SIZE);
    return fetch;
}

static enum fetch find_key(struct store *store, unsigned char key[static TOKEN_HASH_SIZE])
{
    sqlite3_stmt *statement = sqlite_statement(store, SQL_FIND_TOKEN_KEY);
    if (!statement)
        return FETCH_FAILED;
    const enum fetch fetch = read_hash(store, statement, 0, key);
    if (fetch == FETCH_ROW)
        sqlite_end(statement);
    return fetch;
}

bool tokens_seal_key(struct store *store, unsigned char key[static TOKEN_HASH_SIZE])
{
    return find_key(store, key) == FETCH_ROW;
}

static bool add_key(struct store *store, const unsigned char key[static TOKEN_HASH_SIZE])
{
    sqlite3_stmt *statement = sqlite_statement(store, SQL_ADD_TOKEN_KEY);
    if (!statement)
        return false;
    bind_bytes(statement, ":key", key);
    return sqlite_run(store, statement);
}

static bool replace_hash(struct store *store, const char *id, const unsigned char *hash)
{
    sqlite3_stmt *statement = sqlite_statement(store, SQL_SEAL_TOKEN);
    if (!statement)
        return false;
    sqlite_bind_text(statement, ":id", id);
    bind_bytes(statement, ":hash", hash);
    return sqlite_run(store, statement);
}

static bool seal_all(struct store *store, const unsigned char key[static TOKEN_HASH_SIZE])
{
    char id[TOKEN_ID_SIZE] = "";
    unsigned char hash[TOKEN_HASH_SIZE];
    for (;;) {
        sqlite3_stmt *next = sqlite_statement(store, SQL_NEXT_TOKEN_HASH);
        if (!next)
            return false;
        sqlite_bind_text(next, ":after", id);
        const enum fetch fetch = read_hash(store, next, 1, hash);
        if (fetch != FETCH_ROW)
            return fetch == FETCH_DONE;
        char found[TOKEN_ID_SIZE];
        snprintf(found, sizeof found, "%s", sqlite_text(next, 0));
        sqlite_end(next);
        memcpy(id, found, sizeof id);
        token_text_seal(key, hash);
        if (!replace_hash(store, id, hash))
            return false;
    }
}

bool tokens_seal(struct store *store)
{
    unsigned char key[TOKEN_HASH_SIZE];
    const enum fetch fetch = find_key(store, key);
    if (fetch != FETCH_DONE)
        return fetch == FETCH_ROW;
    randombytes_buf(key, sizeof key);
    return add_key(store, key) && seal_all(store, key);
}

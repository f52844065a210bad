#include "db/token_text.h"

#include <sodium.h>
#include <string.h>

#define PREFIX "nvt_"
#define PREFIX_SIZE (sizeof PREFIX - 1)
#define ID_BYTES 4
#define SECRET_BYTES 32
#define SECRET_SIZE sodium_base64_ENCODED_LEN(SECRET_BYTES, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
_Static_assert(TOKEN_ID_SIZE == 2 * ID_BYTES + 1, "two digits a byte");
_Static_assert(TOKEN_TEXT_SIZE == PREFIX_SIZE + TOKEN_ID_SIZE + SECRET_SIZE, "the parts make the whole");

void token_text_choose_id(char id[static TOKEN_ID_SIZE])
{
    unsigned char bytes[ID_BYTES];
    randombytes_buf(bytes, sizeof bytes);
    sodium_bin2hex(id, TOKEN_ID_SIZE, bytes, sizeof bytes);
}

void token_text_make(const char *id, char text[static TOKEN_TEXT_SIZE])
{
    unsigned char secret[SECRET_BYTES];
    char *const after_id = text + PREFIX_SIZE + TOKEN_ID_SIZE;
    memcpy(text, PREFIX, PREFIX_SIZE);
    memcpy(text + PREFIX_SIZE, id, TOKEN_ID_SIZE - 1);
    after_id[-1] = '_';
    randombytes_buf(secret, sizeof secret);
    sodium_bin2base64(after_id, SECRET_SIZE, secret, sizeof secret, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    sodium_memzero(secret, sizeof secret);
}

void token_text_parse_id(const char *text, char id[static TOKEN_ID_SIZE])
{
    *id = '\0';
    if (strlen(text) != TOKEN_TEXT_SIZE - 1 || strncmp(text, PREFIX, PREFIX_SIZE) != 0)
        return;
    memcpy(id, text + PREFIX_SIZE, TOKEN_ID_SIZE - 1);
    id[TOKEN_ID_SIZE - 1] = '\0';
}

void token_text_hash(const char *key, const char *text, unsigned char hash[static TOKEN_HASH_SIZE])
{
    crypto_generichash(hash, TOKEN_HASH_SIZE, (const unsigned char *)text, strlen(text),
                       (const unsigned char *)key, strlen(key));
}

void token_text_seal(const unsigned char *key, unsigned char hash[static TOKEN_HASH_SIZE])
{
    unsigned char sealed[TOKEN_HASH_SIZE];
    crypto_generichash(sealed, sizeof sealed, hash, TOKEN_HASH_SIZE, key, TOKEN_HASH_SIZE);
    memcpy(hash, sealed, sizeof sealed);
    sodium_memzero(sealed, sizeof sealed);
}

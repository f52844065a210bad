/* BLAKE2b-256 by libsodium. */
#include "api/digest.h"

#include <sodium.h>
#include <string.h>

void digest_format(const unsigned char digest[static DIGEST_SIZE], char text[static DIGEST_TEXT_SIZE])
{
    static const char prefix[] = "blake2b-256:";
    memcpy(text, prefix, sizeof prefix - 1);
    sodium_bin2hex(text + sizeof prefix - 1, 2 * DIGEST_SIZE + 1, digest, DIGEST_SIZE);
}

void digest_text(const char *first, size_t first_size, const char *second, size_t second_size,
                 char text[static DIGEST_TEXT_SIZE])
{
    unsigned char hash[DIGEST_SIZE];
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof hash);
    crypto_generichash_update(&state, (const unsigned char *)first, first_size);
    crypto_generichash_update(&state, (const unsigned char *)second, second_size);
    crypto_generichash_final(&state, hash, sizeof hash);
    digest_format(hash, text);
}

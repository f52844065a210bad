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

void digest_text(const char *bytes, size_t size, char text[static DIGEST_TEXT_SIZE])
{
    unsigned char hash[DIGEST_SIZE];
    crypto_generichash(hash, sizeof hash, (const unsigned char *)bytes, size, NULL, 0);
    digest_format(hash, text);
}

#include "db/chain.h"

#include <sodium.h>
#include <string.h>

static void little_endian(uint64_t number, unsigned char bytes[static 8])
{
    for (size_t i = 0; i < 8; i++)
        bytes[i] = (unsigned char)(number >> (8 * i));
}

static void add_field(crypto_generichash_state *state, const void *bytes, size_t size)
{
    unsigned char length[8];
    little_endian(size, length);
    crypto_generichash_update(state, length, sizeof length);
    if (size)
        crypto_generichash_update(state, bytes, size);
}

void chain_digest(const unsigned char *previous, const struct revision *revision,
                  unsigned char digest[static REVISION_DIGEST_SIZE])
{
    crypto_generichash_state state;
    unsigned char seq[8];
    little_endian((uint64_t)revision->seq, seq);
    crypto_generichash_init(&state, NULL, 0, REVISION_DIGEST_SIZE);
    add_field(&state, previous, previous ? REVISION_DIGEST_SIZE : 0);
    add_field(&state, seq, sizeof seq);
    add_field(&state, revision->recorded_at, strlen(revision->recorded_at));
    add_field(&state, revision->actor, strlen(revision->actor));
    add_field(&state, revision->note, strlen(revision->note));
    add_field(&state, revision->changes, revision->changes_size);
    crypto_generichash_final(&state, digest, REVISION_DIGEST_SIZE);
}

void chain_format(const unsigned char digest[static REVISION_DIGEST_SIZE], char hex[static CHAIN_HEX_SIZE])
{
    sodium_bin2hex(hex, CHAIN_HEX_SIZE, digest, REVISION_DIGEST_SIZE);
}

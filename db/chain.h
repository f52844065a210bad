#pragma once
/* The digest that binds each revision to the one before it. */

#include "db/revisions.h"

/* BLAKE2b-256 over the previous digest (empty before the first), seq, recorded_at, actor, note and changes,
 * each preceded by its length; lengths and seq as 8 bytes, little endian. */
void chain_digest(const unsigned char *previous, const struct revision *revision,
                  unsigned char digest[static REVISION_DIGEST_SIZE]);

#define CHAIN_HEX_SIZE (2 * REVISION_DIGEST_SIZE + 1)
void chain_format(const unsigned char digest[static REVISION_DIGEST_SIZE], char hex[static CHAIN_HEX_SIZE]);

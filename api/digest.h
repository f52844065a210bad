#pragma once
/* Digests of what is answered: "blake2b-256:<hex>". */

#include <stddef.h>

#define DIGEST_TEXT_SIZE sizeof "blake2b-256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

#define DIGEST_SIZE 32

void digest_format(const unsigned char digest[static DIGEST_SIZE], char text[static DIGEST_TEXT_SIZE]);
/* About a microsecond a kilobyte: of a short answer it is the largest part. */
void digest_text(const char *bytes, size_t size, char text[static DIGEST_TEXT_SIZE]);

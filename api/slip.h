#pragma once
/* Whether a word that is none of ours is a slip of the pen for one. */

#include <stdbool.h>
#include <stddef.h>

/* What stands behind so much of a word is not looked at. */
#define SLIP_SIZE 128

/* Small letters and digits, without whatever else stands among them. */
void slip_make_plain(const char *word, size_t size, char plain[static SLIP_SIZE]);
/* Of two plain words: the same, or near. */
bool slip_is_near(const char *plain, const char *word);

#pragma once
/* What names mean, remembered by the very bytes in which they came: a file names the same few chips and
 * places again and again. */

#include "rules/names.h"

enum spelt { SPELT_FOUND, SPELT_UNKNOWN, SPELT_AMBIGUOUS };

struct spelling {
    enum spelt how;
    uint32_t index; /* of the chip or place found; else one more than that of the nearest, 0: none is near */
};

/* Private to its owner. The rules must live as long. */
struct spellings;
struct spellings *spellings_open(const struct rules *rules); /* NULL when memory is short */
void spellings_close(struct spellings *spellings);

/* As names_match_chip and names_match_place of that text, which need not be terminated. The nearest are
 * looked for only SPELLINGS_NEAR_MAX times, since that takes long. */
#define SPELLINGS_NEAR_MAX 200
struct spelling spelling_of_chip(struct spellings *spellings, const char *text, size_t size);
struct spelling spelling_of_place(struct spellings *spellings, const char *text, size_t size);

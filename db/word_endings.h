#pragma once
/* Private to db/: the beginning of a word as a query of all words that begin so. To FTS5 a beginning costs as
 * much as all that holds any of them; of whole words it reads only as far as it has to. */

#include "db/json_out.h"
#include "db/text_cut.h"

/* More than so many are left to FTS5. */
#define WORD_ENDINGS_MAX 64

/* Writes a query for what holds the phrase, or one that goes on; `letters`: with a letter only. Nothing is
 * written where they are too many, or where the phrase has no word. False on failure (logged). */
bool word_endings_write(struct store *store, const struct text_cutter *cutter, const char *phrase,
                        bool letters, struct json_out *query);

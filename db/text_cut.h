#pragma once
/* Private to db/: cuts text into words by the tokenizer of the full-text index itself, so that what is typed,
 * what is found and what is marked are the same words. */

#include "db/sqlite.h"

struct text_cutter {
    fts5_tokenizer calls;
    Fts5Tokenizer *state;
};

/* False on failure (logged). Closing one that was not opened does nothing. */
bool text_cutter_open(struct store *store, struct text_cutter *cutter);
void text_cutter_close(struct text_cutter *cutter);

/* As the index holds it, in small letters without marks and not terminated; and where it stands in the text,
 * in bytes. */
struct text_word {
    const char *text;
    size_t size;
    size_t begin;
    size_t end;
};
typedef bool text_word_fn(const struct text_word *word, void *context);

/* Hands every word to `each` in order, until it answers false; false then, and when memory is short. */
bool text_cut(const struct text_cutter *cutter, const char *text, text_word_fn *each, void *context);

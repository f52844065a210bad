#pragma once
/* Private to db/: where the words of a search stand in a document. */

#include "db/search_words.h"

/* A place in a text where one of the words stands. */
struct run {
    size_t begin; /* bytes */
    size_t end;
    unsigned word;
};

/* Where the words stand in a text. Zero-initialised, then used for one text after another. */
struct marker {
    struct json_out letters; /* the words of the text, a NUL after each */
    struct marker_token *tokens;
    size_t token_count;
    size_t token_capacity;
    struct run *runs; /* in order, apart */
    size_t run_count;
    size_t run_capacity;
    size_t marked_tokens; /* how many words of the text are in the runs */
};

/* False when memory is short. */
bool marker_mark(struct marker *marker, const struct reader *reader, const char *text);
/* Where the last word before `at` begins, and where the first one after it ends. */
size_t marker_word_begin(const struct marker *marker, size_t at);
size_t marker_word_end(const struct marker *marker, size_t at);
void marker_done(struct marker *marker);

/* Fills the excerpts of a hit whose body is there. */
void search_show(struct reader *reader, struct marker *marker, struct search_hit *hit);

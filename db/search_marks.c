/* Finds the words of a search in a text, by the same rules as the index does (db/search_match.c). */

#include "db/search_show.h"

#include <stdlib.h>
#include <string.h>

struct marker_token {
    size_t letters; /* where they begin in `letters` */
    size_t begin;
    size_t end;
};

/* Room for one more; false when memory is short. */
static bool make_room(void **items, size_t *capacity, size_t count, size_t size)
{
    if (count < *capacity)
        return true;
    const size_t wanted = *capacity ? 2 * *capacity : 256;
    void *grown = realloc(*items, wanted * size);
    if (!grown)
        return false;
    *items = grown;
    *capacity = wanted;
    return true;
}

static bool keep_token(const struct text_word *word, void *context)
{
    struct marker *marker = context;
    void *tokens = marker->tokens;
    if (!make_room(&tokens, &marker->token_capacity, marker->token_count, sizeof *marker->tokens))
        return false;
    marker->tokens = tokens;
    marker->tokens[marker->token_count++] =
        (struct marker_token){marker->letters.size, word->begin, word->end};
    json_out_bytes(&marker->letters, word->text, word->size);
    json_out_bytes(&marker->letters, "", 1);
    return !marker->letters.failed;
}

static bool keep_run(struct marker *marker, struct run run)
{
    void *runs = marker->runs;
    if (!make_room(&runs, &marker->run_capacity, marker->run_count, sizeof *marker->runs))
        return false;
    marker->runs = runs;
    marker->runs[marker->run_count++] = run;
    return true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The last word of a phrase may go on; after digits with a letter only. */
static bool goes_on(const struct reading *reading, const char *word, size_t size, const char *token)
{
    const char next = token[size];
    if (reading->closed)
        return false;
    return !reading->whole || !is_digit(word[size - 1]) || (next >= 'a' && next <= 'z');
}

/* How many tokens from `at` on are the phrase; 0: they are not. */
static size_t match_phrase(const struct marker *marker, size_t at, const struct reading *reading,
                           const char *phrase)
{
    size_t count = 0;
    for (bool is_last = false; !is_last; count++) {
        const size_t size = strcspn(phrase, " ");
        is_last = phrase[size] == '\0';
        if (at + count == marker->token_count)
            return 0;
        const char *token = marker->letters.text + marker->tokens[at + count].letters;
        if (strncmp(phrase, token, size) != 0)
            return 0;
        if (token[size] && !(is_last && goes_on(reading, phrase, size, token)))
            return 0;
        phrase += size + 1;
    }
    return count;
}

/* The word that stands there, and its number of tokens; 0: none does. */
static size_t match_any(const struct marker *marker, const struct reader *reader, size_t at, unsigned *word)
{
    for (*word = 0; *word < reader->count; ++*word) {
        const struct reading *reading = &reader->words[*word];
        for (size_t i = 0; i < reading->phrase_count; i++) {
            const size_t count = match_phrase(marker, at, reading, reading->phrases[i]);
            if (count > 0)
                return count;
        }
    }
    return 0;
}

static bool find_runs(struct marker *marker, const struct reader *reader)
{
    bool kept = true;
    for (size_t at = 0; kept && at < marker->token_count;) {
        unsigned word;
        const size_t count = match_any(marker, reader, at, &word);
        if (count > 0)
            kept = keep_run(marker,
                            (struct run){marker->tokens[at].begin, marker->tokens[at + count - 1].end, word});
        marker->marked_tokens += count;
        at += count > 0 ? count : 1;
    }
    return kept;
}

bool marker_mark(struct marker *marker, const struct reader *reader, const char *text)
{
    marker->letters.size = 0;
    marker->token_count = 0;
    marker->run_count = 0;
    marker->marked_tokens = 0;
    return text_cut(reader->cutter, text, keep_token, marker) && find_runs(marker, reader);
}

size_t marker_word_begin(const struct marker *marker, size_t at)
{
    size_t found = 0;
    for (size_t i = 0; i < marker->token_count && marker->tokens[i].begin <= at; i++)
        found = marker->tokens[i].begin;
    return found;
}

size_t marker_word_end(const struct marker *marker, size_t at)
{
    size_t found = at;
    for (size_t i = marker->token_count; i > 0 && marker->tokens[i - 1].end >= at; i--)
        found = marker->tokens[i - 1].end;
    return found;
}

void marker_done(struct marker *marker)
{
    json_out_done(&marker->letters);
    free(marker->tokens);
    free(marker->runs);
    *marker = (struct marker){.token_count = 0};
}

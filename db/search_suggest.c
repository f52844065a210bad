/* What may have been meant where nothing holds all the words: near words, words joined or left out, near
 * names. */

#include "db/search_words.h"

#include <string.h>

struct suggesting {
    struct reader *reader;
    struct search_result *result;
    const char *text; /* as it was typed, read into words */
};

static bool is_full(const struct suggesting *suggesting)
{
    return suggesting->reader->failed || suggesting->result->meant_count == SEARCH_MEANT_MAX;
}

static bool is_there(const struct suggesting *suggesting, const char *text)
{
    for (size_t i = 0; i < suggesting->result->meant_count; i++) {
        if (strcmp(suggesting->result->meant[i], text) == 0)
            return true;
    }
    return strcmp(text, suggesting->text) == 0;
}

static bool quote_word(const struct text_word *word, void *context)
{
    struct json_out *query = context;
    json_out_bytes(query, query->size ? " AND \"" : "\"", query->size ? 6 : 1);
    json_out_bytes(query, word->text, word->size);
    json_out_bytes(query, "\"", 1);
    return true;
}

/* Takes the text when it finds something. */
static void offer(struct suggesting *suggesting, const char *text)
{
    struct reader *reader = suggesting->reader;
    struct json_out query = {0};
    if (is_full(suggesting) || !*text || is_there(suggesting, text))
        return;
    if (!text_cut(reader->cutter, text, quote_word, &query) || !json_out_finish(&query))
        reader->failed = true;
    else if (query.size > 0 && reader_matches(reader, query.text)) {
        const char *kept = reader_keep(reader, text, strlen(text));
        if (kept)
            suggesting->result->meant[suggesting->result->meant_count++] = kept;
    }
    json_out_done(&query);
}

/* The words from `first` to before `end` without number `without`, number `instead` spelt in another way. */
struct variant {
    size_t first;
    size_t end;
    size_t without;
    size_t instead;
    const char *spelling;
    size_t joined; /* this one is joined to the one before */
};
#define NO_WORD SEARCH_WORDS_MAX

/* What is joined was not two words: a near one of either means nothing. */
static const char *spell(const struct reader *reader, const struct variant *variant, size_t i)
{
    if (i == variant->instead && variant->spelling)
        return variant->spelling;
    if (i == variant->joined || i + 1 == variant->joined)
        return reader->words[i].told.word;
    return reading_spelling(&reader->words[i]);
}

static void offer_variant(struct suggesting *suggesting, struct variant variant)
{
    struct reader *reader = suggesting->reader;
    struct json_out text = {0};
    for (size_t i = variant.first; i < variant.end; i++) {
        if (i == variant.without)
            continue;
        const char *word = spell(reader, &variant, i);
        json_out_bytes(&text, " ", text.size > 0 && i != variant.joined);
        json_out_bytes(&text, word, strlen(word));
    }
    if (!json_out_finish(&text))
        reader->failed = true;
    else
        offer(suggesting, text.text);
    json_out_done(&text);
}

static struct variant whole_text(const struct reader *reader)
{
    return (struct variant){0, reader->count, NO_WORD, NO_WORD, "", NO_WORD};
}

static void offer_joined(struct suggesting *suggesting)
{
    struct variant variant = whole_text(suggesting->reader);
    for (variant.joined = 1; variant.joined < suggesting->reader->count; variant.joined++)
        offer_variant(suggesting, variant);
}

/* The one word that nothing holds, replaced by those that are near with one slip more than is read by itself.
 */
static void offer_near(struct suggesting *suggesting)
{
    struct reader *reader = suggesting->reader;
    const char *words[SEARCH_READ_AS_MAX];
    struct variant variant = whole_text(reader);
    for (size_t i = 0; i < reader->count; i++) {
        if (reader->words[i].phrase_count > 0)
            continue;
        if (variant.instead != NO_WORD)
            return;
        variant.instead = i;
    }
    if (variant.instead == NO_WORD || is_full(suggesting))
        return;
    const size_t count = vocabulary_near(reader, reader->words[variant.instead].told.word, true, words);
    for (size_t i = 0; i < count; i++) {
        variant.spelling = words[i];
        offer_variant(suggesting, variant);
    }
}

/* At an end before in the middle, so that what is left stands together. */
static void offer_without_one(struct suggesting *suggesting)
{
    const size_t count = suggesting->reader->count;
    struct variant variant = whole_text(suggesting->reader);
    for (size_t i = 0; i < count; i++) {
        variant.without = i == 0 ? count - 1 : i - 1;
        offer_variant(suggesting, variant);
    }
}

/* The longest runs of words that are found together. */
static void offer_runs(struct suggesting *suggesting)
{
    const size_t count = suggesting->reader->count;
    struct variant variant = whole_text(suggesting->reader);
    for (size_t length = count; length-- > 1 && suggesting->result->meant_count == 0;) {
        for (variant.first = 0; variant.first + length <= count; variant.first++) {
            variant.end = variant.first + length;
            offer_variant(suggesting, variant);
        }
    }
}

void search_suggest(struct reader *reader, struct search_result *result)
{
    const char *text = reader_spelling(reader);
    struct suggesting suggesting = {reader, result, text};
    if (!text)
        return;
    offer_joined(&suggesting);
    offer_near(&suggesting);
    offer_without_one(&suggesting);
    offer_runs(&suggesting);
}

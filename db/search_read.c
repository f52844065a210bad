/* What is typed, read into words that occur: as typed, as a beginning, without its hyphens, apart, or as the
 * nearest ones. */

#include "db/search_words.h"
#include "db/word_endings.h"

#include <ctype.h>
#include <string.h>

const char *reader_keep(struct reader *reader, const char *text, size_t size)
{
    char *copy = arena_allocate(reader->arena, size + 1, 1);
    if (copy)
        memcpy(copy, text, size);
    else
        reader->failed = true;
    return copy;
}

bool reader_matches(struct reader *reader, const char *query)
{
    int64_t found = 0;
    sqlite3_stmt *statement = reader->failed ? NULL : sqlite_statement(reader->store, SQL_SEARCH_STANDS);
    if (statement && reader->spans.size == 0 && !spans_write(reader->store, reader->at, &reader->spans))
        statement = NULL;
    if (statement) {
        sqlite_bind_text(statement, ":words", query);
        sqlite_bind_text(statement, ":spans", reader->spans.text);
        sqlite_bind_integer(statement, ":at", reader->at);
    }
    if (!statement || !sqlite_integer(reader->store, statement, 0, &found))
        reader->failed = true;
    return !reader->failed && found;
}

bool reader_stands(struct reader *reader, const char *phrase, bool beginning)
{
    struct json_out query = {0};
    json_out_bytes(&query, "\"", 1);
    json_out_bytes(&query, phrase, strlen(phrase));
    json_out_bytes(&query, "\"*", beginning ? 2 : 1);
    if (!json_out_finish(&query))
        reader->failed = true;
    const bool stands = !reader->failed && reader_matches(reader, query.text);
    json_out_done(&query);
    return stands;
}

/* Notes the phrase where it occurs. */
static bool try_phrase(struct reader *reader, struct reading *reading, const char *phrase, bool beginning)
{
    if (!phrase || !reader_stands(reader, phrase, beginning))
        return false;
    reading->phrases[reading->phrase_count++] = phrase;
    reading->whole = !beginning;
    return true;
}

static void tell(struct reading *reading, enum search_how how)
{
    reading->told.how = how;
    if (how == SEARCH_TYPED || how == SEARCH_BEGINNING)
        return;
    memcpy(reading->told.read_as, reading->phrases, sizeof reading->phrases);
    reading->told.read_as_count = reading->phrase_count;
}

/* Shorter words that end with s are seldom plurals. */
#define PLURAL_MIN 5

/* A space put where letters meet digits. */
static bool try_apart(struct reader *reader, struct reading *reading)
{
    const char *word = reading->told.word;
    for (size_t i = 1; word[i]; i++) {
        if (!isdigit((unsigned char)word[i]) == !isdigit((unsigned char)word[i - 1]))
            continue;
        char *apart = arena_allocate(reader->arena, strlen(word) + 2, 1);
        if (!apart) {
            reader->failed = true;
            return false;
        }
        memcpy(apart, word, i);
        apart[i] = ' ';
        memcpy(apart + i + 1, word + i, strlen(word + i));
        if (try_phrase(reader, reading, apart, false) || try_phrase(reader, reading, apart, true))
            return true;
    }
    return false;
}

/* Words are looked for as beginnings, so that a singular finds its plural; this lets a plural find the
 * singular. */
static void try_singular(struct reader *reader, struct reading *reading)
{
    const char *word = reading->told.word;
    const size_t size = strlen(word);
    if (size < PLURAL_MIN || word[size - 1] != 's' || word[size - 2] == 's')
        return;
    const char *singular = reader_keep(reader, word, size - 1);
    try_phrase(reader, reading, singular, false);
}

static void read_word(struct reader *reader, struct reading *reading)
{
    const char *word = reading->told.word;
    if (try_phrase(reader, reading, word, false)) {
        tell(reading, SEARCH_TYPED);
        try_singular(reader, reading);
    } else if (try_phrase(reader, reading, word, true)) {
        tell(reading, SEARCH_BEGINNING);
        reading->told.read_as_count = vocabulary_after(reader, word, reading->told.read_as);
    } else if (try_apart(reader, reading)) {
        tell(reading, SEARCH_APART);
    } else {
        reading->whole = true;
        reading->phrase_count = vocabulary_near(reader, word, false, reading->phrases);
        tell(reading, reading->phrase_count ? SEARCH_NEAR : SEARCH_UNKNOWN);
    }
}

/* What is typed between two spaces, or two such. */
struct chunk {
    const char *text;
    size_t count;       /* words in it */
    const char *apart;  /* the words separated by spaces */
    const char *joined; /* by nothing */
};

struct cutting {
    struct chunk *chunk;
    struct json_out apart;
    struct json_out joined;
};

/* The s of "China's". */
static bool is_genitive(const struct chunk *chunk, const struct text_word *word)
{
    static const char curly[] = "\xE2\x80\x99";
    const char *before = chunk->text + word->begin;
    if (chunk->count == 0 || word->size != 1 || *word->text != 's')
        return false;
    return before[-1] == '\'' || (word->begin > 3 && memcmp(before - 3, curly, 3) == 0);
}

static bool add_word(const struct text_word *word, void *context)
{
    struct cutting *cutting = context;
    if (is_genitive(cutting->chunk, word))
        return true;
    json_out_bytes(&cutting->apart, " ", cutting->chunk->count > 0);
    json_out_bytes(&cutting->apart, word->text, word->size);
    json_out_bytes(&cutting->joined, word->text, word->size);
    cutting->chunk->count++;
    return true;
}

/* Without words where there are none, or when memory is short. */
static struct chunk cut_chunk(struct reader *reader, const char *text, size_t size)
{
    struct chunk chunk = {.text = reader_keep(reader, text, size)};
    struct cutting cutting = {.chunk = &chunk};
    const bool cut = chunk.text && text_cut(reader->cutter, chunk.text, add_word, &cutting);
    if (!cut || !json_out_finish(&cutting.apart) || !json_out_finish(&cutting.joined)) {
        reader->failed = true;
    } else {
        chunk.apart = reader_keep(reader, cutting.apart.text, cutting.apart.size);
        chunk.joined = reader_keep(reader, cutting.joined.text, cutting.joined.size);
    }
    json_out_done(&cutting.apart);
    json_out_done(&cutting.joined);
    if (reader->failed)
        chunk.count = 0;
    return chunk;
}

static struct reading *add_reading(struct reader *reader, const char *word)
{
    reader->too_many = reader->too_many || reader->count == SEARCH_WORDS_MAX;
    if (reader->failed || reader->too_many)
        return NULL;
    struct reading *reading = &reader->words[reader->count++];
    *reading = (struct reading){.told = {.word = word, .how = SEARCH_UNKNOWN}};
    return reading;
}

/* "H-20" or "U.A.E.": one after the other, or without what stands between. False when neither occurs. */
static bool read_compound(struct reader *reader, const char *apart, const char *joined)
{
    struct reading *reading = add_reading(reader, apart);
    if (!reading)
        return true;
    const bool typed = try_phrase(reader, reading, apart, false);
    if (try_phrase(reader, reading, joined, false) || typed) {
        tell(reading, typed ? SEARCH_TYPED : SEARCH_JOINED);
        return true;
    }
    if (try_phrase(reader, reading, apart, true) || try_phrase(reader, reading, joined, true)) {
        tell(reading, SEARCH_BEGINNING);
        reading->told.read_as_count = vocabulary_after(reader, joined, reading->told.read_as);
        return true;
    }
    reader->count--;
    return false;
}

static void read_each(struct reader *reader, const char *apart)
{
    for (const char *at = apart; *at && !reader->too_many; at += strspn(at, " ")) {
        const size_t size = strcspn(at, " ");
        const char *word = reader_keep(reader, at, size);
        struct reading *reading = word ? add_reading(reader, word) : NULL;
        if (reading)
            read_word(reader, reading);
        at += size;
    }
}

static void read_chunk(struct reader *reader, const char *text, size_t size)
{
    const struct chunk chunk = cut_chunk(reader, text, size);
    if (chunk.count == 1 || (chunk.count > 1 && !read_compound(reader, chunk.apart, chunk.joined)))
        read_each(reader, chunk.apart);
}

/* "mi 308": letters and digits that occur only without the space between them. */
static bool read_pair(struct reader *reader, const char *text, size_t size)
{
    const struct chunk chunk = cut_chunk(reader, text, size);
    const char *gap = chunk.count == 2 ? strchr(chunk.apart, ' ') : NULL;
    if (!gap || !isdigit((unsigned char)gap[-1]) == !isdigit((unsigned char)gap[1]))
        return false;
    if (reader_stands(reader, chunk.apart, false) || !reader_stands(reader, chunk.joined, false))
        return false;
    struct reading *reading = add_reading(reader, chunk.apart);
    if (reading && try_phrase(reader, reading, chunk.joined, false))
        tell(reading, SEARCH_JOINED);
    return true;
}

/* Shorter words begin too many others; the last one may still be on its way. */
#define BEGINNING_MIN 3

static void close_short_words(struct reader *reader)
{
    for (size_t i = 0; i + 1 < reader->count; i++) {
        struct reading *reading = &reader->words[i];
        reading->closed = reading->whole && strlen(reading->told.word) < BEGINNING_MIN;
    }
}

static void lengthen(struct reader *reader, struct reading *reading, size_t i)
{
    const char *phrase = reading->phrases[i];
    const bool letters = reading->whole && isdigit((unsigned char)phrase[strlen(phrase) - 1]);
    struct json_out query = {0};
    if (!word_endings_write(reader->store, reader->cutter, phrase, letters, &query) ||
        !json_out_finish(&query))
        reader->failed = true;
    else if (query.size > 0)
        reading->endings[i] = reader_keep(reader, query.text, query.size);
    json_out_done(&query);
}

/* What begins so is found by the words that do. */
static void lengthen_all(struct reader *reader)
{
    for (size_t i = 0; i < reader->count; i++) {
        for (size_t k = 0; !reader->words[i].closed && k < reader->words[i].phrase_count; k++)
            lengthen(reader, &reader->words[i], k);
    }
}

void reader_read(struct reader *reader, const char *text)
{
    static const char gaps[] = " \t\r\n\v\f";
    for (const char *at = text + strspn(text, gaps); *at && !reader->too_many; at += strspn(at, gaps)) {
        const size_t size = strcspn(at, gaps);
        const size_t gap = strspn(at + size, gaps);
        const size_t pair = size + gap + strcspn(at + size + gap, gaps);
        const bool paired = pair > size + gap && read_pair(reader, at, pair);
        if (!paired)
            read_chunk(reader, at, size);
        at += paired ? pair : size;
    }
    close_short_words(reader);
    lengthen_all(reader);
}

bool reader_knows_all(const struct reader *reader)
{
    for (size_t i = 0; i < reader->count; i++) {
        if (reader->words[i].phrase_count == 0)
            return false;
    }
    return reader->count > 0;
}

const char *reading_spelling(const struct reading *reading)
{
    const bool typed = reading->phrase_count == 0 || reading->told.how == SEARCH_BEGINNING;
    return typed ? reading->told.word : reading->phrases[0];
}

const char *reader_spelling(struct reader *reader)
{
    struct json_out text = {0};
    for (size_t i = 0; i < reader->count; i++) {
        const char *word = reading_spelling(&reader->words[i]);
        json_out_bytes(&text, " ", i > 0);
        json_out_bytes(&text, word, strlen(word));
    }
    const char *kept = json_out_finish(&text) ? reader_keep(reader, text.text, text.size) : NULL;
    reader->failed = reader->failed || !kept;
    json_out_done(&text);
    return kept;
}

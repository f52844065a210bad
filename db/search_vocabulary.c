/* The words that occur: those that go on after what was typed, and those near to it. */

#include "db/search_words.h"
#include "rules/names.h"

#include <ctype.h>
#include <string.h>

/* After every text that begins with what stands before it: the last character there is. */
#define LAST_CHARACTER "\xF4\x8F\xBF\xBF"
/* More than any word of a query can have. */
#define WORD_SIZE 1024

typedef bool term_fn(const char *term, size_t size, void *context);

/* Hands over the words of every version that begin so, in order, until `each` has enough. */
static void each_term(struct reader *reader, const char *beginning, term_fn *each, void *context)
{
    char until[WORD_SIZE];
    const size_t size = strlen(beginning);
    sqlite3_stmt *terms = reader->failed ? NULL : sqlite_statement(reader->store, SQL_SEARCH_VOCABULARY);
    if (!terms || size + sizeof LAST_CHARACTER > sizeof until) {
        reader->failed = true;
        return;
    }
    memcpy(until, beginning, size);
    memcpy(until + size, LAST_CHARACTER, sizeof LAST_CHARACTER);
    sqlite_bind_text(terms, ":from", beginning);
    sqlite_bind_text(terms, ":until", until);
    enum fetch fetch;
    while ((fetch = sqlite_step(reader->store, terms)) == FETCH_ROW &&
           each(sqlite_text(terms, 0), sqlite_size(terms, 0), context))
        continue;
    reader->failed = reader->failed || fetch == FETCH_FAILED;
    if (fetch == FETCH_ROW)
        sqlite_end(terms);
}

/* Words taken so far. */
struct taking {
    struct reader *reader;
    const char *typed;
    const char **words;
    size_t count;
};

/* Only what occurs in what stands counts. */
static void take(struct taking *taking, const char *term, size_t size)
{
    if (taking->count == SEARCH_READ_AS_MAX || !reader_stands(taking->reader, term, false))
        return;
    const char *kept = reader_keep(taking->reader, term, size);
    if (kept)
        taking->words[taking->count++] = kept;
}

static bool take_longer(const char *term, size_t size, void *context)
{
    struct taking *taking = context;
    if (strcmp(term, taking->typed) != 0)
        take(taking, term, size);
    return taking->count < SEARCH_READ_AS_MAX && !taking->reader->failed;
}

size_t vocabulary_after(struct reader *reader, const char *word, const char *words[static SEARCH_READ_AS_MAX])
{
    struct taking taking = {reader, word, words, 0};
    each_term(reader, word, take_longer, &taking);
    return taking.count;
}

static bool keep_term(const char *term, size_t size, void *context)
{
    struct json_out *words = context;
    json_out_bytes(words, term, size + 1);
    return !words->failed;
}

/* A text of slips may have many words: all of them are compared with what is read once. */
static void load(struct reader *reader)
{
    if (reader->vocabulary.words.size > 0)
        return;
    each_term(reader, "", keep_term, &reader->vocabulary.words);
    if (!json_out_finish(&reader->vocabulary.words))
        reader->failed = true;
}

void vocabulary_close(struct vocabulary *vocabulary)
{
    json_out_done(&vocabulary->words);
}

static size_t count_characters(const char *word)
{
    size_t count = 0;
    for (; *word; word++)
        count += ((unsigned char)*word & 0xC0) != 0x80;
    return count;
}

/* How many slips a word of that length may have. */
static unsigned slips_in(const char *word, bool slack)
{
    const size_t length = count_characters(word);
    if (slack)
        return length < 6 ? 1 : length < 8 ? 2 : 3;
    return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/* Another model or another year is another thing, not a slip. */
static bool same_digits(const char *a, const char *b)
{
    for (;; a++, b++) {
        while (*a && !isdigit((unsigned char)*a))
            a++;
        while (*b && !isdigit((unsigned char)*b))
            b++;
        if (*a != *b || *a == '\0')
            return *a == *b;
    }
}

/* A bit for each character that occurs. */
static uint64_t letters_of(const char *word)
{
    uint64_t letters = 0;
    for (; *word; word++)
        letters |= UINT64_C(1) << ((unsigned char)*word & 63);
    return letters;
}

static unsigned count_bits(uint64_t bits)
{
    unsigned count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

struct near {
    const char *typed;
    uint64_t letters;
    unsigned distance;
    bool same_first;
    bool any_digits;
};

/* Each slip brings or loses one letter at most, which tells most words apart cheaply. */
static bool is_near(const struct near *near, const char *term)
{
    if ((*term == *near->typed) != near->same_first)
        return false;
    const uint64_t letters = letters_of(term);
    if (count_bits(letters & ~near->letters) > near->distance ||
        count_bits(near->letters & ~letters) > near->distance)
        return false;
    return (near->any_digits || same_digits(near->typed, term)) &&
           names_distance(near->typed, term, near->distance) == near->distance;
}

size_t vocabulary_near(struct reader *reader, const char *word, bool slack,
                       const char *words[static SEARCH_READ_AS_MAX])
{
    struct taking taking = {reader, word, words, 0};
    struct near near = {.typed = word, .letters = letters_of(word), .any_digits = slack};
    const unsigned slips = slips_in(word, slack);
    if (slips > 0)
        load(reader);
    /* The first letter is usually right. */
    for (unsigned step = 0; step < 2 * slips && taking.count == 0 && !reader->failed; step++) {
        near.distance = step / 2 + 1;
        near.same_first = step % 2 == 0;
        const char *end = reader->vocabulary.words.text + reader->vocabulary.words.size;
        for (const char *term = reader->vocabulary.words.text; term < end; term += strlen(term) + 1) {
            if (is_near(&near, term))
                take(&taking, term, strlen(term));
        }
    }
    return taking.count;
}

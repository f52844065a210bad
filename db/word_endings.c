#include "db/word_endings.h"

#include <string.h>

/* After every text that begins with what stands before it: the last character there is. */
#define LAST_CHARACTER "\xF4\x8F\xBF\xBF"

struct cutting {
    struct json_out phrase; /* its words, separated by spaces */
    size_t last;            /* where the last of them begins */
};

static bool keep_word(const struct text_word *word, void *context)
{
    struct cutting *cutting = context;
    json_out_bytes(&cutting->phrase, " ", cutting->phrase.size > 0);
    cutting->last = cutting->phrase.size;
    json_out_bytes(&cutting->phrase, word->text, word->size);
    return !cutting->phrase.failed;
}

static bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

/* The words from the beginning on; each is the end of the phrase in turn. */
static enum fetch write_all(struct store *store, sqlite3_stmt *terms, const struct cutting *cutting,
                            bool letters, struct json_out *query)
{
    const size_t size = cutting->phrase.size - cutting->last;
    unsigned count = 0;
    enum fetch fetch;
    while ((fetch = sqlite_step(store, terms)) == FETCH_ROW && count < WORD_ENDINGS_MAX) {
        const char *term = sqlite_text(terms, 0);
        if (letters && term[size] != '\0' && !is_letter(term[size]))
            continue;
        const char *joint = count++ > 0 ? " OR \"" : "(\"";
        json_out_bytes(query, joint, strlen(joint));
        json_out_bytes(query, cutting->phrase.text, cutting->last);
        json_out_bytes(query, term, sqlite_size(terms, 0));
        json_out_bytes(query, "\"", 1);
    }
    json_out_bytes(query, ")", count > 0);
    return fetch;
}

static bool write_endings(struct store *store, const struct cutting *cutting, bool letters,
                          struct json_out *query)
{
    const size_t before = query->size;
    struct json_out until = {0};
    const char *last = cutting->phrase.text + cutting->last;
    sqlite3_stmt *terms = sqlite_statement(store, SQL_SEARCH_VOCABULARY);
    json_out_bytes(&until, last, strlen(last));
    json_out_bytes(&until, LAST_CHARACTER, strlen(LAST_CHARACTER));
    bool done = terms && json_out_finish(&until);
    if (done) {
        sqlite_bind_text(terms, ":from", last);
        sqlite_bind_text(terms, ":until", until.text);
        const enum fetch fetch = write_all(store, terms, cutting, letters, query);
        if (fetch == FETCH_ROW)
            sqlite_end(terms);
        if (fetch == FETCH_ROW)
            query->size = before;
        done = fetch != FETCH_FAILED;
    }
    json_out_done(&until);
    return done;
}

bool word_endings_write(struct store *store, const struct text_cutter *cutter, const char *phrase,
                        bool letters, struct json_out *query)
{
    struct cutting cutting = {.last = 0};
    bool done = text_cut(cutter, phrase, keep_word, &cutting) && json_out_finish(&cutting.phrase);
    if (done && cutting.phrase.size > 0)
        done = write_endings(store, &cutting, letters, query);
    json_out_done(&cutting.phrase);
    return done;
}

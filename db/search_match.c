/* Words as queries of FTS5: every phrase quoted and made of words of the index only, so that nothing typed is
 * an operator. */

#include "db/search_words.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Words apart that still belong together. */
#define CLOSE_WORDS 10

static void add(struct json_out *out, const char *text)
{
    json_out_bytes(out, text, strlen(text));
}

static void add_phrase(struct json_out *out, const char *phrase, const char *more, bool beginning)
{
    add(out, "\"");
    add(out, phrase);
    add(out, more);
    add(out, beginning ? "\"*" : "\"");
}

/* The phrase and what begins with it; after digits only letters go on. */
static void add_beginnings(struct json_out *out, const char *phrase, bool whole)
{
    const bool digits = isdigit((unsigned char)phrase[strlen(phrase) - 1]);
    if (!whole || !digits) {
        add_phrase(out, phrase, "", true);
        return;
    }
    add_phrase(out, phrase, "", false);
    for (char letter[2] = "a"; *letter <= 'z'; ++*letter) {
        add(out, " OR ");
        add_phrase(out, phrase, letter, true);
    }
}

static void add_word(struct json_out *out, const struct reading *reading, bool beginnings)
{
    add(out, "(");
    for (size_t i = 0; i < reading->phrase_count; i++) {
        add(out, i > 0 ? " OR " : "");
        if (beginnings && !reading->closed && reading->endings[i])
            add(out, reading->endings[i]);
        else if (beginnings && !reading->closed)
            add_beginnings(out, reading->phrases[i], reading->whole);
        else
            add_phrase(out, reading->phrases[i], "", false);
    }
    add(out, ")");
}

static void add_run(struct json_out *out, const struct reader *reader)
{
    add(out, "\"");
    for (size_t i = 0; i < reader->count; i++) {
        add(out, i > 0 ? " " : "");
        add(out, reader->words[i].phrases[0]);
    }
    const struct reading *last = &reader->words[reader->count - 1];
    add(out, last->whole ? "\"" : "\"*");
}

static void add_close(struct json_out *out, const struct reader *reader)
{
    char distance[32];
    add(out, "NEAR(");
    for (size_t i = 0; i < reader->count; i++) {
        add(out, i > 0 ? " " : "");
        add_phrase(out, reader->words[i].phrases[0], "", !reader->words[i].whole);
    }
    snprintf(distance, sizeof distance, ", %d)", CLOSE_WORDS);
    add(out, distance);
}

static void add_all(struct json_out *out, const struct reader *reader, bool beginnings)
{
    for (size_t i = 0; i < reader->count; i++) {
        add(out, i > 0 ? " AND " : "");
        add_word(out, &reader->words[i], beginnings);
    }
}

void match_write(struct json_out *out, const struct reader *reader, enum strictness strictness,
                 const char *columns)
{
    if (!reader_knows_all(reader) || (strictness < MATCH_WHOLE && reader->count < 2))
        return;
    if (columns) {
        add(out, "{");
        add(out, columns);
        add(out, "} : (");
    }
    if (strictness == MATCH_PHRASE)
        add_run(out, reader);
    else if (strictness == MATCH_CLOSE)
        add_close(out, reader);
    else
        add_all(out, reader, strictness == MATCH_WORDS);
    add(out, columns ? ")" : "");
}

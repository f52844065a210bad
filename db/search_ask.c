/* What a search asks of the store: queries of the full-text index from strict to lax, and what is called by
 * the text. */

#include "db/projection.h"
#include "db/search_words.h"
#include "rules/names.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *parameter;
    enum strictness strictness;
    const char *columns;
} queries[ASKING_QUERIES] = {
    {":words", MATCH_WORDS, NULL},           {":names_whole", MATCH_WHOLE, "names"},
    {":names_words", MATCH_WORDS, "names"},  {":title_phrase", MATCH_PHRASE, "title"},
    {":title_whole", MATCH_WHOLE, "title"},  {":title_words", MATCH_WORDS, "title"},
    {":headed", MATCH_WORDS, "names title"}, {":phrase", MATCH_PHRASE, NULL},
    {":close", MATCH_CLOSE, NULL},           {":whole", MATCH_WHOLE, NULL},
};

static bool write_queries(struct asking *asking, const struct reader *reader)
{
    for (size_t i = 0; i < ASKING_QUERIES; i++) {
        match_write(&asking->queries[i], reader, queries[i].strictness, queries[i].columns);
        if (!json_out_finish(&asking->queries[i]))
            return false;
    }
    return true;
}

static bool find_chips(struct asking *asking, const struct rules *rules, const char *text)
{
    const struct chip_match match = names_match_chip(rules, text);
    if (match.how == MATCH_NONE)
        return false;
    if (match.chip)
        json_out_text(&asking->chips, match.chip->id);
    for (size_t i = 0; i < match.candidate_count; i++)
        json_out_text(&asking->chips, match.candidates[i]->id);
    return true;
}

static bool find_places(struct asking *asking, const struct rules *rules, const char *text)
{
    const struct place_match match = names_match_place(rules, text);
    if (match.how == MATCH_NONE)
        return false;
    if (match.place)
        json_out_text(&asking->places, match.place->code);
    for (size_t i = 0; i < match.candidate_count; i++)
        json_out_text(&asking->places, match.candidates[i]->code);
    return true;
}

/* By the text as it is typed, or else in the spelling that occurs. */
static void find_names(struct asking *asking, const struct rules *rules, const char *text,
                       const char *spelling)
{
    json_out_begin_array(&asking->chips);
    json_out_begin_array(&asking->places);
    const bool chips = find_chips(asking, rules, text);
    const bool places = find_places(asking, rules, text);
    if (!chips && !places) {
        find_chips(asking, rules, spelling);
        find_places(asking, rules, spelling);
    }
    json_out_end_array(&asking->chips);
    json_out_end_array(&asking->places);
}

/* All but the last word, where two or more are left; else nothing that an id ends with. */
static void shorten(const char *called, char shorter[static PROJECTION_NAME_SIZE])
{
    const char *last = strrchr(called, '-');
    const bool enough = last && memchr(called, '-', (size_t)(last - called));
    snprintf(shorter, PROJECTION_NAME_SIZE, "%.*s", enough ? (int)(last - called) : 0, called);
    if (!enough)
        memcpy(shorter, "-", sizeof "-");
}

bool asking_open(struct asking *asking, struct reader *reader, const struct search_query *query)
{
    *asking = (struct asking){.at = query->at};
    const char *spelling = reader_spelling(reader);
    if (!spelling || !write_queries(asking, reader))
        return false;
    find_names(asking, query->rules, query->text, spelling);
    projection_fold(query->text, asking->typed);
    projection_fold(spelling, asking->called);
    shorten(asking->called, asking->shorter);
    const size_t size = strlen(asking->called);
    memcpy(asking->beginning, asking->called, size + 1);
    /* Digits do not go on, and ':' comes after them: "h20" is no beginning of "h200". */
    if (size > 0 && isdigit((unsigned char)asking->called[size - 1]))
        memcpy(asking->beginning + size, ":", sizeof ":");
    return json_out_finish(&asking->chips) && json_out_finish(&asking->places);
}

/* FTS5 takes an empty phrase, which finds nothing, but no empty query. */
const char *asking_query(const struct asking *asking, size_t i)
{
    return asking->queries[i].size ? asking->queries[i].text : "\"\"";
}

void asking_bind(const struct asking *asking, sqlite3_stmt *hits)
{
    /* The first of them was asked before. */
    for (size_t i = 1; i < ASKING_QUERIES; i++)
        sqlite_bind_text(hits, queries[i].parameter, asking_query(asking, i));
    sqlite_bind_text(hits, ":found", asking->found.text);
    sqlite_bind_text(hits, ":spans", asking->spans.text);
    sqlite_bind_integer(hits, ":chip_first", projection_passage(KIND_CHIP, 0));
    sqlite_bind_integer(hits, ":place_first", projection_passage(KIND_DESTINATION, 0));
    sqlite_bind_integer(hits, ":at", asking->at);
    sqlite_bind_text(hits, ":chips", asking->chips.text);
    sqlite_bind_text(hits, ":places", asking->places.text);
    sqlite_bind_text(hits, ":typed", asking->typed);
    sqlite_bind_text(hits, ":called", asking->called);
    sqlite_bind_text(hits, ":shorter", asking->shorter);
    sqlite_bind_text(hits, ":beginning", asking->beginning);
}

void asking_close(struct asking *asking)
{
    for (size_t i = 0; i < ASKING_QUERIES; i++)
        json_out_done(&asking->queries[i]);
    json_out_done(&asking->found);
    json_out_done(&asking->spans);
    json_out_done(&asking->chips);
    json_out_done(&asking->places);
}

#pragma once
/* Private to db/: the words of a search, what each is read as, and what is asked of the full-text index for
 * them. */

#include "db/json_out.h"
#include "db/projection_fields.h"
#include "db/search.h"
#include "db/sqlite.h"
#include "db/text_cut.h"

/* A word and the phrases that stand for it, as the index holds them: words separated by spaces. */
struct reading {
    struct search_word told;
    const char *phrases[SEARCH_READ_AS_MAX];
    size_t phrase_count;
    const char
        *endings[SEARCH_READ_AS_MAX]; /* of each a query of it and all that goes on; NULL: left to FTS5 */
    bool whole;  /* they occur as they are, so that digits do not go on: "h20" is no beginning of "h200" */
    bool closed; /* and letters do not go on either: "to" is no beginning of "told" */
};

/* Zero-initialised; closed with the reader. */
struct vocabulary {
    struct json_out words; /* of every version, in order, a NUL after each; empty until it is needed */
};

struct reader {
    struct store *store;
    int64_t at;
    const struct text_cutter *cutter;
    struct arena *arena;
    struct vocabulary vocabulary;
    struct json_out spans; /* of the index, that hold what was recorded; empty until it is needed */
    struct reading words[SEARCH_WORDS_MAX];
    size_t count;
    bool too_many;
    bool failed; /* a read failed, or memory is short: whatever else is said means nothing */
};

/* Reads the text into words. */
void reader_read(struct reader *reader, const char *text);
/* Whether every word means something. */
bool reader_knows_all(const struct reader *reader);
/* A word, and all of them separated by spaces, in the spelling that occurs; the latter NULL when memory is
 * short. */
const char *reading_spelling(const struct reading *reading);
const char *reader_spelling(struct reader *reader);

/* Whether anything that stands holds this phrase, or one that begins with it; or matches a query of the
 * index. */
bool reader_stands(struct reader *reader, const char *phrase, bool beginning);
bool reader_matches(struct reader *reader, const char *query);
/* A copy that lives as long as the result; NULL when memory is short. */
const char *reader_keep(struct reader *reader, const char *text, size_t size);

/* The words that go on after this one, in their order, and those that are near to it, by distance and order;
 * only such as occur in what stands. Returns how many were put into `words`. `slack`: one slip more, and
 * digits may be wrong. */
size_t vocabulary_after(struct reader *reader, const char *word,
                        const char *words[static SEARCH_READ_AS_MAX]);
size_t vocabulary_near(struct reader *reader, const char *word, bool slack,
                       const char *words[static SEARCH_READ_AS_MAX]);
void vocabulary_close(struct vocabulary *vocabulary);

enum strictness {
    MATCH_PHRASE, /* one after the other */
    MATCH_CLOSE,  /* within a few words, in any order */
    MATCH_WHOLE,  /* each of them */
    MATCH_WORDS,  /* each, or a word that begins with it */
};
/* A query that finds the words within the columns ("names title"; NULL: any). Nothing is written where it
 * would find nothing, or what a laxer one finds too. */
void match_write(struct json_out *out, const struct reader *reader, enum strictness strictness,
                 const char *columns);

#define ASKING_QUERIES 10
/* Everything that db/sql/search_hits.sql is given. */
struct asking {
    int64_t at;
    struct json_out queries[ASKING_QUERIES];
    struct json_out found; /* what holds the words, as numbers of the index: of each kind the newest */
    struct json_out spans; /* of the index, that hold all of them */
    bool incomplete;       /* there is more that holds them */
    struct json_out chips; /* what is called by the text, as JSON arrays of ids */
    struct json_out places;
    char typed[PROJECTION_NAME_SIZE]; /* folded as names are */
    char called[PROJECTION_NAME_SIZE];
    char shorter[PROJECTION_NAME_SIZE];
    char beginning[PROJECTION_NAME_SIZE + 1];
};
/* False when memory is short; close it in any case. */
bool asking_open(struct asking *asking, struct reader *reader, const struct search_query *query);
/* Finds what is to be ranked; false on failure. */
bool asking_find(struct asking *asking, struct store *store);
/* The query of that place, from strict to lax; the first is what is found. */
const char *asking_query(const struct asking *asking, size_t i);
/* The parts of the index that hold what was recorded until then, as JSON pairs of numbers; false on failure.
 */
bool spans_write(struct store *store, int64_t at, struct json_out *spans);
/* The asking must live until the statement ends. */
void asking_bind(const struct asking *asking, sqlite3_stmt *hits);
void asking_close(struct asking *asking);

/* Other texts that find something, for one that found nothing. */
void search_suggest(struct reader *reader, struct search_result *result);

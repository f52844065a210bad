#pragma once
/* One box over everything that is recorded: words in, documents out, best first, each with the place where it
 * matched. What it answers at a data version never changes: nothing recorded later has a part in it. */

#include "db/json_slice.h"
#include "db/kind.h"
#include "db/store.h"
#include "rules/arena.h"
#include "rules/rules.h"

/* Words of one query, and what one of them may be read as. */
#define SEARCH_WORDS_MAX 16
#define SEARCH_READ_AS_MAX 8
#define SEARCH_LIMIT_MAX 50
/* So many of each kind are ranked, the newest: where more hold the words, the rest is not found. */
#define SEARCH_RANKED_MAX 2000
#define SEARCH_MARKS_MAX 16
#define SEARCH_MEANT_MAX 5

/* How a word was understood. */
enum search_how {
    SEARCH_TYPED,     /* as it was typed */
    SEARCH_BEGINNING, /* only as the beginning of longer words */
    SEARCH_JOINED,    /* without what stands in it: "H-20" or "h 20" as h20 */
    SEARCH_APART,     /* letters and digits apart: "rtx4090" as rtx 4090 */
    SEARCH_NEAR,      /* as the nearest words that occur */
    SEARCH_UNKNOWN,   /* not at all: nothing holds it */
};

struct search_word {
    const char *word; /* in small letters without marks */
    enum search_how how;
    const char *read_as[SEARCH_READ_AS_MAX]; /* by distance and alphabet; of a beginning the first few */
    size_t read_as_count;
};

struct search_query {
    int64_t at;
    const struct rules
        *rules; /* compiled at `at`: what is called by the text as names are resolved comes first */
    const char *text;
    uint32_t kinds;    /* a bit for each enum kind; the data set itself is never found */
    const char *after; /* opaque position from a search_result; NULL: from the beginning */
    unsigned limit;    /* at most SEARCH_LIMIT_MAX */
};

/* A part of a text, in characters (code points). */
struct search_mark {
    size_t start;
    size_t length;
};

struct search_excerpt {
    const char *field; /* path of the member in the document, "claims.statement"; NULL: there is no excerpt */
    const char *text;  /* plain, "…" where it was cut */
    struct search_mark
        marks[SEARCH_MARKS_MAX]; /* in order, apart; no marks: the text only introduces the document */
    size_t mark_count;
};

struct search_hit {
    enum kind kind;
    const char *id;
    const char *day; /* released, in force or happened; may be a month or a year; NULL: none */
    struct json_slice body;
    struct search_excerpt
        matched; /* where most of the words are; without a field when it is called so in another way */
    struct search_excerpt snippet; /* the best of its prose */
};

struct search_result {
    const struct search_word *words; /* those not found as they were typed, in their order */
    size_t word_count;
    const struct search_hit *hits;
    size_t hit_count;
    int64_t total;              /* ranked of the kinds asked for */
    int64_t counts[KIND_COUNT]; /* ranked of every kind, asked for or not */
    bool incomplete;            /* of some kind there are more than were ranked */
    const char *next;           /* position after the last hit; NULL when they ended */
    const char
        *meant[SEARCH_MEANT_MAX]; /* where nothing was found: other texts that find something, best first */
    size_t meant_count;
    struct arena arena; /* owns all of it */
};

enum search_outcome { SEARCH_DONE, SEARCH_NO_WORD, SEARCH_TOO_MANY_WORDS, SEARCH_BAD_CURSOR, SEARCH_FAILED };

/* The result must be given to search_done whatever the outcome; only after SEARCH_DONE it says anything. */
enum search_outcome search_run(struct store *store, const struct search_query *query,
                               struct search_result *result);
void search_done(struct search_result *result);

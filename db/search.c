/* Runs a search: words, ranked hits, the page of them with excerpts, or suggestions. */

#include "db/search.h"

#include "db/catalogue.h"
#include "db/cursor.h"
#include "db/search_show.h"

#include <stdlib.h>
#include <string.h>

struct searching {
    struct store *store;
    const struct search_query *query;
    struct search_result *result;
    struct text_cutter cutter;
    struct reader reader;
    struct asking asking;
    int64_t offset;
};

/* False when memory is short. */
static bool hash_query(const struct search_query *query, char hash[static CURSOR_HASH_SIZE])
{
    struct json_out text = {0};
    json_out_begin_array(&text);
    json_out_integer(&text, query->at);
    json_out_integer(&text, query->kinds);
    json_out_text(&text, query->text);
    json_out_end_array(&text);
    const bool finished = json_out_finish(&text);
    if (finished)
        cursor_hash(text.text, text.size, hash);
    json_out_done(&text);
    return finished;
}

/* At one data version the hits stay what and where they are, so that a number says the place. */
static enum search_outcome read_position(const struct search_query *query, int64_t *offset)
{
    char hash[CURSOR_HASH_SIZE];
    bool short_of_memory;
    if (!hash_query(query, hash))
        return SEARCH_FAILED;
    json_t *parts = cursor_read(query->after, hash, &short_of_memory);
    const json_t *place = json_array_get(parts, 1);
    const bool fits = json_is_integer(place);
    if (fits)
        *offset = json_integer_value(place);
    json_decref(parts);
    if (fits)
        return SEARCH_DONE;
    return short_of_memory ? SEARCH_FAILED : SEARCH_BAD_CURSOR;
}

static bool write_position(struct searching *searching, int64_t offset)
{
    char hash[CURSOR_HASH_SIZE];
    struct json_out parts = {0};
    if (!hash_query(searching->query, hash))
        return false;
    json_out_begin_array(&parts);
    json_out_text(&parts, hash);
    json_out_integer(&parts, offset);
    json_out_end_array(&parts);
    char *cursor = cursor_write(&parts);
    const bool kept = cursor && arena_copy_text(&searching->result->arena, cursor, &searching->result->next);
    free(cursor);
    json_out_done(&parts);
    return kept;
}

enum { KIND, ID, DAY };

static bool is_wanted(const struct search_query *query, enum kind kind)
{
    return query->kinds == 0 || (query->kinds >> kind & 1);
}

static bool keep_hit(struct searching *searching, struct search_hit *hit, enum kind kind, sqlite3_stmt *row)
{
    struct arena *arena = &searching->result->arena;
    const char *day = sqlite3_column_type(row, DAY) == SQLITE_NULL ? NULL : sqlite_text(row, DAY);
    hit->kind = kind;
    return arena_copy_text(arena, sqlite_text(row, ID), &hit->id) && arena_copy_text(arena, day, &hit->day);
}

/* Counts all of them, and keeps the page. */
static bool read_hits(struct searching *searching, struct search_hit *hits)
{
    struct search_result *result = searching->result;
    sqlite3_stmt *rows = sqlite_statement(searching->store, SQL_SEARCH_HITS);
    if (!rows)
        return false;
    asking_bind(&searching->asking, rows);
    enum fetch fetch = FETCH_ROW;
    bool kept = true;
    while (kept && (fetch = sqlite_step(searching->store, rows)) == FETCH_ROW) {
        enum kind kind = KIND_DATASET;
        kind_parse(sqlite_text(rows, KIND), &kind);
        result->counts[kind]++;
        if (!is_wanted(searching->query, kind))
            continue;
        if (result->total++ >= searching->offset && result->hit_count < searching->query->limit)
            kept = keep_hit(searching, &hits[result->hit_count++], kind, rows);
    }
    if (fetch == FETCH_ROW)
        sqlite_end(rows);
    return kept && fetch == FETCH_DONE;
}

struct loading {
    struct search_hit *hit;
    struct arena *arena;
};

static bool keep_body(const struct document *document, void *context)
{
    const struct loading *loading = context;
    loading->hit->body.text = arena_copy(loading->arena, document->body.text, document->body.size, 1);
    loading->hit->body.size = document->body.size;
    return true;
}

/* One after the other, since they share the words and the memory. */
static bool show_hit(struct searching *searching, struct marker *marker, struct search_hit *hit)
{
    struct loading loading = {hit, &searching->result->arena};
    int64_t gone;
    if (catalogue_find(searching->store, hit->kind, hit->id, searching->query->at, keep_body, &loading,
                       &gone) != FIND_FOUND ||
        !hit->body.text)
        return false;
    search_show(&searching->reader, marker, hit);
    return !searching->reader.failed;
}

static bool show_hits(struct searching *searching, struct search_hit *hits)
{
    struct marker marker = {.token_count = 0};
    bool shown = true;
    for (size_t i = 0; shown && i < searching->result->hit_count; i++)
        shown = show_hit(searching, &marker, &hits[i]);
    marker_done(&marker);
    return shown;
}

static bool found_nothing(const struct search_result *result)
{
    for (size_t kind = 0; kind < KIND_COUNT; kind++) {
        if (result->counts[kind] > 0)
            return false;
    }
    return true;
}

static bool tell_words(struct searching *searching)
{
    struct search_result *result = searching->result;
    struct search_word *words = arena_allocate(&result->arena, SEARCH_WORDS_MAX, sizeof *words);
    if (!words)
        return false;
    result->words = words;
    for (size_t i = 0; i < searching->reader.count; i++) {
        const struct search_word *word = &searching->reader.words[i].told;
        /* Where something was found nevertheless, it is a code by which it is called. */
        const bool is_code = word->how == SEARCH_UNKNOWN && !found_nothing(result);
        if (word->how != SEARCH_TYPED && !is_code)
            words[result->word_count++] = *word;
    }
    return true;
}

/* With the words read. */
static bool answer(struct searching *searching)
{
    struct search_result *result = searching->result;
    struct search_hit *hits = arena_allocate(&result->arena, SEARCH_LIMIT_MAX, sizeof *hits);
    result->hits = hits;
    if (!hits || !asking_open(&searching->asking, &searching->reader, searching->query) ||
        !asking_find(&searching->asking, searching->store) || !read_hits(searching, hits) ||
        !show_hits(searching, hits) || !tell_words(searching))
        return false;
    result->incomplete = searching->asking.incomplete;
    if (found_nothing(result))
        search_suggest(&searching->reader, result);
    const int64_t end = searching->offset + (int64_t)result->hit_count;
    if (result->hit_count > 0 && end < result->total && !write_position(searching, end))
        return false;
    return !searching->reader.failed;
}

static enum search_outcome read_and_answer(struct searching *searching)
{
    struct reader *reader = &searching->reader;
    *reader = (struct reader){
        .store = searching->store,
        .at = searching->query->at,
        .cutter = &searching->cutter,
        .arena = &searching->result->arena,
    };
    reader_read(reader, searching->query->text);
    if (reader->failed)
        return SEARCH_FAILED;
    if (reader->too_many)
        return SEARCH_TOO_MANY_WORDS;
    if (reader->count == 0)
        return SEARCH_NO_WORD;
    const bool done = answer(searching);
    asking_close(&searching->asking);
    return done ? SEARCH_DONE : SEARCH_FAILED;
}

enum search_outcome search_run(struct store *store, const struct search_query *query,
                               struct search_result *result)
{
    *result = (struct search_result){.total = 0};
    struct searching searching = {.store = store, .query = query, .result = result};
    bool own;
    enum search_outcome outcome = query->after ? read_position(query, &searching.offset) : SEARCH_DONE;
    if (outcome != SEARCH_DONE)
        return outcome;
    outcome = SEARCH_FAILED;
    if (!sqlite_read_begin(store, &own))
        return outcome;
    if (text_cutter_open(store, &searching.cutter))
        outcome = read_and_answer(&searching);
    vocabulary_close(&searching.reader.vocabulary);
    json_out_done(&searching.reader.spans);
    text_cutter_close(&searching.cutter);
    sqlite_read_end(store, own);
    return outcome;
}

void search_done(struct search_result *result)
{
    arena_done(&result->arena);
}

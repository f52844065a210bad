/* Which documents are ranked: of each kind the newest that hold the words, so that a search costs no more in
 * a store of a million documents than in one of some thousands. */

#include "db/projection.h"
#include "db/search_words.h"
#include "db/tally.h"

static void write_span(struct json_out *out, int64_t first, int64_t last)
{
    json_out_begin_array(out);
    json_out_integer(out, first);
    json_out_integer(out, last);
    json_out_end_array(out);
}

bool spans_write(struct store *store, int64_t at, struct json_out *spans)
{
    const int64_t head = store_head(store);
    bool done = head >= 0;
    json_out_begin_array(spans);
    if (at >= head)
        write_span(spans, 0, projection_passage(KIND_COUNT, 0));
    for (unsigned kind = 0; done && at < head && kind < KIND_COUNT; kind++) {
        struct tally tally;
        done = tally_find(store, (enum kind)kind, at, &tally);
        if (done && tally.documents > 0)
            write_span(spans, projection_passage(kind, 0), projection_passage(kind, tally.last_row));
    }
    json_out_end_array(spans);
    return json_out_finish(spans) && done;
}

/* One more than are ranked tells that there are more. */
static bool read_newest(struct asking *asking, struct store *store, enum kind kind, struct json_out *spans)
{
    struct tally tally;
    sqlite3_stmt *newest = sqlite_statement_of(store, SQL_SEARCH_NEWEST, kind);
    if (!newest || !tally_find(store, kind, asking->at, &tally))
        return false;
    const int64_t last = projection_passage(kind, tally.last_row);
    sqlite_bind_text(newest, ":words", asking_query(asking, 0));
    sqlite_bind_integer(newest, ":at", asking->at);
    sqlite_bind_integer(newest, ":first", projection_passage(kind, 0));
    sqlite_bind_integer(newest, ":last", last);
    sqlite_bind_integer(newest, ":limit", SEARCH_RANKED_MAX + 1);
    int64_t oldest = 0;
    size_t count = 0;
    enum fetch fetch = FETCH_DONE;
    while (count < SEARCH_RANKED_MAX && (fetch = sqlite_step(store, newest)) == FETCH_ROW) {
        oldest = sqlite3_column_int64(newest, 0);
        json_out_integer(&asking->found, oldest);
        count++;
    }
    if (fetch == FETCH_ROW) {
        fetch = sqlite_step(store, newest);
        asking->incomplete = asking->incomplete || fetch == FETCH_ROW;
    }
    if (fetch == FETCH_ROW)
        sqlite_end(newest);
    if (count > 0)
        write_span(spans, oldest, last);
    return fetch != FETCH_FAILED;
}

bool asking_find(struct asking *asking, struct store *store)
{
    bool done = true;
    json_out_begin_array(&asking->found);
    json_out_begin_array(&asking->spans);
    for (unsigned kind = KIND_DATASET + 1; done && kind < KIND_COUNT; kind++)
        done = read_newest(asking, store, (enum kind)kind, &asking->spans);
    json_out_end_array(&asking->found);
    json_out_end_array(&asking->spans);
    return done && json_out_finish(&asking->found) && json_out_finish(&asking->spans);
}

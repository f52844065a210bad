/* Runs a list: total, facets, page, and the cursor to the next one, all of one state of the file. */

#include "db/catalogue.h"

#include "db/list.h"
#include "db/list_text.h"
#include "db/projection_fields.h"

#include <stdlib.h>
#include <string.h>

/* The values of a filter as a JSON array of the column's type, which is bound as one. */
static bool write_values(const struct filter *filter, struct json_out *out)
{
    const bool truths = filter->op == FILTER_NULL || filter->column->type == COLUMN_BOOLEAN;
    json_out_begin_array(out);
    for (size_t i = 0; i < filter->count; i++) {
        if (truths)
            json_out_boolean(out, strcmp(filter->values[i], "true") == 0);
        else if (filter->column->type == COLUMN_NUMBER)
            json_out_number(out, strtod(filter->values[i], NULL));
        else
            json_out_text(out, filter->values[i]);
    }
    json_out_end_array(out);
    return json_out_finish(out);
}

/* The words, looked for in names and title only; NULL when memory is short. */
static char *within_title(const char *words)
{
    struct json_out title = {0};
    json_out_bytes(&title, "{names title} : (", strlen("{names title} : ("));
    json_out_bytes(&title, words, strlen(words));
    json_out_bytes(&title, ")", 1);
    if (json_out_finish(&title))
        return title.text;
    json_out_done(&title);
    return NULL;
}

static bool write_text(struct store *store, const struct list_query *query, struct list_bound *bound,
                       bool *short_of_memory)
{
    char folded[PROJECTION_NAME_SIZE];
    bound->words = list_text_query(store, query->text, true, short_of_memory);
    if (!bound->words)
        return false;
    bound->itself = list_text_query(store, query->text, false, short_of_memory);
    if (!bound->itself)
        return false;
    projection_fold(query->text, folded);
    bound->title = within_title(bound->words);
    bound->title_itself = within_title(bound->itself);
    bound->folded = strdup(folded);
    *short_of_memory = !bound->title || !bound->title_itself || !bound->folded;
    return !*short_of_memory;
}

bool list_bind_begin(struct store *store, const struct list_query *query, struct list_bound *bound,
                     bool *short_of_memory)
{
    *bound = (struct list_bound){0};
    *short_of_memory = false;
    for (size_t i = 0; i < query->filter_count; i++) {
        if (!write_values(&query->filters[i], &bound->values[i])) {
            *short_of_memory = true;
            return false;
        }
    }
    return !query->text || write_text(store, query, bound, short_of_memory);
}

void list_bind_done(struct list_bound *bound)
{
    for (size_t i = 0; i < LIST_FILTERS_MAX; i++)
        json_out_done(&bound->values[i]);
    free(bound->words);
    free(bound->itself);
    free(bound->title);
    free(bound->title_itself);
    free(bound->folded);
}

struct listing {
    struct store *store;
    const struct list_query *query;
    const struct list_bound *bound;
    struct list_plan plan;
    document_fn *each;
    facet_fn *facet;
    void *context;
    struct list_result *result;
};

static void give_facet(const struct listing *listing, const struct column *column, sqlite3_stmt *row)
{
    char number[JSON_NUMBER_SIZE];
    const char *value = sqlite_text(row, 0);
    if (sqlite3_column_type(row, 0) == SQLITE_NULL) {
        value = NULL;
    } else if (column->type == COLUMN_BOOLEAN) {
        value = sqlite3_column_int(row, 0) ? "true" : "false";
    } else if (column->type == COLUMN_NUMBER) {
        json_out_format_number(sqlite3_column_double(row, 0), number);
        value = number;
    }
    listing->facet(column, value, sqlite3_column_int64(row, 1), listing->context);
}

static bool count_facets(struct listing *listing)
{
    for (size_t i = 0; i < listing->query->facet_count; i++) {
        const struct column *column = listing->query->facets[i];
        sqlite3_stmt *statement =
            list_facet(listing->store, listing->query, &listing->plan, listing->bound, column);
        if (!statement)
            return false;
        enum fetch fetch;
        while ((fetch = sqlite_step(listing->store, statement)) == FETCH_ROW)
            give_facet(listing, column, statement);
        if (fetch == FETCH_FAILED)
            return false;
    }
    return true;
}

/* Hands over the row it stands on; where it is the last of the page, the cursor is written while it is at
 * hand. */
static bool give_row(struct listing *listing, sqlite3_stmt *row, bool is_last, bool *stopped)
{
    const struct document document = {
        .id = sqlite_text(row, LIST_ID),
        .revision = sqlite3_column_int64(row, LIST_REVISION),
        .body = {sqlite_text(row, LIST_BODY), sqlite_size(row, LIST_BODY)},
    };
    if (is_last && !(listing->result->next = list_cursor_write(listing->query, row)))
        return false;
    *stopped = !listing->each(&document, listing->context);
    return true;
}

static void drop_cursor(struct list_result *result)
{
    free(result->next);
    result->next = NULL;
}

static bool give_page(struct listing *listing, const json_t *position)
{
    sqlite3_stmt *statement =
        list_page(listing->store, listing->query, &listing->plan, listing->bound, position);
    if (!statement)
        return false;
    enum fetch fetch;
    bool stopped = false;
    bool given = true;
    unsigned rows = 0;
    while ((fetch = sqlite_step(listing->store, statement)) == FETCH_ROW && rows < listing->query->limit &&
           given && !stopped) {
        rows++;
        given = give_row(listing, statement, rows == listing->query->limit, &stopped);
    }
    if (fetch == FETCH_ROW)
        sqlite_end(statement);
    else
        drop_cursor(listing->result); /* the list ended with this page */
    return given && fetch != FETCH_FAILED;
}

static enum list_outcome run(struct listing *listing, const json_t *position)
{
    bool own;
    if (!sqlite_read_begin(listing->store, &own))
        return LIST_FAILED;
    int64_t total = -1;
    const bool done =
        list_plan_make(listing->store, listing->query, listing->bound, &listing->plan, &total) &&
        count_facets(listing) && give_page(listing, position);
    if (done && !listing->query->no_total)
        listing->result->total = total;
    sqlite_read_end(listing->store, own);
    if (!done)
        drop_cursor(listing->result);
    return done ? LIST_DONE : LIST_FAILED;
}

enum list_outcome catalogue_list(struct store *store, const struct list_query *query, document_fn *each,
                                 facet_fn *facet, void *context, struct list_result *result)
{
    struct list_bound bound;
    json_t *position = NULL;
    bool short_of_memory;
    *result = (struct list_result){.total = -1};
    struct listing listing = {store, query, &bound, {.era_count = 0}, each, facet, context, result};
    enum list_outcome outcome = LIST_FAILED;
    if (!list_bind_begin(store, query, &bound, &short_of_memory))
        outcome = short_of_memory ? LIST_FAILED : LIST_BAD_TEXT;
    else if (query->after && !(position = list_cursor_read(query, query->after, &short_of_memory)))
        outcome = short_of_memory ? LIST_FAILED : LIST_BAD_CURSOR;
    else
        outcome = run(&listing, position);
    json_decref(position);
    list_bind_done(&bound);
    return outcome;
}

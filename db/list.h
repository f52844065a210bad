#pragma once
/* Private to db/: a list query as SQL, and its cursor. */

#include "db/catalogue.h"
#include "db/json_out.h"
#include "db/sqlite.h"

/* How rows are ordered in the end: the query's keys, or rank and date for full text without any; the id comes
 * last in every case. */
struct list_order {
    struct sort_key keys[LIST_SORT_MAX + 3];
    size_t count;
    bool by_rank; /* before the keys */
};

struct list_order list_order_of(const struct list_query *query);
/* The columns that a page's row begins with: id, revision, body, then the sort values in order (rank, keys
 * without the id). */
enum { LIST_ID, LIST_REVISION, LIST_BODY, LIST_VALUES };
/* Number of those sort values. */
size_t list_value_count(const struct list_order *order);

/* What is bound, for as long as the statements run. */
struct list_bound {
    struct json_out values[LIST_FILTERS_MAX];
    char *words;        /* the last of them also as the beginning of a word */
    char *itself;       /* the same words, all of them whole */
    char *title;        /* `words` within names and title */
    char *title_itself; /* `itself` there */
    char *folded;
};

/* False when the text has no word in it, or memory is short (then *short_of_memory). */
bool list_bind_begin(const struct list_query *query, struct list_bound *bound, bool *short_of_memory);
void list_bind_done(struct list_bound *bound);

/* The assembled statements, ready to step; NULL on failure (logged). `position` is what list_cursor_read
 * gave, or NULL. */
sqlite3_stmt *list_page(struct store *store, const struct list_query *query, bool current,
                        const struct list_bound *bound, const json_t *position);
sqlite3_stmt *list_total(struct store *store, const struct list_query *query, bool current,
                         const struct list_bound *bound);
sqlite3_stmt *list_facet(struct store *store, const struct list_query *query, bool current,
                         const struct list_bound *bound, const struct column *column);

/* The cursor after the row that the statement stands on, from malloc; NULL when memory is short. */
char *list_cursor_write(const struct list_query *query, sqlite3_stmt *row);
/* The parts of a cursor of this very query, [hash, sort values …, id], or NULL. */
json_t *list_cursor_read(const struct list_query *query, const char *cursor);

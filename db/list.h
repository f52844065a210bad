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

/* Rows that are asked for together. */
enum list_era {
    LIST_STANDING,       /* those that stand now */
    LIST_STANDING_SINCE, /* and stood at the version */
    LIST_STOOD,          /* those that stood at the version, and no more */
    LIST_EARLY,          /* both, of the first rows of the table: there are few of them */
    LIST_ANY,            /* both, of whatever is at hand */
};

/* How a list is read. */
struct list_plan {
    enum list_era eras[2];
    size_t era_count;
    bool current;     /* at the head */
    bool early;       /* all rows up to `last_row` are read: no index helps */
    int64_t last_row; /* of the table at that version */
    /* Few rows pass: they are found first and then sorted. Otherwise an index is read in the order of the
     * list until the page is full. */
    bool sparse;
};

/* What is bound, for as long as the statements run. */
struct list_bound {
    struct json_out values[LIST_FILTERS_MAX];
    char *words;        /* the last of them also as the beginning of a word */
    char *itself;       /* the same words, all of them whole */
    char *title;        /* `words` within names and title */
    char *title_itself; /* `itself` there */
    char *folded;
};

/* False when the text has no word in it, or memory is short or a read failed (then *short_of_memory). */
bool list_bind_begin(struct store *store, const struct list_query *query, struct list_bound *bound,
                     bool *short_of_memory);
void list_bind_done(struct list_bound *bound);

/* The assembled statements, ready to step; NULL on failure (logged). `position` is what list_cursor_read
 * gave, or NULL. The total counts to LIST_TOTAL_MAX + 1. */
sqlite3_stmt *list_page(struct store *store, const struct list_query *query, const struct list_plan *plan,
                        const struct list_bound *bound, const json_t *position);
sqlite3_stmt *list_total(struct store *store, const struct list_query *query, const struct list_plan *plan,
                         const struct list_bound *bound);
sqlite3_stmt *list_facet(struct store *store, const struct list_query *query, const struct list_plan *plan,
                         const struct list_bound *bound, const struct column *column);

/* db/list_where.c: parts of them. */
void list_add(struct json_out *sql, const char *format, ...) __attribute__((format(printf, 2, 3)));
void list_add_source(struct json_out *sql, const struct list_query *query, const struct list_plan *plan,
                     enum list_era era);
void list_add_conditions(struct json_out *sql, const struct list_query *query, const struct list_plan *plan,
                         enum list_era era);

/* db/list_plan.c: how the list will be read, and its total, -1 where it is not counted to the end; false on
 * failure (logged). Within a read transaction. */
bool list_plan_make(struct store *store, const struct list_query *query, const struct list_bound *bound,
                    struct list_plan *plan, int64_t *total);

/* One way or the other, with the head and the last row known. */
void list_plan_choose(struct list_plan *plan, const struct list_query *query, bool sparse);

/* The cursor after the row that the statement stands on, from malloc; NULL when memory is short. */
char *list_cursor_write(const struct list_query *query, sqlite3_stmt *row);
/* The parts of a cursor of this very query, [hash, sort values …, id], or NULL. */
json_t *list_cursor_read(const struct list_query *query, const char *cursor, bool *short_of_memory);

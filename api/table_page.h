#pragma once
/* A page of a table: so many chips, with everything that stands beside them. */

#include "api/table_answers.h"
#include "db/cursor.h"

struct table_page {
    struct table *table;
    const struct list_args *list;
    const struct table_asked *asked;
    struct table_answers answers;
    struct reply *reply;
    struct json_out *out;
    char hash[CURSOR_HASH_SIZE]; /* of the whole question */
    size_t first;                /* the chip that the page begins with */
};

/* `more` is what besides chips, places and states makes the question. Writes what stands before the items. On
 * a problem nothing is left to close. */
enum problem table_page_open(struct table_page *page, struct table *table, const struct list_args *list,
                             const struct table_asked *asked, uint32_t more);
/* The cursor of the page behind that chip, from malloc; NULL when memory is short. */
char *table_page_cursor(const struct table_page *page, size_t last);
void table_page_close(struct table_page *page);

/* Of JSON, beside the items: how names were understood, what was assumed, meta and the notice. */
void shape_table_about(struct table_page *page);
/* The members before_coverage, projected and lapsed_unverified of a state. */
void shape_table_currency(struct json_out *out, const struct table_state *state);

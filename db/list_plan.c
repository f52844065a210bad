/* How a list is read, so that no page costs more than the rows on it, or than a bounded number of them. */

#include "db/list.h"
#include "db/tally.h"

/* So few rows are read and sorted faster than an index of all versions is walked to find those that stood. */
#define EARLY_ROWS 10000

static void choose_eras(struct list_plan *plan, const struct list_query *query, bool current)
{
    plan->era_count = 1;
    plan->early = false;
    if (current) {
        plan->eras[0] = LIST_STANDING;
    } else if (query->kind == KIND_CHANGE) {
        plan->eras[0] = LIST_STANDING_SINCE; /* what happened stays so */
    } else if (query->text) {
        plan->eras[0] = LIST_ANY;
    } else if (plan->last_row <= EARLY_ROWS) {
        plan->eras[0] = LIST_EARLY;
        plan->early = true;
    } else {
        plan->eras[0] = LIST_STANDING_SINCE;
        plan->eras[1] = LIST_STOOD;
        plan->era_count = 2;
    }
}

bool list_plan_make(struct store *store, const struct list_query *query, const struct list_bound *bound,
                    struct list_plan *plan, int64_t *total)
{
    struct tally tally;
    int64_t found;
    const int64_t head = store_head(store);
    if (head < 0 || !tally_find(store, query->kind, query->at, &tally))
        return false;
    plan->last_row = tally.last_row;
    choose_eras(plan, query, query->at >= head);
    *total = tally.documents;
    plan->sparse = query->filter_count > 0 || query->within_count > 0 || query->text;
    if (!plan->sparse)
        return true;
    sqlite3_stmt *statement = list_total(store, query, plan, bound);
    if (!statement || !sqlite_integer(store, statement, 0, &found))
        return false;
    *total = found > LIST_TOTAL_MAX ? -1 : found;
    /* To sort all that passes costs as many rows as pass; to read on in order until a page is full, the more
     * the fewer pass. Words are ranked from what is found of them: only another order can be read from an
     * index. */
    plan->sparse = (*total >= 0 && *total * *total <= (int64_t)(query->limit + 1) * tally.documents) ||
                   (query->text && query->sort_count == 0);
    return true;
}

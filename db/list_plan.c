/* How a list is read, so that no page costs more than the rows on it, or than a bounded number of them. */

#include "db/list.h"
#include "db/tally.h"

#include <string.h>

/* So few rows are read and sorted faster than an index of all versions is walked to find those that stood. */
#define EARLY_ROWS 10000

void list_plan_choose(struct list_plan *plan, const struct list_query *query, bool sparse)
{
    plan->sparse = sparse;
    plan->era_count = 1;
    plan->early = false;
    if (plan->current) {
        plan->eras[0] = LIST_STANDING;
    } else if (query->kind == KIND_CHANGE) {
        plan->eras[0] = LIST_STANDING_SINCE; /* what happened stays so */
    } else if (query->text && sparse) {
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

/* Changes of some revisions, in their order: the index that finds them has it. */
static bool is_found_in_order(const struct list_query *query)
{
    return query->kind == KIND_CHANGE && query->filter_count == 1 && query->within_count == 0 &&
           query->filters[0].column->sql && strcmp(query->filters[0].column->sql, "seq") == 0 &&
           (query->sort_count == 0 || !query->sort[0].column);
}

/* To sort all that passes costs as many rows as pass; to read on in order until a page is full, the more the
 * fewer pass. Words are ranked from what is found of them: only another order can be read from an index. */
static bool is_sparse(const struct list_query *query, int64_t total, int64_t documents)
{
    if (is_found_in_order(query))
        return false;
    return (total >= 0 && total * total <= (int64_t)(query->limit + 1) * documents) ||
           (query->text && query->sort_count == 0);
}

bool list_plan_make(struct store *store, const struct list_query *query, const struct list_bound *bound,
                    struct list_plan *plan, int64_t *total)
{
    struct tally tally;
    int64_t found;
    const int64_t head = store_head(store);
    if (head < 0 || !tally_find(store, query->kind, query->at, &tally))
        return false;
    plan->current = query->at >= head;
    plan->last_row = tally.last_row;
    *total = tally.documents;
    const bool all = query->filter_count == 0 && query->within_count == 0 && !query->text;
    list_plan_choose(plan, query, !all);
    if (all)
        return true;
    sqlite3_stmt *statement = list_total(store, query, plan, bound);
    if (!statement || !sqlite_integer(store, statement, 0, &found))
        return false;
    *total = found > LIST_TOTAL_MAX ? -1 : found;
    list_plan_choose(plan, query, is_sparse(query, *total, tally.documents));
    return true;
}

/* Which rows a list reads, and which of them pass. */

#include "db/list.h"

#include "db/projection.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void list_add(struct json_out *sql, const char *format, ...)
{
    char piece[1024];
    va_list arguments;
    va_start(arguments, format);
    const int size = vsnprintf(piece, sizeof piece, format, arguments);
    va_end(arguments);
    if (size < 0 || (size_t)size >= sizeof piece)
        sql->failed = true;
    else
        json_out_bytes(sql, piece, (size_t)size);
}

/* The first filter that rows can be found by through their tags. */
static const struct filter *find_driving(const struct list_query *query)
{
    for (size_t i = 0; i < query->filter_count; i++) {
        if (!query->filters[i].column->sql && query->filters[i].op == FILTER_EQUAL)
            return &query->filters[i];
    }
    return NULL;
}

/* Whether the rows come from what passes rather than from an index in order. */
static const struct filter *driving_of(const struct list_query *query, const struct list_plan *plan)
{
    return plan->sparse && !query->text ? find_driving(query) : NULL;
}

static const char *const comparisons[] = {
    [FILTER_MORE] = ">", [FILTER_AT_LEAST] = ">=", [FILTER_LESS] = "<", [FILTER_AT_MOST] = "<="};

/* The test of one value, be it a column or a tag's: said of one value, and not of a list, an index of it is
 * read in order. */
static void add_test(struct json_out *sql, const char *value, const struct filter *filter, enum filter_op op,
                     size_t i)
{
    if (op == FILTER_EQUAL && filter->count == 1)
        list_add(sql, "%s = (SELECT value FROM json_each(:f%zu))", value, i);
    else if (op == FILTER_EQUAL || op == FILTER_NOT_EQUAL)
        list_add(sql, "%s%s IN (SELECT value FROM json_each(:f%zu))", value,
                 op == FILTER_NOT_EQUAL ? " NOT" : "", i);
    else
        list_add(sql, "%s %s (SELECT %s(value COLLATE NOCASE) FROM json_each(:f%zu))", value, comparisons[op],
                 op == FILTER_MORE || op == FILTER_AT_LEAST ? "min" : "max", i);
}

/* Whether a candidate stands is read in an index of those that do, which is some hundredth of the rows. */
static void add_candidates_rows(struct json_out *sql, const struct list_query *query, enum list_era era)
{
    const char *kind = kinds[query->kind].name;
    const bool has_index =
        query->kind == KIND_CHIP || query->kind == KIND_RULING || query->kind == KIND_EVENT;
    list_add(sql, " CROSS JOIN \"%s\" AS row", kind);
    if (has_index && (era == LIST_STANDING || era == LIST_STANDING_SINCE))
        list_add(sql, " INDEXED BY %s_current_by_no", kind);
}

/* CROSS JOIN keeps the order in which it is written: the few candidates first, then their rows. */
void list_add_source(struct json_out *sql, const struct list_query *query, const struct list_plan *plan,
                     enum list_era era)
{
    const char *kind = kinds[query->kind].name;
    const struct filter *driving = driving_of(query, plan);
    if (driving) {
        const size_t i = (size_t)(driving - query->filters);
        /* The sign keeps an index by row from being read to the end for the sake of DISTINCT. */
        list_add(sql,
                 " FROM (SELECT %s+tag.no AS no FROM tag WHERE tag.kind = '%s' AND tag.field = :g%zu AND ",
                 driving->count == 1 ? "" : "DISTINCT ", kind, i);
        add_test(sql, "tag.value", driving, FILTER_EQUAL, i);
        list_add(sql, ") AS given");
        add_candidates_rows(sql, query, era);
        list_add(sql, " ON row.no = given.no");
    } else if (query->text && plan->sparse) {
        list_add(sql, " FROM hit");
        add_candidates_rows(sql, query, era);
        list_add(sql, " ON row.no = hit.no");
    } else {
        list_add(sql, " FROM \"%s\" AS row%s", kind, plan->early ? " NOT INDEXED" : "");
    }
}

static void add_scalar_filter(struct json_out *sql, const struct filter *filter, bool sparse, size_t i)
{
    char value[128];
    /* Ids are stored and compared as they are; who asks by one may still spell it in capitals. A sign keeps
     * an index of the column out of use. */
    snprintf(value, sizeof value, "%srow.\"%s\"%s", sparse ? "" : "+", filter->column->sql,
             strcmp(filter->column->sql, "id") == 0 ? " COLLATE NOCASE" : "");
    if (filter->op == FILTER_NULL)
        list_add(sql, "(%s IS NULL) IN (SELECT value FROM json_each(:f%zu))", value, i);
    else
        add_test(sql, value, filter, filter->op, i);
}

/* 19 digits, as many as an id of a change begins with; before all of them what is below nought. */
#define BOUND                                                                                                \
    "(SELECT CASE WHEN value < 0 THEN '' ELSE substr('0000000000000000000' || CAST(value AS INTEGER), -19) " \
    "END || '%s' FROM json_each(:f%zu))"

/* Changes stand in the order of their ids, which begin with the revision: said of the ids too, a bound is
 * found in the index instead of by reading all that was ever recorded. It keeps whatever the test itself,
 * which knows fractions, lets pass. */
static void add_bounds_of_changes(struct json_out *sql, const struct filter *filter, size_t i)
{
    const enum filter_op op = filter->op;
    if (strcmp(filter->column->sql, "seq") != 0 || filter->count != 1)
        return;
    if (op == FILTER_EQUAL || op == FILTER_MORE || op == FILTER_AT_LEAST)
        list_add(sql, " AND row.id > " BOUND, op == FILTER_MORE ? "-~" : "", i);
    if (op == FILTER_EQUAL || op == FILTER_LESS || op == FILTER_AT_MOST)
        list_add(sql, " AND row.id < " BOUND, "-~", i);
}

/* A row without any value of the field has none of those that are not wanted. */
static void add_tag_filter(struct json_out *sql, const char *kind, const struct filter *filter, size_t i)
{
    if (filter->op == FILTER_NULL)
        list_add(sql, "(NOT ");
    else if (filter->op == FILTER_NOT_EQUAL)
        list_add(sql, "NOT ");
    list_add(sql, "EXISTS (SELECT 1 FROM tag WHERE tag.kind = '%s' AND tag.field = :g%zu AND tag.no = row.no",
             kind, i);
    if (filter->op == FILTER_NULL) {
        list_add(sql, ")) IN (SELECT value FROM json_each(:f%zu))", i);
        return;
    }
    list_add(sql, " AND ");
    add_test(sql, "tag.value", filter, filter->op == FILTER_NOT_EQUAL ? FILTER_EQUAL : filter->op, i);
    list_add(sql, ")");
}

/* Said in this way, the partial indexes of what stands and of what stood apply. */
static void add_era(struct json_out *sql, const struct list_query *query, const struct list_plan *plan,
                    enum list_era era)
{
    const long long open_end = (long long)STORE_OPEN_END;
    const char *sign = plan->sparse ? "+" : ""; /* nearly all were recorded before */
    list_add(sql, " WHERE row.body IS NOT NULL");
    if (era == LIST_STANDING || era == LIST_STANDING_SINCE)
        list_add(sql, " AND row.recorded_until = %lld", open_end);
    else if (era == LIST_STOOD)
        list_add(sql, " AND row.recorded_until < %lld AND row.recorded_until > :at", open_end);
    else
        list_add(sql, " AND row.recorded_until > :at%s", era == LIST_EARLY ? " AND row.no <= :last" : "");
    if (era != LIST_STANDING)
        list_add(sql, " AND %srow.recorded_from <= :at", sign);
    if (era == LIST_STANDING_SINCE && query->kind == KIND_CHANGE)
        list_add(sql, " AND %srow.id < substr('0000000000000000000' || (:at + 1), -19)", sign);
}

void list_add_conditions(struct json_out *sql, const struct list_query *query, const struct list_plan *plan,
                         enum list_era era)
{
    const struct filter *driving = driving_of(query, plan);
    add_era(sql, query, plan, era);
    if (query->text && !plan->sparse)
        list_add(sql,
                 " AND EXISTS (SELECT 1 FROM search WHERE search MATCH :words AND rowid = row.no + %lld)",
                 (long long)projection_passage(query->kind, 0));
    for (size_t i = 0; i < query->within_count; i++)
        list_add(sql, " AND row.id IN (SELECT value FROM json_each(:w%zu))", i);
    for (size_t i = 0; i < query->filter_count; i++) {
        const struct filter *filter = &query->filters[i];
        if (filter == driving)
            continue;
        list_add(sql, " AND ");
        if (filter->column->sql)
            add_scalar_filter(sql, filter, plan->sparse, i);
        else
            add_tag_filter(sql, kinds[query->kind].name, filter, i);
        if (filter->column->sql && query->kind == KIND_CHANGE)
            add_bounds_of_changes(sql, filter, i);
    }
}

/* Assembles the SQL of a list. Columns come from the declared tables only, values are only bound; what a
 * client sends never becomes SQL. */

#include "db/list.h"

#include "db/list_text.h"
#include "db/projection_fields.h"
#include "db/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add(struct json_out *sql, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void add(struct json_out *sql, const char *format, ...)
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

struct list_order list_order_of(const struct list_query *query)
{
    static const struct column dates[KIND_CHANGE + 1] = {
        [KIND_CHIP] = {.name = "released_on", .sql = "released_on", .type = COLUMN_DATE},
        [KIND_RULING] = {.name = "effective_from", .sql = "effective_from", .type = COLUMN_DATE},
        [KIND_EVENT] = {.name = "date", .sql = "date", .type = COLUMN_DATE},
    };
    struct list_order order = {.by_rank = query->text && query->sort_count == 0};
    for (size_t i = 0; i < query->sort_count; i++)
        order.keys[order.count++] = query->sort[i];
    if (order.by_rank && dates[query->kind].name)
        order.keys[order.count++] = (struct sort_key){&dates[query->kind], true};
    if (order.count == 0 || order.keys[order.count - 1].column)
        order.keys[order.count++] = (struct sort_key){NULL, false};
    return order;
}

size_t list_value_count(const struct list_order *order)
{
    return order->count - 1 + (order->by_rank ? 1 : 0);
}

#define RANK "CASE WHEN row.id = :folded THEN 0 ELSE hit.rank END"

static void add_key(struct json_out *sql, const struct list_order *order, size_t i)
{
    if (order->by_rank && i == 0) {
        add(sql, RANK);
        return;
    }
    const struct column *column = order->keys[i - (order->by_rank ? 1 : 0)].column;
    if (column)
        add(sql, "row.\"%s\"", column->sql);
    else
        add(sql, "row.id");
}

static bool is_descending(const struct list_order *order, size_t i)
{
    return !(order->by_rank && i == 0) && order->keys[i - (order->by_rank ? 1 : 0)].descending;
}

/* Candidates of the full-text index, of every version, and how well they match: by a name as it is, in the
 * title, anywhere; and in each, the last word itself before words that only begin with it. */
static void add_hits(struct json_out *sql, const struct list_query *query)
{
    if (!query->text)
        return;
    const char *kind = kinds[query->kind].name;
    add(sql,
        "WITH hit (no, rank) AS (SELECT passage.row, CASE WHEN EXISTS (SELECT 1 FROM tag WHERE tag.kind = "
        "'%s' AND tag.field = '%s' "
        "AND tag.value = :folded AND tag.no = passage.row) THEN 0 ",
        kind, PROJECTION_NAMED);
    add(sql,
        "WHEN search.rowid IN (SELECT rowid FROM search WHERE search MATCH :title_itself) THEN 1 "
        "WHEN search.rowid IN (SELECT rowid FROM search WHERE search MATCH :title) THEN 2 "
        "WHEN search.rowid IN (SELECT rowid FROM search WHERE search MATCH :itself) THEN 3 ELSE 4 END "
        "FROM search CROSS JOIN passage ON passage.no = search.rowid WHERE search MATCH :words AND "
        "passage.kind = "
        "'%s') ",
        kind);
}

/* CROSS JOIN keeps the order in which it is written: the few candidates first, then their rows. */
static void add_source(struct json_out *sql, const struct list_query *query)
{
    add(sql, " FROM %s\"%s\" AS row%s", query->text ? "hit CROSS JOIN " : "", kinds[query->kind].name,
        query->text ? " ON row.no = hit.no" : "");
}

static const char *const comparisons[] = {
    [FILTER_MORE] = ">", [FILTER_AT_LEAST] = ">=", [FILTER_LESS] = "<", [FILTER_AT_MOST] = "<="};

/* The test of one value, be it a column or a tag's. */
static void add_test(struct json_out *sql, const char *value, enum filter_op op, size_t i)
{
    if (op == FILTER_EQUAL || op == FILTER_NOT_EQUAL)
        add(sql, "%s%s IN (SELECT value FROM json_each(:f%zu))", value, op == FILTER_NOT_EQUAL ? " NOT" : "",
            i);
    else
        add(sql, "EXISTS (SELECT 1 FROM json_each(:f%zu) AS given WHERE %s %s given.value)", i, value,
            comparisons[op]);
}

static void add_scalar_filter(struct json_out *sql, const struct filter *filter, size_t i)
{
    char value[128];
    /* Ids are stored and compared as they are; who asks by one may still spell it in capitals. */
    snprintf(value, sizeof value, "row.\"%s\"%s", filter->column->sql,
             strcmp(filter->column->sql, "id") == 0 ? " COLLATE NOCASE" : "");
    if (filter->op == FILTER_NULL)
        add(sql, "(%s IS NULL) IN (SELECT value FROM json_each(:f%zu))", value, i);
    else
        add_test(sql, value, filter->op, i);
}

/* Changes stand in the order of their ids, which begin with the revision: said of the ids too, a bound is
 * found in the index instead of by reading all that was ever recorded. It keeps whatever the test itself,
 * which knows fractions, lets pass. */
static void add_bounds_of_changes(struct json_out *sql, const struct filter *filter, size_t i)
{
    const enum filter_op op = filter->op;
    if (strcmp(filter->column->sql, "seq") != 0 || filter->count != 1)
        return;
    if (op == FILTER_EQUAL || op == FILTER_MORE || op == FILTER_AT_LEAST)
        add(sql, " AND row.id > printf('%%019d%s', (SELECT value FROM json_each(:f%zu)))",
            op == FILTER_MORE ? "-~" : "", i);
    if (op == FILTER_EQUAL || op == FILTER_LESS || op == FILTER_AT_MOST)
        add(sql, " AND row.id < printf('%%019d-~', (SELECT value FROM json_each(:f%zu)))", i);
}

/* A row without any value of the field has none of those that are not wanted. */
static void add_tag_filter(struct json_out *sql, const char *kind, const struct filter *filter, size_t i)
{
    if (filter->op == FILTER_NULL)
        add(sql, "(NOT ");
    else if (filter->op == FILTER_NOT_EQUAL)
        add(sql, "NOT ");
    add(sql, "EXISTS (SELECT 1 FROM tag WHERE tag.kind = '%s' AND tag.field = :g%zu AND tag.no = row.no",
        kind, i);
    if (filter->op == FILTER_NULL) {
        add(sql, ")) IN (SELECT value FROM json_each(:f%zu))", i);
        return;
    }
    add(sql, " AND ");
    add_test(sql, "tag.value", filter->op == FILTER_NOT_EQUAL ? FILTER_EQUAL : filter->op, i);
    add(sql, ")");
}

static void add_conditions(struct json_out *sql, const struct list_query *query, bool current)
{
    /* Said in this way, the partial indexes of current rows apply. */
    if (current)
        add(sql, " WHERE row.recorded_until = %lld AND row.body IS NOT NULL", (long long)STORE_OPEN_END);
    else
        add(sql, " WHERE row.recorded_from <= :at AND row.recorded_until > :at AND row.body IS NOT NULL");
    for (size_t i = 0; i < query->within_count; i++)
        add(sql, " AND row.id IN (SELECT value FROM json_each(:w%zu))", i);
    for (size_t i = 0; i < query->filter_count; i++) {
        add(sql, " AND ");
        if (query->filters[i].column->sql)
            add_scalar_filter(sql, &query->filters[i], i);
        else
            add_tag_filter(sql, kinds[query->kind].name, &query->filters[i], i);
        if (query->filters[i].column->sql && query->kind == KIND_CHANGE)
            add_bounds_of_changes(sql, &query->filters[i], i);
    }
}

/* Rows after the position: beyond in the first key in which they differ. Nulls come last in both directions.
 */
static void add_after(struct json_out *sql, const struct list_order *order, const json_t *position)
{
    const size_t keys = list_value_count(order) + 1;
    if (keys == 1) {
        add(sql, " AND row.id %s :a0", is_descending(order, 0) ? "<" : ">");
        return;
    }
    add(sql, " AND (0");
    for (size_t last = 0; last < keys; last++) {
        if (json_is_null(json_array_get(position, last + 1)))
            continue;
        add(sql, " OR (");
        for (size_t i = 0; i < last; i++) {
            add_key(sql, order, i);
            add(sql, " IS :a%zu AND ", i);
        }
        add(sql, "(");
        add_key(sql, order, last);
        add(sql, " %s :a%zu", is_descending(order, last) ? "<" : ">", last);
        if (last + 1 < keys) {
            add(sql, " OR ");
            add_key(sql, order, last);
            add(sql, " IS NULL");
        }
        add(sql, "))");
    }
    add(sql, ")");
}

static void add_order(struct json_out *sql, const struct list_order *order)
{
    const size_t keys = list_value_count(order) + 1;
    add(sql, " ORDER BY ");
    for (size_t i = 0; i < keys; i++) {
        add_key(sql, order, i);
        /* Null is the smallest value to SQLite, so that it ends a descending order by itself. */
        add(sql, "%s%s",
            is_descending(order, i) ? " DESC"
            : i + 1 < keys          ? " ASC NULLS LAST"
                                    : "",
            i + 1 < keys ? ", " : "");
    }
}

static void bind_position(sqlite3_stmt *statement, const json_t *position)
{
    for (size_t i = 1; i < json_array_size(position); i++) {
        char name[32];
        const json_t *value = json_array_get(position, i);
        snprintf(name, sizeof name, ":a%zu", i - 1);
        if (json_is_string(value))
            sqlite_bind_text(statement, name, json_string_value(value));
        else if (json_is_integer(value))
            sqlite_bind_integer(statement, name, json_integer_value(value));
        else if (json_is_real(value))
            sqlite_bind_number(statement, name, json_real_value(value));
    }
}

/* Takes the assembled text, gives the statement with all values bound. */
static sqlite3_stmt *finish(struct store *store, struct json_out *sql, const struct list_query *query,
                            const struct list_bound *bound)
{
    sqlite3_stmt *statement = NULL;
    if (json_out_finish(sql))
        statement = sqlite_list_statement(store, sql->text);
    else
        report_error("memory is short for a list of %s", kinds[query->kind].plural);
    json_out_done(sql);
    if (!statement)
        return NULL;
    char name[32];
    sqlite_bind_integer(statement, ":at", query->at);
    for (size_t i = 0; i < query->within_count; i++) {
        snprintf(name, sizeof name, ":w%zu", i);
        sqlite_bind_text(statement, name, query->within[i]);
    }
    for (size_t i = 0; i < query->filter_count; i++) {
        snprintf(name, sizeof name, ":f%zu", i);
        sqlite_bind_bytes(statement, name, bound->values[i].text, bound->values[i].size);
        snprintf(name, sizeof name, ":g%zu", i);
        sqlite_bind_text(statement, name, query->filters[i].column->name);
    }
    sqlite_bind_text(statement, ":words", bound->words);
    sqlite_bind_text(statement, ":title", bound->title);
    sqlite_bind_text(statement, ":itself", bound->itself);
    sqlite_bind_text(statement, ":title_itself", bound->title_itself);
    sqlite_bind_text(statement, ":folded", bound->folded);
    return statement;
}

sqlite3_stmt *list_page(struct store *store, const struct list_query *query, bool current,
                        const struct list_bound *bound, const json_t *position)
{
    const struct list_order order = list_order_of(query);
    struct json_out sql = {0};
    add_hits(&sql, query);
    add(&sql, "SELECT row.id, row.recorded_from, row.body");
    for (size_t i = 0; i < list_value_count(&order); i++) {
        add(&sql, ", ");
        add_key(&sql, &order, i);
    }
    add_source(&sql, query);
    add_conditions(&sql, query, current);
    if (position)
        add_after(&sql, &order, position);
    add_order(&sql, &order);
    add(&sql, " LIMIT :limit");
    sqlite3_stmt *statement = finish(store, &sql, query, bound);
    if (!statement)
        return NULL;
    bind_position(statement, position);
    /* One more than wanted tells whether there is a next page. */
    sqlite_bind_integer(statement, ":limit", (int64_t)query->limit + 1);
    return statement;
}

sqlite3_stmt *list_total(struct store *store, const struct list_query *query, bool current,
                         const struct list_bound *bound)
{
    struct json_out sql = {0};
    add_hits(&sql, query);
    add(&sql, query->text ? "SELECT count(*) FROM (SELECT 1" : "SELECT count(*)");
    add_source(&sql, query);
    add_conditions(&sql, query, current);
    if (query->text)
        add(&sql, " LIMIT %d)", LIST_TOTAL_MAX + 1);
    return finish(store, &sql, query, bound);
}

#define FACET_VALUES_MAX 100

sqlite3_stmt *list_facet(struct store *store, const struct list_query *query, bool current,
                         const struct list_bound *bound, const struct column *column)
{
    struct json_out sql = {0};
    add_hits(&sql, query);
    /* One spelling stands for those that differ by case only. */
    char value[128] = "facet.value";
    if (column->sql)
        snprintf(value, sizeof value, "row.\"%s\"", column->sql);
    add(&sql, "SELECT min(%s COLLATE BINARY), count(*)", value);
    add_source(&sql, query);
    if (!column->sql)
        add(&sql, " JOIN tag AS facet ON facet.kind = '%s' AND facet.no = row.no AND facet.field = :facet",
            kinds[query->kind].name);
    add_conditions(&sql, query, current);
    add(&sql, " GROUP BY %s ORDER BY 2 DESC, 1 LIMIT %d", value, FACET_VALUES_MAX);
    sqlite3_stmt *statement = finish(store, &sql, query, bound);
    if (statement)
        sqlite_bind_text(statement, ":facet", column->name);
    return statement;
}

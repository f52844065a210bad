/* Assembles the SQL of a list. Columns come from the declared tables only, values are only bound; what a
 * client sends never becomes SQL. */

#include "db/list.h"

#include "db/list_text.h"
#include "db/projection.h"
#include "db/projection_fields.h"
#include "db/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* Where few rows pass and are found first, a sign keeps an index of the key out of use: it would find all
 * that come after the position. */
static void add_key(struct json_out *sql, const struct list_order *order, const struct list_plan *plan,
                    size_t i)
{
    const char *sign = plan->sparse ? "+" : "";
    if (order->by_rank && i == 0) {
        list_add(sql, RANK);
        return;
    }
    const struct column *column = order->keys[i - (order->by_rank ? 1 : 0)].column;
    if (column)
        list_add(sql, "%srow.\"%s\"", sign, column->sql);
    else
        list_add(sql, "%srow.id", sign);
}

static bool is_descending(const struct list_order *order, size_t i)
{
    return !(order->by_rank && i == 0) && order->keys[i - (order->by_rank ? 1 : 0)].descending;
}

/* Candidates of the full-text index, of every version, and how well they match: by a name as it is, in the
 * title, anywhere; and in each, the last word itself before words that only begin with it. */
static void add_hits(struct json_out *sql, const struct list_query *query, const struct list_plan *plan,
                     bool ranked)
{
    if (!query->text || !plan->sparse)
        return;
    const long long first = (long long)projection_passage(query->kind, 0);
    const long long last = (long long)projection_passage(query->kind + 1, 0) - 1;
    list_add(sql, "WITH hit (no, rank) AS (SELECT search.rowid - %lld, ", first);
    if (ranked)
        list_add(
            sql,
            "CASE WHEN EXISTS (SELECT 1 FROM tag WHERE tag.kind = '%s' AND tag.field = '%s' AND tag.value = "
            ":folded AND tag.no = search.rowid - %lld) THEN 0 "
            "WHEN search.rowid IN (SELECT rowid FROM search WHERE search MATCH :title_itself) THEN 1 "
            "WHEN search.rowid IN (SELECT rowid FROM search WHERE search MATCH :title) THEN 2 "
            "WHEN search.rowid IN (SELECT rowid FROM search WHERE search MATCH :itself) THEN 3 ELSE 4 END",
            kinds[query->kind].name, PROJECTION_NAMED, first);
    else
        list_add(sql, "NULL");
    list_add(sql, " FROM search WHERE search MATCH :words AND search.rowid BETWEEN %lld AND %lld) ", first,
             last);
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

/* What one of several SELECTs holds: rows of an era and, after a position, those that differ from it first in
 * the key `beyond`, being null there or not. Of each of them an index can be read from its place on. */
struct arm {
    enum list_era era;
    size_t beyond;
    bool nulls;
};

static void add_after(struct json_out *sql, const struct list_order *order, const struct list_plan *plan,
                      const struct arm *arm)
{
    for (size_t i = 0; i < arm->beyond; i++) {
        list_add(sql, " AND ");
        add_key(sql, order, plan, i);
        list_add(sql, " IS :a%zu", i);
    }
    list_add(sql, " AND ");
    add_key(sql, order, plan, arm->beyond);
    if (arm->nulls)
        list_add(sql, " IS NULL");
    else
        list_add(sql, " %s :a%zu", is_descending(order, arm->beyond) ? "<" : ">", arm->beyond);
}

struct assembly {
    struct json_out *sql;
    const struct list_query *query;
    const struct list_plan *plan;
    const struct list_order *order;
    size_t arms;
};

static void add_arm(struct assembly *assembly, const json_t *position, const struct arm *arm)
{
    struct json_out *sql = assembly->sql;
    list_add(sql, "%sSELECT %srow.id, row.recorded_from, row.body", assembly->arms++ > 0 ? " UNION ALL " : "",
             assembly->plan->sparse ? "+" : "");
    for (size_t i = 0; i < list_value_count(assembly->order); i++) {
        list_add(sql, ", ");
        add_key(sql, assembly->order, assembly->plan, i);
    }
    list_add_source(sql, assembly->query, assembly->plan, arm->era);
    list_add_conditions(sql, assembly->query, assembly->plan, arm->era);
    if (position)
        add_after(sql, assembly->order, assembly->plan, arm);
}

/* Rows after the position: beyond in the first key in which they differ. Nulls come last in both directions,
 * so that after a null in a key only the next one can differ. */
static void add_era(struct assembly *assembly, const json_t *position, enum list_era era)
{
    const size_t keys = list_value_count(assembly->order) + 1;
    if (!position)
        add_arm(assembly, NULL, &(struct arm){.era = era});
    for (size_t i = keys; position && i-- > 0;) {
        if (json_is_null(json_array_get(position, i + 1)))
            continue;
        add_arm(assembly, position, &(struct arm){era, i, false});
        if (i + 1 < keys)
            add_arm(assembly, position, &(struct arm){era, i, true});
    }
}

/* By the numbers of the columns, as a union of several SELECTs wants it. */
static void add_order(struct json_out *sql, const struct list_order *order)
{
    const size_t values = list_value_count(order);
    list_add(sql, " ORDER BY ");
    for (size_t i = 0; i < values; i++)
        /* Null is the smallest value to SQLite, so that it ends a descending order by itself. */
        list_add(sql, "%zu%s, ", LIST_VALUES + 1 + i, is_descending(order, i) ? " DESC" : " ASC NULLS LAST");
    list_add(sql, "%d%s", LIST_ID + 1, is_descending(order, values) ? " DESC" : "");
}

sqlite3_stmt *list_page(struct store *store, const struct list_query *query, const struct list_plan *plan,
                        const struct list_bound *bound, const json_t *position)
{
    const struct list_order order = list_order_of(query);
    struct json_out sql = {0};
    struct assembly assembly = {&sql, query, plan, &order, 0};
    add_hits(&sql, query, plan, order.by_rank);
    for (size_t i = 0; i < plan->era_count; i++)
        add_era(&assembly, position, plan->eras[i]);
    add_order(&sql, &order);
    list_add(&sql, " LIMIT :limit");
    sqlite3_stmt *statement = finish(store, &sql, query, bound);
    if (!statement)
        return NULL;
    bind_position(statement, position);
    sqlite_bind_integer(statement, ":last", plan->last_row);
    /* One more than wanted tells whether there is a next page. */
    sqlite_bind_integer(statement, ":limit", (int64_t)query->limit + 1);
    return statement;
}

sqlite3_stmt *list_total(struct store *store, const struct list_query *query, const struct list_plan *plan,
                         const struct list_bound *bound)
{
    struct json_out sql = {0};
    add_hits(&sql, query, plan, false);
    list_add(&sql, "SELECT count(*) FROM (");
    for (size_t i = 0; i < plan->era_count; i++) {
        list_add(&sql, "%sSELECT 1", i > 0 ? " UNION ALL " : "");
        list_add_source(&sql, query, plan, plan->eras[i]);
        list_add_conditions(&sql, query, plan, plan->eras[i]);
    }
    list_add(&sql, " LIMIT %d)", LIST_TOTAL_MAX + 1);
    sqlite3_stmt *statement = finish(store, &sql, query, bound);
    if (statement)
        sqlite_bind_integer(statement, ":last", plan->last_row);
    return statement;
}

#define FACET_VALUES_MAX 100

sqlite3_stmt *list_facet(struct store *store, const struct list_query *query, const struct list_plan *plan,
                         const struct list_bound *bound, const struct column *column)
{
    struct json_out sql = {0};
    add_hits(&sql, query, plan, false);
    /* One spelling stands for those that differ by case only. */
    list_add(&sql, "SELECT min(value COLLATE BINARY), count(*) FROM (");
    for (size_t i = 0; i < plan->era_count; i++) {
        list_add(&sql, "%sSELECT ", i > 0 ? " UNION ALL " : "");
        if (column->sql)
            list_add(&sql, "row.\"%s\" AS value", column->sql);
        else
            list_add(&sql, "facet.value AS value");
        list_add_source(&sql, query, plan, plan->eras[i]);
        if (!column->sql)
            list_add(&sql,
                     " JOIN tag AS facet ON facet.kind = '%s' AND facet.no = row.no AND facet.field = :facet",
                     kinds[query->kind].name);
        list_add_conditions(&sql, query, plan, plan->eras[i]);
    }
    list_add(&sql, ") GROUP BY value ORDER BY 2 DESC, 1 LIMIT %d", FACET_VALUES_MAX);
    sqlite3_stmt *statement = finish(store, &sql, query, bound);
    if (!statement)
        return NULL;
    sqlite_bind_text(statement, ":facet", column->name);
    sqlite_bind_integer(statement, ":last", plan->last_row);
    return statement;
}

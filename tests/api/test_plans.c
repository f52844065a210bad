/* What SQLite does for every list that can be asked for, and for a search: it reads an index in the order of
 * the page, or finds what passes by an index and sorts that, where it is few. What does neither is named
 * here, with the reason. */
#include "db/list.h"
#include "db/record.h"
#include "operations.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#define ANY_KIND (KIND_COUNT + 1)
#define OF_EQUALS "TEMP B-TREE FOR RIGHT PART OF ORDER BY"

/* NULL stands for anything. Each of them is needed. */
static const struct allowance {
    unsigned kind;
    const char *column; /* sorted by; of rows that are found and then sorted, what they are found by */
    const char *access; /* in what SQLite says of the reading */
    const char *sorting;
    const char *why;
} allowances[] = {
    {KIND_GROUP, NULL, NULL, NULL, "there are some dozens"},
    {KIND_DESTINATION, NULL, NULL, NULL, "the world has some hundreds"},
    {KIND_DISPUTE, NULL, NULL, NULL, "there are some dozens"},
    {ANY_KIND, NULL, "_past_by_", NULL, "replaced or deleted after that version: as many as were edited"},
    {ANY_KIND, NULL, "_by_", OF_EQUALS, "what is equal in the column is sorted by id, one value at a time"},
    {KIND_CHANGE, "id", "change_of_document", OF_EQUALS, "the changes of one document"},
};
#define ALLOWANCES (sizeof allowances / sizeof allowances[0])

/* Measures of chips that few ask for: an index of each would double what it takes to record a chip. All chips
 * that stand are read instead, in the time that a request may take. */
static const char *const unindexed[] = {
    "default_variant",
    "process_node_nm",
    "die_area_mm2",
    "die_count",
    "package_count",
    "transistors_billion",
    "peak_tops.fp64",
    "peak_tops.fp32",
    "peak_tops.tf32",
    "peak_tops.fp16",
    "peak_tops.bf16",
    "peak_tops.fp8",
    "peak_tops.int8",
    "peak_tops.fp6",
    "peak_tops.fp4",
    "peak_tops.int4",
    "memory.capacity_gb",
    "memory_bandwidth_density",
    "tpp_reported",
    "interconnect.bandwidth_gb_s",
    "performance_density_reported",
    "io_plus_memory_bandwidth_gb_s",
    "metrics.io_plus_memory_bandwidth_gb_s",
};
#define UNINDEXED (sizeof unindexed / sizeof unindexed[0])

struct looking {
    struct store *store;
    const struct list_info *info;
    bool allowance_used[ALLOWANCES];
    bool unindexed_used[UNINDEXED];
    size_t readings; /* of a kind's table */
};

/* One list that is looked at. */
struct look {
    const struct column *sort;
    bool descending;
    const struct column *filter; /* NULL: none */
    enum filter_op op;
    bool with_text;
    bool earlier; /* known_at */
    bool deep;
    bool sparse;
};

static bool is_or_holds(const char *wanted, const char *text)
{
    return !wanted || (text && strstr(text, wanted));
}

static bool is_allowed(struct looking *looking, const struct column *column, const char *access,
                       const char *sorting)
{
    const unsigned kind = looking->info->kind;
    for (size_t i = 0; i < ALLOWANCES; i++) {
        const struct allowance *allowance = &allowances[i];
        if ((allowance->kind == ANY_KIND || allowance->kind == kind) &&
            is_or_holds(allowance->access, access) && is_or_holds(allowance->sorting, sorting) &&
            (!allowance->column || strcmp(allowance->column, column->name) == 0))
            return looking->allowance_used[i] = true;
    }
    for (size_t i = 0; kind == KIND_CHIP && i < UNINDEXED; i++) {
        if (strcmp(unindexed[i], column->name) == 0)
            return looking->unindexed_used[i] = true;
    }
    return false;
}

/* Whether the rows are found by that column, or one after the other from a short list. */
static bool finds_by(const char *access, const struct column *column)
{
    char by[80];
    /* The ids of changes begin with the revision. */
    const bool is_revision = column->sql && strcmp(column->sql, "seq") == 0;
    snprintf(by, sizeof by, "(%s", is_revision ? "id" : column->sql ? column->sql : "rowid=?");
    const bool from_list = strstr(access, "(rowid=?)") || strstr(access, "_by_no (no=?)");
    return strncmp(access, "SEARCH", 6) == 0 && (from_list || strstr(access, by));
}

struct reading {
    int parent;
    char access[160];
    const char *sorting; /* NULL: they come in order */
};
#define READINGS_MAX 40

/* What is read of the kind's table, each with the sorting that follows. */
static size_t explain(struct store *store, sqlite3_stmt *statement, struct reading readings[READINGS_MAX])
{
    static const char *const sortings[] = {OF_EQUALS, "TEMP B-TREE FOR ORDER BY", "TEMP B-TREE"};
    sqlite3_stmt *lines;
    size_t count = 0;
    char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sqlite3_sql(statement));
    cr_assert_eq(sqlite3_prepare_v2(store->db, sql, -1, &lines, NULL), SQLITE_OK, "%s", sql);
    while (sqlite3_step(lines) == SQLITE_ROW) {
        const int parent = sqlite3_column_int(lines, 1);
        const char *line = (const char *)sqlite3_column_text(lines, 3);
        if (strncmp(line, "SCAN row", 8) == 0 || strncmp(line, "SEARCH row", 10) == 0) {
            cr_assert_lt(count, READINGS_MAX);
            readings[count] = (struct reading){.parent = parent};
            snprintf(readings[count++].access, sizeof readings->access, "%s", line);
        }
        for (size_t i = 0; i < 3; i++) {
            if (count > 0 && readings[count - 1].parent == parent && strstr(line, sortings[i])) {
                readings[count - 1].sorting = sortings[i];
                break;
            }
        }
    }
    sqlite3_finalize(lines);
    sqlite3_free(sql);
    sqlite_end(statement);
    return count;
}

static void judge(struct looking *looking, const struct look *look, bool found_first, sqlite3_stmt *statement)
{
    struct reading readings[READINGS_MAX];
    const size_t count = explain(looking->store, statement, readings);
    cr_expect_gt(count, 0);
    looking->readings += count;
    for (size_t i = 0; i < count; i++) {
        const struct reading *reading = &readings[i];
        const struct column *column = found_first && look->filter ? look->filter : look->sort;
        const bool by_index = strstr(reading->access, "INDEX") || strstr(reading->access, "PRIMARY KEY");
        const bool good = found_first && look->with_text ? finds_by(reading->access, look->sort)
                          : found_first                  ? finds_by(reading->access, column)
                                                         : by_index && !reading->sorting;
        cr_expect(good || is_allowed(looking, column, reading->access, reading->sorting),
                  "%s sorted by %s%s, %s %s%s%s%s: %s, %s", kinds[looking->info->kind].plural,
                  look->descending ? "-" : "", look->sort->name, look->filter ? look->filter->name : "all",
                  look->with_text ? "with words " : "", look->earlier ? "earlier " : "",
                  look->deep ? "deep " : "", found_first ? "found first" : "in order", reading->access,
                  reading->sorting ? reading->sorting : "not sorted");
    }
}

static json_t *make_position(const struct look *look, bool by_id)
{
    if (!look->deep)
        return NULL;
    if (by_id)
        return json_pack("[s,s]", "hash", "m");
    const bool is_text = look->sort->type != COLUMN_NUMBER && look->sort->type != COLUMN_BOOLEAN;
    return is_text ? json_pack("[s,s,s]", "hash", "m", "m") : json_pack("[s,i,s]", "hash", 5, "m");
}

static void look_at(struct looking *looking, const struct look *look)
{
    const bool by_id = strcmp(look->sort->name, kinds[looking->info->kind].id_key) == 0;
    const char *const values[] = {look->filter && look->filter->type == COLUMN_BOOLEAN ? "true" : "1"};
    const struct filter filter = {look->filter, look->op, values, 1};
    const struct list_query query = {
        .kind = looking->info->kind,
        .at = look->earlier ? 1 : 2,
        .filters = &filter,
        .filter_count = look->filter ? 1 : 0,
        .text = look->with_text ? "word" : NULL,
        .sort = {{by_id ? NULL : look->sort, look->descending}},
        .sort_count = 1,
        .limit = 50,
    };
    struct list_bound bound;
    struct list_plan plan;
    bool short_of_memory;
    int64_t total;
    cr_assert(list_bind_begin(looking->store, &query, &bound, &short_of_memory));
    cr_assert(list_plan_make(looking->store, &query, &bound, &plan, &total));
    cr_assert(!plan.early);
    json_t *position = make_position(look, by_id);
    /* How many pass decides which of the two ways is taken. */
    list_plan_choose(&plan, &query, look->sparse);
    judge(looking, look, look->sparse, list_page(looking->store, &query, &plan, &bound, position));
    list_plan_choose(&plan, &query, true);
    if (look->filter || look->with_text)
        judge(looking, look, true, list_total(looking->store, &query, &plan, &bound));
    json_decref(position);
    list_bind_done(&bound);
}

/* In every order, at the head and before, at the beginning and far down. */
static void look_in_every_way(struct looking *looking, struct look look)
{
    for (unsigned way = 0; way < 8; way++) {
        look.descending = way & 1;
        look.earlier = way & 2;
        look.deep = way & 4;
        look.sparse = false;
        look_at(looking, &look);
        look.sparse = true;
        if (look.filter || look.with_text)
            look_at(looking, &look);
    }
}

static void look_at_sort(struct looking *looking, const struct column *sort, bool with_all_filters)
{
    const struct list_info *info = looking->info;
    look_in_every_way(looking, (struct look){.sort = sort});
    look_in_every_way(looking, (struct look){.sort = sort, .filter = sort, .op = FILTER_AT_LEAST});
    if (info->searchable)
        look_in_every_way(looking, (struct look){.sort = sort, .with_text = true});
    for (size_t i = 0; i < info->column_count; i++) {
        const struct column *filter = &info->columns[i];
        if (with_all_filters || filter->facet || !filter->sql)
            look_in_every_way(looking, (struct look){.sort = sort, .filter = filter});
    }
}

/* Two revisions, and tables that are said to be too long to be read as a whole. */
static struct store *open_large(void)
{
    char reason[STORE_REASON_SIZE];
    struct store *store;
    cr_assert(store_open(":memory:", STORE_WRITE, &store, reason), "%s", reason);
    for (int i = 1; i <= 2; i++) {
        int64_t head;
        json_t *event = json_pack("{s:s,s:i}", "id", "e", "n", i);
        const struct change change = {CHANGE_PUT, KIND_EVENT, "e", event};
        const struct change_set set = {.actor = "test", .note = "a test", .changes = &change, .count = 1};
        cr_assert_eq(record_change_set(store, -1, &set, &head), RECORD_DONE);
        json_decref(event);
    }
    cr_assert(sqlite_execute(store, "DELETE FROM tally"));
    for (unsigned kind = 0; kind <= KIND_CHANGE; kind++) {
        char sql[120];
        snprintf(sql, sizeof sql, "INSERT INTO tally VALUES ('%s', 1, 1000000, 1000000)", kinds[kind].name);
        cr_assert(sqlite_execute(store, sql));
    }
    return store;
}

Test(plans, every_list_is_read_from_an_index_or_named_here, .timeout = 600)
{
    struct looking looking = {.store = open_large()};
    for (size_t i = 0; i < operation_count; i++) {
        looking.info = operations[i].list;
        if (!looking.info || looking.info->computed)
            continue;
        looking.readings = 0;
        for (size_t k = 0; k < looking.info->column_count; k++) {
            if (looking.info->columns[k].sortable)
                look_at_sort(&looking, &looking.info->columns[k], k == 0);
        }
        cr_expect_gt(looking.readings, 100, "%s", operations[i].id);
    }
    for (size_t i = 0; i < ALLOWANCES; i++)
        cr_expect(looking.allowance_used[i], "allowance %zu is needed no more: %s", i, allowances[i].why);
    for (size_t i = 0; i < UNINDEXED; i++)
        cr_expect(looking.unindexed_used[i], "%s is indexed", unindexed[i]);
    store_close(looking.store);
}

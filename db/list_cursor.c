/* The place where a page ended, as an opaque text: the sort values of its last row, bound to the query by a
 * hash of it. */

#include "db/cursor.h"
#include "db/list.h"

#include <sodium.h>
#include <string.h>

static void add_text(crypto_generichash_state *state, const char *text)
{
    /* The NUL keeps neighbours apart; an absent text is told from an empty one. */
    if (text)
        crypto_generichash_update(state, (const unsigned char *)text, strlen(text) + 1);
    else
        crypto_generichash_update(state, (const unsigned char *)"\1", 1);
}

static void hash_query(const struct list_query *query, char hex[static CURSOR_HASH_SIZE])
{
    crypto_generichash_state state;
    unsigned char hash[(CURSOR_HASH_SIZE - 1) / 2];
    const int64_t numbers[] = {query->kind, query->at, (int64_t)query->sort_count,
                               (int64_t)query->filter_count, (int64_t)query->within_count};
    crypto_generichash_init(&state, NULL, 0, sizeof hash);
    crypto_generichash_update(&state, (const unsigned char *)numbers, sizeof numbers);
    add_text(&state, query->text);
    for (size_t i = 0; i < query->sort_count; i++) {
        add_text(&state, query->sort[i].column ? query->sort[i].column->name : NULL);
        add_text(&state, query->sort[i].descending ? "-" : "+");
    }
    for (size_t i = 0; i < query->within_count; i++)
        add_text(&state, query->within[i]);
    for (size_t i = 0; i < query->filter_count; i++) {
        const struct filter *filter = &query->filters[i];
        const int64_t shape[] = {filter->op, (int64_t)filter->count};
        add_text(&state, filter->column->name);
        crypto_generichash_update(&state, (const unsigned char *)shape, sizeof shape);
        for (size_t j = 0; j < filter->count; j++)
            add_text(&state, filter->values[j]);
    }
    crypto_generichash_final(&state, hash, sizeof hash);
    sodium_bin2hex(hex, CURSOR_HASH_SIZE, hash, sizeof hash);
}

static void write_value(struct json_out *out, sqlite3_stmt *row, int column)
{
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
        json_out_integer(out, sqlite3_column_int64(row, column));
        break;
    case SQLITE_FLOAT:
        json_out_number(out, sqlite3_column_double(row, column));
        break;
    case SQLITE_TEXT:
        json_out_text_n(out, sqlite_text(row, column), sqlite_size(row, column));
        break;
    default:
        json_out_null(out);
        break;
    }
}

char *list_cursor_write(const struct list_query *query, sqlite3_stmt *row)
{
    const struct list_order order = list_order_of(query);
    char hash[CURSOR_HASH_SIZE];
    struct json_out out = {0};
    hash_query(query, hash);
    json_out_begin_array(&out);
    json_out_text(&out, hash);
    for (size_t i = 0; i < list_value_count(&order); i++)
        write_value(&out, row, LIST_VALUES + (int)i);
    json_out_text(&out, sqlite_text(row, LIST_ID));
    json_out_end_array(&out);
    char *cursor = cursor_write(&out);
    json_out_done(&out);
    return cursor;
}

/* What an earlier page can have written there. */
static bool is_of_order(const json_t *parts, const struct list_order *order)
{
    const size_t values = list_value_count(order);
    if (json_array_size(parts) != values + 2 || !json_is_string(json_array_get(parts, values + 1)))
        return false;
    for (size_t i = 0; i < values; i++) {
        const json_t *value = json_array_get(parts, i + 1);
        const bool is_rank = order->by_rank && i == 0;
        const struct column *column = is_rank ? NULL : order->keys[i - (order->by_rank ? 1 : 0)].column;
        const bool is_number = is_rank || column->type == COLUMN_NUMBER || column->type == COLUMN_BOOLEAN;
        if (!json_is_null(value) && (is_number ? !json_is_number(value) : !json_is_string(value)))
            return false;
    }
    return true;
}

json_t *list_cursor_read(const struct list_query *query, const char *cursor, bool *short_of_memory)
{
    const struct list_order order = list_order_of(query);
    char hash[CURSOR_HASH_SIZE];
    hash_query(query, hash);
    json_t *parts = cursor_read(cursor, hash, short_of_memory);
    if (parts && is_of_order(parts, &order))
        return parts;
    json_decref(parts);
    return NULL;
}

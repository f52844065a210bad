#include "db/load.h"

#include "db/documents.h"
#include "db/excerpt.h"
#include "db/form.h"
#include "db/report.h"
#include "db/sqlite.h"
#include "db/tally.h"
#include "rules/build.h"

#include <string.h>

/* What is compiled, and with which changes. */
struct loading {
    struct store *store;
    struct rules_builder *builder;
    int64_t at;
    const struct assumption *assumption;
    struct json_out excerpt; /* of the document in hand */
};

static bool is_among(const json_t *texts, const char *text)
{
    size_t i;
    const json_t *item;
    json_array_foreach(texts, i, item)
    {
        if (strcmp(json_string_value(item), text) == 0)
            return true;
    }
    return false;
}

static const char *id_of(const json_t *document)
{
    return json_string_value(json_object_get(document, "id"));
}

static bool is_replaced(const json_t *rulings, const char *id)
{
    size_t i;
    const json_t *ruling;
    json_array_foreach(rulings, i, ruling)
    {
        if (strcmp(id_of(ruling), id) == 0)
            return true;
    }
    return false;
}

static void leave_provisions_out(json_t *ruling, const json_t *without)
{
    json_t *provisions = json_object_get(ruling, "provisions");
    for (size_t i = json_array_size(provisions); i-- > 0;) {
        if (is_among(without, id_of(json_array_get(provisions, i))))
            (void)json_array_remove(provisions, i);
    }
}

/* The document of the row. NULL when it is damaged or memory is short. */
static json_t *parse_excerpt(struct loading *loading, enum kind kind, sqlite3_stmt *row)
{
    struct json_out *excerpt = &loading->excerpt;
    excerpt->size = 0;
    if (!excerpt_write(excerpt, kind, (struct json_slice){sqlite_text(row, 2), sqlite_size(row, 2)}))
        return NULL;
    json_t *document = json_loadb(excerpt->text, excerpt->size, 0, NULL);
    const json_t *id = json_object_get(document, kinds[kind].id_key);
    if (form_holds(kind, document) && strcmp(json_string_value(id), sqlite_text(row, 0)) == 0)
        return document;
    json_decref(document);
    return NULL;
}

static bool add_document(struct loading *loading, enum kind kind, sqlite3_stmt *row)
{
    const struct assumption *assumption = loading->assumption;
    const char *id = sqlite_text(row, 0);
    if (kind == KIND_RULING && (is_among(assumption->without, id) || is_replaced(assumption->with, id)))
        return true;
    json_t *document = parse_excerpt(loading, kind, row);
    if (kind == KIND_RULING)
        leave_provisions_out(document, assumption->without);
    const bool added = document && documents_add(loading->builder, kind, document);
    if (!added)
        report_error(
            "%s %s cannot be compiled: memory is short, or the store is damaged: see 'navicert verify'",
            kinds[kind].name, id);
    json_decref(document);
    return added;
}

static bool add_kind(struct loading *loading, enum kind kind)
{
    sqlite3_stmt *statement = sqlite_statement_of(loading->store, SQL_EACH_VERSION, kind);
    if (!statement)
        return false;
    sqlite_bind_integer(statement, ":at", loading->at);
    enum fetch fetch;
    while ((fetch = sqlite_step(loading->store, statement)) == FETCH_ROW) {
        if (!add_document(loading, kind, statement)) {
            sqlite_end(statement);
            return false;
        }
    }
    return fetch == FETCH_DONE;
}

static bool add_assumed(const struct loading *loading)
{
    size_t i;
    const json_t *ruling;
    json_array_foreach(loading->assumption->with, i, ruling)
    {
        if (!documents_add(loading->builder, KIND_RULING, ruling))
            return false;
    }
    return true;
}

/* What a decision turns on; the rest is never compiled. */
static const enum kind compiled[] = {KIND_DESTINATION, KIND_CHIP, KIND_RULING};
#define COMPILED_COUNT (sizeof compiled / sizeof compiled[0])

static bool add_all(struct loading *loading)
{
    bool own;
    if (!sqlite_read_begin(loading->store, &own))
        return false;
    bool added = true;
    for (size_t i = 0; added && i < COMPILED_COUNT; i++)
        added = add_kind(loading, compiled[i]);
    sqlite_read_end(loading->store, own);
    /* All documents were read, once: their pages are not worth keeping. */
    sqlite3_db_release_memory(loading->store->db);
    return added && add_assumed(loading);
}

struct rules *rules_load_assuming(struct store *store, int64_t at, const struct assumption *assumption)
{
    struct rules *rules = NULL;
    struct loading loading = {
        .store = store, .builder = rules_builder_open(at), .at = at, .assumption = assumption};
    if (loading.builder && add_all(&loading))
        rules = rules_compile(loading.builder);
    if (!rules)
        report_error("the rules of data version %lld could not be compiled", (long long)at);
    rules_builder_close(loading.builder);
    json_out_done(&loading.excerpt);
    return rules;
}

struct rules *rules_load(struct store *store, int64_t at)
{
    const struct assumption none = {NULL, NULL};
    return rules_load_assuming(store, at, &none);
}

/* Every change of a kind adds a row to its table, and no row ever goes: none came between two versions that
 * have the same last one. */
static bool is_same_law(struct store *store, int64_t a, int64_t b, bool *same)
{
    *same = true;
    for (size_t i = 0; *same && i < COMPILED_COUNT; i++) {
        struct tally at_a, at_b;
        if (!tally_find(store, compiled[i], a, &at_a) || !tally_find(store, compiled[i], b, &at_b))
            return false;
        *same = at_a.last_row == at_b.last_row;
    }
    return true;
}

struct rules *rules_load_beside(struct store *store, int64_t at, struct rules *held)
{
    bool own, same;
    if (!sqlite_read_begin(store, &own))
        return NULL;
    const bool known = is_same_law(store, held->data_version, at, &same);
    sqlite_read_end(store, own);
    if (!known)
        return NULL;
    if (!same)
        return rules_load(store, at);
    struct rules *rules = rules_share(held, at);
    if (!rules)
        report_error("out of memory");
    return rules;
}

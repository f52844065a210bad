#include "db/projection.h"

#include "db/documents.h"
#include "db/feed.h"
#include "db/json_out.h"
#include "db/projection_fields.h"
#include "db/report.h"
#include "db/sqlite.h"
#include "db/tally.h"
#include "db/text_cut.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct writing {
    struct store *store;
    enum kind kind;
    int64_t seq;
    int64_t stood; /* documents that end with it, one or none */
    int64_t row;
    const char *field;
    bool failed;
};

static void add_tag(const char *value, void *context)
{
    struct writing *writing = context;
    sqlite3_stmt *statement = sqlite_statement(writing->store, SQL_ADD_TAG);
    if (!statement) {
        writing->failed = true;
        return;
    }
    sqlite_bind_text(statement, ":kind", kinds[writing->kind].name);
    sqlite_bind_text(statement, ":field", writing->field);
    sqlite_bind_text(statement, ":value", value);
    sqlite_bind_integer(statement, ":no", writing->row);
    if (!sqlite_run(writing->store, statement))
        writing->failed = true;
}

struct naming {
    struct writing *writing;
    const json_t *document;
};

static void add_name(const char *name, void *context)
{
    const struct naming *naming = context;
    projection_visit_forms(naming->writing->kind, naming->document, name, add_tag, naming->writing);
}

static void add_names(struct writing *writing, const json_t *document)
{
    struct naming naming = {writing, document};
    for (const char *const *path = projection_name_paths(writing->kind); *path; path++) {
        writing->field = PROJECTION_CALLED;
        projection_visit(document, *path, add_name, &naming);
        writing->field = PROJECTION_NAMED;
        if (strcmp(*path, "product") != 0)
            projection_visit(document, *path, add_name, &naming);
    }
}

static bool add_tags(struct writing *writing, const json_t *document)
{
    const struct projection_tag *tag = projection_fields[writing->kind].tags;
    for (; tag->field; tag++) {
        writing->field = tag->field;
        projection_visit(document, tag->path, add_tag, writing);
    }
    add_names(writing, document);
    return !writing->failed;
}

/* Each value on a line of its own, so that no phrase runs from one into the next by a space alone. */
static void add_words(const char *text, void *context)
{
    struct json_out *words = context;
    json_out_bytes(words, text, strlen(text));
    json_out_bytes(words, "\n", 1);
}

static bool collect_words(const json_t *document, const char *const *paths, size_t max,
                          struct json_out *words)
{
    for (size_t i = 0; i < max && paths[i]; i++)
        projection_visit(document, paths[i], add_words, words);
    return json_out_finish(words);
}

static bool insert_words(struct writing *writing, const char *names, const char *title, const char *body)
{
    sqlite3_stmt *passage = sqlite_statement(writing->store, SQL_ADD_PASSAGE);
    sqlite3_stmt *search = sqlite_statement(writing->store, SQL_INDEX_PASSAGE);
    if (!passage || !search)
        return false;
    const int64_t no = projection_passage(writing->kind, writing->row);
    sqlite_bind_integer(passage, ":no", no);
    sqlite_bind_text(passage, ":kind", kinds[writing->kind].name);
    sqlite_bind_integer(passage, ":row", writing->row);
    sqlite_bind_text(passage, ":names", names);
    sqlite_bind_text(passage, ":title", title);
    sqlite_bind_text(passage, ":body", body);
    if (!sqlite_run(writing->store, passage))
        return false;
    sqlite_bind_integer(search, ":no", no);
    sqlite_bind_text(search, ":names", names);
    sqlite_bind_text(search, ":title", title);
    sqlite_bind_text(search, ":body", body);
    return sqlite_run(writing->store, search);
}

static bool add_word(const struct text_word *word, void *context)
{
    struct writing *writing = context;
    sqlite3_stmt *statement = sqlite_statement(writing->store, SQL_ADD_WORD);
    if (!statement)
        return false;
    sqlite_bind_bytes(statement, ":term", word->text, word->size);
    return sqlite_run(writing->store, statement);
}

static bool list_words(struct writing *writing, const char *names, const char *title, const char *body)
{
    struct text_cutter cutter;
    const bool listed =
        text_cutter_open(writing->store, &cutter) && text_cut(&cutter, names, add_word, writing) &&
        text_cut(&cutter, title, add_word, writing) && text_cut(&cutter, body, add_word, writing);
    text_cutter_close(&cutter);
    return listed;
}

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool add_passage(struct writing *writing, const json_t *document)
{
    const struct projection_fields *fields = &projection_fields[writing->kind];
    struct json_out names = {0}, title = {0}, body = {0};
    const bool done = collect_words(document, fields->names, COUNT(fields->names), &names) &&
                      collect_words(document, fields->title, COUNT(fields->title), &title) &&
                      collect_words(document, fields->body, COUNT(fields->body), &body) &&
                      insert_words(writing, names.text, title.text, body.text) &&
                      list_words(writing, names.text, title.text, body.text);
    json_out_done(&names);
    json_out_done(&title);
    json_out_done(&body);
    return done;
}

static double fact_number(const struct chip *chip, enum item_field field)
{
    return chip->facts[field].type == VALUE_NUMBER ? chip->facts[field].number : (double)NAN;
}

/* What is computed of a chip stands in columns beside what is written of it. */
static void bind_metrics(sqlite3_stmt *statement, const json_t *document)
{
    const struct chip chip = documents_chip(document);
    sqlite_bind_number(statement, ":tpp", fact_number(&chip, ITEM_TPP));
    sqlite_bind_number(statement, ":performance_density", fact_number(&chip, ITEM_PERFORMANCE_DENSITY));
    sqlite_bind_number(statement, ":io_plus_memory_bandwidth_gb_s",
                       fact_number(&chip, ITEM_IO_PLUS_MEMORY_BANDWIDTH_GB_S));
}

static bool find_entity(struct store *store, enum kind kind, const char *id, int64_t *entity)
{
    sqlite3_stmt *add = sqlite_statement(store, SQL_ADD_ENTITY);
    sqlite3_stmt *find = sqlite_statement(store, SQL_FIND_ENTITY);
    if (!add || !find)
        return false;
    sqlite_bind_text(add, ":kind", kinds[kind].name);
    sqlite_bind_text(add, ":id", id);
    if (!sqlite_run(store, add))
        return false;
    sqlite_bind_text(find, ":kind", kinds[kind].name);
    sqlite_bind_text(find, ":id", id);
    return sqlite_integer(store, find, 0, entity);
}

/* `*stood`: how many documents ended, one or none. */
static bool close_row(struct store *store, int64_t seq, enum kind kind, const char *id, int64_t *stood)
{
    sqlite3_stmt *statement = sqlite_statement_of(store, SQL_CLOSE_ROW, kind);
    if (!statement)
        return false;
    sqlite_bind_integer(statement, ":seq", seq);
    sqlite_bind_text(statement, ":id", id);
    return sqlite_integer(store, statement, 0, stood);
}

/* The row of a version or a change; `document` is NULL of a tombstone. */
static bool add_row(struct writing *writing, sqlite3_stmt *statement, const json_t *document)
{
    if (!sqlite_run(writing->store, statement))
        return false;
    writing->row = sqlite3_last_insert_rowid(writing->store->db);
    const int difference = (document ? 1 : 0) - (int)writing->stood;
    return tally_add(writing->store, writing->kind, writing->seq, writing->row, difference) &&
           (!document || add_tags(writing, document));
}

static bool add_version(struct store *store, int64_t seq, const struct projected_change *change)
{
    struct writing writing = {.store = store, .kind = change->kind, .seq = seq};
    int64_t entity;
    if (!close_row(store, seq, change->kind, change->id, &writing.stood) ||
        !find_entity(store, change->kind, change->id, &entity))
        return false;
    sqlite3_stmt *statement = sqlite_statement(store, projection_fields[change->kind].add);
    if (!statement)
        return false;
    sqlite_bind_integer(statement, ":entity", entity);
    sqlite_bind_text(statement, ":id", change->id);
    sqlite_bind_integer(statement, ":seq", seq);
    sqlite_bind_text(statement, ":body", change->document ? change->body : NULL);
    if (change->document && change->kind == KIND_CHIP)
        bind_metrics(statement, change->document);
    return add_row(&writing, statement, change->document) &&
           (!change->document || add_passage(&writing, change->document));
}

/* What the feed tells of a change; NULL on failure (logged). */
static json_t *describe(struct store *store, const struct revision *revision,
                        const struct projected_change *change)
{
    struct standing_version standing = {.since = 0};
    sqlite3_stmt *statement = sqlite_statement_of(store, SQL_FIND_VERSION, change->kind);
    if (!statement)
        return NULL;
    sqlite_bind_text(statement, ":id", change->id);
    sqlite_bind_integer(statement, ":at", revision->seq);
    const enum fetch fetch = sqlite_step(store, statement);
    if (fetch == FETCH_FAILED)
        return NULL;
    if (fetch == FETCH_ROW) {
        standing.since = sqlite3_column_int64(statement, 1);
        standing.body = (struct json_slice){sqlite_text(statement, 2), sqlite_size(statement, 2)};
    }
    json_t *described = feed_describe(revision, change, &standing);
    if (fetch == FETCH_ROW)
        sqlite_end(statement);
    if (!described)
        report_error("memory is short for the change of %s %s", kinds[change->kind].name, change->id);
    return described;
}

static bool add_change(struct store *store, const struct revision *revision,
                       const struct projected_change *change)
{
    struct writing writing = {.store = store, .kind = KIND_CHANGE, .seq = revision->seq};
    struct json_out body = {0};
    char id[FEED_ID_SIZE];
    sqlite3_stmt *statement = sqlite_statement(store, projection_fields[KIND_CHANGE].add);
    json_t *described = statement ? describe(store, revision, change) : NULL;
    if (!described)
        return false;
    feed_format_id(revision->seq, change->place, id);
    json_out_value(&body, described);
    bool added = json_out_finish(&body);
    if (added) {
        sqlite_bind_text(statement, ":id", id);
        sqlite_bind_integer(statement, ":seq", revision->seq);
        sqlite_bind_bytes(statement, ":body", body.text, body.size);
        added = add_row(&writing, statement, described);
    }
    json_out_done(&body);
    json_decref(described);
    return added;
}

bool projection_write(struct store *store, const struct revision *revision,
                      const struct projected_change *change)
{
    return add_change(store, revision, change) && add_version(store, revision->seq, change);
}

bool projection_settle(struct store *store)
{
    /* Full text collects what it was given and writes it down at the next savepoint or commit. */
    return sqlite_execute(store, "SAVEPOINT settled; RELEASE settled");
}

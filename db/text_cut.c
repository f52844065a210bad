#include "db/text_cut.h"

#include <string.h>

/* As the migration that makes the index says it. */
static const char tokenizer[] = "unicode61";
static const char *const arguments[] = {"remove_diacritics", "2"};

static fts5_api *find_api(struct store *store)
{
    fts5_api *api = NULL;
    sqlite3_stmt *statement = sqlite_statement(store, SQL_FULL_TEXT_API);
    if (!statement || sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL) != SQLITE_OK)
        return NULL;
    return sqlite_run(store, statement) ? api : NULL;
}

bool text_cutter_open(struct store *store, struct text_cutter *cutter)
{
    *cutter = (struct text_cutter){.state = NULL};
    fts5_api *api = find_api(store);
    void *maker = NULL;
    /* SQLite takes the arguments as char ** and does not write to them. */
    const char *given[] = {arguments[0], arguments[1]};
    if (api && api->xFindTokenizer(api, tokenizer, &maker, &cutter->calls) == SQLITE_OK &&
        cutter->calls.xCreate(maker, given, 2, &cutter->state) == SQLITE_OK)
        return true;
    return sqlite_fail(store, "the tokenizer of full text");
}

void text_cutter_close(struct text_cutter *cutter)
{
    if (cutter->state)
        cutter->calls.xDelete(cutter->state);
    cutter->state = NULL;
}

struct cutting {
    text_word_fn *each;
    void *context;
};

static int hand_over(void *context, int flags, const char *text, int size, int begin, int end)
{
    const struct cutting *cutting = context;
    const struct text_word word = {text, (size_t)size, (size_t)begin, (size_t)end};
    (void)flags;
    return cutting->each(&word, cutting->context) ? SQLITE_OK : SQLITE_ABORT;
}

bool text_cut(const struct text_cutter *cutter, const char *text, text_word_fn *each, void *context)
{
    struct cutting cutting = {each, context};
    return cutter->calls.xTokenize(cutter->state, &cutting, FTS5_TOKENIZE_AUX, text, (int)strlen(text),
                                   hand_over) == SQLITE_OK;
}

#pragma once
/* Reading documents: single ones, lists with filters, sorting, paging, facets and full text. Everything `at`
 * one data version. */

#include "db/json_slice.h"
#include "db/kind.h"
#include "db/store.h"

/* Instants are texts of the form that db/instant.h writes. */
enum column_type { COLUMN_TEXT, COLUMN_NUMBER, COLUMN_BOOLEAN, COLUMN_DATE, COLUMN_INSTANT };

/* A field by which a list is filtered, sorted or counted. The tables of them are generated from openapi.yaml.
 */
struct column {
    const char *name; /* as in the API: "memory.bandwidth_gb_s" */
    const char
        *sql; /* column of the kind's table; for a multi-valued field NULL: it is looked up as tag `name` */
    enum column_type type;
    bool sortable;
    bool facet;
};

enum filter_op {
    FILTER_EQUAL,
    FILTER_NOT_EQUAL,
    FILTER_MORE,
    FILTER_AT_LEAST,
    FILTER_LESS,
    FILTER_AT_MOST,
    FILTER_NULL
};

/* A row passes when any value satisfies the operator (none of them, for FILTER_NOT_EQUAL). Null never
 * satisfies a comparison. FILTER_NULL takes one value, "true" or "false". */
struct filter {
    const struct column *column;
    enum filter_op op;
    const char *const *values; /* already checked to be of the column's type */
    size_t count;
};

struct sort_key {
    const struct column *column; /* NULL: the id, always the last key */
    bool descending;
};

#define LIST_SORT_MAX 4
#define LIST_FACETS_MAX 8
#define LIST_FILTERS_MAX 32

struct list_query {
    enum kind kind;
    int64_t at;
    const struct filter *filters;
    size_t filter_count;
    /* Only these ids, as a JSON array of strings: what the caller computed from the rules. NULL: no such
     * limit. May be given up to 4 times. */
    const char *within[4];
    size_t within_count;
    const char *text; /* full-text words, all of which must occur (prefix of the last); NULL: none */
    struct sort_key sort[LIST_SORT_MAX + 1];
    size_t sort_count;
    const char *after; /* opaque position from a list_result; NULL: from the beginning */
    unsigned limit;
    const struct column *facets[LIST_FACETS_MAX];
    size_t facet_count;
    bool no_total;
};

/* One document; texts valid during the call. */
struct document {
    const char *id;
    int64_t revision; /* seq that recorded this version */
    struct json_slice body;
};
typedef bool document_fn(const struct document *document, void *context); /* false stops */
typedef bool facet_fn(const struct column *column, const char *value /* NULL: null */, int64_t count,
                      void *context);

enum list_outcome { LIST_DONE, LIST_BAD_CURSOR, LIST_BAD_TEXT, LIST_FAILED };

struct list_result {
    int64_t total; /* -1: more than LIST_TOTAL_MAX matches of a full-text query */
    char *next; /* position after the last document, base64url text from malloc; NULL when the list ended */
};
#define LIST_TOTAL_MAX 10000

/* The cursor is bound to the query (kind, sort, filters, text, at): used with another one it is
 * LIST_BAD_CURSOR. */
enum list_outcome catalogue_list(struct store *store, const struct list_query *query, document_fn *each,
                                 facet_fn *facet, void *context, struct list_result *result);

enum find_outcome { FIND_FOUND, FIND_NONE, FIND_GONE, FIND_FAILED };
/* Calls `each` once when found. When gone, *gone_since is the revision that deleted it. */
enum find_outcome catalogue_find(struct store *store, enum kind kind, const char *id, int64_t at,
                                 document_fn *each, void *context, int64_t *gone_since);

/* Every document of a kind as it stood, by id. */
bool catalogue_each(struct store *store, enum kind kind, int64_t at, document_fn *each, void *context);

/* Events that name any of the chips (ids and products as a JSON array) and lie in [from, until) (0 open), by
 * date then id. */
bool catalogue_events_of(struct store *store, int64_t at, const char *chips_json, int from_ymd, int until_ymd,
                         document_fn *each, void *context);

/* Events, by date then id, or rulings, by id, that name the id in a field with several values; at most
 * `limit`. */
struct naming_query {
    enum kind kind; /* KIND_EVENT or KIND_RULING */
    const char *field;
    const char *id;
    int64_t at;
    unsigned limit;
};
bool catalogue_naming(struct store *store, const struct naming_query *query, document_fn *each,
                      void *context);

/* How many documents of each kind there are at that version. */
bool catalogue_count(struct store *store, int64_t at, int64_t counts[static KIND_COUNT]);
/* Ids near to a mistyped one (edit distance), best first, for suggestions; at most `limit`. */
bool catalogue_suggest(struct store *store, enum kind kind, int64_t at, const char *id, size_t limit,
                       document_fn *each, void *context);

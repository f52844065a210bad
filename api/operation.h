#pragma once
/* What the generator makes of openapi.yaml: operations, their parameters, and what lists can be filtered,
 * sorted and projected by. */

#include "api/reply.h"
#include "api/schema.h"
#include "db/catalogue.h"

#include <stdint.h>

enum param_place { PLACE_PATH, PLACE_QUERY };

/* Member of the argument struct: */
enum param_type {
    PARAM_TEXT,    /* const char *, NULL when absent */
    PARAM_INTEGER, /* int64_t */
    PARAM_BOOLEAN, /* bool */
    PARAM_DATE,    /* struct date; `today` is resolved; 0 when absent */
    PARAM_MOMENT,  /* struct moment: known_at */
    PARAM_CHOICE,  /* int: index of the word in the parameter's enum, which has a default; without one it is
                      PARAM_TEXT */
    PARAM_NAMED,   /* bool: some parameter "<name>.<anything>" was given; the handler reads them itself */
    PARAM_SET,     /* uint32_t: a bit for each word of the parameter's enum, by its index; 0 when absent */
    PARAM_WORDS, /* struct words; none when absent. minimum and maximum bound their number, max_length each */
};

/* A state of knowledge: a data version, or the last one at an instant; neither: the head. */
struct moment {
    int64_t version;     /* 0: not given as a version */
    const char *instant; /* RFC 3339; NULL: not given as an instant */
};

/* A comma list, cut. */
struct words {
    const char *const *items;
    size_t count;
};

struct param {
    const char *name;
    enum param_place place;
    enum param_type type;
    bool required;
    bool bare;                  /* a boolean that is true when named without a value */
    const char *const *choices; /* the only values there are; ends with NULL. NULL: free */
    const char *fallback;       /* parsed when absent; NULL: the zero value */
    int64_t minimum;
    int64_t maximum;
    size_t max_length; /* in characters */
    size_t offset;     /* of the member in the argument struct */
};

enum member_shape { MEMBER_SCALAR, MEMBER_LIST, MEMBER_OBJECT };

/* A field that `fields=` may ask for, in the order in which documents are written. Nested scalars follow
 * their object with a dotted path. */
struct member {
    const char *path;
    enum member_shape shape;
    bool nested;      /* has a dot: part of another member */
    bool derived;     /* not in the stored document: computed by the handler */
    const char *type; /* for people: text, number, boolean, date, instant, list, object */
    const char *unit; /* of a number, in words; else NULL */
    const char *description;
};

enum list_format { LIST_JSON, LIST_NDJSON, LIST_CSV, LIST_ATOM, LIST_FORMAT_COUNT };

struct list_info {
    /* Of items that the handler computes: `members` are those of a row of its NDJSON and CSV, and of the
     * grammar only limit, cursor and format are taken. Otherwise of documents of the kind. */
    bool computed;
    enum kind kind;
    const struct column *columns; /* every filter field */
    const char *const *const
        *column_choices; /* for each the only values there are, ending with NULL; NULL: free */
    size_t column_count;
    const struct member *members;
    size_t member_count;
    const char *default_sort;   /* as in sort= */
    bool searchable;            /* q= */
    uint32_t formats;           /* a bit for each enum list_format in which it is served */
    enum list_format preferred; /* by who says nothing of the form */
    bool paged;                 /* limit and cursor */
    const char *feed_title;     /* of LIST_ATOM; NULL where it is not served so */
    const char *feed_sort;      /* in place of default_sort there */
};

#define LIST_FIELDS_MAX 64

/* The list grammar, parsed. Everything in it lives as long as the request's arguments. */
struct list_args {
    const struct list_info *info;
    struct filter filters[LIST_FILTERS_MAX];
    size_t filter_count;
    struct sort_key sort[LIST_SORT_MAX + 1];
    size_t sort_count;
    const struct member *fields[LIST_FIELDS_MAX]; /* none: all */
    size_t field_count;
    const struct column *facets[LIST_FACETS_MAX];
    size_t facet_count;
    unsigned limit;
    const char *cursor;
    const char *text; /* q */
    enum list_format format;
};

struct context;

struct operation {
    const char *id;      /* "get_eligibility" */
    const char *summary; /* one line for people */
    enum method method;
    const char *path; /* "/v1/chips/{chip}" */
    size_t literal;   /* so much of it stands before the first parameter */
    const struct param *params;
    size_t param_count;
    const struct schema *body; /* what the JSON in the request must be; NULL: the request has no body */
    const struct list_info
        *list; /* NULL unless it answers with a list; its args then begin with struct list_args */
    size_t args_size;
    bool body_clock;       /* `known_at` is a member of the body */
    size_t clock_offset;   /* of the member `known_at`, SIZE_MAX when the operation has none */
    size_t earlier_offset; /* of the member `known_from`, a second state of knowledge, likewise */
    size_t date_offset;    /* of the member `date`, likewise */
    unsigned scopes;       /* of which the bearer needs one; 0: everybody may ask */
    bool needs_store;      /* false: answered without any data (health, problems, openapi) */
    /* Of an operation that reads its body as it arrives: makes ready to take it in, once the headers are
     * there. `run` is then called with the intake, which has all of it, and with nothing of the store; NULL:
     * the body is kept whole. */
    enum problem (*begin)(const void *args, const struct context *context, struct intake **intake,
                          struct reply *reply);
    enum problem (*run)(const void *args, const struct context *context, struct reply *reply);
};

/* Generated: all of openapi.yaml, sorted by path. */
extern const struct operation operations[];
extern const size_t operation_count;
/* Generated: the document as JSON. */
extern const char openapi_json[];
extern const size_t openapi_json_size;

#pragma once
/* What params.c and list_params.c share while they read one request's parameters. */

#include "api/params.h"

#define PARAM_PAIRS_MAX 128 /* parameters of one request */

struct parsing {
    const struct operation *operation;
    const struct request *request;
    struct args_buffer *buffer;
    size_t fault_count;   /* of buffer->faults */
    enum problem problem; /* of the first fault */
    uint64_t given;       /* a bit for each parameter of the operation */
};

/* Parses into the member of the argument struct, or adds a word to its set; false: the value is wrong and the
 * member untouched. */
bool param_store(const struct parsing *parsing, const struct param *param, const char *text);
#define PARAM_ALLOWED_SIZE 160
/* What a value has to be, after "must be". */
void param_describe(const struct param *param, char text[static PARAM_ALLOWED_SIZE]);
size_t param_count_characters(const char *text);
/* A positive whole number of any length, lowered to `maximum` where it is larger. */
bool param_parse_count(const char *text, unsigned maximum, unsigned *number);
bool param_is_instant(const char *text);
bool param_parse_integer(const char *text, int64_t minimum, int64_t maximum, int64_t *number);

/* Adds a fault, to be completed with a suggestion; NULL when there are too many to list. */
struct parameter_fault *parsing_fault(struct parsing *parsing, enum problem problem, const struct pair *pair,
                                      const char *detail, ...) __attribute__((format(printf, 4, 5)));

/* The nearest of several names to a mistyped one, taken one at a time. */
struct nearest {
    const char *meant; /* as it was typed */
    char best[120];    /* "": none is near */
    unsigned distance; /* below which a name is near */
};
struct nearest nearest_to(const char *meant);
void nearest_offer(struct nearest *nearest, const char *name);
void parsing_suggest(struct parameter_fault *fault, const struct nearest *nearest);

/* Cuts `text` at commas into the buffer; "\," is a comma that does not cut. Adds a fault and returns 0 when a
 * part is empty or the room is used up. */
size_t parsing_split(struct parsing *parsing, const struct pair *pair, const char ***parts);

/* A copy in the buffer; NULL when there is no room. */
const char *parsing_keep(struct parsing *parsing, const char *text);

/* "a, b or c" of a list that ends with NULL, cut short where it does not fit. */
void parsing_list_words(const char *const *words, char *text, size_t size);
/* The word of the list that is spelt so, whatever the case; NULL: none. */
const char *parsing_find_word(const char *const *words, const char *word);

/* The list grammar. Takes a parameter that belongs to it or is a filter; false: it is neither. */
void list_begin(struct parsing *parsing);
bool list_take(struct parsing *parsing, const struct pair *pair);
/* Completes the sort and the format; false: nothing in Accept can be served. */
bool list_finish(struct parsing *parsing);
/* Offers every name of the grammar, every filter field, and every field with every operator that it has. */
void list_offer(const struct list_info *info, struct nearest *nearest);

const struct column *list_find_column(const struct list_info *info, const char *name);

/* Filters: "field=v1,v2" and "field.op=v". */
bool filter_take(struct parsing *parsing, const struct pair *pair);
void filter_offer(const struct list_info *info, struct nearest *nearest);

/* The form of a list: takes format=, and completes it by Accept; false: nothing in Accept can be served. */
void form_take(struct parsing *parsing, const struct pair *pair);
bool form_finish(struct parsing *parsing);

#pragma once
/* What one line of a screened file asks, in its own words: read from JSON or from cells of CSV. */

#include "api/lines.h"
#include "api/problem.h"
#include "rules/rules.h"

#include <jansson.h>

/* The members that mean something, by the names of row_field_words. All others are the caller's own. */
enum row_field {
    ROW_CHIP,
    ROW_DESTINATION,
    ROW_HQ,
    ROW_EXPORT_FROM,
    ROW_DATE,
    ROW_CIRCUMSTANCES,
    ROW_FIELD_COUNT
};
extern const char *const row_field_words[ROW_FIELD_COUNT];

/* Of something that is ours, never the caller's. */
struct suggestion {
    enum { SUGGEST_NOTHING, SUGGEST_CHIP, SUGGEST_PLACE, SUGGEST_MEMBER, SUGGEST_CIRCUMSTANCE } kind;
    uint32_t index; /* of rules->chips or places, row_field_words, or rules->fields */
};

/* Somewhere in the line, found when it is wanted; nowhere in it. */
#define ROW_AT_LATER (SIZE_MAX - 1)
#define ROW_AT_NONE SIZE_MAX

struct row_fault {
    enum problem problem; /* PROBLEM_NONE: there is no fault */
    enum row_field field; /* ROW_FIELD_COUNT: none of them */
    size_t at;            /* where in the line, in bytes */
    struct suggestion suggestion;
};

enum row_value { ROW_ABSENT, ROW_NULL, ROW_TEXT, ROW_OTHER };

struct row_cell {
    enum row_value value;
    const char *text; /* of ROW_TEXT, not terminated */
    size_t size;
    size_t at;
};

struct row {
    struct row_cell cells[ROW_FIELD_COUNT];
    const struct value *circumstances; /* by field; NULL: none stated */
    struct row_fault fault;
    bool short_of_memory; /* nothing is known of what the line says */
};

/* Names of the caller's own members that were looked at already: each file has few. */
#define ROW_NAMES_MAX 64
#define ROW_NAME_SIZE 40

struct row_column {
    enum { COLUMN_OWN, COLUMN_FIELD, COLUMN_CIRCUMSTANCE } means;
    unsigned index; /* enum row_field, or of rules->fields */
};

struct row_reader {
    const struct rules *rules;
    const struct value *defaults; /* circumstances of a line that states none; NULL: none */
    struct value *stated;         /* working memory: a value a field */
    struct row_column *columns;   /* of CSV */
    size_t column_count;
    json_t *held; /* what the row in hand points to */
    struct {
        size_t size;
        char text[ROW_NAME_SIZE];
    } own[ROW_NAMES_MAX];
    size_t used;
    char room[LINE_SIZE_MAX + 1]; /* cells without their quotes */
};

/* False when memory is short. The rules and the defaults must live as long. */
bool row_reader_open(struct row_reader *reader, const struct rules *rules, const struct value *defaults);
void row_reader_close(struct row_reader *reader);

/* An object of JSON. What the row points to is good until the next one is read. */
void row_read_json(struct row_reader *reader, const struct line *line, struct row *row);
/* The fast way: false where the line is not plain or has a fault, and is to be read whole. */
bool row_scan_json(struct row_reader *reader, const struct line *line, struct row *row);
/* The slow way, by Jansson: what the fast one takes it reads alike. */
void row_load_json(struct row_reader *reader, const struct line *line, struct row *row);

/* Where the member's value begins, of a cell that is ROW_AT_LATER. */
size_t row_find_value(const struct line *line, enum row_field field);

/* The names of the columns. False: `fault` says all that is wrong with them, in sentences. */
#define ROW_FAULT_SIZE 1536
bool row_read_header(struct row_reader *reader, const struct line *line, char fault[static ROW_FAULT_SIZE]);
/* A row of cells. */
void row_read_cells(struct row_reader *reader, const struct line *line, struct row *row);

/* Whether a name that is none of ours looks as if one of ours were meant: then it is never passed over. */
bool row_name_is_near(const struct rules *rules, const char *name, size_t size,
                      struct suggestion *suggestion);
/* A name that is neither ours nor near, remembered: each file has few. */
bool row_name_is_own(struct row_reader *reader, const char *name, size_t size);
/* The field of exactly that name; ROW_FIELD_COUNT: none. */
enum row_field row_find_field(const char *name, size_t size);
/* What is suggested, in words; "" for nothing. */
#define ROW_SUGGESTION_SIZE 256
void row_format_suggestion(const struct rules *rules, struct suggestion suggestion,
                           char text[static ROW_SUGGESTION_SIZE]);

#pragma once
/* Private to api/screening*.c: what is known of a file while it is screened, and how a record is read. */

#include "api/doubts.h"
#include "api/records.h"
#include "api/screening.h"
#include "api/screening_row.h"
#include "api/spelling.h"
#include "db/json_out.h"
#include "rules/verdicts.h"

/* What stands behind chip and destination in the lines of one answer, with a doubt or without. */
struct screening_answer {
    char *text; /* owned; NULL: not met yet */
    size_t size;
    uint32_t lines;
};

struct screening {
    struct rules *rules; /* a counted reference */
    struct screening_terms terms;
    struct question defaults; /* without chip; the destination may be NULL */
    struct date today;
    struct value *circumstances; /* those of the defaults */
    struct lines lines;
    struct row_reader reader;
    struct spellings *spellings;
    struct verdicts *verdicts;
    struct records records;
    json_t *dataset; /* a counted reference, for `doubts`; NULL: there is none */
    struct doubts *doubts;
    struct screening_answer *answers; /* by screening_index */
    size_t answer_capacity;
    uint32_t problems[PROBLEM_COUNT]; /* lines with each */
    bool has_header;                  /* of CSV */
    enum problem refused;             /* of the file as a whole */
    char refusal[ROW_FAULT_SIZE];
    uint64_t size;          /* of all rows */
    struct json_out before; /* what stands before the rows */
    struct json_out after;
    struct json_out faulty; /* what a faulty line has up to its problem */
    struct json_out about;  /* the members of the summary that no line changes */
};

/* What the row asks; false: row->fault says what is wrong with it. */
bool screening_ask(struct screening *screening, struct row *row, struct question *question);

/* What to know beside an answer, in a word. */
enum caution {
    CAUTION_ECCN_UNCERTAIN,
    CAUTION_BEFORE_COVERAGE,
    CAUTION_PROJECTED,
    CAUTION_LAPSED_UNVERIFIED,
    CAUTION_PENDING,
    CAUTION_DOUBTS,
    CAUTION_COUNT
};
extern const char *const caution_words[CAUTION_COUNT];
bool caution_is_given(const struct ruled *ruled, bool doubted, enum caution caution);

/* Of an answer by the id of verdicts, and whether a doubt bears on the line. */
static inline unsigned screening_index(unsigned id, bool doubted)
{
    return 2 * id + doubted;
}

/* Records: an answer, with chip and place as chip * place_count + place; or a fault, with its column. */
struct record screening_record_answer(const struct screening *screening, uint32_t line, unsigned index,
                                      const struct question *question);
/* `column` in characters from 1; 0: none. */
struct record screening_record_fault(uint32_t line, const struct row_fault *fault, uint32_t column);
bool screening_is_fault(const struct record *record);

/* The text of an answer is made when it is first met. False when memory is short. */
bool screening_keep_answer(struct screening *screening, const struct ruled *ruled, bool doubted);
/* What stands before all rows, and in each that has a fault. False when memory is short. */
bool screening_begin_rows(struct screening *screening);
/* What stands behind all rows. False when memory is short. */
bool screening_end_rows(struct screening *screening);

/* One row in the pieces of which it is put together. */
struct piece {
    const char *text;
    size_t size;
};
#define ROW_PIECES 8
struct row_text {
    struct piece pieces[ROW_PIECES];
    unsigned count;
    size_t size; /* of all of them */
    char number[16];
    char fault[2 * ROW_SUGGESTION_SIZE];
};
void screening_write_row(const struct screening *screening, uint32_t index, struct row_text *row);

/* Writes the members that are known beforehand into screening->about. */
void screening_tell_about(struct screening *screening, const struct context *context);

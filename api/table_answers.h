#pragma once
/* The answers of a table as they are written: each in its own words once, for all destinations that share
 * them; or as a row for each pair. */

#include "api/table.h"
#include "rules/verdict.h"

/* Of a class, for the chip in hand. */
struct table_answer {
    size_t begin, size;             /* its words in `texts`: a JSON object, compact */
    size_t cells_begin, cells_size; /* the same in `cells`; 0: not yet needed */
    struct verdict verdict;         /* what it is sorted by */
    bool shown;                     /* false: there is nothing to say of the class */
    size_t like;                    /* the first class of the same words */
};

struct table_answers {
    struct table *table;
    const struct list_args *list;
    struct table_answer *items; /* by class */
    size_t *order;              /* working memory: classes in the order of writing */
    struct json_out texts;
    struct json_out cells; /* of CSV: what stands behind chip and destination in a row */
};

bool table_answers_open(struct table_answers *answers, struct table *table,
                        const struct list_args *list); /* false when memory is short */
void table_answers_close(struct table_answers *answers);

/* For the chip in hand: nothing is shown of any class. */
void table_answers_begin(struct table_answers *answers);
/* Between the two, the answer of the class is written as members of an open object. */
struct json_out *table_answer_begin(struct table_answers *answers, size_t class_index);
void table_answer_end(struct table_answers *answers, size_t class_index, const struct decision *decision);

/* An object for each answer, the most restrictive first, into an open array: the chip unless it is NULL, the
 * members written, and `destinations`. */
void table_answers_shape(struct table_answers *answers, struct json_out *out, const struct table_chip *chip);
/* A row for each destination of which something is shown, as NDJSON or CSV: the chip's id, the code, the
 * members written. */
void table_answers_rows(struct table_answers *answers, struct json_out *out, const struct table_chip *chip);

/* {id, name}. */
void shape_table_chip(struct json_out *out, const struct table_chip *chip);

/* A decision in one line: outcome, policy and so on, the rulings it rests on, what is missing. As members of
 * an open object; in a row rulings are ids, and the member is called so. */
void shape_verdict(struct json_out *out, const struct decision *decision, bool as_row);
/* {id, title}, or in a row the id. */
void shape_ruling_name(struct json_out *out, const struct ruling *ruling, bool as_row);

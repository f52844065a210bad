#pragma once
/* Verdicts for files of a million lines: each distinct answer is kept once and each decision made once, so
 * that a line costs a few look-ups.
 *
 * Private to its owner: no two threads at a time. What it takes is bounded whatever is asked: tables of at
 * most 3 * VERDICTS_TABLE_BYTES, some 900 KB for days and for law that is too large for tables, a number a
 * place, a number a chip where circumstances are stated, one decision's working memory (scratch_open), and 64
 * bytes for each distinct answer met, of which there are few in real law and never more than
 * VERDICTS_ANSWERS_MAX. What is not met is not touched. */

#include "rules/verdict.h"

/* More than a file has lines, so that no line of one goes without its answer. */
#define VERDICTS_ANSWERS_MAX (1u << 20)
/* Of a table; where one would be larger there is none. */
#define VERDICTS_TABLE_BYTES ((size_t)1024 * 1024)

/* What a line of a screening says. */
struct ruled {
    struct verdict verdict;
    const struct provision *deciding; /* see verdict_deciding; NULL: none */
    unsigned id;                      /* its number among the answers, from 0 as they were first met */
    bool before_coverage;
    bool projected; /* date after verified_through */
    bool lapsed;    /* some lapse that counts (lapse_counts) stands beside it */
    bool pending;   /* announced or proposed law meets it */
};

struct verdicts;
/* The circumstances are those of most questions, NULL for none. NULL when memory is short. The rules and the
 * circumstances must live as long. */
struct verdicts *verdicts_open(const struct rules *rules, const struct value *circumstances);
void verdicts_close(struct verdicts *verdicts);

/* The answer that decide_eligibility and verdict_of give. Circumstances that are not those of the opening
 * (the same pointer) and chips that are not of the rules are decided in full each time. The same answer is
 * the same pointer; it is good until the close. NULL when memory is short or there are more than
 * VERDICTS_ANSWERS_MAX answers. */
const struct ruled *verdicts_find(struct verdicts *verdicts, const struct question *question);
/* The answer of that id: one that verdicts_find returned. */
const struct ruled *verdicts_at(const struct verdicts *verdicts, unsigned id);
/* How many distinct answers were met. */
unsigned verdicts_count(const struct verdicts *verdicts);

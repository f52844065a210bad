#pragma once
/* What verdicts keep, and how those are found that are not in the table of usual questions. */

#include "rules/answers.h"
#include "rules/question_classes.h"

/* What a decision was made for that is not in the table of usual questions. */
struct remembered {
    unsigned chip, to, from, segment;
    unsigned headquarters; /* 1 more than the class; 0: none, or in the destination */
    unsigned answer;       /* 1 more than its id; 0: nothing is remembered */
};

#define REMEMBERED_MAX ((size_t)1 << 14)

struct verdicts {
    const struct rules *rules;
    struct scratch *scratch;
    struct answers answers;
    struct question_classes classes;
    const struct place *usual_from; /* of most questions; NULL: it is not recorded */
    /* By segment, chip and destination, of questions from there without headquarters: 1 more than the id of
     * the answer, 0 where it was not asked for or the id is too large.
     * NULL where the law is too large for a table. */
    uint16_t *usual;
    /* For finding one's way there: */
    const struct chip *chips;
    size_t chip_count;
    const unsigned *chip_classes;
    size_t pairs;                  /* of a class of chips and one of places */
    struct remembered *remembered; /* at its hash; a later one takes the place of an earlier */
};

/* Decided in full, and kept as an answer. */
const struct ruled *verdicts_decide(struct verdicts *verdicts, const struct question *question);
/* Remembered, or decided and remembered in the place of another. */
const struct ruled *verdicts_recall(struct verdicts *verdicts, const struct question *question);
/* Decided, and told in that slot of the usual ones. */
const struct ruled *verdicts_decide_usual(struct verdicts *verdicts, const struct question *question,
                                          uint16_t *slot);

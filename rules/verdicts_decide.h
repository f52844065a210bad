#pragma once
/* What verdicts keep, and how those are found that are not in a table yet. */

#include "rules/answers.h"
#include "rules/question_classes.h"
#include "rules/settings.h"

/* What a decision was made for where the law is too large for tables. */
struct remembered {
    unsigned chip, to, from, segment;
    unsigned headquarters; /* 1 more than the class; 0: none, or in the destination */
    unsigned answer;       /* 1 more than its id; 0: nothing is remembered */
};

#define REMEMBERED_MAX ((size_t)1 << 14)
/* Places of export, each with those headquarters that some provision tells apart. */
#define PLANES_MAX 254u
#define RECIPIENTS_MAX 16u
/* Chips with rows of their own, where circumstances are stated. */
#define CHIP_ROWS_MAX 1024u

struct verdicts {
    const struct rules *rules;
    const struct value *stated; /* circumstances; NULL: none */
    struct scratch *scratch;
    struct answers answers;
    struct question_classes classes;
    const struct place *usual_from; /* of most questions; NULL: it is not recorded */

    /* By plane, segment and destination: the setting. The first
     * plane is that of the usual place of export and no headquarters. NULL where the law is too large. */
    uint16_t *planes;
    size_t plane_size;
    unsigned plane_count, plane_room;
    struct settings settings;
    /* By setting and row of chips: 1 more than the id of the answer, 0 where it was not asked for or the id
     * is too large. */
    uint16_t *told;
    size_t row_count;
    const unsigned *rows; /* of each chip, CHIP_UNCLASSED where it has none: its class, or `own_rows` */
    unsigned *own_rows;   /* where circumstances are stated: as the chips were met */
    unsigned own_row_count;

    uint8_t *plane_numbers; /* by place of export and recipients: 1 more than the plane's; 0: none yet */
    uint8_t *recipients;    /* by segment and headquarters: 1 more than what they meet; 0: not met yet */
    struct intern recipient_keys;

    const struct chip *chips;
    size_t chips_size;             /* in bytes */
    struct remembered *remembered; /* at its hash; a later one takes the place of an earlier */
};

/* Of cells: no question was asked of it yet, or there is no room for its setting. Of these nothing is ever
 * told. Numbers of settings begin behind them. */
enum { SETTING_UNASKED, SETTING_NONE, SETTING_FIRST };

/* Decided in full, and kept as an answer. */
const struct ruled *verdicts_decide(struct verdicts *verdicts, const struct question *question);
/* Remembered, or decided and remembered in the place of another. */
const struct ruled *verdicts_recall(struct verdicts *verdicts, const struct question *question);
/* Found, decided and told in the tables, as far as they have room; the plane's part of them is given. */
const struct ruled *verdicts_decide_in(struct verdicts *verdicts, const struct question *question,
                                       uint16_t *plane);
/* Of any place of export, headquarters and day. */
const struct ruled *verdicts_find_elsewhere(struct verdicts *verdicts, const struct question *question);

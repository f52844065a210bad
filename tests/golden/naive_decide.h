#pragma once
/* A second decision, written straight from the specification: no tables, no sets, every world tried one by
 * one. The judge of the first. */

#include "rules/decide.h"

#define NAIVE_LEGS_MAX 8
#define NAIVE_LIST_MAX 256
/* More uncertain provisions than this are too many worlds to try. */
#define NAIVE_UNCERTAIN_MAX 12

struct naive_leg {
    enum side side;
    const char *jurisdiction;
    bool domestic;
    unsigned possible;                 /* statuses */
    unsigned policies;                 /* of an export leg, over all worlds */
    unsigned import_possible;          /* import statuses */
    const char *eccns[NAIVE_LIST_MAX]; /* that govern in some world; NULL for none; unsorted, each once */
    size_t eccn_count;
    const struct provision *because[NAIVE_LIST_MAX]; /* in every world; in order */
    size_t because_count;
    const struct provision *exception; /* the same in every world */
    size_t uncertain_count;            /* provisions that may or may not match */
};

struct naive_decision {
    bool feasible; /* false: too many worlds */
    enum status outcome;
    unsigned possible;
    struct naive_leg legs[NAIVE_LEGS_MAX];
    size_t leg_count;
};

struct naive_decision naive_decide(const struct rules *rules, const struct question *question);

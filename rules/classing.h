#pragma once
/* How chips are put into classes: predicates that say the same are one question, put to each chip once. Chips
 * with the same answers, that are named alike, are of one class. */

#include "rules/compile.h"
#include "rules/intern.h"
#include "rules/namings.h"
#include "rules/predicate.h"

/* A predicate, and where in `order` the provisions begin that have it and name no chip; they end where the
 * next one's begin. */
struct asked {
    const struct predicate *predicate;
    bool depends; /* on circumstances */
    size_t first;
};

struct classing {
    struct rules_owner *owner;
    unsigned *order; /* provisions that name no chip, those of one predicate side by side */
    size_t order_count;
    struct asked *asked;
    size_t asked_count;
    unsigned *asked_of;    /* of each provision its predicate's, in `asked` */
    struct namings chips;  /* that provisions name */
    struct intern classes; /* see struct key */
    struct key *key;       /* of the chip in hand */
    struct chip_class *items;
};

/* A class: how the chip is named, and then the answer to each predicate. */
struct key {
    unsigned by_id; /* where in `chips` its id begins; UINT_MAX: it is not named */
    unsigned by_product;
    unsigned char answers[];
};

/* An answer: whether it holds with the unstated unknown, and with nothing stated. */
#define ANSWER(unknown, unstated) ((unsigned char)((unsigned)(unknown) | (unsigned)(unstated) << 2))
#define ANSWER_UNKNOWN(answer) ((enum truth)((answer)&3))
#define ANSWER_UNSTATED(answer) ((enum truth)((answer) >> 2))

/* What the class of that key settles. False when memory is short. */
bool classing_make(const struct classing *classing, const struct key *key, struct chip_class *made);

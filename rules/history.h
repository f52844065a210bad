#pragma once
/* How an answer changed over time, and what state a ruling is in on a day. */

#include "rules/decide.h"

/* Intervals of constant decision over [from, until); calls `each` in order, with the decision of that
 * interval (valid during the call). Neighbours that are decision_equal are one interval. An open until (0)
 * runs to the last change point and beyond. */
typedef bool history_fn(struct interval interval, const struct decision *decision,
                        void *context); /* false stops */
bool history_walk(const struct rules *rules, const struct question *question, struct interval span,
                  history_fn *each, void *context, struct scratch *first, struct scratch *second);

enum ruling_state {
    RULING_PROPOSED,
    RULING_ANNOUNCED,
    RULING_SCHEDULED,
    RULING_IN_FORCE,
    RULING_SUSPENDED,
    RULING_ENDED,
    RULING_STATE_COUNT
};

/* Suspended: every provision of it that is in force is the target of a live suspend. */
enum ruling_state ruling_state(const struct rules *rules, const struct ruling *ruling, struct date day);
const char *ruling_state_word(enum ruling_state state);
bool ruling_state_parse(const char *word, enum ruling_state *state);

/* Whether some provision in force on the day names the chip, holds for its facts, or turns on an ECCN that
 * governs it that day. Provisions that reach every chip (no chips, ECCNs or predicate) do not count: they
 * catch nobody in particular. */
enum truth ruling_catches(const struct rules *rules, const struct ruling *ruling, const struct chip *chip,
                          struct date day, struct scratch *scratch);
/* Whether some provision of it, live or not, has that place among its destinations on the day. */
bool ruling_reaches(const struct ruling *ruling, const struct place *place, struct date day);
/* Provisions, guidance aside, that ended by the calendar after they were last verified and not after that
 * day, in order; returns how many. `list` has room for all provisions; NULL: they are only counted. */
size_t rules_list_lapsed(const struct rules *rules, struct date day, const struct provision **list);

#pragma once
/* The working memory of one decision: sized once from the rules, so that nothing is allocated or cut off
 * later. */

#include "rules/docket.h"

struct missing_pair {
    unsigned field;
    unsigned provision;
};

struct scratch {
    struct entry *entries;    /* as many as provisions */
    struct mask_word *met;    /* as many as words of a set of provisions */
    struct mask_word *beside; /* likewise */
    uint64_t *marks;          /* a set of provisions, empty between uses */
    bool *field_marks;        /* a flag a field, all false between uses */
    uint64_t all_marked;      /* bits of the marked fields; none where there are more than 64 */
    bool headquarters_mark;   /* likewise */
    size_t field_count;
    struct value *circumstances; /* a value a field, for the asker's use */
    struct missing_pair *pairs;
    const struct field **caveats;
    const struct provision **provisions; /* what the lists of a decision point into */
    size_t provisions_used;
    struct missing *missing;
    size_t missing_used;
    struct leg legs[DECISION_LEGS_MAX];
};

/* Forgets what the last decision listed. */
void scratch_reset(struct scratch *scratch);

/* A list grows at the end of what is used: finish one before the next begins. */
struct provision_list scratch_list(struct scratch *scratch);
/* Keeps the list in the order of rules->provisions. */
void scratch_insert(struct scratch *scratch, struct provision_list *list, const struct provision *provision);
void scratch_add(struct scratch *scratch, struct provision_list *list, const struct provision *provision);

#pragma once
/* Many questions at once: all chips asked for with all destinations asked for, in one or two states of the
 * law and of knowledge. Destinations that are alike in every state are one class, decided once. */

#include "api/context.h"
#include "rules/likeness.h"

/* Two: the earlier, then the later. The names of the last one count. */
#define TABLE_STATES_MAX 2

struct table_state {
    const struct rules *rules;
    struct scratch *scratch;
    int64_t at; /* the data version of the rules */
    struct question
        question; /* its day, place of export and headquarters; chip and destination as they come */
    struct likeness *likeness;
};

/* NULL in a state that does not know it. */
struct table_chip {
    const char *id;
    const char *name;
    const struct chip *in[TABLE_STATES_MAX];
    bool asked;
};

struct table_place {
    const char *code;
    const char *name;
    const struct place *in[TABLE_STATES_MAX];
    bool asked;
    bool moved;         /* its groups, or what it is treated as, are others in the later state */
    size_t class_index; /* for the chip in hand */
};

/* How a name in the question was understood. */
struct table_match {
    const char *text;
    const char *how;
    const char *id;
    const char *name;
};

struct table_matches {
    struct table_match *items;
    size_t count;
};

struct table {
    const struct context *context;
    struct table_state states[TABLE_STATES_MAX];
    size_t state_count;
    struct table_chip *chips; /* by id */
    size_t chip_count;
    struct table_place *places; /* by code */
    size_t place_count;
    struct table_matches chips_matched, places_matched; /* the names given, in their order; groups are none */
    size_t *heads;                                      /* the first place of each class */
    size_t class_count;
};

/* What is asked for; absent lists mean all, absent headquarters none, absent export_from the United States.
 */
struct table_asked {
    struct words chips;
    struct words destinations; /* also "group:G": its members on the day of any state */
    const char *hq;
    const char *export_from;
};

/* `table` comes with context, state_count, and rules, scratch, version and day of each state. On a problem
 * nothing is left to close. */
enum problem table_open(struct table *table, const struct table_asked *asked, struct reply *reply);
void table_close(struct table *table);

/* Classes the places for that chip. */
void table_turn_to(struct table *table, size_t chip);
/* The decision for the chip and the head of a class, in the scratch of the state; false where the state does
 * not know the chip or the place. */
bool table_decide(struct table *table, size_t state, size_t chip, size_t class_index,
                  struct decision *decision);

/* What a place is in a question. */
enum end { END_DESTINATION, END_HEADQUARTERS, END_EXPORT_FROM };
/* The groups of a place, or what it is treated as, are others in the later state, and law in force asks for
 * them at that end. False where a state does not know the place, and where there is only one state. */
bool table_place_moved(const struct table *table, const struct place *const in[static TABLE_STATES_MAX],
                       enum end end);

/* Finds chips and places by the words given, of which every unknown one is told. Of table_open alone. */
enum problem table_find_names(struct table *table, const struct table_asked *asked, struct reply *reply);

#pragma once
/* Private to api/document_meaning.c and its parts: one check of a change set under way. */

#include "api/document.h"
#include "db/catalogue.h"

#define MEANING_POINTER_SIZE 512

struct meaning {
    struct store *store;
    const struct change *changes;
    size_t count;
    const char *const *pointers;
    struct faults *faults;
    int64_t at;         /* the state over which the change set is laid */
    bool supposed;      /* it will never be recorded */
    json_t *index;      /* "kind id" → place in `changes` */
    json_t *products;   /* product → number of puts with it */
    json_t *provisions; /* provision id → true, of all puts */
    json_t *names;      /* folded name → the product or place that claims it in this change set */
    json_t *defaults;   /* product → the chip of this change set that is its default */
    json_t *fields;     /* the circumstances that rulings ask for; NULL until somebody wants to know */
    bool failed;        /* the store or memory, not the documents */
};

/* What is looked at: change number `at`, and where in it. */
struct place_in {
    struct meaning *meaning;
    const struct change *change;
    char pointer[MEANING_POINTER_SIZE];
};

/* The member of that name or item of that number, as a place of its own. */
struct place_in place_member(const struct place_in *place, const char *name);
struct place_in place_item(const struct place_in *place, size_t index);
#define PLACE_FAULT(place, ...) faults_add((place)->meaning->faults, (place)->pointer, __VA_ARGS__)

/* Walks to every string at a dotted path, through arrays, with its place. */
typedef void place_fn(const struct place_in *place, const char *text, void *context);
void place_visit(const struct place_in *place, const json_t *value, const char *path, place_fn *each,
                 void *context);

/* api/meaning_index.c: what will stand once the change set is recorded. */
bool meaning_index(struct meaning *meaning);
void meaning_index_done(struct meaning *meaning);
/* The change that concerns that document, or NULL. */
const struct change *meaning_change_of(const struct meaning *meaning, enum kind kind, const char *id);
bool meaning_stands(struct meaning *meaning, enum kind kind, const char *id);
bool meaning_product_stands(struct meaning *meaning, const char *product);
bool meaning_provision_stands(struct meaning *meaning, const char *provision);
/* A member of a document as it stands without the change set, from malloc; NULL when it is not there. */
char *meaning_member_before(struct meaning *meaning, enum kind kind, const char *id, const char *path);

/* api/meaning_references.c: what is referred to exists, and nothing that is referred to goes. */
void meaning_check_references(const struct place_in *place);
void meaning_check_vanishing(const struct place_in *place);

/* api/meaning_names.c: names, products and defaults. */
void meaning_check_names(const struct place_in *place);
/* After the names of all changes: no product that stands is left without a default variant. */
void meaning_check_defaults(const struct place_in *place);

/* api/meaning_fields.c: no field of a predicate is a mistyped one. */
void meaning_check_fields(const struct place_in *place, const json_t *predicate);

/* api/meaning_ruling.c: provisions and intervals. */
void meaning_check_ruling(const struct place_in *place);
/* A day that exists, or null. */
void meaning_check_day(const struct place_in *place, const json_t *object, const char *key);
/* Days that exist, and in this order; either may be null. */
void meaning_check_interval(const struct place_in *place, const json_t *object, const char *from_key,
                            const char *until_key);

#pragma once
/* Predicates of provisions: from JSON to the tree that rules/ evaluates, and the check that a written one
 * makes sense. */

#include "db/faults.h"
#include "rules/build.h"

#include <jansson.h>

/* Depth of nesting and number of comparisons that one predicate may have. */
#define PREDICATE_DEPTH_MAX 8
#define PREDICATE_COMPARISONS_MAX 200

/* Adds a fault for everything that is not a tree of {all}, {any} and {field, op, value}: unknown operators,
 * values whose type does not suit the operator or the item fact, empty lists. `pointer` is where the
 * predicate stands. */
void predicate_check(const json_t *predicate, const char *pointer, struct faults *faults);

/* A checked predicate as a tree on the heap, or NULL when memory is short. Texts are borrowed from the JSON.
 */
struct predicate *predicate_load(struct rules_builder *builder, const json_t *predicate);
void predicate_free(struct predicate *predicate);

#pragma once
/* Deep copies of the structures that are handed to the compiler, into an arena. False when memory is short.
 */

#include "rules/arena.h"
#include "rules/rules.h"

bool copy_texts(struct arena *arena, const char *const *texts, size_t count, const char *const **copy);
/* Derives the metrics of the copy as well. */
bool copy_chip(struct arena *arena, const struct chip *chip, struct chip *copy);
bool copy_place(struct arena *arena, const struct place *place, struct place *copy);
/* Field numbers in predicates are replaced by field_map[number]; NULL keeps them. `ruling` of the provisions
 * stays NULL. */
bool copy_ruling(struct arena *arena, const struct ruling *ruling, const unsigned *field_map,
                 struct ruling *copy);

#pragma once
/* Which places are answered alike, so that a table of answers decides once for all of them.
 *
 * Of its destination a decision reads only which provisions it is a place of, and whose law it lies under.
 * Two places that agree in all of that which can touch the chip get the same answer (decision_equal), but for
 * the code by which an import leg is called where no law of the place is recorded. */

#include "rules/decide.h"

struct likeness;

/* Of all places as destinations of that question: its date, headquarters and place of export count, its
 * destination does not; a chip must be there, any one. NULL when memory is short. */
struct likeness *likeness_open(const struct rules *rules, const struct question *question);
void likeness_close(struct likeness *likeness);

/* From here on places are compared as destinations of that chip, one of the rules'. */
void likeness_turn_to(struct likeness *likeness, const struct chip *chip);
bool likeness_holds(const struct likeness *likeness, const struct place *a, const struct place *b);

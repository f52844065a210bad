#pragma once
/* How the answer for a chip and a destination differs between two states. */

#include "api/table.h"

struct difference {
    const struct table *table; /* of two states */
    const struct table_chip *chip;
    const struct table_place *place;
    const struct decision *before; /* NULL: that state does not know the chip or the place */
    const struct decision *after;
    unsigned differences; /* bit set of 1u << enum aspect */
};

/* As members of an open object: changed, before, after, changed_by and also_changed. In a row rulings are
 * ids.
 */
void shape_difference(struct json_out *out, const struct difference *difference, bool as_row);

#pragma once
/* Which missing facts an uncertain leg really turns on. */

#include "rules/docket.h"
#include "rules/scratch.h"

/* The facts on which the worlds of a decided docket turn, with the provisions; all uncertain ones where none
 * alone makes a difference. Leaves the docket decided. */
struct missing_list decide_missing(struct docket *docket, struct scratch *scratch);
/* Marks the circumstances among them in scratch->field_marks. */
void decide_mark_circumstances(struct docket *docket, struct scratch *scratch);

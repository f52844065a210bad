#pragma once
/* One leg of a decision in words. */

#include "api/prose.h"
#include "rules/decide.h"

/* A sentence, or nothing for an import side of which nothing is recorded. */
void summary_leg(struct prose *prose, const struct leg *leg);
/* Provisions come sorted by ruling. */
size_t summary_count_rulings(const struct provision_list *provisions);

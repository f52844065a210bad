#pragma once
/* Whether two data versions record the same of a provision or a chip, as far as decisions read it. */

#include "rules/rules.h"

/* What a provision does where it is met. */
bool recorded_same_effect(const struct provision *a, const struct provision *b);
/* Also whom and what it meets, and when. Each of its own rules. */
bool recorded_same_provision(const struct rules *of_a, const struct provision *a, const struct rules *of_b,
                             const struct provision *b);
bool recorded_same_chip(const struct chip *a, const struct chip *b);

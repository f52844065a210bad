#pragma once
/* What is computed from a specification: total processing performance and its kin (15 CFR part 774, 3A090
 * technical notes). */

#include "rules/rules.h"

/* Bits an operation of that precision counts; 0 for tf32, which is not used. */
int precision_bits(enum precision precision);
/* Fills facts and tpp_precision of the chip from its specification. A metric with a missing input is
 * VALUE_UNKNOWN. */
void metrics_derive(struct chip *chip);

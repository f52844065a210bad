#pragma once
/* The words of the closed lists, as the data set and the API spell them. Parse: false when the word is not in
 * the list. */

#include "rules/decide.h"
#include "rules/rules.h"

const char *effect_word(enum effect effect);
const char *policy_word(enum policy policy); /* NULL for POLICY_NONE */
const char *import_status_word(enum import_status status);
const char *standing_word(enum standing standing);
const char *status_word(enum status status);
const char *comparison_word(enum comparison comparison); /* "==", "in" … */
const char *precision_word(enum precision precision);

bool effect_parse(const char *word, enum effect *effect);
bool policy_parse(const char *word, enum policy *policy);
bool import_status_parse(const char *word, enum import_status *status);
bool standing_parse(const char *word, enum standing *standing);
bool status_parse(const char *word, enum status *status);
bool comparison_parse(const char *word, enum comparison *comparison);
/* The item fact of that name, or false: then it is a circumstance. */
bool item_field_parse(const char *word, enum item_field *field);
const char *item_field_word(enum item_field field);

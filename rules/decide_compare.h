#pragma once
/* Parts of decisions compared, also across data versions: by ids and texts. */

#include "rules/decide.h"

bool compare_same_text(const char *a, const char *b); /* NULL equals NULL alone */
bool compare_same_condition_texts(const struct provision *a, const struct provision *b);
/* The conditions that apply, in their own words. */
bool compare_same_conditions(const struct leg *a, const struct leg *b);
/* The provisions that decided, and the facts that are missing. */
bool compare_same_grounds(const struct leg *a, const struct leg *b);

#pragma once
/* Private to db/: the words that a client gave, as a query of the full-text index. */

#include <stdbool.h>

/* All of the words; `prefix`: the last may also be the beginning of one. From malloc; NULL when there is no
 * word in it, or too many, or memory is short. */
char *list_text_query(const char *text, bool prefix, bool *short_of_memory);

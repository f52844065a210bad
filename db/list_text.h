#pragma once
/* Private to db/: the words that a client gave, as a query of the full-text index. */

#include "db/store.h"

/* All of the words; `beginning`: the last may also be the beginning of one. From malloc; NULL when there is
 * no word in it, or too many, or memory is short or a read failed. */
char *list_text_query(struct store *store, const char *text, bool beginning, bool *failed);

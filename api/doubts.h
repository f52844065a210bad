#pragma once
/* The known doubts of the data set, read once: each says on which answers it bears, and is written as it was
 * read. */

#include <jansson.h>
#include <stdbool.h>

struct doubts;
struct question;
struct provision;
struct rules;

/* Those of the document about the data set (NULL: there is none), which must live as long. NULL when memory
 * is short. */
struct doubts *doubts_open(const json_t *dataset);
void doubts_close(struct doubts *doubts);

/* For many questions about the same rules, which must live as long: what was found of a chip and a place is
 * remembered. False when memory is short. */
bool doubts_prepare(struct doubts *doubts, const struct rules *rules);
/* Whether any bears on the answer to that question, of which only the provision that decided is known (NULL:
 * none did). A doubt about a ruling that is suspended, or one of several reasons, may then go unseen. Only
 * after doubts_prepare, and of its chips and places. */
bool doubts_bear(struct doubts *doubts, const struct question *question, const struct provision *deciding);

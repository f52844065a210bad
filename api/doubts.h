#pragma once
/* The known doubts of the data set, read once: each says on which answers it bears, and is written as it was
 * read. */

#include <jansson.h>

struct doubts;

/* Those of the document about the data set (NULL: there is none), which must live as long. NULL when memory
 * is short. */
struct doubts *doubts_open(const json_t *dataset);
void doubts_close(struct doubts *doubts);

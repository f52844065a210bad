#pragma once
/* One document as it stood at a data version, for those who compare what stands with what comes in. */

#include "db/kind.h"
#include "db/store.h"

#include <jansson.h>
#include <stdio.h>

/* Zero-initialised was never there. */
struct version {
    char *body;       /* canonical JSON; NULL: it is not there */
    int64_t revision; /* that recorded it, or its deletion; 0: it never was there */
};

/* False on failure (logged). */
bool version_load(struct store *store, enum kind kind, const char *id, int64_t at, struct version *version);
void version_done(struct version *version);

/* The canonical text of a document in `*text`, the caller's; of NULL, NULL. False when memory is short
 * (logged). */
bool version_text(const json_t *document, char **text);
/* Whether two bodies are the same document; NULL is no document. */
bool version_equal(const char *a, const char *b);
/* The names of the top-level members in which two documents differ: "notes, tdp_w". */
void version_write_difference(FILE *to, const char *a, const char *b);

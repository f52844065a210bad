#pragma once
/* The bundled data set, compiled as the program compiles it. Tests run from the root of the repository. */

#include "rules/build.h"

#include <jansson.h>

/* Borrowed arrays of documents; freed by bundle_done. */
struct bundle {
    json_t *chips;
    json_t *rulings;
    json_t *destinations;
};

struct bundle bundle_load(void);
void bundle_done(struct bundle *bundle);

/* Decides which documents are added, and may change one (it is the caller's copy); NULL takes all. */
typedef bool bundle_fn(const char *kind, json_t *document, void *context);

/* In order, or where `seed` is not 0 in an order shuffled by it. The caller releases the rules. */
struct rules *bundle_compile(const struct bundle *bundle, bundle_fn *each, void *context, unsigned seed);

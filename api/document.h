#pragma once
/* The one gate for what is written: every document is checked against openapi.yaml and for meaning before it
 * reaches the log. */

#include "db/faults.h"
#include "db/record.h"
#include "db/store.h"

#include <jansson.h>

struct schema; /* see the generated schemas.h */

/* A value against a schema of openapi.yaml (api/schema_check.c). `pointer` is where it stands in the input.
 */
void schema_check(const struct schema *schema, const json_t *value, const char *pointer,
                  struct faults *faults);

/* Structure: the component schema of that kind, generated from openapi.yaml. `pointer` is where the document
 * stands in the input. */
void document_check_shape(enum kind kind, const json_t *document, const char *pointer, struct faults *faults);
/* Takes out what is only shown and never stored, so that what was read can be sent back changed. */
void document_remove_derived(enum kind kind, json_t *document);

/* Meaning of a whole change set against the state at the head: ids well formed and unique, references that
 * exist, no name, alias or product that belongs to another product, predicates over known fields, intervals
 * that are not empty, a suspend with targets, provision ids of their ruling and never reused, nothing deleted
 * that is still referenced. Pointers are "/<index>…" into `changes`, or prefixed as `pointers[i]` says when
 * given. */
bool document_check_meaning(struct store *store, const struct change *changes, size_t count,
                            const char *const *pointers, struct faults *faults);
/* As document_check_meaning, of what is only supposed over the state at `at`: nothing goes for good then, and
 * no number is used up. */
bool document_check_supposed(struct store *store, int64_t at, const struct change *changes, size_t count,
                             const char *const *pointers, struct faults *faults);

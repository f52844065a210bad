#pragma once
/* Hands stored documents to the compiler of rules/. */

#include "db/kind.h"
#include "rules/build.h"

#include <jansson.h>

/* Adds a valid document; kinds that no decision reads (events, disputes …) are passed over. False when memory
 * is short. */
bool documents_add(struct rules_builder *builder, enum kind kind, const json_t *document);

/* The chip of a chip document, its metrics derived; texts are borrowed from the JSON. */
struct chip documents_chip(const json_t *document);

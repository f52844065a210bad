#pragma once
/* Whether a document that was stored still has the form in which it was let in: what has not was damaged
 * since, and must not be compiled. */

#include "db/kind.h"

#include <jansson.h>

/* Looks at what is compiled of it and no further; a kind that is not compiled holds. `document` may be NULL,
 * which does not. */
bool form_holds(enum kind kind, const json_t *document);

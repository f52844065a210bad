#pragma once
/* The stages of compiling a data version; each fills its part of the rules from what the stages before it
 * left. */

#include "rules/builder.h"
#include "rules/compiled.h"

/* The rules and what is worked out from them, as one allocation. */
struct rules_owner {
    struct rules rules; /* first: a pointer to it is a pointer to the owner */
    struct compiled compiled;
    struct rules *base; /* whose law this shares, and of `compiled` has the count alone; NULL: its own */
};

/* All return false when memory is short. */
bool compile_catalogue(struct rules_owner *owner,
                       const struct rules_builder *builder); /* chips, rulings, places, fields */
bool compile_change_points(struct rules_owner *owner);
bool compile_tokens(struct rules_owner *owner);
bool compile_provisions(struct rules_owner *owner); /* sets of tokens */
bool compile_suspensions(struct rules_owner *owner, struct compiled_provision *provisions);
bool compile_places(
    struct rules_owner *owner); /* what places are called by, and the provisions that they meet */
bool compile_eras(struct rules_owner *owner);
bool compile_jurisdictions(struct rules_owner *owner);
bool compile_chips(struct rules_owner *owner); /* what chips settle of provisions */
/* rules/names_index.c */
bool compile_names(struct rules_owner *owner, const struct rules_builder *builder);

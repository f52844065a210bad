#pragma once
/* What a reply says of its own permanence: who may keep it how long, and its entity tag. */

#include "api/context.h"

/* Whether what was known at that state of knowledge, which the request named and which is answered from `at`,
 * is settled. */
bool label_is_pinned(const struct moment *moment, int64_t at, int64_t head);
/* The entity tag of what the reply holds, seen from `at`; `floating`: it would differ on another day. */
void label_etag(const struct context *context, bool floating, struct reply *reply);
/* Sets cache and etag of a good reply. */
void label_reply(const struct operation *operation, const struct context *context, struct reply *reply);
/* Sets the etag of a good reply that comes from the program alone and may be kept. */
void label_constant(struct reply *reply);

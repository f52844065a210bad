#pragma once
/* Compiles documents, handed over one at a time as plain structures, into struct rules.
 *
 * What is added is copied: every pointer in it may go afterwards. In a provision given to rules_add_ruling,
 * `ruling` and `in_force` (its own interval there) are completed by rules_compile; predicates name fields
 * through rules_field. The order of adding never matters. */

#include "rules/rules.h"

struct rules_builder;

/* NULL when memory is short. */
struct rules_builder *rules_builder_open(int64_t data_version);
void rules_builder_close(struct rules_builder *builder);

/* The index of that field for struct predicate; registers circumstances as they come. UINT_MAX when memory is
 * short. */
unsigned rules_field(struct rules_builder *builder, const char *name, enum value_type type);

bool rules_add_chip(struct rules_builder *builder, const struct chip *chip, const char *const *aliases,
                    size_t alias_count);
/* `provisions` of the ruling are read with it. */
bool rules_add_ruling(struct rules_builder *builder, const struct ruling *ruling);
bool rules_add_place(struct rules_builder *builder, const struct place *place, const char *const *aliases,
                     size_t alias_count);

/* One counted reference, or NULL when memory is short. The builder remains to be closed. */
struct rules *rules_compile(struct rules_builder *builder);
/* The same law under another data version; whoever calls knows that it is. Shares all and keeps it: one
 * counted reference, or NULL when memory is short. */
struct rules *rules_share(struct rules *rules, int64_t data_version);
/* NULL is fine. Counted so that a reader keeps its version while a newer one is published; safe from any
 * thread. */
void rules_acquire(struct rules *rules);
void rules_release(struct rules *rules);

#pragma once
/* Texts of stored documents: their words, patterns, lengths and days. For api/schema_check.c. */

#include "api/schema.h"
#include "db/faults.h"

#include <regex.h>

#define SCHEMA_PATTERNS_MAX 32

/* Patterns that were compiled already, because one document asks for the same few again and again.
 * Zero-initialised is empty. */
struct schema_patterns {
    const char *source[SCHEMA_PATTERNS_MAX];
    regex_t compiled[SCHEMA_PATTERNS_MAX];
    size_t count;
};
void schema_patterns_done(struct schema_patterns *patterns);

void schema_check_text(const struct schema *schema, const char *text, struct schema_patterns *patterns,
                       const char *pointer, struct faults *faults);

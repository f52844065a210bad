#pragma once
/* The tables that the generator makes of the schemas of stored documents and of the bodies of requests. */

#include "db/kind.h"

#include <stddef.h>

/* Types that a value may have. */
enum {
    SCHEMA_NULL = 1,
    SCHEMA_BOOLEAN = 2,
    SCHEMA_INTEGER = 4,
    SCHEMA_NUMBER = 8,
    SCHEMA_TEXT = 16,
    SCHEMA_ARRAY = 32,
    SCHEMA_OBJECT = 64
};

enum schema_format { SCHEMA_PLAIN, SCHEMA_DATE, SCHEMA_PARTIAL_DATE };

struct schema_member;

struct schema {
    unsigned types;
    enum schema_format format;
    const char *const *choices; /* the only texts there are, ending with NULL; NULL: free */
    const char *pattern;        /* extended regular expression */
    const char *must;           /* what the pattern asks for, after "must" */
    double minimum;
    double maximum;
    size_t min_length; /* in characters */
    size_t max_length;
    size_t min_items;
    size_t max_items;
    bool unique;
    const struct schema *items;
    const struct schema_member *members; /* objects are closed; NULL: checked elsewhere */
    size_t member_count;
};

struct schema_member {
    const char *name;
    const struct schema *schema; /* NULL of a derived one */
    bool required;
    bool derived; /* computed from the others: shown, never stored */
};

extern const struct schema *const document_schemas[KIND_COUNT];

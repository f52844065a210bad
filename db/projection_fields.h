#pragma once
/* What is projected of each kind: the columns of its table (by db/sql/add_<kind>.sql), tags, names and words.
 */

#include "db/kind.h"
#include "sql.h"

#include <jansson.h>

#define PROJECTION_FIELDS_MAX 24

/* A tag and where its values stand; arrays on the way are gone through. */
struct projection_tag {
    const char *field;
    const char *path;
};

struct projection_fields {
    enum sql add; /* adds a row with its columns */
    struct projection_tag tags[PROJECTION_FIELDS_MAX];
    const char *names[5]; /* what it is called: found first by full text */
    const char *title[2];
    const char *body[PROJECTION_FIELDS_MAX];
    const char *date; /* the column by which full text is ordered after rank; NULL: none */
};

extern const struct projection_fields projection_fields[KIND_CHANGE + 1];

typedef void projection_fn(const char *text, void *context);
/* Calls `each` with every string at the path. */
void projection_visit(const json_t *document, const char *path, projection_fn *each, void *context);

/* The tag under which a name is found whatever its case, spaces or hyphens. */
#define PROJECTION_CALLED "called"
/* Of those, the names of this very document: for a chip, all but its product's. */
#define PROJECTION_NAMED "named"
#define PROJECTION_NAME_SIZE 256
/* Lower case, runs of space, hyphen and underscore one hyphen, none at the ends. */
void projection_fold(const char *name, char folded[static PROJECTION_NAME_SIZE]);
/* The members by which a chip or place is called, ended by NULL; no other kind has any. */
const char *const *projection_name_paths(enum kind kind);
/* The folded forms of one name: as it is, and of a chip with its vendor put before it or taken away. */
void projection_visit_forms(enum kind kind, const json_t *document, const char *name, projection_fn *each,
                            void *context);

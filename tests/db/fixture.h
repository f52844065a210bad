#pragma once
/* A store in a directory of its own, and short ways to fill it. */

#include "db/catalogue.h"
#include "db/record.h"
#include "db/store.h"

struct fixture {
    char directory[64];
    char path[96]; /* of the store, which does not exist at first */
};

struct fixture fixture_begin(void);
void fixture_end(const struct fixture *fixture);

/* Opens, or fails the test with the reason. */
struct store *fixture_open(const struct fixture *fixture, enum store_mode mode);
/* Records one document, given as JSON with ' for ", as a revision of its own; returns the head. */
int64_t fixture_put(struct store *store, enum kind kind, const char *json);
int64_t fixture_delete(struct store *store, enum kind kind, const char *id);
/* Records the whole bundled data set, without any check, in one revision. */
void fixture_fill(struct store *store);

/* Makes the closed store one of an older schema, which has the log alone. */
void fixture_make_older(const struct fixture *fixture, size_t schema);

/* All bytes of a file (NULL when there is none), from malloc. */
char *fixture_read(const char *path, size_t *size);
/* Writes `size` bytes there; -1 offset: replaces the file. */
void fixture_write(const char *path, long offset, const void *bytes, size_t size);
/* The names in the directory, sorted, one a line, into a buffer that the next call overwrites. */
const char *fixture_list(const char *directory);

/* Ids of what a catalogue call hands over, joined by commas. */
struct fixture_ids {
    char text[16384];
    size_t count;
};
bool fixture_collect(const struct document *document, void *context);

#pragma once
/* A store in a directory of its own, files to take in, and what is said on stderr meanwhile. */

#include "api/import.h"

struct delivery {
    char directory[64];
    char path[96]; /* of the store */
    struct store *store;
};

struct delivery delivery_open(void);
void delivery_close(struct delivery *delivery);

/* Writes a file into the directory "in", which is made. */
void delivery_write(const struct delivery *delivery, const char *name, const char *text);
/* The path of "in". */
const char *delivery_in(const struct delivery *delivery);

/* What is printed to stderr goes into a file until its release, which gives it back in a buffer that the next
 * one overwrites. */
int delivery_catch_stderr(const struct delivery *delivery);
const char *delivery_release_stderr(const struct delivery *delivery, int saved);

/* Imports the directory "in" as "tester"; what was said is in `said`. */
bool delivery_import(const struct delivery *delivery, enum import_mode mode, struct import_report *report,
                     const char **said);

/* Records one document, given as JSON with ' for ", or a deletion, by that actor; by "navicert", as if it
 * were the bundled seed. */
void delivery_put(const struct delivery *delivery, enum kind kind, const char *json, const char *actor);
void delivery_delete(const struct delivery *delivery, enum kind kind, const char *id, const char *actor);
/* A text member of a document at the head, in a buffer that the next call overwrites; "" where the document
 * is not there. */
const char *delivery_member(const struct delivery *delivery, enum kind kind, const char *id,
                            const char *member);

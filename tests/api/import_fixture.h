#pragma once
/* A store in a directory of its own, files to take in, and what is said on stderr meanwhile. */

#include "api/import.h"

struct intake {
    char directory[64];
    char path[96]; /* of the store */
    struct store *store;
};

struct intake intake_open(void);
void intake_close(struct intake *intake);

/* Writes a file into the directory "in", which is made. */
void intake_write(const struct intake *intake, const char *name, const char *text);
/* The path of "in". */
const char *intake_in(const struct intake *intake);

/* What is printed to stderr goes into a file until its release, which gives it back in a buffer that the next
 * one overwrites. */
int intake_catch_stderr(const struct intake *intake);
const char *intake_release_stderr(const struct intake *intake, int saved);

/* Imports the directory "in" as "tester"; what was said is in `said`. */
bool intake_import(const struct intake *intake, enum import_mode mode, struct import_report *report,
                   const char **said);

/* Records one document, given as JSON with ' for ", or a deletion, by that actor; by "navicert", as if it
 * were the bundled seed. */
void intake_put(const struct intake *intake, enum kind kind, const char *json, const char *actor);
void intake_delete(const struct intake *intake, enum kind kind, const char *id, const char *actor);
/* A text member of a document at the head, in a buffer that the next call overwrites; "" where the document
 * is not there. */
const char *intake_member(const struct intake *intake, enum kind kind, const char *id, const char *member);

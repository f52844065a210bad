#pragma once
/* Private to api/import*.c: files of the data set, read into the changes that they ask for. */

#include "api/document.h"

struct import_batch {
    json_t **roots; /* the files as read; the changes point into them */
    size_t root_count;
    struct change *changes;
    char **pointers; /* "FILE /3": where each stands, for faults */
    size_t count;
    size_t capacity;
    bool has_kind[KIND_COUNT]; /* a list of them was read */
    int64_t origin;            /* the data version that the files say they were exported at */
    const char *origin_digest; /* of that revision, in hex; NULL: they do not say */
    size_t faults;             /* printed so far */
    bool failed;               /* memory or the disk, not the documents */
};

/* Zero-initialised is empty. */
void import_batch_done(struct import_batch *batch);

/* One file by its content; its name says what is in it, or else its documents do. What is wrong with it is
 * printed and counted. Shapes are checked here. */
void import_read_text(struct import_batch *batch, const char *name, const char *text, size_t size);
void import_read_file(struct import_batch *batch, const char *path);
/* Every file of the data set in a directory, in the order of their names. Other *.json files are named and
 * passed over. */
void import_read_directory(struct import_batch *batch, const char *directory);

/* Prints faults as "FILE POINTER: sentence" and empties the list; returns how many there were. */
size_t import_print_faults(struct faults *faults);

/* What is wrong with the input: printed and counted. */
void import_fault(struct import_batch *batch, const char *where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* What is wrong on our side: memory. Always false. */
bool import_fail(struct import_batch *batch);
/* A text of JSON within the limits, which the batch keeps; NULL: told. */
const json_t *import_parse(struct import_batch *batch, const char *name, const char *text, size_t size);
/* The one kind of which all documents of a list can be, by a member that no other kind has. */
bool import_kind_of_documents(const json_t *list, enum kind *kind);
/* The kind that the last part of a file's name stands for: "…/chips.json". */
bool import_kind_of_file(const char *name, enum kind *kind);

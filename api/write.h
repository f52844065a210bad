#pragma once
/* Changes through the API: on what condition they are made, and what became of them. They are made by the
 * thread that writes; a loop hands them over and takes the outcome back. */

#include "api/context.h"
#include "api/document.h"

#define EXPECTED_MAX 8

/* The state of a document on which a change may be made: it stands at one of these revisions, or (none) it
 * does not exist. */
struct expectation {
    bool any; /* it exists, whatever its revision */
    int64_t revisions[EXPECTED_MAX];
    size_t count;
};

enum write_outcome {
    WRITE_DONE,             /* recorded, or everything stood so already */
    WRITE_STALE,            /* a document is not in the state that was expected */
    WRITE_INVALID,          /* of shape or meaning */
    WRITE_STILL_REFERENCED, /* what was to be deleted */
    WRITE_NO_SPACE,
    WRITE_BUSY,   /* others keep writing */
    WRITE_FAILED, /* whether it was recorded is not known */
};

#define WRITE_POINTER_SIZE 64
#define WRITE_CHANGES_MAX 200

/* A change set under way; a job of LANE_WRITE. */
struct write {
    struct job job;
    struct meters *meters;
    struct date today;
    char actor[ACTOR_SIZE]; /* whose token it was */
    char *note;
    struct change changes[WRITE_CHANGES_MAX]; /* ids and documents are owned */
    struct expectation expected[WRITE_CHANGES_MAX];
    char pointers[WRITE_CHANGES_MAX][WRITE_POINTER_SIZE]; /* where each stands in the body */
    size_t count;
    bool short_of_memory;
    enum write_outcome outcome;
    bool recorded; /* a revision was added */
    bool created;  /* the first of them did not exist before */
    int64_t seq;   /* the data version afterwards */
    struct faults faults;
};

/* NULL when memory is short. The note may be NULL. */
struct write *write_open(const struct context *context, const char *note);
void write_close(struct write *write);
/* One more change, at most WRITE_CHANGES_MAX. The document, NULL of a deletion, comes as it was sent: what is
 * computed is taken out of the copy that is kept, and what is wrong with its shape is told by write_submit.
 */
void write_add(struct write *write, const struct change *change, const struct expectation *expected,
               const char *pointer);

/* Hands the change set over, as context_run does; what is wrong with it in itself is answered at once. */
enum problem write_submit(const struct context *context, struct write *write, struct reply *reply);
/* The change set that this request has waited for; NULL: it is handled for the first time. */
const struct write *write_finished(const struct context *context);
/* What it was refused with, or PROBLEM_NONE. */
enum problem write_refusal(const struct write *write, const struct context *context, struct reply *reply);
/* What was recorded, as the document Receipt of openapi.yaml. */
enum problem write_receipt(const struct write *write, const struct context *context, struct reply *reply);

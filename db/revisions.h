#pragma once
/* Reading the log. */

#include "db/store.h"

#define REVISION_DIGEST_SIZE 32

struct revision {
    int64_t seq;
    const char *recorded_at; /* RFC 3339, UTC, milliseconds */
    const char *actor;
    const char *note;
    const char
        *changes; /* canonical JSON:
                     [{"document":{…},"id":"…","kind":"chip","op":"put"},{"id":…,"kind":…,"op":"delete"},…] */
    size_t changes_size;
    unsigned char digest[REVISION_DIGEST_SIZE];
};

/* Valid during the call; false stops. */
typedef bool revision_fn(const struct revision *revision, void *context);
/* Revisions after `since` in order. False when the log could not be read (logged). */
bool revisions_read(struct store *store, int64_t since, revision_fn *each, void *context);
/* One revision without its changes; its texts live until the next call on this store. False when there is
 * none. */
bool revisions_find(struct store *store, int64_t seq, struct revision *revision);
/* The first revision by that actor with that note, or with lines of its own below it; 0 when there is none,
 * -1 on failure (logged). */
int64_t revisions_find_noted(struct store *store, const char *actor, const char *note);

/* Writes a revision down as it is; who records one computes its digest first. */
bool revisions_append(struct store *store, const struct revision *revision);

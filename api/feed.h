#pragma once
/* A page of a list as an Atom feed (RFC 4287), the next one linked (RFC 5005). */

#include "api/list.h"
#include "db/instant.h"
#include "db/revisions.h"

struct feed {
    const struct list_args *args;
    const struct shape *shape;
    const struct context *context;
    struct json_out entries;   /* written while the list runs: what stands before them depends on them */
    struct revision revision;  /* that recorded the last of them; seq 0: none yet */
    char newest[INSTANT_SIZE]; /* when the last changed of them was recorded; "": none */
};

/* False when the store could not be read. */
bool feed_add(struct feed *feed, const struct document *document);
/* The whole feed; `next` is the address of the next page or NULL. False when the store could not be read. */
bool feed_write(struct feed *feed, const char *next, struct json_out *out);
void feed_done(struct feed *feed);

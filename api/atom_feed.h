#pragma once
/* A page of a list as an Atom feed (RFC 4287), the next one linked (RFC 5005). */

#include "api/list.h"
#include "db/instant.h"
#include "db/revisions.h"

struct atom_feed {
    const struct list_args *args;
    const struct shape *shape;
    const struct context *context;
    struct json_out entries;   /* written while the list runs: what stands before them depends on them */
    struct revision revision;  /* that recorded the last of them; seq 0: none yet */
    char newest[INSTANT_SIZE]; /* when the last changed of them was recorded; "": none */
};

/* False when the store could not be read. */
bool atom_feed_add(struct atom_feed *feed, const struct document *document);
/* The whole feed; `next` is the address of the next page or NULL. False when the store could not be read. */
bool atom_feed_write(struct atom_feed *feed, const char *next, struct json_out *out);
void atom_feed_done(struct atom_feed *feed);

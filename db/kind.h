#pragma once
/* The kinds of document that the store holds. */

#include <stdbool.h>

/* In the order in which a change set is applied: what is referred to comes first. */
enum kind {
    KIND_DATASET,
    KIND_GROUP,
    KIND_DESTINATION,
    KIND_CHIP,
    KIND_RULING,
    KIND_EVENT,
    KIND_DISPUTE,
    KIND_COUNT,
    /* No kind of document, but stored and listed as one: the feed of changes, which projection_write adds. */
    KIND_CHANGE = KIND_COUNT
};

struct kind_info {
    const char *name;   /* "chip": table, log and feed */
    const char *plural; /* "chips": path, file of the data set */
    const char *id_key; /* the member that names a document: "code" of destinations, else "id"; of changes the
                           one in whose order they come */
};

extern const struct kind_info kinds[KIND_CHANGE + 1];

/* The kind of documents of that name. */
bool kind_parse(const char *name, enum kind *kind);

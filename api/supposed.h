#pragma once
/* A chip that is only supposed: its specification as given in a body, completed where it says so from a
 * recorded chip. */

#include "api/context.h"
#include "rules/names.h"

struct supposed {
    struct chip chip; /* id and product NULL; name NULL where none was given; texts borrowed from the body */
    const char *like_text; /* the recorded chip as it was named; NULL: nothing is taken from one */
    struct chip_match like;
    uint32_t taken;   /* what was taken from it: a bit for each line of the table in api/supposed.c */
    bool one_package; /* how many packages was not said: one is taken */
};

/* `specification` has been checked against its schema and stands at `pointer`. */
enum problem supposed_read(const struct context *context, const json_t *specification, const char *pointer,
                           struct supposed *supposed, struct reply *reply);

/* As understood, with the metrics derived from it. */
void shape_supposed(struct json_out *out, const struct supposed *supposed);
/* What was taken from the recorded chip, by path, joined by commas; "" for nothing. */
#define SUPPOSED_TAKEN_SIZE 400
void supposed_list_taken(const struct supposed *supposed, char text[static SUPPOSED_TAKEN_SIZE]);

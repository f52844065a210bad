#pragma once
/* Permanent addresses: written with percent-encoding, relative to the server. */

#include "api/answer.h"

/* The `self` of a decision, with every input as it was asked, the day and the data version: asking it again
 * gives the same bytes. */
void link_decision(struct json_out *out, const struct answer *answer);
/* The `self` of a history over its span. */
void link_history(struct json_out *out, const struct answer *answer);

/* A data version as known_at takes it. */
#define LINK_VERSION_SIZE 24
void link_format_version(int64_t version, char text[static LINK_VERSION_SIZE]);

/* The address of the next page: the request's own, with this cursor and pinned to the data version (and day,
 * when `day` is not 0). Text from malloc; NULL when memory is short. */
char *link_next(const struct request *request, const char *cursor, int64_t at, struct date day);
/* The same with every parameter given here, in place of the request's own; values are texts. */
char *link_next_pinned(const struct request *request, const char *cursor, const struct pair *pins,
                       size_t pin_count);

#pragma once
/* Permanent addresses: written with percent-encoding, relative to the server. */

#include "api/answer.h"

/* The `self` of a decision, with every input as it was asked, the day and the data version: asking it again
 * gives the same bytes. Null for a supposed chip and for assumed law, which no address can
 * ask for. */
void link_decision(struct json_out *out, const struct answer *answer);
/* The `self` of a history over its span. */
void link_history(struct json_out *out, const struct answer *answer);

/* The following give text from malloc; NULL when memory is short. */

/* A document as it stood at a data version; 0: as it stands. */
char *link_version(enum kind kind, const char *id, int64_t version);
/* The address of the feed that was asked for, in whatever way. */
char *link_feed(const struct request *request);
/* Of the list that it is made of, from its beginning: a cursor holds for one order only. */
char *link_list(const struct request *request);
/* What names a feed: the path with the parameters that choose what is in it, whatever its form, order, pages
 * and version. */
char *link_selection(const struct request *request);
bool link_selects(const char *parameter);
/* The address of the next page: the request's own, with this cursor and pinned to the data version (and day,
 * when `day` is not 0). */
char *link_next(const struct request *request, const char *cursor, int64_t at, struct date day);
/* The same for what compares two states, which are pinned. */
struct link_states {
    struct date from, to;
    int64_t known_from, known_at;
};
char *link_next_compared(const struct request *request, const char *cursor, const struct link_states *states);

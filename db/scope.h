#pragma once
/* What a token may do: its scopes, as bits of a number and as words. */

#include "db/kind.h"

#include <stdbool.h>

enum scope {
    SCOPE_WRITE_CHIPS = 1,
    SCOPE_WRITE_RULINGS = 2,
    SCOPE_WRITE_EVENTS = 4,
    SCOPE_ADMIN = 8, /* all of these, and the kinds that have no scope of their own */
};
/* Of a token of which nothing is said: all that is recorded day by day. */
#define SCOPES_DEFAULT (SCOPE_WRITE_CHIPS | SCOPE_WRITE_RULINGS | SCOPE_WRITE_EVENTS)

#define SCOPES_TEXT_SIZE 64

/* The one that documents of that kind are written with. */
unsigned scope_of_kind(enum kind kind);
/* Whether who holds `held` may do what any one of `wanted` allows. */
bool scopes_allow(unsigned held, unsigned wanted);
/* Their words in a fixed order; `separator` between two of them is one byte. */
void scopes_format(unsigned scopes, char separator, char text[static SCOPES_TEXT_SIZE]);
/* Words with commas or spaces between them. False when one of them is none, or there is none at all. */
bool scopes_parse(const char *text, unsigned *scopes);

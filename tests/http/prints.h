#pragma once
/* What the pins answered, kept to be compared with what they answer later. */

#include "harness.h"

#include <stdint.h>

/* What was answered to every pin at one data version, the pages that follow from a list's `next` included. */
struct prints;
struct prints *prints_take(const struct server *server, int64_t version);
void prints_free(struct prints *prints);

/* Asks all of them again and wants the same; `when` says in what circumstances, for whoever reads that it was
 * otherwise. */
void prints_compare(const struct prints *prints, const struct server *server, const char *when);
/* The same, feeds aside, by an instant at which that data version was the latest. */
void prints_compare_by_instant(const struct prints *prints, const struct server *server, const char *instant);
/* The same, compressed on the line; and what HEAD tells. */
void prints_compare_compressed(const struct prints *prints, const struct server *server);
void prints_compare_heads(const struct prints *prints, const struct server *server);
/* Whoever has the answer with its ETag is told that nothing changed. */
void prints_expect_known(const struct prints *prints, const struct server *server);
/* Each tells the data version that it was asked for, and is kept a day by caches, unless it was posted. */
void prints_expect_kept(const struct prints *prints);

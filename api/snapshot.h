#pragma once
/* Compiled data versions: the latest, published whole and swapped after every change of the file, and a few
 * older ones on demand.
 *
 * One thread of its own compiles and watches; loops only take references. A loop that finds an older version
 * missing leaves a waiter and is woken when the version is there or cannot be had. */

#include "api/api.h"
#include "api/meter.h"
#include "db/store.h"
#include "rules/rules.h"

struct snapshots;

/* `beside` stays open as long. Logs and returns NULL when the store cannot be read. */
struct snapshots *snapshots_open(const struct store *beside, unsigned older_max, struct meters *meters);
void snapshots_close(struct snapshots *snapshots);
/* Of older versions, how many are compiled and kept. */
unsigned snapshots_held(struct snapshots *snapshots);

/* Grows each time a newer version is published: a loop compares it with what it holds and takes no lock while
 * nothing changed. */
unsigned snapshots_generation(const struct snapshots *snapshots);
/* A counted reference to the latest. */
struct rules *snapshots_latest(struct snapshots *snapshots);

enum snapshot_outcome { SNAPSHOT_READY, SNAPSHOT_WAIT, SNAPSHOT_BUSY, SNAPSHOT_FAILED };

/* READY: *rules is a counted reference. WAIT: the waiter, if it has a wake, will be woken once. BUSY: too
 * many versions are asked for at once. */
enum snapshot_outcome snapshots_older(struct snapshots *snapshots, int64_t version, struct api_waiter waiter,
                                      struct rules **rules);
/* The waiter is woken once: when a version after that one is published, or so much later. False when too many
 * wait. */
bool snapshots_await_newer(struct snapshots *snapshots, int64_t version, unsigned patience_ms,
                           struct api_waiter waiter);
/* Publishes the head of the store now if it is newer: who has written a version calls this before saying so.
 * False when it cannot be read or compiled (logged); the watch tries again. */
bool snapshots_publish(struct snapshots *snapshots, struct store *store);
/* Forgets waiters of that context. */
void snapshots_forget(struct snapshots *snapshots, const void *waiter_context);

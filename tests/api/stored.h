#pragma once
/* A small real store in a directory of its own, asked through api_handle as the server asks: for handlers
 * that read the catalogue. */

#include "api/api.h"
#include "api/intake.h"
#include "db/kind.h"
#include "db/store.h"

#include <jansson.h>
#include <pthread.h>

/* The first revision, recorded at 2026-01-01T00:00:00Z. Chips: acme-one (product "acme-one", 1,600 TPP),
 * acme-two (160 TPP), acme-dark (nothing published), best-big and best-small (variants of "best", of which
 * best-big, 1,600 TPP, is meant); "Common" may be acme-two or best-big. Places: CN (in D:5 from 2024-06-01),
 * DE, US. Rulings: us-acme-rule (TPP of 1,000 and more needs a license to D:5 from 2025-01-01 to 2026-01-01;
 * verified through 2025-06-01) and us-acme-plan (announced). Events: three about acme-one, of 2024-12-01,
 * 2025-03-01 and 2025-07-01. One dispute, one group, one dataset. */
/* With it the tests may write. */
#define STORED_TOKEN "a-token-for-the-tests-of-the-api"

struct stored {
    char directory[64];
    char path[96];
    struct store *writer;
    struct api *api;
    struct api_worker *worker;
    struct request request; /* set what a test needs; path, query and target come from the target asked */
    struct reply reply;     /* of the last request */
    struct pair pairs[24];
    char decoded[2048];
    /* The waiter of requests for older versions. */
    pthread_mutex_t lock;
    pthread_cond_t woken;
    unsigned wakes;
    unsigned waits; /* how often api_handle had to wait */
};

struct stored *stored_open(void);
/* With other revisions first, recorded through `writer`; there must be one. */
struct stored *stored_open_with(void (*first)(struct stored *stored));
/* Upon a file that `copied` may have put at the path; where it has not, with `first`. */
struct stored *stored_open_upon(bool (*copied)(const char *path), void (*first)(struct stored *stored));
/* With the bundled data set. */
struct stored *stored_open_bundled(void);
void stored_close(struct stored *stored);

/* One document, given as JSON with ' for ", as a revision of its own; returns the head. */
int64_t stored_put(struct stored *stored, enum kind kind, const char *json, const char *recorded_at);
/* The same of a document at hand. */
int64_t stored_record(struct stored *stored, enum kind kind, const json_t *document, const char *recorded_at);
int64_t stored_delete(struct stored *stored, enum kind kind, const char *id, const char *recorded_at);
/* The document that stands, with another value (JSON with ' for ") at a path such as "provisions.0.policy".
 */
int64_t stored_revise(struct stored *stored, enum kind kind, const char *id, const char *path,
                      const char *json, const char *recorded_at);
/* Waits until requests are answered from that version; false after some seconds. */
bool stored_follow(struct stored *stored, int64_t version);

/* Asks with the method of `request` (GET when untouched), waiting where it has to; the reply stands in
 * `stored`. Returns its status. */
unsigned stored_ask(struct stored *stored, const char *target);
/* Asks with a body, given as JSON with ' for ". Returns the status. */
unsigned stored_send(struct stored *stored, enum method method, const char *target, const char *body);
/* The body of the last reply as JSON; the caller releases it. */
json_t *stored_body(const struct stored *stored);
/* Asks, wants 200, and reads the body; the caller releases it. */
json_t *stored_get(struct stored *stored, const char *target);
/* Asks, wants a problem of that code, and reads it. */
json_t *stored_fail(struct stored *stored, const char *target, unsigned status, const char *code);

/* Posts a file: begins, and unless it is refused at once `request.intake` takes the body in; then ends it,
 * and reads the reply; then leaves it. */
unsigned stored_begin(struct stored *stored, const char *target, const char *content_type);
unsigned stored_end(struct stored *stored);
void stored_leave(struct stored *stored);
/* All of that with a text in pieces of so many bytes (0: in one). The answer, terminated and the caller's;
 * the reply stands until stored_leave. */
char *stored_screen(struct stored *stored, const char *target, const char *content_type, const char *text,
                    size_t piece);

/* Posts JSON, given with ' for ", and reads what is answered, whatever its status. */
json_t *stored_post(struct stored *stored, const char *target, const char *json);

/* JSON written with ' for "; the caller releases it. */
json_t *stored_json(const char *quoted);
/* The text at a path such as "items.0.id", or NULL. */
const char *stored_text(const json_t *json, const char *path);
const json_t *stored_at(const json_t *json, const char *path);
/* The ids of a list of objects (or the texts of a list of texts), joined by commas, in a buffer that the next
 * call overwrites. */
const char *stored_ids(const json_t *list);

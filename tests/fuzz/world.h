#pragma once
/* The bundled data set in a store of its own, asked in process as the server asks. Opened with the first use,
 * for the life of the process. */

#include "api/api.h"
#include "db/store.h"
#include "rules/rules.h"
#include "server/uri.h"

#define WORLD_TOKEN "a-token-for-the-fuzzers"

struct world {
    char directory[256];
    char path[300];
    struct store *store; /* to read */
    struct rules *rules; /* of its head */
    struct api *api;
    struct api_worker *worker;
};

const struct world *world(void);

/* Asks, waiting where it has to. `target` was parsed into `uri`. */
void world_ask(struct request *request, const struct uri *uri, struct reply *reply);
/* Begins a file: what takes it in, or NULL where the reply refuses it or the operation takes none. */
struct intake *world_begin(struct request *request, const struct uri *uri, struct reply *reply);

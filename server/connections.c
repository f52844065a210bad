/* How many connections are open, of each client. The table has twice as many places as there can be
 * connections, so it is never full and never grows. */
#include "server/connections.h"

#include <assert.h>
#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>

struct place {
    struct client_address client;
    unsigned count; /* 0: free */
};

struct connections {
    pthread_mutex_t mutex;
    unsigned max;
    unsigned max_per_client;
    unsigned count;
    size_t mask;
    unsigned char key[ADDRESS_KEY_SIZE];
    struct place places[];
};

struct connections *connections_open(unsigned max, unsigned max_per_client)
{
    size_t size = 2;
    while (size < 2 * (size_t)max)
        size *= 2;
    struct connections *connections = calloc(1, sizeof *connections + size * sizeof(struct place));
    if (!connections)
        return NULL;
    connections->max = max;
    connections->max_per_client = max_per_client;
    connections->mask = size - 1;
    randombytes_buf(connections->key, sizeof connections->key);
    pthread_mutex_init(&connections->mutex, NULL);
    return connections;
}

void connections_close(struct connections *connections)
{
    if (!connections)
        return;
    pthread_mutex_destroy(&connections->mutex);
    free(connections);
}

static size_t home_of(const struct connections *connections, struct client_address client)
{
    return (size_t)address_hash(client, connections->key) & connections->mask;
}

/* Where the client stands, or the free place that it would take. */
static size_t find(const struct connections *connections, struct client_address client)
{
    size_t at = home_of(connections, client);
    while (connections->places[at].count > 0 && !address_equal(connections->places[at].client, client))
        at = (at + 1) & connections->mask;
    return at;
}

/* Those behind move up, so that none of them is cut off from its home by a free place. */
static void free_place(struct connections *connections, size_t hole)
{
    const size_t mask = connections->mask;
    struct place *places = connections->places;
    for (size_t at = (hole + 1) & mask; places[at].count > 0; at = (at + 1) & mask) {
        const size_t home = home_of(connections, places[at].client);
        if (((at - home) & mask) < ((at - hole) & mask))
            continue;
        places[hole] = places[at];
        hole = at;
    }
    places[hole].count = 0;
}

static enum entry enter(struct connections *connections, struct client_address client, bool limited)
{
    struct place *place = limited ? &connections->places[find(connections, client)] : NULL;
    if (place && place->count >= connections->max_per_client)
        return ENTRY_CROWDED;
    if (connections->count >= connections->max)
        return ENTRY_FULL;
    connections->count++;
    if (place) {
        place->client = client;
        place->count++;
    }
    return ENTRY_FREE;
}

enum entry connections_enter(struct connections *connections, struct client_address client, bool limited)
{
    pthread_mutex_lock(&connections->mutex);
    const enum entry entry = enter(connections, client, limited);
    pthread_mutex_unlock(&connections->mutex);
    return entry;
}

void connections_leave(struct connections *connections, struct client_address client, bool limited)
{
    pthread_mutex_lock(&connections->mutex);
    assert(connections->count > 0);
    connections->count--;
    if (limited) {
        const size_t at = find(connections, client);
        assert(connections->places[at].count > 0);
        if (connections->places[at].count == 1)
            free_place(connections, at);
        else
            connections->places[at].count--;
    }
    pthread_mutex_unlock(&connections->mutex);
}

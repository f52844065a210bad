/* How often each client has come with a token that opens nothing. */
#include "api/failures.h"

#include <sodium.h>
#include <string.h>

_Static_assert(sizeof(struct client_address) == 16, "no padding, which would be hashed too");

void failures_init(struct failures *failures, unsigned most)
{
    memset(failures, 0, sizeof *failures);
    pthread_mutex_init(&failures->lock, NULL);
    failures->most = most;
    randombytes_buf(failures->key, sizeof failures->key);
}

void failures_done(struct failures *failures)
{
    pthread_mutex_destroy(&failures->lock);
}

static bool is_over(const struct failure *place, int64_t now_ms)
{
    return place->began_ms == 0 || now_ms - place->began_ms >= FAILURES_WINDOW_MS;
}

/* The client's place, or the one that it gets: of all that it can have the one that began first. */
static struct failure *find_place(struct failures *failures, struct client_address client)
{
    unsigned char hash[crypto_shorthash_BYTES];
    uint64_t number;
    _Static_assert(sizeof hash == sizeof number, "eight bytes");
    _Static_assert(crypto_shorthash_KEYBYTES == sizeof failures->key, "its key");
    crypto_shorthash(hash, (const unsigned char *)&client, sizeof client, failures->key);
    memcpy(&number, hash, sizeof number);
    struct failure *places = failures->places[number % FAILURES_SETS];
    struct failure *oldest = &places[0];
    for (size_t i = 0; i < FAILURES_WAYS; i++) {
        if (places[i].began_ms && places[i].client.high == client.high && places[i].client.low == client.low)
            return &places[i];
        if (places[i].began_ms < oldest->began_ms)
            oldest = &places[i];
    }
    *oldest = (struct failure){.client = client};
    return oldest;
}

unsigned failures_note(struct failures *failures, struct client_address client, int64_t now_ms)
{
    if (failures->most == 0)
        return 0;
    pthread_mutex_lock(&failures->lock);
    struct failure *place = find_place(failures, client);
    if (is_over(place, now_ms)) {
        place->began_ms = now_ms;
        place->count = 0;
    }
    /* Counted no further than it matters, which a counter of a long attack survives. */
    place->count += place->count <= failures->most;
    const bool too_many = place->count > failures->most;
    const int64_t left_ms = place->began_ms + FAILURES_WINDOW_MS - now_ms;
    pthread_mutex_unlock(&failures->lock);
    return too_many ? (unsigned)((left_ms + 999) / 1000) : 0;
}

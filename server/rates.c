/* How often each client may ask, by the generic cell rate algorithm: of each client one time is kept, at
 * which its bucket would be full again. Every request moves that on by an interval, and is refused where it
 * would come to lie more than a burst ahead.
 *
 * Clients share a table of fixed size. Where a set of it is full, the one nearest to a full bucket is
 * forgotten, which gives that one its burst again: a flood of addresses makes the limit milder, but neither
 * locks others out nor takes memory. */
#include "server/rates.h"

#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>

#define SETS 8192
#define WAYS 8
#define LOCKS 64
#define NS_A_S UINT64_C(1000000000)

struct bucket {
    struct client_address client;
    uint64_t full_ns; /* when it is; in the past of one that is free */
};

struct rates {
    uint64_t interval_ns;
    uint64_t burst_ns;
    unsigned char key[ADDRESS_KEY_SIZE];
    pthread_mutex_t locks[LOCKS];
    struct bucket sets[SETS][WAYS];
};

struct rates *rates_open(unsigned per_s, unsigned burst)
{
    struct rates *rates = calloc(1, sizeof *rates);
    if (!rates)
        return NULL;
    rates->interval_ns = NS_A_S / per_s;
    rates->burst_ns = rates->interval_ns * burst;
    randombytes_buf(rates->key, sizeof rates->key);
    for (size_t i = 0; i < LOCKS; i++)
        pthread_mutex_init(&rates->locks[i], NULL);
    return rates;
}

void rates_close(struct rates *rates)
{
    if (!rates)
        return;
    for (size_t i = 0; i < LOCKS; i++)
        pthread_mutex_destroy(&rates->locks[i]);
    free(rates);
}

/* The client's, or the one to forget for it, made full. */
static struct bucket *find(struct bucket set[static WAYS], struct client_address client)
{
    struct bucket *fullest = &set[0];
    for (size_t i = 0; i < WAYS; i++) {
        if (set[i].full_ns > 0 && address_equal(set[i].client, client))
            return &set[i];
        if (set[i].full_ns < fullest->full_ns)
            fullest = &set[i];
    }
    *fullest = (struct bucket){.client = client};
    return fullest;
}

static unsigned round_up_s(uint64_t ns)
{
    return (unsigned)((ns + NS_A_S - 1) / NS_A_S);
}

static struct allowance take(const struct rates *rates, struct bucket *bucket, uint64_t now_ns)
{
    const uint64_t before_ns = bucket->full_ns > now_ns ? bucket->full_ns : now_ns;
    const uint64_t after_ns = before_ns + rates->interval_ns;
    const uint64_t latest_ns = now_ns + rates->burst_ns;
    if (after_ns > latest_ns)
        return (struct allowance){.limited = true,
                                  .refused = true,
                                  .full_after_s = round_up_s(before_ns - now_ns),
                                  .retry_after_s = round_up_s(after_ns - latest_ns)};
    bucket->full_ns = after_ns;
    return (struct allowance){.limited = true,
                              .left = (unsigned)((latest_ns - after_ns) / rates->interval_ns),
                              .full_after_s = round_up_s(after_ns - now_ns)};
}

struct allowance rates_take(struct rates *rates, struct client_address client, uint64_t now_us)
{
    const uint64_t hash = address_hash(client, rates->key);
    pthread_mutex_t *lock = &rates->locks[hash % LOCKS];
    pthread_mutex_lock(lock);
    struct bucket *bucket = find(rates->sets[hash % SETS], client);
    const struct allowance allowance = take(rates, bucket, now_us * 1000);
    pthread_mutex_unlock(lock);
    return allowance;
}

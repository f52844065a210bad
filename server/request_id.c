/* Ids of requests, for Request-Id, `instance` and the log. */
#include "server/request_id.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#define RANDOM_BYTES 10

static void refill(struct request_ids *ids)
{
    size_t filled = 0;
    while (filled < sizeof ids->random) {
        const ssize_t got = getrandom(ids->random + filled, sizeof ids->random - filled, 0);
        if (got < 0 && errno != EINTR)
            break; /* no random source: ids still differ by their time */
        if (got > 0)
            filled += (size_t)got;
    }
    ids->left = sizeof ids->random;
}

void request_id_make(struct request_ids *ids, uint64_t unix_ms, char text[static REQUEST_ID_SIZE])
{
    static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; /* Crockford's: no I, L, O, U */
    if (ids->left < RANDOM_BYTES)
        refill(ids);
    ids->left -= RANDOM_BYTES;
    const unsigned char *random = ids->random + ids->left;

    uint64_t time = unix_ms;
    for (size_t i = 10; i > 0; i--) {
        text[i - 1] = alphabet[time & 31];
        time >>= 5;
    }
    uint64_t bits = 0;
    unsigned count = 0;
    for (size_t byte = 0, out = 10; byte < RANDOM_BYTES; byte++) {
        bits = bits << 8 | random[byte];
        count += 8;
        while (count >= 5) {
            count -= 5;
            text[out++] = alphabet[bits >> count & 31];
        }
    }
    text[REQUEST_ID_SIZE - 1] = '\0';
}

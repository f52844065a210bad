#pragma once
/* Ids of requests: 26 characters that sort by time (a ULID: 48 bits of milliseconds, 80 random bits). */

#include "api/request.h"

#include <stdint.h>

/* Random bytes fetched ahead, so that an id rarely costs a system call. One a loop; zero-initialised is
 * empty. */
struct request_ids {
    unsigned char random[2560];
    size_t left;
};

/* `unix_ms` is when the request came. */
void request_id_make(struct request_ids *ids, uint64_t unix_ms, char text[static REQUEST_ID_SIZE]);

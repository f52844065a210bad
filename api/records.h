#pragma once
/* What is kept of each line of a screened file until its answer is written: twelve bytes, in pieces that
 * never move, so that growing takes no second copy. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Lines of one file. */
#define RECORDS_MAX 1000000u
#define RECORDS_A_CHUNK 5461u /* 64 KiB of them */
#define RECORD_CHUNKS ((RECORDS_MAX + RECORDS_A_CHUNK - 1) / RECORDS_A_CHUNK)

/* For whoever records to fill. */
struct record {
    uint32_t line;
    uint32_t what;
    uint32_t where;
};
_Static_assert(sizeof(struct record) == 12, "a million of them are 12 MB");

/* Zero-initialised holds nothing. */
struct records {
    struct record *chunks[RECORD_CHUNKS];
    uint32_t count;
};

/* False when memory is short or there are RECORDS_MAX. */
bool records_add(struct records *records, struct record record);
void records_done(struct records *records);

static inline const struct record *records_at(const struct records *records, uint32_t index)
{
    return &records->chunks[index / RECORDS_A_CHUNK][index % RECORDS_A_CHUNK];
}

/* Grows a chunk at a time. */
#include "api/records.h"

#include <stdlib.h>

bool records_add(struct records *records, struct record record)
{
    if (records->count == RECORDS_MAX)
        return false;
    struct record **chunk = &records->chunks[records->count / RECORDS_A_CHUNK];
    if (!*chunk)
        *chunk = malloc(RECORDS_A_CHUNK * sizeof **chunk);
    if (!*chunk)
        return false;
    (*chunk)[records->count++ % RECORDS_A_CHUNK] = record;
    return true;
}

void records_done(struct records *records)
{
    for (size_t i = 0; i < RECORD_CHUNKS; i++)
        free(records->chunks[i]);
    *records = (struct records){0};
}

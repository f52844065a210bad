#pragma once
/* Numbers distinct keys of one size in the order in which they come. */

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#define INTERN_FULL UINT_MAX

/* Zero-initialised but for the first two is empty. */
struct intern {
    size_t key_size;
    unsigned most;       /* keys are kept; below INTERN_FULL */
    unsigned char *keys; /* one after the other */
    unsigned count;
    size_t room;
    unsigned *slots; /* a hash table of numbers + 1; 0 is free */
    size_t slot_count;
};

/* The number is INTERN_FULL for a key that is new when there are `most`. False when memory is short. */
bool intern_key(struct intern *intern, const void *key, unsigned *number);
void intern_done(struct intern *intern);

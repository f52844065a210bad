#pragma once
/* The faults found in one piece of input, each at a JSON pointer; bounded, and counted past the bound. */

#include <stdbool.h>
#include <stddef.h>

#define FAULTS_MAX 100
/* Later ones are told without what may have been meant: to find that costs more than to find the fault. */
#define FAULTS_SUGGESTED_MAX 10

struct fault {
    char *pointer; /* RFC 6901, "" is the whole document */
    char *detail;  /* a sentence: what is wrong and what would be right */
};

/* Zero-initialised is empty. */
struct faults {
    struct fault items[FAULTS_MAX];
    size_t count; /* of items */
    size_t total; /* found in all */
    bool short_of_memory;
};

void faults_add(struct faults *faults, const char *pointer, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void faults_done(struct faults *faults);

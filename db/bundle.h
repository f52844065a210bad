#pragma once
/* The data set embedded in the program: an ordered list of change sets, to which releases only append. */

#include <stddef.h>

struct bundled_file {
    const char *name; /* "chips.json" */
    const char *text;
    size_t size;
};

/* A change set as files in the format of the data set, plus when, by whom and why it was recorded. */
struct bundled_set {
    const char *recorded_at;
    const char *actor;
    const char *note;
    const struct bundled_file *files;
    size_t file_count;
};

extern const struct bundled_set bundled_sets[];
extern const size_t bundled_set_count;

#pragma once
/* One option of the table, and its value from text, checked. */

#include "server/options.h"

enum option_type {
    OPTION_TEXT,
    OPTION_WORDS,  /* text that others will read: UTF-8 without control characters */
    OPTION_SECRET, /* a variable only, since a command line is seen by all; its value is never repeated */
    OPTION_NUMBER,
    OPTION_THREADS,
    OPTION_ADDRESS,
    OPTION_ORIGINS,
    OPTION_RANGES,
    OPTION_CHOICE,
    OPTION_SCOPES, /* a number, of scopes */
    OPTION_SWITCH
};

struct option {
    const char *name; /* of the flag, without the dashes; the variable's follows from it */
    enum option_type type;
    size_t offset;        /* in struct options */
    const char *fallback; /* as it would be written; NULL: zero, or for threads counted */
    const char *help;
    const char *command; /* only with this command or these ("ask, screen"), and then no variable; "" for all
                            of them; NULL: for all, with a variable */
    const char *hint;    /* what stands for the value in --help; NULL for a switch */
    const char *fallback_words;
    unsigned long minimum; /* of a number */
    unsigned long maximum;
    const char *const *choices; /* in the order of the enum; ends with NULL */
};

/* False: `fault` names the variable or flag (`name`), the value and what is allowed. */
bool option_set(struct options *options, const struct option *option, const char *name, const char *value,
                char fault[static OPTIONS_FAULT_SIZE]);
void option_set_fallback(struct options *options, const struct option *option);
void option_turn_on(struct options *options, const struct option *option);
bool option_equal(const struct options *a, const struct options *b, const struct option *option);

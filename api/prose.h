#pragma once
/* Text for people, grown sentence by sentence in a buffer of its owner; what does not fit ends at a whole
 * sentence. */

#include <stdbool.h>
#include <stddef.h>

struct prose {
    char *text; /* terminated at any time */
    size_t capacity;
    size_t size;
    size_t sentence; /* where the last whole sentence ended */
    bool full;       /* nothing more is taken */
};

/* Of formats only %s and %zu. */
__attribute__((format(printf, 2, 3))) void say(struct prose *prose, const char *format, ...);
/* "presumption_of_denial" in words. */
void say_words(struct prose *prose, const char *word);
/* The full stop, and a space for the next one. */
void end_sentence(struct prose *prose);
/* Takes the space behind the last sentence away. */
void end_prose(struct prose *prose);

#pragma once
/* Undoing the gzip coding of a body while it arrives. */

#include <stdbool.h>
#include <stddef.h>

struct gunzip;

/* About what one takes, most of which zlib has: a window of 32 KiB, and tables. */
#define GUNZIP_MEMORY (2 * 32768 + 8192)
/* NULL when memory is short. */
struct gunzip *gunzip_open(void);
void gunzip_close(struct gunzip *gunzip);

/* Takes a piece of what was decoded; false: no more is wanted. */
typedef bool gunzip_fn(const char *bytes, size_t size, void *context);

enum gunzip_outcome {
    GUNZIP_GOOD,    /* all of it was taken in */
    GUNZIP_MORE,    /* a part of it: the rest of it another time */
    GUNZIP_STOPPED, /* the taker wants no more */
    GUNZIP_BROKEN,  /* not gzip, damaged, or something follows after its end */
};

/* Decodes the next piece, cut anywhere, until about GUNZIP_ROOM bytes came of it: a kilobyte may stand for a
 * megabyte, which nobody should have to wait for. `*taken` is how much of it was used. */
#define GUNZIP_ROOM 32768
enum gunzip_outcome gunzip_feed(struct gunzip *gunzip, const char *bytes, size_t size, gunzip_fn *take,
                                void *context, size_t *taken);
/* Whether what was fed ended where it says that it ends. */
bool gunzip_is_whole(const struct gunzip *gunzip);

#pragma once
/* Undoing the gzip coding of a body while it arrives. */

#include <stdbool.h>
#include <stddef.h>

struct gunzip;

/* NULL when memory is short. */
struct gunzip *gunzip_open(void);
void gunzip_close(struct gunzip *gunzip);

/* Takes a piece of what was decoded; false: no more is wanted. */
typedef bool gunzip_fn(const char *bytes, size_t size, void *context);

enum gunzip_outcome {
    GUNZIP_GOOD,
    GUNZIP_STOPPED, /* the taker wants no more */
    GUNZIP_BROKEN,  /* not gzip, damaged, or something follows after its end */
};

/* Decodes the next piece, cut anywhere. */
enum gunzip_outcome gunzip_feed(struct gunzip *gunzip, const char *bytes, size_t size, gunzip_fn *take,
                                void *context);
/* Whether what was fed ended where it says that it ends. */
bool gunzip_is_whole(const struct gunzip *gunzip);

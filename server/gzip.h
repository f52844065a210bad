#pragma once
/* Compressing bodies with one stream that is kept: a fresh one costs five times as much. One a loop. */

#include <stdbool.h>
#include <stddef.h>

struct gzip;

/* NULL when memory is short. */
struct gzip *gzip_open(void);
void gzip_close(struct gzip *gzip);

/* The compressed bytes in memory from malloc, or NULL when they would not be fewer or memory is short. */
char *gzip_compress(struct gzip *gzip, const char *bytes, size_t size, size_t *compressed_size);

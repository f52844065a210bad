#pragma once
/* Compressing bodies with one stream that is kept: a fresh one costs five times as much. One a loop. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct gzip;

/* NULL when memory is short. */
struct gzip *gzip_open(void);
void gzip_close(struct gzip *gzip);

/* The compressed bytes in memory from malloc, or NULL when they would not be fewer or memory is short. */
char *gzip_compress(struct gzip *gzip, const char *bytes, size_t size, size_t *compressed_size);

/* A body that is compressed while it is read. */
struct gzip_stream;
struct gzip_stream *gzip_stream_open(void);
void gzip_stream_close(struct gzip_stream *stream);

/* Fills the room with compressed bytes of what `read` gives, until that returns 0. Returns how many; 0: that
 * was the end; GZIP_FAILED. */
typedef size_t gzip_read_fn(void *context, char *room, size_t size);
#define GZIP_FAILED SIZE_MAX
size_t gzip_stream_read(struct gzip_stream *stream, gzip_read_fn *read, void *context, char *room,
                        size_t size);

/* Compressing bodies with one stream that is kept. */
#include "server/gzip.h"

#define ZLIB_CONST /* next_in points to const */
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

/* Level 1 makes a sixth to an eighth of our JSON already; level 6 takes four times as long to make a ninth.
 */
#define LEVEL 1
#define GZIP_WRAPPER 16

struct gzip {
    z_stream stream;
};

struct gzip *gzip_open(void)
{
    struct gzip *gzip = calloc(1, sizeof *gzip);
    if (!gzip)
        return NULL;
    if (deflateInit2(&gzip->stream, LEVEL, Z_DEFLATED, MAX_WBITS + GZIP_WRAPPER, MAX_MEM_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        free(gzip);
        return NULL;
    }
    return gzip;
}

void gzip_close(struct gzip *gzip)
{
    if (!gzip)
        return;
    deflateEnd(&gzip->stream);
    free(gzip);
}

char *gzip_compress(struct gzip *gzip, const char *bytes, size_t size, size_t *compressed_size)
{
    if (size > UINT_MAX || deflateReset(&gzip->stream) != Z_OK)
        return NULL;
    char *room = malloc(size);
    if (!room)
        return NULL;

    /* The room is as large as the input: when that is not enough, compressing was not worth it. */
    gzip->stream.next_in = (const Bytef *)bytes;
    gzip->stream.avail_in = (uInt)size;
    gzip->stream.next_out = (Bytef *)room;
    gzip->stream.avail_out = (uInt)size;
    if (deflate(&gzip->stream, Z_FINISH) != Z_STREAM_END) {
        free(room);
        return NULL;
    }
    *compressed_size = size - gzip->stream.avail_out;
    char *fitting = realloc(room, *compressed_size);
    return fitting ? fitting : room;
}

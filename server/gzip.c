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
    z_stream stream; /* a quarter of a megabyte, so begun with the first body that is compressed */
    bool begun;
};

static bool init(z_stream *stream)
{
    return deflateInit2(stream, LEVEL, Z_DEFLATED, MAX_WBITS + GZIP_WRAPPER, MAX_MEM_LEVEL,
                        Z_DEFAULT_STRATEGY) == Z_OK;
}

struct gzip *gzip_open(void)
{
    return calloc(1, sizeof(struct gzip));
}

void gzip_close(struct gzip *gzip)
{
    if (!gzip)
        return;
    if (gzip->begun)
        deflateEnd(&gzip->stream);
    free(gzip);
}

static bool begin(struct gzip *gzip)
{
    if (gzip->begun)
        return deflateReset(&gzip->stream) == Z_OK;
    gzip->begun = init(&gzip->stream);
    return gzip->begun;
}

char *gzip_compress(struct gzip *gzip, const char *bytes, size_t size, size_t *compressed_size)
{
    if (size > UINT_MAX || !begin(gzip))
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

#define BLOCK 65536
#define BLOCKS_MAX 4

struct gzip_stream {
    z_stream stream;
    bool ended; /* of what is read */
    bool done;  /* of what is made of it */
    char block[BLOCK];
};

struct gzip_stream *gzip_stream_open(void)
{
    struct gzip_stream *stream = malloc(sizeof *stream);
    if (!stream)
        return NULL;
    stream->stream = (z_stream){0};
    stream->ended = false;
    stream->done = false;
    if (!init(&stream->stream)) {
        free(stream);
        return NULL;
    }
    return stream;
}

void gzip_stream_close(struct gzip_stream *stream)
{
    if (!stream)
        return;
    deflateEnd(&stream->stream);
    free(stream);
}

static void refill(struct gzip_stream *stream, gzip_read_fn *read, void *context)
{
    const size_t size = read(context, stream->block, sizeof stream->block);
    stream->stream.next_in = (const Bytef *)stream->block;
    stream->stream.avail_in = (uInt)size;
    stream->ended = size == 0;
}

size_t gzip_stream_read(struct gzip_stream *stream, gzip_read_fn *read, void *context, char *room,
                        size_t size)
{
    const uInt most = size > UINT_MAX ? UINT_MAX : (uInt)size;
    stream->stream.next_out = (Bytef *)room;
    stream->stream.avail_out = most;
    /* Rows that are alike shrink to a hundredth: the room is not filled at any price. */
    unsigned blocks = 0;
    while (!stream->done && stream->stream.avail_out > 0 &&
           (blocks < BLOCKS_MAX || stream->stream.avail_out == most)) {
        if (stream->stream.avail_in == 0 && !stream->ended) {
            refill(stream, read, context);
            blocks++;
        }
        const int state = deflate(&stream->stream, stream->ended ? Z_FINISH : Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END)
            return GZIP_FAILED;
        stream->done = state == Z_STREAM_END;
    }
    return most - stream->stream.avail_out;
}

/* Undoing the gzip coding of a body while it arrives. */
#include "server/gunzip.h"

#define ZLIB_CONST /* next_in points to const */
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

#define GZIP_WRAPPER 16
struct gunzip {
    z_stream stream;
    bool whole;
    char room[GUNZIP_ROOM];
};

struct gunzip *gunzip_open(void)
{
    struct gunzip *gunzip = malloc(sizeof *gunzip);
    if (!gunzip)
        return NULL;
    gunzip->stream = (z_stream){0};
    gunzip->whole = false;
    if (inflateInit2(&gunzip->stream, MAX_WBITS + GZIP_WRAPPER) != Z_OK) {
        free(gunzip);
        return NULL;
    }
    return gunzip;
}

void gunzip_close(struct gunzip *gunzip)
{
    if (!gunzip)
        return;
    inflateEnd(&gunzip->stream);
    free(gunzip);
}

/* RFC 1952: members may follow each other, as `cat a.gz b.gz` makes them. */
static bool begin_member(struct gunzip *gunzip)
{
    gunzip->whole = false;
    return inflateReset(&gunzip->stream) == Z_OK;
}

/* One room full, or all that there is. */
static enum gunzip_outcome fill(struct gunzip *gunzip, gunzip_fn *take, void *context)
{
    z_stream *stream = &gunzip->stream;
    if (gunzip->whole && stream->avail_in > 0 && !begin_member(gunzip))
        return GUNZIP_BROKEN;
    stream->next_out = (Bytef *)gunzip->room;
    stream->avail_out = GUNZIP_ROOM;
    const int state = inflate(stream, Z_NO_FLUSH);
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
        return GUNZIP_BROKEN;
    gunzip->whole = state == Z_STREAM_END;
    const size_t made = GUNZIP_ROOM - stream->avail_out;
    if (made > 0 && !take(gunzip->room, made, context))
        return GUNZIP_STOPPED;
    return GUNZIP_GOOD;
}

enum gunzip_outcome gunzip_feed(struct gunzip *gunzip, const char *bytes, size_t size, gunzip_fn *take,
                                void *context, size_t *taken)
{
    z_stream *stream = &gunzip->stream;
    enum gunzip_outcome outcome = GUNZIP_GOOD;
    size_t made = 0;
    if (size > UINT_MAX)
        return GUNZIP_BROKEN;
    stream->next_in = (const Bytef *)bytes;
    stream->avail_in = (uInt)size;
    /* What is left inside without more to read is a few codes' worth. */
    do {
        outcome = fill(gunzip, take, context);
        made += GUNZIP_ROOM - stream->avail_out;
    } while (outcome == GUNZIP_GOOD && (stream->avail_in > 0 ? made < GUNZIP_ROOM : stream->avail_out == 0));
    *taken = size - stream->avail_in;
    return outcome == GUNZIP_GOOD && stream->avail_in > 0 ? GUNZIP_MORE : outcome;
}

bool gunzip_is_whole(const struct gunzip *gunzip)
{
    return gunzip->whole;
}

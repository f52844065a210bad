/* A compressed body, fed in pieces: the same comes of it whatever the pieces, and what zlib makes of it. */
#include "tests/fuzz/target.h"

#include "server/gunzip.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* A bomb is not unpacked whole. */
#define DECODED_MAX (4u << 20)

struct decoded {
    size_t size;
    uLong sum;
    enum gunzip_outcome outcome;
    bool whole;
};

static bool take(const char *bytes, size_t size, void *context)
{
    struct decoded *decoded = context;
    decoded->sum = crc32(decoded->sum, (const Bytef *)bytes, (uInt)size);
    decoded->size += size;
    return decoded->size < DECODED_MAX;
}

static struct decoded decode(const uint8_t *data, size_t size, size_t piece)
{
    struct decoded decoded = {.sum = crc32(0, NULL, 0)};
    struct gunzip *gunzip = gunzip_open();
    MUST(gunzip, "memory");
    for (size_t at = 0; at < size;) {
        const size_t given = size - at < piece ? size - at : piece;
        size_t taken = 0;
        decoded.outcome = gunzip_feed(gunzip, (const char *)data + at, given, take, &decoded, &taken);
        MUST(taken <= given, "takes more than it was given");
        if (decoded.outcome == GUNZIP_BROKEN || decoded.outcome == GUNZIP_STOPPED)
            break;
        MUST(decoded.outcome == GUNZIP_MORE || taken == given, "all of it is taken in");
        at += taken;
    }
    decoded.whole = gunzip_is_whole(gunzip);
    gunzip_close(gunzip);
    return decoded;
}

/* The first member, by zlib alone. */
static void judge_against_zlib(const uint8_t *data, size_t size, const struct decoded *decoded)
{
    z_stream stream = {0};
    static Bytef room[65536];
    uLong sum = crc32(0, NULL, 0);
    MUST(inflateInit2(&stream, MAX_WBITS + 16) == Z_OK, "memory");
    stream.next_in = (Bytef *)(uintptr_t)data;
    stream.avail_in = (uInt)size;
    int state = Z_OK;
    while (state == Z_OK && stream.total_out < DECODED_MAX) {
        stream.next_out = room;
        stream.avail_out = sizeof room;
        state = inflate(&stream, Z_NO_FLUSH);
        sum = crc32(sum, room, (uInt)(sizeof room - stream.avail_out));
    }
    if (state == Z_STREAM_END && stream.avail_in == 0 && stream.total_out < DECODED_MAX) {
        MUST(decoded->outcome == GUNZIP_GOOD && decoded->whole, "zlib takes it");
        MUST(decoded->size == stream.total_out && decoded->sum == sum, "zlib makes something else of it");
    }
    inflateEnd(&stream);
}

/* The rest of the input, packed here, comes back. */
static void judge_round_trip(const struct choices *plain, size_t piece)
{
    z_stream stream = {0};
    MUST(deflateInit2(&stream, 1, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK, "memory");
    const uLong bound = deflateBound(&stream, plain->size) + 64;
    Bytef *packed = malloc(bound);
    MUST(packed, "memory");
    stream.next_in = (Bytef *)(uintptr_t)plain->data;
    stream.avail_in = (uInt)plain->size;
    stream.next_out = packed;
    stream.avail_out = (uInt)bound;
    MUST(deflate(&stream, Z_FINISH) == Z_STREAM_END, "it is packed");
    const struct decoded decoded = decode(packed, stream.total_out, piece);
    MUST(decoded.whole && decoded.size == plain->size &&
             decoded.sum == crc32(crc32(0, NULL, 0), plain->data, (uInt)plain->size),
         "what was packed comes back");
    deflateEnd(&stream);
    free(packed);
}

void target_gunzip(const uint8_t *data, size_t size)
{
    struct choices choices = {data, size};
    const size_t piece = 1 + choices_take(&choices, 64);
    const struct decoded whole = decode(choices.data, choices.size, choices.size ? choices.size : 1);
    const struct decoded pieces = decode(choices.data, choices.size, piece);
    if (whole.outcome != GUNZIP_STOPPED && pieces.outcome != GUNZIP_STOPPED) {
        MUST((whole.outcome == GUNZIP_BROKEN) == (pieces.outcome == GUNZIP_BROKEN), "broken by its pieces");
        MUST(whole.outcome == GUNZIP_BROKEN || (whole.size == pieces.size && whole.sum == pieces.sum),
             "pieces of %zu make something else of it", piece);
    }
    judge_against_zlib(choices.data, choices.size, &whole);
    judge_round_trip(&choices, piece);
}

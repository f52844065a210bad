/* What is compressed reads back, one stream serves for all, and what would not shrink is left alone. */
#include "server/gunzip.h"
#include "server/gzip.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static void expect_round_trip(struct gzip *gzip, const char *bytes, size_t size)
{
    size_t compressed_size = 0;
    char *compressed = gzip_compress(gzip, bytes, size, &compressed_size);
    cr_assert(compressed);
    cr_expect_lt(compressed_size, size);
    char *back = malloc(size + 1);
    z_stream stream = {.next_in = (Bytef *)compressed,
                       .avail_in = (uInt)compressed_size,
                       .next_out = (Bytef *)back,
                       .avail_out = (uInt)size + 1};
    cr_assert_eq(inflateInit2(&stream, MAX_WBITS + 16), Z_OK);
    cr_expect_eq(inflate(&stream, Z_FINISH), Z_STREAM_END);
    cr_expect_eq(stream.total_out, size);
    cr_expect_eq(memcmp(back, bytes, size), 0);
    inflateEnd(&stream);
    free(back);
    free(compressed);
}

Test(gzip, a_kept_stream_compresses_again_and_again)
{
    static char text[100000];
    struct gzip *gzip = gzip_open();
    cr_assert(gzip);
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)('a' + i % 23);
    for (size_t size = 200; size <= sizeof text; size += 24950)
        expect_round_trip(gzip, text, size);
    gzip_close(gzip);
}

Test(gzip, what_would_not_shrink_is_refused)
{
    unsigned char noise[4096];
    unsigned state = 1;
    size_t size;
    struct gzip *gzip = gzip_open();
    cr_assert(gzip);
    for (size_t i = 0; i < sizeof noise; i++) {
        state = state * 1103515245u + 12345u;
        noise[i] = (unsigned char)(state >> 16);
    }
    cr_expect_null(gzip_compress(gzip, (const char *)noise, sizeof noise, &size));
    cr_expect_null(gzip_compress(gzip, "short", 5, &size));
    gzip_close(gzip);
}

/* A text that is given out in pieces of an odd size. */
struct pieces {
    const char *text;
    size_t size;
    size_t at;
};

static size_t read_piece(void *context, char *room, size_t size)
{
    struct pieces *pieces = context;
    const size_t odd = 977, left = pieces->size - pieces->at;
    size_t piece = left < odd ? left : odd;
    piece = piece < size ? piece : size;
    memcpy(room, pieces->text + pieces->at, piece);
    pieces->at += piece;
    return piece;
}

/* What a stream makes of the text when it is read into rooms of that size, to be freed. */
static char *compress_by_rooms(const char *text, size_t size, size_t room, size_t *made)
{
    struct gzip_stream *stream = gzip_stream_open();
    cr_assert(stream);
    struct pieces pieces = {text, size, 0};
    char *compressed = malloc(2 * size + 1000);
    *made = 0;
    for (size_t got; (got = gzip_stream_read(stream, read_piece, &pieces, compressed + *made, room)) > 0;) {
        cr_assert_neq(got, GZIP_FAILED);
        *made += got;
    }
    gzip_stream_close(stream);
    return compressed;
}

/* What was decoded so far, up to what is wanted. */
struct decoded {
    char text[200000];
    size_t size;
    size_t wanted;
};

static bool take_decoded(const char *bytes, size_t size, void *context)
{
    struct decoded *decoded = context;
    cr_assert_leq(decoded->size + size, sizeof decoded->text);
    memcpy(decoded->text + decoded->size, bytes, size);
    decoded->size += size;
    return decoded->size < decoded->wanted;
}

static char sample[100000];
static struct decoded decoded;

/* As often as it takes; what comes of one piece at a time is bounded. */
static enum gunzip_outcome feed_all(struct gunzip *gunzip, const char *bytes, size_t size)
{
    enum gunzip_outcome outcome = GUNZIP_MORE;
    while (outcome == GUNZIP_MORE) {
        size_t taken = size;
        const size_t before = decoded.size;
        outcome = gunzip_feed(gunzip, bytes, size, take_decoded, &decoded, &taken);
        cr_expect_leq(decoded.size - before, 2 * GUNZIP_ROOM);
        cr_assert_leq(taken, size);
        bytes += taken;
        size -= taken;
    }
    return outcome;
}

static void fill_sample(void)
{
    for (size_t i = 0; i < sizeof sample; i++)
        sample[i] = (char)('a' + i * i % 23);
    decoded.size = 0;
    decoded.wanted = SIZE_MAX;
}

Test(gzip, a_body_is_compressed_while_it_is_read_and_undone_while_it_arrives)
{
    static const size_t rooms[] = {1, 7, 100, 24000, 300000};
    for (size_t i = 0; i < sizeof rooms / sizeof rooms[0]; i++) {
        size_t made;
        fill_sample();
        char *compressed = compress_by_rooms(sample, sizeof sample, rooms[i], &made);
        struct gunzip *gunzip = gunzip_open();
        for (size_t at = 0; at < made; at += rooms[i]) {
            const size_t piece = made - at < rooms[i] ? made - at : rooms[i];
            cr_assert_not(gunzip_is_whole(gunzip));
            cr_assert_eq(feed_all(gunzip, compressed + at, piece), GUNZIP_GOOD);
        }
        cr_expect(gunzip_is_whole(gunzip));
        cr_expect_eq(decoded.size, sizeof sample);
        cr_expect_eq(memcmp(decoded.text, sample, sizeof sample), 0);
        gunzip_close(gunzip);
        free(compressed);
    }
}

Test(gzip, members_that_follow_each_other_are_one_body)
{
    size_t made;
    fill_sample();
    char *compressed = compress_by_rooms(sample, 5000, 24000, &made);
    struct gunzip *gunzip = gunzip_open();
    for (int member = 0; member < 3; member++)
        cr_assert_eq(feed_all(gunzip, compressed, made), GUNZIP_GOOD);
    cr_expect(gunzip_is_whole(gunzip));
    cr_expect_eq(decoded.size, 3 * 5000);
    gunzip_close(gunzip);
    free(compressed);
}

Test(gzip, what_is_not_gzip_or_damaged_or_not_wanted_is_told)
{
    size_t made;
    fill_sample();
    char *compressed = compress_by_rooms(sample, sizeof sample, 24000, &made);
    struct gunzip *gunzip = gunzip_open();
    cr_expect_eq(feed_all(gunzip, "{\"chip\":1}", 10), GUNZIP_BROKEN);
    gunzip_close(gunzip);

    gunzip = gunzip_open();
    compressed[made - 6] ^= 1; /* in the checksum */
    cr_expect_eq(feed_all(gunzip, compressed, made), GUNZIP_BROKEN);
    gunzip_close(gunzip);

    gunzip = gunzip_open();
    decoded.size = 0;
    decoded.wanted = 1000;
    cr_expect_eq(feed_all(gunzip, compressed, made / 2), GUNZIP_STOPPED);
    gunzip_close(gunzip);
    free(compressed);
}

/* What is compressed reads back, one stream serves for all, and what would not shrink is left alone. */
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

/* Bad input of every kind has its own refusal, and none is understood in two ways. */
#include "wire.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct server server;

static void start(void)
{
    harness_start(&server, NULL);
}

static void stop(void)
{
    cr_expect_eq(harness_stop(&server), 0, "the server did not end in order");
}

TestSuite(refusals, .init = start, .fini = stop, .timeout = 60);

struct row {
    const char *request;
    size_t size; /* 0: a text */
    unsigned status;
    bool closes;
};

#define TEXT(text) text, sizeof text - 1
#define GET(target) "GET " target " HTTP/1.1\r\nHost: t\r\n\r\n"
#define WITH(headers) "GET /healthz HTTP/1.1\r\nHost: t\r\n" headers "\r\n"
#define POST(headers, body) "POST /v1/chips HTTP/1.1\r\nHost: t\r\n" headers "\r\n" body
#define HIDDEN "GET /hidden HTTP/1.1\r\nHost: t\r\n\r\n"

static const struct row rows[] = {
    /* The end of the request could be read in two ways. */
    {TEXT(POST("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" HIDDEN)), 400, true},
    {TEXT(POST("Transfer-Encoding: chunked\r\nContent-Length: 6\r\n", "0\r\n\r\n" HIDDEN)), 400, true},
    {TEXT(POST("Content-Length: 1\r\nContent-Length: 40\r\n", "x" HIDDEN)), 400, true},
    {TEXT(POST("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")), 400, true},
    {TEXT(POST("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")), 501, true},
    {TEXT(POST("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")), 501, true},
    {TEXT(POST("Transfer-Encoding: chunked \r\n", "0\r\n\r\n")), 501, true},
    {TEXT(POST("Transfer-Encoding: identity\r\n", HIDDEN)), 501, true},
    {TEXT("POST /v1/chips HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400, true},
    {TEXT(POST("Transfer-Encoding : chunked\r\n", "0\r\n\r\n")), 400, true},
    {TEXT(POST("Content-Length: +2\r\n", "ab")), 400, true},
    {TEXT(POST("Content-Length: -1\r\n", "")), 400, true},
    {TEXT(POST("Content-Length: 2,2\r\n", "ab")), 400, true},
    {TEXT(POST("Content-Length: \r\n", "")), 400, true},
    {TEXT(POST("Transfer-Encoding: chunked\r\n", "zz\r\n\r\n")), 400, true},
    {TEXT(POST("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n")), 413, true},
    {TEXT(POST("Transfer-Encoding: chunked\r\n", "2\r\nabc\r\n0\r\n\r\n")), 400, true},
    {TEXT(WITH("X: a\r\n folded: b\r\n")), 400, true},
    {TEXT("GET /healthz HTTP/1.1\r\nHost: t\nX: bare line feed\r\n\r\n"), 400, true},
    {TEXT("GET /healthz HTTP/1.1\nHost: t\r\n\r\n"), 400, true},
    {TEXT("GET /healthz HTTP/1.1\r\nHost: t\r\nX: y\r\n\n"), 400, true},
    {TEXT(WITH("X: a\0b\r\n")), 400, true},
    {TEXT(WITH("X: a\rb\r\n")), 400, true},
    {TEXT(WITH("X: a\x01b\r\n")), 400, true},
    {TEXT(WITH("Na me: v\r\n")), 400, true},
    {TEXT(WITH("N\xc3\xa9: v\r\n")), 400, true},
    {TEXT(WITH(": v\r\n")), 400, true},
    {TEXT(WITH("no colon\r\n")), 400, true},
    {TEXT("GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400, true},
    {TEXT("GET /healthz HTTP/1.1\r\n\r\n"), 400, true},
    {TEXT(POST("Content-Type: a/b\r\nContent-Type: c/d\r\nContent-Length: 0\r\n", "")), 400, true},
    {TEXT("GET /healthz HTTP/1.1\r\nHost: a, b\r\n\r\n"), 400, true},
    {TEXT(GET("http://elsewhere:99/healthz")), 400, true},
    {TEXT(POST("Expect: 200-ok\r\nContent-Length: 0\r\n", "")), 417, true},
    /* Methods and versions. */
    {TEXT("FETCH /healthz HTTP/1.1\r\nHost: t\r\n\r\n"), 501, true},
    {TEXT("get /healthz HTTP/1.1\r\nHost: t\r\n\r\n"), 501, true},
    {TEXT("PATCH /healthz HTTP/1.1\r\nHost: t\r\n\r\n"), 405, false},
    {TEXT("TRACE /healthz HTTP/1.1\r\nHost: t\r\n\r\n"), 405, false},
    {TEXT("CONNECT t:80 HTTP/1.1\r\nHost: t\r\n\r\n"), 400, false},
    {TEXT("GET /healthz HTTP/2.0\r\nHost: t\r\n\r\n"), 505, true},
    {TEXT("GET /healthz HTTP/0.9\r\nHost: t\r\n\r\n"), 505, true},
    {TEXT("GET /healthz FTP/1.1\r\nHost: t\r\n\r\n"), 400, true},
    {TEXT("GET /healthz\r\n\r\n"), 400, true},
    /* Targets. */
    {TEXT(GET("/healthz%")), 400, false},
    {TEXT(GET("/healthz%2")), 400, false},
    {TEXT(GET("/healthz%zz")), 400, false},
    {TEXT(GET("/healthz%00")), 400, false},
    {TEXT(GET("/v1/chips/%0a")), 400, false},
    {TEXT(GET("/v1/chips/%ff")), 400, false},
    {TEXT(GET("/v1/chips/%c0%af")), 400, false},
    {TEXT(GET("/v1/chips/%ed%a0%80")), 400, false},
    {TEXT(GET("/v1/chips/\xff")), 400, false},
    {TEXT(GET("/v1/chips?q=%e2%80%ae")), 400, false},
    {TEXT(GET("/v1/chips?q=a%00b")), 400, false},
    {TEXT(GET("/v1/chips?=a")), 400, false},
    {TEXT(GET("/v1/chips#part")), 400, false},
    {TEXT(GET("/v1/a b")), 400, false},
    {TEXT(GET("healthz")), 400, false},
    {TEXT(GET("*")), 400, false},
    {TEXT(GET("http://")), 400, true},
    {TEXT(WITH("Accept: \xff\r\n")), 400, false},
    {TEXT(GET("/../etc/passwd")), 404, false},
    {TEXT(GET("//healthz")), 404, false},
    /* And these are fine. */
    {TEXT(GET("/healthz")), 200, false},
    {TEXT(GET("/health%7A")), 200, false},
    {TEXT(GET("/healthz?&&")), 200, false},
    {TEXT(GET("http://t:80/healthz")), 200, false},
    {TEXT("OPTIONS * HTTP/1.1\r\nHost: t\r\n\r\n"), 204, false},
    {TEXT("\r\n" GET("/healthz")), 200, false},
    {TEXT("GET /healthz HTTP/1.1\r\nHost:t\r\nX:   y  \r\nX-Empty:\r\n\r\n"), 200, false},
    {TEXT("GET /healthz HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\nabc"), 200, false},
    {TEXT("GET /healthz HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc"), 200,
     false},
    {TEXT(GET("/v1/chips?q=caf\xc3\xa9")), 200, false},
};

/* Errors that libmicrohttpd makes before any of our code sees the request have its own small pages. */
static bool is_made_by_library(const struct row *row)
{
    return row->status == 505 || memmem(row->request, row->size, "FTP/", 4) ||
           memmem(row->request, row->size, "no colon", 8) ||
           memmem(row->request, row->size, "GET /healthz\r\n", 14) ||
           memmem(row->request, row->size, "Content-Length: +", 17) ||
           memmem(row->request, row->size, "Content-Length: -", 17) ||
           memmem(row->request, row->size, "Content-Length: \r", 17) ||
           memmem(row->request, row->size, "2,2", 3) || memmem(row->request, row->size, "zz\r\n\r\n", 6) ||
           memmem(row->request, row->size, "fffffffffffffffff", 17) ||
           memmem(row->request, row->size, "2\r\nabc", 6);
}

static void check(const struct row *row, size_t index)
{
    struct wire wire;
    struct answer answer;
    wire_open(&wire, &server);
    wire_send(&wire, row->request, row->size);
    wire_read(&wire, &answer, false);
    cr_expect_eq(answer.status, row->status, "row %zu, expected %u: %s\n-> %s%s", index, row->status,
                 row->request, answer.headers, answer.body ? answer.body : "");
    cr_expect_eq(answer.closes, row->closes, "row %zu: %s\n-> %s", index, row->request, answer.headers);
    if (row->status >= 400 && !is_made_by_library(row)) {
        cr_expect(strstr(answer.headers, "Content-Type: application/problem+json\r\n"), "row %zu: %s", index,
                  answer.headers);
        cr_expect(strstr(answer.headers, "\r\nRequest-Id: "), "row %zu: %s", index, answer.headers);
        cr_expect(answer.body && strstr(answer.body, "\"detail\":\""), "row %zu", index);
    }
    if (row->closes && !is_made_by_library(row))
        cr_expect(wire_ended(&wire, 4000), "row %zu: something followed the refusal: %.*s", index,
                  (int)wire.used, wire.received);
    answer_done(&answer);
    wire_close(&wire);
}

Test(refusals, each_bad_request_has_its_status)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        check(&rows[i], i);
}

static void ask_bytes(const char *request, size_t size, struct answer *answer)
{
    struct wire wire;
    wire_open(&wire, &server);
    wire_send(&wire, request, size);
    wire_read(&wire, answer, false);
    wire_close(&wire);
}

static void expect_at_limit(const char *request, size_t size, unsigned status, const char *code)
{
    struct answer answer;
    ask_bytes(request, size, &answer);
    cr_expect_eq(answer.status, status, "expected %u: %s%s", status, answer.headers,
                 answer.body ? answer.body : "");
    if (code)
        cr_expect(answer.body && strstr(answer.body, code), "expected %s: %s", code, answer.body);
    answer_done(&answer);
}

static void fill(FILE *out, char byte, size_t times)
{
    while (times-- > 0)
        fputc(byte, out);
}

static void expect_of_stream(FILE *out, char **request, size_t *size, unsigned status, const char *code)
{
    cr_assert_eq(fclose(out), 0);
    expect_at_limit(*request, *size, status, code);
    free(*request);
}

/* A target of exactly `size` bytes, and header lines of `headers` bytes together. */
static void ask_sized(size_t size, size_t headers, unsigned status, const char *code)
{
    char *request;
    size_t request_size;
    FILE *out = open_memstream(&request, &request_size);
    cr_assert(out);
    fputs("GET /healthz?", out);
    fill(out, '&', size - strlen("/healthz?"));
    fputs(" HTTP/1.1\r\nHost: t\r\nX: ", out);
    fill(out, 'y', headers - strlen("Host: t\r\nX: \r\n"));
    fputs("\r\n\r\n", out);
    expect_of_stream(out, &request, &request_size, status, code);
}

Test(refusals, the_longest_target_passes_and_one_byte_more_does_not)
{
    ask_sized(8192, 100, 200, NULL);
    ask_sized(8193, 100, 414, "\"uri_too_long\"");
    ask_sized(12000, 100, 414, "\"uri_too_long\"");
}

Test(refusals, the_longest_headers_pass_and_one_byte_more_does_not)
{
    ask_sized(20, 8192, 200, NULL);
    ask_sized(20, 8193, 431, "\"headers_too_large\"");
    ask_sized(20, 12000, 431, "\"headers_too_large\"");
    ask_sized(8192, 8192, 200, NULL);
}

Test(refusals, far_longer_ones_are_refused_by_the_library)
{
    ask_sized(60000, 100, 414, NULL);
    ask_sized(20, 60000, 431, NULL);
}

static void ask_with_parameters(int count, const char *code)
{
    char *request;
    size_t size;
    FILE *out = open_memstream(&request, &size);
    cr_assert(out);
    fputs("GET /healthz?", out);
    for (int i = 0; i < count; i++)
        fputs(i > 0 ? "&a" : "a", out);
    fputs(" HTTP/1.1\r\nHost: t\r\n\r\n", out);
    expect_of_stream(out, &request, &size, 400, code);
}

Test(refusals, a_hundred_parameters_pass_and_one_more_does_not)
{
    /* The operation has no such parameter: that is said only when the query was taken in. */
    ask_with_parameters(100, "\"unknown_parameter\"");
    ask_with_parameters(101, "\"malformed_request\"");
    ask_with_parameters(4000, "\"malformed_request\"");
}

/* A body of `size` bytes, in chunks or (0) by its length, to an address without POST: 405 when it was taken
 * in. */
static void ask_body(size_t size, size_t chunk, unsigned status, const char *code)
{
    char *request;
    size_t request_size;
    FILE *out = open_memstream(&request, &request_size);
    cr_assert(out);
    fputs("POST /healthz HTTP/1.1\r\nHost: t\r\n", out);
    if (chunk == 0) {
        fprintf(out, "Content-Length: %zu\r\n\r\n", size);
        fill(out, 'b', size);
    } else {
        fputs("Transfer-Encoding: chunked\r\n\r\n", out);
        for (size_t left = size, piece; left > 0; left -= piece) {
            piece = chunk < left ? chunk : left;
            fprintf(out, "%zx\r\n", piece);
            fill(out, 'b', piece);
            fputs("\r\n", out);
        }
        fputs("0\r\n\r\n", out);
    }
    expect_of_stream(out, &request, &request_size, status, code);
}

Test(refusals, the_largest_body_passes_and_one_byte_more_does_not)
{
    ask_body(262144, 0, 405, NULL);
    ask_body(262145, 0, 413, "\"content_too_large\"");
    ask_body(262144, 10000, 405, NULL);
    ask_body(262145, 10000, 413, "\"content_too_large\"");
    ask_body(4 * 1024 * 1024, 0, 413, "\"content_too_large\"");
    ask_body(4 * 1024 * 1024, 65536, 413, "\"content_too_large\"");
}

Test(refusals, a_large_body_is_refused_before_it_is_sent)
{
    static const char *const requests[] = {
        "POST /v1/chips HTTP/1.1\r\nHost: t\r\nContent-Length: 262145\r\n\r\n",
        "POST /v1/chips HTTP/1.1\r\nHost: t\r\nContent-Length: 262145\r\nExpect: 100-continue\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: t\r\nContent-Length: 99999999999999\r\n\r\n",
    };
    for (size_t i = 0; i < sizeof requests / sizeof requests[0]; i++)
        expect_at_limit(requests[i], strlen(requests[i]), 413, "\"content_too_large\"");
}

/* Were the connection closed at once, it would be reset under the client, and many clients then never look
 * for the answer. */
Test(refusals, a_refused_client_may_finish_sending_and_then_reads_why)
{
    static const char head[] = "POST /v1/chips HTTP/1.1\r\nHost: t\r\nContent-Length: 4000000\r\n\r\n";
    const struct timespec pause = {.tv_nsec = 100000000};
    char *piece = calloc(1, 400000);
    struct wire wire;
    struct answer answer;
    cr_assert(piece);
    wire_open(&wire, &server);
    wire_say(&wire, head);
    for (int i = 0; i < 10; i++) {
        cr_expect(wire_send(&wire, piece, 400000), "the connection was reset after %d of 10 pieces", i);
        nanosleep(&pause, NULL);
    }
    wire_read(&wire, &answer, false);
    cr_expect_eq(answer.status, 413);
    answer_done(&answer);
    wire_close(&wire);
    free(piece);
}

Test(refusals, a_chunked_body_that_ran_over_leaves_the_connection_in_order)
{
    struct wire wire;
    struct answer answer;
    char *piece = malloc(300000);
    memset(piece, 'b', 300000);
    wire_open(&wire, &server);
    wire_say(&wire, "POST /healthz HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n493e0\r\n");
    wire_send(&wire, piece, 300000);
    wire_say(&wire, "\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: t\r\n\r\n");
    wire_read(&wire, &answer, false);
    cr_expect_eq(answer.status, 413);
    answer_done(&answer);
    wire_read(&wire, &answer, false);
    cr_expect_eq(answer.status, 200);
    answer_done(&answer);
    wire_close(&wire);
    free(piece);
}

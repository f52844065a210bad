/* POST /v1/screenings over sockets: files that come in pieces and go out as they are read, and clients that
 * are slow or leave. */
#include "wire.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

static struct server server;

static void start(void)
{
    static const char *const flags[] = {"--screenings-max",     "1", "--threads", "1",
                                        "--response-timeout-s", "1", NULL};
    harness_start(&server, flags);
}

static void stop(void)
{
    cr_expect_eq(harness_stop(&server), 0, "the server did not end in order");
}

TestSuite(screenings, .init = start, .fini = stop, .timeout = 60);

#define ROW "x,h20,CN\n"
#define HEADER "order,chip,destination\n"

static char *make_file(unsigned lines, size_t *size)
{
    char *file = malloc(sizeof HEADER + lines * (sizeof ROW - 1)), *at = file;
    at += sprintf(at, HEADER);
    for (unsigned i = 0; i < lines; i++)
        at += sprintf(at, ROW);
    *size = (size_t)(at - file);
    return file;
}

static void say_headers(struct wire *wire, const char *more, size_t size)
{
    char headers[1024];
    snprintf(headers, sizeof headers,
             "POST /v1/screenings?known_at=1&date=2026-02-01&format=csv HTTP/1.1\r\nHost: t\r\nContent-Type: "
             "text/csv\r\n%sContent-Length: %zu\r\n\r\n",
             more, size);
    wire_say(wire, headers);
}

/* The headers of an answer, and what of its body came with them stays in the wire. */
static void read_headers(struct wire *wire, char headers[static 4096])
{
    char *end = NULL;
    while (!end) {
        const ssize_t got = recv(wire->fd, wire->received + wire->used, WIRE_SIZE - 1 - wire->used, 0);
        cr_assert_gt(got, 0, "the connection ended before an answer");
        wire->used += (size_t)got;
        wire->received[wire->used] = '\0';
        end = strstr(wire->received, "\r\n\r\n");
    }
    const size_t size = (size_t)(end + 4 - wire->received);
    cr_assert_lt(size, 4096);
    memcpy(headers, wire->received, size);
    headers[size] = '\0';
    wire->used -= size;
    memmove(wire->received, wire->received + size, wire->used);
}

struct tally {
    size_t bytes;
    unsigned lines;
    char last[256];
};

/* All of a body of that size, without keeping it. */
static void read_lines(struct wire *wire, size_t size, struct tally *tally)
{
    *tally = (struct tally){0};
    size_t used = 0;
    for (;;) {
        for (size_t i = 0; i < wire->used; i++) {
            if (wire->received[i] == '\n') {
                tally->lines++;
                tally->last[used < sizeof tally->last ? used : sizeof tally->last - 1] = '\0';
                used = 0;
            } else if (used < sizeof tally->last - 1) {
                tally->last[used++] = wire->received[i];
            }
        }
        tally->bytes += wire->used;
        wire->used = 0;
        if (tally->bytes >= size)
            return;
        const ssize_t got = recv(wire->fd, wire->received, WIRE_SIZE, 0);
        cr_assert_gt(got, 0, "the body was cut after %zu of %zu bytes", tally->bytes, size);
        wire->used = (size_t)got;
    }
}

static size_t length_of(const char *headers)
{
    const char *length = strstr(headers, "Content-Length: ");
    cr_assert(length, "%s", headers);
    return strtoul(length + strlen("Content-Length: "), NULL, 10);
}

static void expect_alive(void)
{
    struct answer answer;
    wire_ask(&server, "GET /v1/eligibility?chip=h20&destination=CN HTTP/1.1\r\nHost: t\r\n\r\n", &answer);
    cr_expect_eq(answer.status, 200);
    answer_done(&answer);
}

#define LINES 100000

Test(screenings, a_long_file_is_answered_line_for_line_and_others_meanwhile)
{
    size_t size;
    char *file = make_file(LINES, &size), headers[4096];
    struct wire wire;
    struct tally tally;
    wire_open(&wire, &server);
    say_headers(&wire, "", size);
    wire_send(&wire, file, size / 2);
    expect_alive();
    wire_send(&wire, file + size / 2, size - size / 2);
    read_headers(&wire, headers);
    expect_alive();
    cr_expect(strstr(headers, "HTTP/1.1 200 "), "%s", headers);
    cr_expect(strstr(headers, "Content-Type: text/csv; charset=utf-8\r\n"), "%s", headers);
    cr_expect(strstr(headers, "Screening-Summary: lines=100000, answered=100000, faulty=0,"), "%s", headers);
    read_lines(&wire, length_of(headers), &tally);
    cr_expect_eq(tally.bytes, length_of(headers), "as long as it said");
    cr_expect_eq(tally.lines, LINES + 1);
    cr_expect(strncmp(tally.last, "100001,nvidia-h20,CN,license_required,", 38) == 0, "%s", tally.last);
    /* And the connection goes on. */
    struct answer answer;
    wire_say(&wire, "GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n");
    wire_read(&wire, &answer, false);
    cr_expect_eq(answer.status, 200);
    answer_done(&answer);
    wire_close(&wire);
    free(file);
}

/* The plain answer to some lines, to compare with. */
static void ask_plain(const char *file, struct answer *answer)
{
    struct wire wire;
    wire_open(&wire, &server);
    say_headers(&wire, "", strlen(file));
    wire_say(&wire, file);
    wire_read(&wire, answer, false);
    cr_assert_eq(answer->status, 200, "%s", answer->headers);
    wire_close(&wire);
}

Test(screenings, a_chunked_file_is_answered_like_one_of_known_length)
{
    size_t size;
    char *file = make_file(50, &size), chunk[64];
    struct answer plain, chunked;
    struct wire wire;
    ask_plain(file, &plain);
    wire_open(&wire, &server);
    wire_say(&wire,
             "POST /v1/screenings?known_at=1&date=2026-02-01&format=csv HTTP/1.1\r\nHost: t\r\nContent-Type: "
             "text/csv\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (size_t at = 0; at < size; at += 7) {
        const size_t piece = size - at < 7 ? size - at : 7;
        snprintf(chunk, sizeof chunk, "%zx\r\n%.*s\r\n", piece, (int)piece, file + at);
        wire_say(&wire, chunk);
    }
    wire_say(&wire, "0\r\n\r\n");
    wire_read(&wire, &chunked, false);
    cr_expect_eq(chunked.status, 200);
    cr_expect_str_eq(chunked.body, plain.body);
    answer_done(&plain);
    answer_done(&chunked);
    wire_close(&wire);
    free(file);
}

static size_t compress_file(const char *file, size_t size, unsigned char *to, size_t room)
{
    z_stream stream = {0};
    cr_assert_eq(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    stream.next_in = (unsigned char *)(uintptr_t)file;
    stream.avail_in = (unsigned)size;
    stream.next_out = to;
    stream.avail_out = (unsigned)room;
    cr_assert_eq(deflate(&stream, Z_FINISH), Z_STREAM_END);
    deflateEnd(&stream);
    return room - stream.avail_out;
}

/* The body of chunks that lies in the wire, decompressed; the caller's. */
static char *read_gzip(struct wire *wire, size_t room)
{
    char *text = malloc(room + 1);
    z_stream stream = {0};
    cr_assert_eq(inflateInit2(&stream, 15 + 16), Z_OK);
    stream.next_out = (unsigned char *)text;
    stream.avail_out = (unsigned)room;
    for (int outcome = Z_OK; outcome != Z_STREAM_END;) {
        char *end = NULL;
        wire->received[wire->used] = '\0';
        const char *line = memchr(wire->received, '\n', wire->used);
        const size_t chunk = line ? strtoul(wire->received, &end, 16) : 0;
        const size_t whole = line ? (size_t)(line + 1 - wire->received) + chunk + 2 : wire->used + 1;
        if (wire->used < whole) {
            const ssize_t got = recv(wire->fd, wire->received + wire->used, WIRE_SIZE - 1 - wire->used, 0);
            cr_assert_gt(got, 0, "cut");
            wire->used += (size_t)got;
            continue;
        }
        stream.next_in = (unsigned char *)(uintptr_t)(line + 1);
        stream.avail_in = (unsigned)chunk;
        outcome = inflate(&stream, Z_NO_FLUSH);
        cr_assert(outcome == Z_OK || outcome == Z_STREAM_END, "%d", outcome);
        wire->used -= whole;
        memmove(wire->received, wire->received + whole, wire->used);
    }
    text[room - stream.avail_out] = '\0';
    inflateEnd(&stream);
    return text;
}

Test(screenings, gzip_is_understood_both_ways)
{
    size_t size;
    char *file = make_file(1000, &size), headers[4096];
    unsigned char *packed = malloc(size + 100);
    const size_t packed_size = compress_file(file, size, packed, size + 100);
    struct answer plain;
    struct wire wire;
    ask_plain(file, &plain);
    wire_open(&wire, &server);
    say_headers(&wire, "Content-Encoding: gzip\r\nAccept-Encoding: gzip\r\n", packed_size);
    wire_send(&wire, (const char *)packed, packed_size / 2);
    wire_send(&wire, (const char *)packed + packed_size / 2, packed_size - packed_size / 2);
    read_headers(&wire, headers);
    cr_expect(strstr(headers, "HTTP/1.1 200 ") && strstr(headers, "Content-Encoding: gzip\r\n"), "%s",
              headers);
    char *text = read_gzip(&wire, plain.body_size + 100);
    cr_expect_str_eq(text, plain.body);
    free(text);
    answer_done(&plain);
    wire_close(&wire);
    free(packed);
    free(file);
}

/* Whether a file is taken now, with one slot in all. */
static unsigned try_file(char headers[static 8192])
{
    struct wire wire;
    struct answer answer;
    wire_open(&wire, &server);
    say_headers(&wire, "Prefer: return=minimal\r\n", sizeof HEADER ROW - 1);
    wire_say(&wire, HEADER ROW);
    wire_read(&wire, &answer, false);
    memcpy(headers, answer.headers, sizeof answer.headers);
    const unsigned status = answer.status;
    answer_done(&answer);
    wire_close(&wire);
    return status;
}

static void expect_slot_comes_back(void)
{
    const struct timespec pause = {.tv_nsec = 20000000};
    char headers[8192];
    for (int i = 0; i < 500; i++) {
        if (try_file(headers) == 200)
            return;
        nanosleep(&pause, NULL);
    }
    cr_expect_fail("the slot of a client that left did not come back: %s", headers);
}

/* Sends some of a file and waits until the server has begun with it. */
static void begin_file(struct wire *wire)
{
    wire_open(wire, &server);
    say_headers(wire, "Expect: 100-continue\r\n", 1000000);
    char headers[4096];
    read_headers(wire, headers);
    cr_assert(strstr(headers, "HTTP/1.1 100 "), "%s", headers);
    wire_say(wire, HEADER ROW ROW);
}

Test(screenings, as_many_files_as_allowed_and_then_429)
{
    struct wire wire;
    char headers[8192];
    begin_file(&wire);
    cr_expect_eq(try_file(headers), 429);
    cr_expect(strstr(headers, "Retry-After: "), "%s", headers);
    expect_alive();
    wire_close(&wire);
    expect_slot_comes_back();
    cr_expect_eq(try_file(headers), 200);
    cr_expect(strstr(headers, "Preference-Applied: return=minimal\r\n"), "%s", headers);
    cr_expect(strstr(headers, "Screening-Summary: lines=1,"), "%s", headers);
    cr_expect(strstr(headers, "Content-Type: application/json\r\n"), "%s", headers);
}

/* Sends a long file, of whose answer only the headers are read. */
static void begin_answer(struct wire *wire)
{
    size_t size;
    char *file = make_file(LINES, &size), headers[4096];
    wire_open(wire, &server);
    say_headers(wire, "", size);
    wire_send(wire, file, size);
    read_headers(wire, headers);
    cr_expect(strstr(headers, "HTTP/1.1 200 "), "%s", headers);
    free(file);
}

Test(screenings, a_client_that_leaves_while_it_reads_frees_everything)
{
    struct wire wire;
    begin_answer(&wire);
    wire_close(&wire);
    expect_slot_comes_back();
}

/* Its end comes together with its last bytes, which the library alone does not notice. The slot comes back
 * long before the time that a request has is over. */
Test(screenings, a_client_that_leaves_while_it_sends_frees_everything)
{
    for (unsigned i = 0; i < 4; i++) {
        struct wire wire;
        wire_open(&wire, &server);
        say_headers(&wire, "", 1000000);
        if (i % 2 == 0)
            wire_say(&wire, HEADER ROW);
        wire_close(&wire);
        expect_slot_comes_back();
    }
}

/* A piece of it stands for a hundred times as much, which is read turn by turn of the loop. */
Test(screenings, a_file_that_swells_is_read_to_its_end)
{
    const size_t blank = 8000000, size = sizeof HEADER - 1 + blank + sizeof ROW - 1;
    char *file = malloc(size + 1), headers[4096];
    unsigned char *packed = malloc(size);
    memcpy(file, HEADER, sizeof HEADER - 1);
    memset(file + sizeof HEADER - 1, '\n', blank);
    memcpy(file + sizeof HEADER - 1 + blank, ROW, sizeof ROW);
    const size_t packed_size = compress_file(file, size, packed, size);
    cr_assert_lt(packed_size, 100000);
    struct wire wire;
    wire_open(&wire, &server);
    say_headers(&wire, "Content-Encoding: gzip\r\n", packed_size);
    wire_send(&wire, (const char *)packed, packed_size);
    expect_alive();
    read_headers(&wire, headers);
    cr_expect(strstr(headers, "Screening-Summary: lines=1, answered=1,"), "%s", headers);
    wire_close(&wire);
    free(packed);
    free(file);
}

Test(screenings, a_client_that_does_not_read_is_cut)
{
    struct wire wire;
    begin_answer(&wire);
    expect_alive();
    expect_slot_comes_back();
    wire_close(&wire);
}

Test(screenings, a_slow_client_is_answered_when_it_is_done)
{
    const struct timespec pause = {.tv_nsec = 5000000};
    static const char file[] = HEADER ROW "y,h2000,CN\n";
    struct wire wire;
    struct answer answer;
    wire_open(&wire, &server);
    say_headers(&wire, "", sizeof file - 1);
    for (size_t i = 0; i < sizeof file - 1; i++) {
        wire_send(&wire, &file[i], 1);
        nanosleep(&pause, NULL);
    }
    wire_read(&wire, &answer, false);
    cr_expect_eq(answer.status, 200);
    cr_expect(strstr(answer.body, "\r\n3,,,,,,,,,,,,unknown_chip,chip,3,nvidia-h200"), "%s", answer.body);
    answer_done(&answer);
    wire_close(&wire);
}

Test(screenings, a_long_file_is_refused_for_what_is_wrong_with_it)
{
    size_t size;
    char *file = make_file(400000, &size);
    memcpy(file, "Order,Chpi", strlen("Order,Chpi"));
    struct wire wire;
    struct answer answer;
    wire_open(&wire, &server);
    say_headers(&wire, "", size);
    wire_send(&wire, file, size);
    wire_read(&wire, &answer, false);
    cr_expect_eq(answer.status, 422, "%s", answer.headers);
    cr_expect(strstr(answer.body, "'Chpi' looks like 'chip'"), "%s", answer.body);
    answer_done(&answer);
    wire_close(&wire);
    expect_slot_comes_back();
    free(file);
}

Test(screenings, what_is_refused_is_refused_before_it_is_sent)
{
    struct wire wire;
    struct answer answer;
    wire_open(&wire, &server);
    wire_say(&wire, "POST /v1/screenings HTTP/1.1\r\nHost: t\r\nContent-Type: text/plain\r\nContent-Length: "
                    "90000000\r\nExpect: 100-continue\r\n\r\n");
    wire_read(&wire, &answer, false);
    cr_expect_eq(answer.status, 415, "%s", answer.headers);
    answer_done(&answer);
    wire_close(&wire);
    char headers[8192];
    cr_expect_eq(try_file(headers), 200);
}

/* What is suspended in the middle of a file must not be left so, or libmicrohttpd ends the process. */
Test(screenings_ending, a_server_that_is_ended_in_the_middle_of_a_file_ends_in_order, .timeout = 60)
{
    const size_t size = 64000000;
    char *file = malloc(size);
    unsigned char *packed = malloc(size / 100);
    memset(file, '\n', size);
    memcpy(file, HEADER, sizeof HEADER - 1);
    const size_t packed_size = compress_file(file, size, packed, size / 100);
    harness_start(&server, (const char *const[]){"--threads", "1", "--shutdown-grace-s", "0", NULL});
    struct wire wire;
    wire_open(&wire, &server);
    say_headers(&wire, "Content-Encoding: gzip\r\n", packed_size);
    wire_send(&wire, (const char *)packed, packed_size);
    cr_expect_eq(harness_stop(&server), 0);
    wire_close(&wire);
    free(packed);
    free(file);
}

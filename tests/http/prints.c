/* Asks pinned addresses and keeps what came. */
#include "prints.h"
#include "pins.h"
#include "wire.h"

#include <criterion/criterion.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* One answer, or a list's pages one after the other. */
struct print {
    unsigned status;
    size_t pages;
    char etag[128];
    char cache_control[64];
    char data_version[24];
    char content_type[64];
    char link[1024];
    unsigned char hash[32];
    size_t first_size; /* of the first page */
    char *first;       /* its body, to show a difference; owned */
};

struct prints {
    char version[24];
    struct print items[PINS_MAX];
};

enum { REQUEST_SIZE = 4096 };

static void write_request(char request[static REQUEST_SIZE], const char *method, const char *target,
                          const char *headers, const char *body)
{
    const int length = snprintf(request, REQUEST_SIZE, "%s %s HTTP/1.1\r\nHost: t\r\n%s\r\n%s", method,
                                target, headers, body);
    cr_assert(length > 0 && length < REQUEST_SIZE, "%s", target);
}

static void write_post(char request[static REQUEST_SIZE], const struct pin *pin, const char *moment,
                       const char *headers)
{
    char body[2048];
    char all[512];
    const size_t path_size = strcspn(pin->target, "\n");
    char *path = strndup(pin->target, path_size);
    const int size = snprintf(body, sizeof body, "%s'%s'}", pin->target + path_size + 1, moment);
    for (char *at = body; *at; at++)
        *at = *at == '\'' ? '"' : *at;
    snprintf(all, sizeof all, "%sContent-Type: application/json\r\nContent-Length: %d\r\n", headers, size);
    write_request(request, "POST", path, all, body);
    free(path);
}

/* As `method`, or as a POST where it is one. */
static void write_pin(char request[static REQUEST_SIZE], const char *method, const struct pin *pin,
                      const char *moment, const char *headers)
{
    char target[1024];
    if (pin_is_posted(pin)) {
        write_post(request, pin, moment, headers);
        return;
    }
    snprintf(target, sizeof target, "%s%s", pin->target, moment);
    write_request(request, method, target, headers, "");
}

static void read_header(const struct answer *answer, const char *name, char *to, size_t size)
{
    char value[1024];
    answer_header(answer, name, value);
    cr_assert_lt(strlen(value), size, "%s", value);
    memcpy(to, value, strlen(value) + 1);
}

/* The address of the next page from the Link header, which all forms of a list have; false at its end. */
static bool find_next(const struct answer *answer, char next[static 1024])
{
    char link[1024];
    answer_header(answer, "Link", link);
    const char *end = strstr(link, ">; rel=\"next\"");
    if (!end)
        return false;
    snprintf(next, 1024, "%.*s", (int)(end - link - 1), link + 1);
    return true;
}

static void take_first(struct print *print, const struct answer *answer)
{
    print->status = answer->status;
    read_header(answer, "ETag", print->etag, sizeof print->etag);
    read_header(answer, "Cache-Control", print->cache_control, sizeof print->cache_control);
    read_header(answer, "Data-Version", print->data_version, sizeof print->data_version);
    read_header(answer, "Content-Type", print->content_type, sizeof print->content_type);
    read_header(answer, "Link", print->link, sizeof print->link);
    print->first = malloc(answer->body_size + 1);
    memcpy(print->first, answer->body, answer->body_size + 1);
    print->first_size = answer->body_size;
}

/* Every page on a connection of its own, so that each loop is asked. */
static struct print take(const struct server *server, const struct pin *pin, const char *moment)
{
    struct print print = {0};
    crypto_generichash_state state;
    char request[REQUEST_SIZE];
    char next[1024];
    bool more = true;
    cr_assert_eq(crypto_generichash_init(&state, NULL, 0, sizeof print.hash), 0);
    for (write_pin(request, "GET", pin, moment, ""); more; print.pages++) {
        struct answer answer;
        wire_ask(server, request, &answer);
        if (print.pages == 0)
            take_first(&print, &answer);
        crypto_generichash_update(&state, (const unsigned char *)answer.body, answer.body_size);
        more = find_next(&answer, next);
        if (more)
            write_request(request, "GET", next, "", "");
        cr_assert_lt(print.pages, 100);
        answer_done(&answer);
    }
    crypto_generichash_final(&state, print.hash, sizeof print.hash);
    return print;
}

struct prints *prints_take(const struct server *server, int64_t version)
{
    struct prints *prints = calloc(1, sizeof *prints);
    cr_assert(prints);
    cr_assert_geq(sodium_init(), 0);
    snprintf(prints->version, sizeof prints->version, "%lld", (long long)version);
    for (size_t i = 0; pins[i].target; i++) {
        prints->items[i] = take(server, &pins[i], prints->version);
        cr_assert_eq(prints->items[i].status, 200, "%s at %s: %s", pins[i].target, prints->version,
                     prints->items[i].first);
    }
    return prints;
}

void prints_free(struct prints *prints)
{
    for (size_t i = 0; prints && i < PINS_MAX; i++)
        free(prints->items[i].first);
    free(prints);
}

static void tell_difference(const struct print *before, const struct print *after, const struct pin *pin,
                            const char *when)
{
    size_t at = 0;
    while (at < before->first_size && at < after->first_size && before->first[at] == after->first[at])
        at++;
    const size_t from = at < 60 ? 0 : at - 60;
    cr_expect_fail("%s %s: other bytes, of the first page from %zu on:\n  %.160s\n  %.160s", pin->target,
                   when, at, before->first + from, after->first + (from < after->first_size ? from : 0));
}

static void expect_header(const char *name, const char *before, const char *after, const struct pin *pin,
                          const char *when)
{
    cr_expect_str_eq(after, before, "%s %s: %s is %s, was %s", pin->target, when, name, after, before);
}

static void expect_same(const struct print *before, const struct print *after, const struct pin *pin,
                        const char *when)
{
    if (before->pages != after->pages || memcmp(before->hash, after->hash, sizeof before->hash) != 0)
        tell_difference(before, after, pin, when);
    cr_expect_eq(after->status, before->status, "%s %s", pin->target, when);
    expect_header("ETag", before->etag, after->etag, pin, when);
    expect_header("Cache-Control", before->cache_control, after->cache_control, pin, when);
    expect_header("Data-Version", before->data_version, after->data_version, pin, when);
    expect_header("Content-Type", before->content_type, after->content_type, pin, when);
    expect_header("Link", before->link, after->link, pin, when);
}

static void compare_at(const struct prints *prints, size_t i, const struct server *server, const char *moment,
                       const char *when)
{
    struct print again = take(server, &pins[i], moment);
    expect_same(&prints->items[i], &again, &pins[i], when);
    free(again.first);
}

void prints_compare(const struct prints *prints, const struct server *server, const char *when)
{
    for (size_t i = 0; pins[i].target; i++)
        compare_at(prints, i, server, prints->version, when);
}

/* A feed tells the address under which it was asked for. */
void prints_compare_by_instant(const struct prints *prints, const struct server *server, const char *instant)
{
    for (size_t i = 0; pins[i].target; i++) {
        if (!strstr(pins[i].target, "format=atom"))
            compare_at(prints, i, server, instant, instant);
    }
}

void prints_expect_kept(const struct prints *prints)
{
    for (size_t i = 0; pins[i].target; i++) {
        const struct print *print = &prints->items[i];
        cr_expect_str_eq(print->cache_control, pin_is_posted(&pins[i]) ? "no-store" : "public, max-age=86400",
                         "%s", pins[i].target);
        cr_expect_str_eq(print->data_version, prints->version, "%s", pins[i].target);
        cr_expect_eq(strlen(print->etag) > 2, !pin_is_posted(&pins[i]), "%s: %s", pins[i].target,
                     print->etag);
    }
}

void prints_expect_known(const struct prints *prints, const struct server *server)
{
    for (size_t i = 0; pins[i].target; i++) {
        char condition[256];
        char request[REQUEST_SIZE];
        struct answer answer;
        snprintf(condition, sizeof condition, "If-None-Match: %s\r\n", prints->items[i].etag);
        write_pin(request, "GET", &pins[i], prints->version, condition);
        wire_ask(server, request, &answer);
        cr_expect_eq(answer.status, pin_is_posted(&pins[i]) ? 200 : 304, "%s with %s", pins[i].target,
                     prints->items[i].etag);
        answer_done(&answer);
    }
}

/* Inflates the body in place where it came compressed. */
static void inflate_body(struct answer *answer, size_t expected_size)
{
    char coding[1024];
    answer_header(answer, "Content-Encoding", coding);
    if (strcmp(coding, "gzip") != 0)
        return;
    char *plain = malloc(expected_size + 1);
    z_stream stream = {.next_in = (Bytef *)answer->body,
                       .avail_in = (uInt)answer->body_size,
                       .next_out = (Bytef *)plain,
                       .avail_out = (uInt)expected_size + 1};
    cr_assert_eq(inflateInit2(&stream, MAX_WBITS + 16), Z_OK);
    cr_expect_eq(inflate(&stream, Z_FINISH), Z_STREAM_END);
    free(answer->body);
    answer->body = plain;
    answer->body_size = stream.total_out;
    inflateEnd(&stream);
}

void prints_compare_compressed(const struct prints *prints, const struct server *server)
{
    for (size_t i = 0; pins[i].target; i++) {
        const struct print *print = &prints->items[i];
        char request[REQUEST_SIZE];
        char etag[128];
        struct answer answer;
        write_pin(request, "GET", &pins[i], prints->version, "Accept-Encoding: gzip\r\n");
        wire_ask(server, request, &answer);
        inflate_body(&answer, print->first_size);
        cr_expect(answer.body_size == print->first_size &&
                      memcmp(answer.body, print->first, print->first_size) == 0,
                  "%s compressed: other bytes", pins[i].target);
        /* The ETag of a coding is that of the plain one with a mark before its closing quote. */
        read_header(&answer, "ETag", etag, sizeof etag);
        cr_expect(pin_is_posted(&pins[i]) || strncmp(etag, print->etag, strlen(print->etag) - 1) == 0,
                  "%s: %s", pins[i].target, etag);
        answer_done(&answer);
    }
}

void prints_compare_heads(const struct prints *prints, const struct server *server)
{
    for (size_t i = 0; pins[i].target; i++) {
        const struct print *print = &prints->items[i];
        char request[REQUEST_SIZE];
        char length[1024];
        struct answer answer;
        if (pin_is_posted(&pins[i]))
            continue;
        write_pin(request, "HEAD", &pins[i], prints->version, "");
        wire_ask(server, request, &answer);
        struct print head = {.pages = print->pages};
        take_first(&head, &answer);
        memcpy(head.hash, print->hash, sizeof head.hash);
        expect_same(print, &head, &pins[i], "by HEAD");
        cr_expect_eq(strtoul(answer_header(&answer, "Content-Length", length), NULL, 10), print->first_size,
                     "%s: %s", pins[i].target, length);
        free(head.first);
        answer_done(&answer);
    }
}

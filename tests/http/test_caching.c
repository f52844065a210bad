/* What a cache, a browser and a slow line are told: validators, lifetimes, origins, compression. */
#include "wire.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIST "/v1/chips?limit=50"

static struct server server;

static void start(void)
{
    harness_start(&server, NULL);
}

static void stop(void)
{
    cr_expect_eq(harness_stop(&server), 0, "the server did not end in order");
}

TestSuite(caching, .init = start, .fini = stop, .timeout = 30);

static void ask(const char *method, const char *target, const char *headers, struct answer *answer)
{
    char request[4096];
    snprintf(request, sizeof request, "%s %s HTTP/1.1\r\nHost: t\r\n%s\r\n", method, target, headers);
    wire_ask(&server, request, answer);
}

static void etag_of(const char *headers, char etag[static 1024])
{
    struct answer answer;
    ask("GET", LIST, headers, &answer);
    cr_assert_eq(answer.status, 200);
    answer_header(&answer, "ETag", etag);
    cr_assert_gt(strlen(etag), 2);
    answer_done(&answer);
}

Test(caching, a_known_version_is_not_sent_again)
{
    char etag[1024];
    etag_of("", etag);
    static const struct {
        const char *format; /* %s is the ETag */
        unsigned status;
    } rows[] = {
        {"%s", 304},  {"W/%s", 304},      {"\"other\", %s", 304}, {"\"other\" , W/%s,\"third\"", 304},
        {"*", 304},   {"\"other\"", 200}, {"\"\"", 200},          {"x%s", 200},
        {"%s.", 200}, {"", 200},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        static const char *const methods[] = {"GET", "HEAD"};
        for (size_t m = 0; m < 2; m++) {
            char headers[2100] = "If-None-Match: ";
            const char *mark = strstr(rows[i].format, "%s");
            const size_t before = mark ? (size_t)(mark - rows[i].format) : strlen(rows[i].format);
            snprintf(headers + 15, sizeof headers - 15, "%.*s%s%s\r\n", (int)(before < 900 ? before : 900),
                     rows[i].format, mark ? etag : "", mark ? mark + 2 : "");
            struct answer answer;
            ask(methods[m], LIST, headers, &answer);
            cr_expect_eq(answer.status, rows[i].status, "%s %s: %u", methods[m], headers, answer.status);
            answer_done(&answer);
        }
    }
}

Test(caching, a_304_carries_what_the_200_would)
{
    char etag[1024];
    char headers[1100];
    struct answer full;
    struct answer short_one;
    etag_of("", etag);
    snprintf(headers, sizeof headers, "If-None-Match: %s\r\n", etag);
    ask("GET", LIST, "", &full);
    ask("GET", LIST, headers, &short_one);
    cr_assert_eq(short_one.status, 304);
    static const char *const same[] = {"ETag", "Cache-Control", "Vary", "Data-Version",
                                       "Access-Control-Allow-Origin"};
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        char a[1024];
        char b[1024];
        cr_expect_str_eq(answer_header(&full, same[i], a), answer_header(&short_one, same[i], b), "%s",
                         same[i]);
        cr_expect_gt(strlen(a), 0, "%s", same[i]);
    }
    char length[1024];
    answer_header(&short_one, "Content-Length", length);
    cr_expect_eq(strtoul(length, NULL, 10), full.body_size, "a 304 must not claim another length: %s",
                 length);
    answer_done(&full);
    answer_done(&short_one);
}

Test(caching, each_coding_has_its_own_etag_and_both_are_known)
{
    char plain[1024];
    char zipped[1024];
    etag_of("", plain);
    etag_of("Accept-Encoding: gzip\r\n", zipped);
    cr_expect_str_neq(plain, zipped);
    const char *const etags[] = {plain, zipped};
    for (size_t i = 0; i < 2; i++) {
        static const char *const codings[] = {"identity", "gzip"};
        for (size_t c = 0; c < 2; c++) {
            char headers[1200];
            char got[1024];
            struct answer answer;
            snprintf(headers, sizeof headers, "Accept-Encoding: %s\r\nIf-None-Match: %s\r\n", codings[c],
                     etags[i]);
            ask("GET", LIST, headers, &answer);
            cr_expect_eq(answer.status, 304);
            cr_expect_str_eq(answer_header(&answer, "ETag", got), etags[c],
                             "the ETag must be that of the coding asked for");
            answer_done(&answer);
        }
    }
}

Test(caching, gzip_is_used_when_wanted_and_worth_it)
{
    static const struct {
        const char *target;
        const char *accept;
        bool zipped;
    } rows[] = {
        {LIST, "gzip", true},      {LIST, "deflate, gzip;q=0.5", true},
        {LIST, "*", true},         {LIST, "GZIP;q=1.0, identity;q=0.5", true},
        {LIST, "gzip;q=0", false}, {LIST, "gzip;q=0.4, identity;q=0.8", false},
        {LIST, "identity", false}, {LIST, "br", false},
        {LIST, "", false},         {"/healthz", "gzip", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char headers[200];
        char coding[1024];
        struct answer answer;
        struct answer plain;
        snprintf(headers, sizeof headers, "Accept-Encoding: %s\r\n", rows[i].accept);
        ask("GET", rows[i].target, headers, &answer);
        ask("GET", rows[i].target, "", &plain);
        cr_expect_str_eq(answer_header(&answer, "Content-Encoding", coding), rows[i].zipped ? "gzip" : "",
                         "row %zu", i);
        if (rows[i].zipped) {
            cr_expect_lt(answer.body_size, plain.body_size);
            answer_expect_inflated(&answer, plain.body, plain.body_size);
        } else {
            cr_expect_eq(answer.body_size, plain.body_size);
        }
        answer_done(&answer);
        answer_done(&plain);
    }
}

Test(caching, lifetimes_follow_what_is_pinned)
{
    static const struct {
        const char *target;
        const char *cache_control;
    } rows[] = {
        {"/v1/eligibility?chip=h20&destination=CN&date=2025-05-01&known_at=1", "public, max-age=86400"},
        {"/v1/eligibility?chip=h20&destination=CN&date=2025-05-01", "public, max-age=60"},
        {"/v1/eligibility?chip=h20&destination=CN&known_at=1", "public, max-age=60"},
        {"/v1/eligibility?chip=nonesuch&destination=CN", "no-store"},
        {"/v1/chips", "public, max-age=60"},
        {"/healthz", "no-store"},
        {"/nowhere", "no-store"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char value[1024];
        struct answer answer;
        ask("GET", rows[i].target, "", &answer);
        cr_expect_str_eq(answer_header(&answer, "Cache-Control", value), rows[i].cache_control, "%s",
                         rows[i].target);
        cr_expect_str_eq(answer_header(&answer, "Vary", value), "Accept, Accept-Encoding");
        cr_expect_str_eq(answer_header(&answer, "X-Content-Type-Options", value), "nosniff");
        cr_expect_eq(strlen(answer_header(&answer, "Request-Id", value)), 26);
        answer_done(&answer);
    }
}

Test(caching, a_preflight_is_answered_and_kept)
{
    struct answer answer;
    char value[1024];
    ask("OPTIONS", "/v1/chips", "Origin: https://example.org\r\nAccess-Control-Request-Method: GET\r\n",
        &answer);
    cr_expect_eq(answer.status, 204);
    cr_expect_str_eq(answer_header(&answer, "Access-Control-Allow-Origin", value), "*");
    cr_expect(strstr(answer_header(&answer, "Access-Control-Allow-Methods", value), "GET"));
    cr_expect(strstr(answer_header(&answer, "Access-Control-Allow-Headers", value), "If-None-Match"));
    cr_expect_str_eq(answer_header(&answer, "Access-Control-Max-Age", value), "86400");
    cr_expect(strstr(answer_header(&answer, "Allow", value), "OPTIONS"));
    cr_expect_str_eq(answer_header(&answer, "Content-Length", value), "");
    answer_done(&answer);
}

Test(caching, pages_may_read_the_headers_they_need)
{
    static const char *const needed[] = {"ETag",       "Link",         "Location",
                                         "Request-Id", "Data-Version", "Retry-After"};
    struct answer answer;
    char value[1024];
    ask("GET", "/v1/chips", "Origin: https://example.org\r\n", &answer);
    cr_expect_str_eq(answer_header(&answer, "Access-Control-Allow-Origin", value), "*");
    answer_header(&answer, "Access-Control-Expose-Headers", value);
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++)
        cr_expect(strstr(value, needed[i]), "%s", needed[i]);
    answer_done(&answer);
}

Test(caching, csv_is_saved_under_the_name_of_the_list)
{
    struct answer answer;
    char value[1024];
    ask("GET", "/v1/chips?format=csv&limit=2", "", &answer);
    cr_expect_eq(answer.status, 200);
    cr_expect_str_eq(answer_header(&answer, "Content-Disposition", value),
                     "attachment; filename=\"chips.csv\"");
    answer_done(&answer);
}

static void expect_origin(const struct server *other, const char *origin, const char *allowed)
{
    char request[300];
    char value[1024];
    struct answer answer;
    snprintf(request, sizeof request, "GET /healthz HTTP/1.1\r\nHost: t\r\n%s%s%s\r\n",
             origin ? "Origin: " : "", origin ? origin : "", origin ? "\r\n" : "");
    wire_ask(other, request, &answer);
    cr_expect_str_eq(answer_header(&answer, "Access-Control-Allow-Origin", value), allowed, "%s",
                     origin ? origin : "(none)");
    cr_expect(strstr(answer_header(&answer, "Vary", value), "Origin"));
    answer_done(&answer);
}

Test(origins, only_those_configured_may_read, .timeout = 20)
{
    static const char *const flags[] = {"--cors-origins", "https://a.example, http://b.example:81", NULL};
    struct server other;
    harness_start(&other, flags);
    expect_origin(&other, "https://a.example", "https://a.example");
    expect_origin(&other, "http://b.example:81", "http://b.example:81");
    expect_origin(&other, "https://a.example.evil", "");
    expect_origin(&other, "http://a.example", "");
    expect_origin(&other, NULL, "");
    cr_expect_eq(harness_stop(&other), 0);
}

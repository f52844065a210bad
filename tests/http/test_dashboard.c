/* The dashboard over sockets: its headers, its codings, and who gets a page where there is nothing. */
#include "server/dashboard.h"
#include "wire.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HTML "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n"
#define GZIP "Accept-Encoding: gzip, deflate, br\r\n"

static struct server server;

static void start(void)
{
    static const char *const one_loop[] = {"--threads", "1",
                                           NULL}; /* so that the lines of the log are in order */
    if (!dashboard_built.page)
        cr_skip_test("built with DASHBOARD=no");
    harness_start(&server, one_loop);
}

static void stop(void)
{
    cr_expect_eq(harness_stop(&server), 0, "the server did not end in order");
}

TestSuite(dashboard, .init = start, .fini = stop, .timeout = 30);

static void ask(const char *method, const char *target, const char *headers, struct answer *answer)
{
    char request[4096];
    snprintf(request, sizeof request, "%s %s HTTP/1.1\r\nHost: t\r\n%s\r\n", method, target, headers);
    wire_ask(&server, request, answer);
}

static void expect_header(const struct answer *answer, const char *name, const char *wanted,
                          const char *target)
{
    char value[1024];
    cr_expect_str_eq(answer_header(answer, name, value), wanted, "%s of %s: %s", name, target, value);
}

static void expect_bytes(const struct answer *answer, const struct dashboard_file *file, const char *target)
{
    cr_assert_eq(answer->body_size, file->size, "%s", target);
    cr_expect_eq(memcmp(answer->body, file->bytes, file->size), 0, "%s", target);
    expect_header(answer, "Content-Type", file->media_type, target);
}

/* Whatever the status: nothing but this origin's own files, and nobody else's frame. */
static void expect_shut_in(const struct answer *answer, const char *target)
{
    static const char *const directives[] = {"default-src 'none'; ", "script-src 'self'; ",
                                             "style-src 'self'; ",   "base-uri 'none'; ",
                                             "form-action 'self'; ", "frame-ancestors 'none'",
                                             "connect-src 'self'; ", "img-src 'self' data: blob:; "};
    char policy[1024];
    answer_header(answer, "Content-Security-Policy", policy);
    for (size_t i = 0; i < sizeof directives / sizeof directives[0]; i++)
        cr_expect(strstr(policy, directives[i]), "%s: %s is not in: %s", target, directives[i], policy);
    cr_expect_null(strstr(policy, "unsafe"), "%s", target);
    expect_header(answer, "Referrer-Policy", "no-referrer", target);
    expect_header(answer, "X-Content-Type-Options", "nosniff", target);
    expect_header(answer, "Cross-Origin-Opener-Policy", "same-origin", target);
    expect_header(answer, "Cache-Control", "no-cache", target);
    char permissions[1024];
    cr_expect(strstr(answer_header(answer, "Permissions-Policy", permissions), "geolocation=()"), "%s",
              target);
}

Test(dashboard, every_address_of_a_page_gives_the_page)
{
    json_t *pages = json_load_file("dashboard/pages.json", 0, NULL);
    cr_assert_gt(json_array_size(pages), 1);
    for (size_t i = 0; i < json_array_size(pages); i++) {
        char target[256];
        const char *path = json_string_value(json_array_get(pages, i));
        const char *star = strchr(path, '*');
        const size_t size = star ? (size_t)(star - path) : strlen(path);
        snprintf(target, sizeof target, "%.*s%s%s?date=2025-05-01", size < 99 ? (int)size : 99, path,
                 star ? "some%20name" : "", star && strlen(star) < 99 ? star + 1 : "");
        struct answer answer;
        ask("GET", target, HTML, &answer);
        cr_expect_eq(answer.status, 200, "%s: %u", target, answer.status);
        expect_bytes(&answer, dashboard_built.page, target);
        expect_shut_in(&answer, target);
        expect_header(&answer, "ETag", dashboard_built.page->etag, target);
        answer_done(&answer);
    }
    json_decref(pages);
}

Test(dashboard, what_is_known_is_not_sent_again)
{
    static const char *const codings[] = {"", GZIP};
    const struct dashboard_file *const files[] = {dashboard_built.page, dashboard_built.assets};
    for (size_t f = 0; f < 2; f++) {
        for (size_t c = 0; c < 2; c++) {
            char etag[1024];
            char headers[1200];
            struct answer answer;
            ask("GET", files[f]->path, codings[c], &answer);
            answer_header(&answer, "ETag", etag);
            answer_done(&answer);
            snprintf(headers, sizeof headers, "%sIf-None-Match: %s\r\n", codings[c], etag);
            ask("GET", files[f]->path, headers, &answer);
            cr_expect_eq(answer.status, 304, "%s: %u", files[f]->path, answer.status);
            expect_header(&answer, "ETag", etag, files[f]->path);
            if (f == 0)
                expect_shut_in(&answer, "a 304");
            answer_done(&answer);
            ask("GET", files[f]->path, "If-None-Match: \"other\"\r\n", &answer);
            cr_expect_eq(answer.status, 200);
            answer_done(&answer);
        }
    }
}

static void expect_asset(const struct dashboard_file *file)
{
    struct answer plain, zipped, head;
    ask("GET", file->path, "", &plain);
    cr_expect_eq(plain.status, 200, "%s", file->path);
    expect_bytes(&plain, file, file->path);
    expect_header(&plain, "Cache-Control", "public, max-age=31536000, immutable", file->path);
    expect_header(&plain, "Vary", "Accept-Encoding", file->path);
    expect_header(&plain, "X-Content-Type-Options", "nosniff", file->path);
    expect_header(&plain, "Content-Encoding", "", file->path);
    ask("GET", file->path, GZIP, &zipped);
    ask("HEAD", file->path, GZIP, &head);
    if (file->size > 4096) {
        char length[1024];
        expect_header(&zipped, "Content-Encoding", "gzip", file->path);
        cr_expect_eq(zipped.body_size, file->gzip_size, "%s was compressed anew", file->path);
        cr_expect_lt(zipped.body_size, file->size);
        answer_expect_inflated(&zipped, file->bytes, file->size);
        cr_expect_eq(strtoul(answer_header(&head, "Content-Length", length), NULL, 10), zipped.body_size);
    }
    cr_expect_eq(head.status, 200);
    answer_done(&plain);
    answer_done(&zipped);
    answer_done(&head);
}

Test(dashboard, every_asset_is_itself_in_each_coding_and_for_ever)
{
    bool any_is_large = false;
    cr_assert_gt(dashboard_built.asset_count, 0);
    for (size_t i = 0; i < dashboard_built.asset_count; i++) {
        expect_asset(&dashboard_built.assets[i]);
        any_is_large |= dashboard_built.assets[i].size > 4096;
    }
    cr_expect(any_is_large, "no asset is large enough for a coding");
}

Test(dashboard, what_the_page_names_is_there)
{
    struct answer page;
    ask("GET", "/", "", &page);
    unsigned named = 0;
    for (const char *at = page.body; (at = strstr(at, "=\"/")) != NULL; named++) {
        char target[256];
        struct answer answer;
        at += 2;
        const size_t size = strcspn(at, "\"");
        snprintf(target, sizeof target, "%.*s", size < 200 ? (int)size : 200, at);
        ask("GET", target, "", &answer);
        cr_expect_eq(answer.status, 200, "%s: %u", target, answer.status);
        answer_done(&answer);
    }
    cr_expect_geq(named, 2, "a script and a style at least");
    cr_expect_null(strstr(page.body, "<style"), "the policy lets no style in line work");
    cr_expect_null(strstr(page.body, "<script>"), "the policy lets no script in line run");
    answer_done(&page);
}

Test(dashboard, it_can_only_be_read)
{
    static const char *const methods[] = {"POST", "PUT", "DELETE", "PATCH"};
    const char *const targets[] = {"/", "/chips/h20", dashboard_built.assets[0].path};
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        for (size_t t = 0; t < 3; t++) {
            struct answer answer;
            ask(methods[i], targets[t], "Content-Length: 0\r\n", &answer);
            cr_expect_eq(answer.status, 405, "%s %s: %u", methods[i], targets[t], answer.status);
            expect_header(&answer, "Allow", "GET, HEAD, OPTIONS", targets[t]);
            expect_header(&answer, "Content-Type", "application/problem+json", targets[t]);
            answer_done(&answer);
        }
    }
}

Test(dashboard, a_browser_is_shown_where_there_is_nothing_and_a_program_told)
{
    static const struct {
        const char *method;
        const char *target;
        const char *headers;
        unsigned status;
        bool page;
    } rows[] = {
        {"GET", "/nonsense", HTML, 404, true},
        {"GET", "/nonsense/deep?x=1", HTML GZIP, 404, true},
        {"GET", "/chips/", HTML, 404, true},
        {"GET", "/nonsense", "", 404, false},
        {"GET", "/nonsense", "Accept: */*\r\n", 404, false},
        {"GET", "/nonsense", "Accept: application/json\r\n", 404, false},
        {"GET", "/nonsense", "Accept: application/json, text/html;q=0.5\r\n", 404, false},
        {"HEAD", "/nonsense", HTML, 404, true},
        {"POST", "/nonsense", HTML "Content-Length: 0\r\n", 404, false},
        {"GET", "/v1/nonsense", HTML, 404, false},
        {"GET", "/v1/chips/nonsense", HTML, 404, false},
        {"GET", "/problems/nonsense", HTML, 404, false},
        {"GET", "/assets/nonsense.js", HTML, 404, false},
        {"GET", "/healthz", HTML, 200, false},
        {"GET", "/v1", HTML, 200, false},
        {"GET", "/openapi.json", HTML, 200, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char type[1024];
        struct answer answer;
        ask(rows[i].method, rows[i].target, rows[i].headers, &answer);
        cr_expect_eq(answer.status, rows[i].status, "%s: %u", rows[i].target, answer.status);
        answer_header(&answer, "Content-Type", type);
        cr_expect_eq(strncmp(type, "text/html", 9) == 0, rows[i].page, "row %zu is %s", i, type);
        if (rows[i].page) {
            expect_shut_in(&answer, rows[i].target);
            expect_header(&answer, "ETag", "", rows[i].target);
        }
        answer_done(&answer);
    }
}

Test(dashboard, no_way_leads_out_of_the_assets)
{
    static const char *const targets[] = {"/assets/../dashboard/pages.json",
                                          "/assets/%2e%2e/openapi.yaml",
                                          "/assets/..%2fMakefile",
                                          "/assets/%2e%2e%2f%2e%2e%2fetc/passwd",
                                          "/assets//etc/passwd",
                                          "/assets/./index.html",
                                          "/assets/",
                                          "/assets/%00",
                                          "/assets/index.html",
                                          "/../etc/passwd",
                                          "/chips/..%2f..%2fetc%2fpasswd",
                                          "/index.html"};
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        struct answer answer;
        ask("GET", targets[i], "", &answer);
        cr_expect(answer.status == 404 || answer.status == 400, "%s: %u", targets[i], answer.status);
        expect_header(&answer, "Content-Type", "application/problem+json", targets[i]);
        answer_done(&answer);
    }
}

Test(dashboard, its_requests_are_logged_and_counted_as_its_own)
{
    struct answer answer;
    ask("GET", "/chips/secretive", "", &answer);
    answer_done(&answer);
    ask("GET", dashboard_built.assets[0].path, "", &answer);
    answer_done(&answer);
    ask("GET", "/assets/nonsense", "", &answer);
    answer_done(&answer);
    ask("GET", "/metrics", "", &answer);
    cr_expect(strstr(answer.body, "{route=\"dashboard\",method=\"any\",status=\"2xx\"} 2\n"));
    cr_expect(strstr(answer.body, "{route=\"dashboard\",method=\"any\",status=\"4xx\"} 1\n"));
    answer_done(&answer);
    harness_halt(&server);
    char *log = harness_read(server.log);
    unsigned lines = 0;
    for (const char *at = log; (at = strstr(at, "\"route\":\"dashboard\"")) != NULL; at++)
        lines++;
    cr_expect_eq(lines, 3, "%s", log);
    cr_expect_null(strstr(log, "secretive"), "the log tells what was asked for");
    free(log);
    harness_resume(&server, NULL);
}

Test(dashboard_limits, reading_it_counts_against_the_rate, .timeout = 30)
{
    static const char *const flags[] = {"--rate-limit", "1", "--rate-burst", "2", NULL};
    static const unsigned statuses[] = {200, 200, 429};
    if (!dashboard_built.page)
        cr_skip_test("built with DASHBOARD=no");
    harness_start(&server, flags);
    for (size_t i = 0; i < 3; i++) {
        struct answer answer;
        char standing[1024];
        ask("GET", "/", "", &answer);
        cr_expect_eq(answer.status, statuses[i], "%u", answer.status);
        cr_expect_gt(strlen(answer_header(&answer, "RateLimit", standing)), 0);
        answer_done(&answer);
    }
    stop();
}

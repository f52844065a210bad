/* A request whose end could be read in two ways is refused. */
#include "server/guard.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

struct row {
    char headers[160]; /* lines "Name: value\n" */
    char method[8];
    char version[12];
    enum problem problem;
};

#define MALFORMED PROBLEM_MALFORMED_REQUEST
#define H "Host: t\n"

/* Each line as libmicrohttpd hands it over, without its layout. */
static void add_lines(struct guard *guard, const char *lines)
{
    while (*lines != '\0') {
        const size_t size = strcspn(lines, "\n");
        const size_t name = strcspn(lines, ":\n");
        const char *value = lines + name + 1;
        while (*value == ' ')
            value++;
        guard_add_header(guard, lines, name, value, (size_t)(lines + size - value));
        lines += size + 1;
    }
}

ParameterizedTestParameters(guard, what_decides_the_end_must_be_said_once)
{
    static struct row rows[] = {
        {H, "GET", "HTTP/1.1", PROBLEM_NONE},
        {"", "GET", "HTTP/1.1", MALFORMED},
        {"", "GET", "HTTP/1.0", PROBLEM_NONE},
        {H "host: u\n", "GET", "HTTP/1.1", MALFORMED},
        {H H, "GET", "HTTP/1.0", MALFORMED},
        {H "Content-Length: 5\n", "POST", "HTTP/1.1", PROBLEM_NONE},
        {H "Content-Length: 5 \n", "POST", "HTTP/1.1", PROBLEM_NONE},
        {H "Content-Length: 5\ncontent-length: 5\n", "POST", "HTTP/1.1", PROBLEM_NONE},
        {H "Content-Length: 5\nContent-Length: 05\n", "POST", "HTTP/1.1", PROBLEM_NONE},
        {H "Content-Length: 5\nContent-Length: 6\n", "POST", "HTTP/1.1", MALFORMED},
        {H "Content-Length: 5x\n", "POST", "HTTP/1.1", MALFORMED},
        {H "Content-Length: -5\n", "POST", "HTTP/1.1", MALFORMED},
        {H "Content-Length: 18446744073709551616\n", "POST", "HTTP/1.1", MALFORMED},
        {H "Content-Length: 184467440737095516160\n", "POST", "HTTP/1.1", MALFORMED},
        {H "Transfer-Encoding: chunked\n", "POST", "HTTP/1.1", PROBLEM_NONE},
        {H "transfer-encoding: CHUNKED\n", "POST", "HTTP/1.1", PROBLEM_NONE},
        {H "Transfer-Encoding: chunked\n", "POST", "HTTP/1.0", MALFORMED},
        {H "Transfer-Encoding: chunked\nContent-Length: 5\n", "POST", "HTTP/1.1", MALFORMED},
        {H "Content-Length: 5\nTransfer-Encoding: chunked\n", "POST", "HTTP/1.1", MALFORMED},
        {H "Transfer-Encoding: chunked\nTransfer-Encoding: chunked\n", "POST", "HTTP/1.1", MALFORMED},
        {H "Transfer-Encoding: chunked \n", "POST", "HTTP/1.1", PROBLEM_NOT_IMPLEMENTED},
        {H "Transfer-Encoding: gzip\n", "POST", "HTTP/1.1", PROBLEM_NOT_IMPLEMENTED},
        {H "Transfer-Encoding: xchunked\n", "POST", "HTTP/1.1", PROBLEM_NOT_IMPLEMENTED},
        {H "Transfer-Encoding: chunked, chunked\n", "POST", "HTTP/1.1", PROBLEM_NOT_IMPLEMENTED},
        {H "Transfer-Encoding: \n", "POST", "HTTP/1.1", PROBLEM_NOT_IMPLEMENTED},
        {H "Content-Length : 5\n", "POST", "HTTP/1.1", MALFORMED},
        {H "X(y): 5\n", "GET", "HTTP/1.1", MALFORMED},
        {H "X: a\001b\n", "GET", "HTTP/1.1", MALFORMED},
        {H "X: a\tb\n", "GET", "HTTP/1.1", PROBLEM_NONE},
        {H "X: caf\351\n", "GET", "HTTP/1.1", PROBLEM_NONE},
        {H "If-Match: a\nIf-Match: b\n", "GET", "HTTP/1.1", MALFORMED},
        {H "Authorization: a\nauthorization: b\n", "GET", "HTTP/1.1", MALFORMED},
        {H "Accept: a\nAccept: b\n", "GET", "HTTP/1.1", PROBLEM_NONE},
        {H "Content-Encoding: gzip\nContent-Encoding: gzip\n", "POST", "HTTP/1.1", MALFORMED},
        {H "Expect: 100-Continue\n", "POST", "HTTP/1.1", PROBLEM_NONE},
        {H "Expect: 200-ok\n", "POST", "HTTP/1.1", PROBLEM_EXPECTATION_FAILED},
        {H "Expect: 100-continue, 200-ok\n", "POST", "HTTP/1.1", PROBLEM_EXPECTATION_FAILED},
        {H "Expect: \n", "POST", "HTTP/1.1", PROBLEM_EXPECTATION_FAILED},
        {H "Expect: 100-continue\nExpect: 100-continue\n", "POST", "HTTP/1.1", MALFORMED},
        {"Host: a,b\n", "GET", "HTTP/1.1", MALFORMED},
        {H, "PATCH", "HTTP/1.1", PROBLEM_NONE},
        {H, "FETCH", "HTTP/1.1", PROBLEM_NOT_IMPLEMENTED},
        {H, "get", "HTTP/1.1", PROBLEM_NOT_IMPLEMENTED},
    };
    return cr_make_param_array(struct row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(const struct row *row, guard, what_decides_the_end_must_be_said_once)
{
    struct guard guard;
    guard_init(&guard, NULL);
    add_lines(&guard, row->headers);
    cr_expect_eq(guard_judge(&guard, row->method, "/", row->version), row->problem, "%s %s: %s", row->method,
                 row->headers, guard.detail ? guard.detail : "");
    cr_expect_eq(guard.detail != NULL, row->problem != PROBLEM_NONE);
}

/* Headers as they lie in libmicrohttpd's buffer: line ends and colons made NUL. Returns the judgement of two
 * lines. */
static enum problem judge_layout(const char *buffer, size_t second, size_t end)
{
    struct guard guard;
    guard_init(&guard, buffer);
    guard_add_header(&guard, buffer, strlen(buffer), buffer + 6, strlen(buffer + 6));
    guard_add_header(&guard, buffer + second, 1, buffer + second + 3, strlen(buffer + second + 3));
    guard_end_headers(&guard, buffer + end);
    return guard_judge(&guard, "GET", "/", "HTTP/1.1");
}

Test(guard, hidden_bytes_between_lines_show)
{
    /*            0    5 6 7 8 9   */
    cr_expect_eq(judge_layout("Host\0 t\0\0X\0 y\0\0\0\0", 9, 17), PROBLEM_NONE);
    cr_expect_eq(judge_layout("Host\0 t\0X\0 y\0\0\0\0", 8, 16), MALFORMED, "a bare line feed");
    cr_expect_eq(judge_layout("Host\0 t\0hidden\0\0X\0 y\0\0\0\0", 16, 24), MALFORMED,
                 "a NUL byte in a value");
    cr_expect_eq(judge_layout("Host\0 t\0\0X\0 y\0\0\0", 9, 16), MALFORMED, "a bare line feed at the end");
    cr_expect_eq(judge_layout("Host\0 t\0\0X\0 y\0hidden\0\0\0\0", 9, 24), MALFORMED,
                 "a NUL byte in the last value");
}

static enum problem judge_line(const char *line, size_t target_size, size_t version)
{
    struct guard guard;
    guard_init(&guard, line + version + strlen("HTTP/1.0") + 2);
    guard_add_line(&guard, line, target_size, line + version);
    return guard_judge(&guard, line, line + strlen(line) + 1, line + version);
}

Test(guard, a_request_line_holds_nothing_else)
{
    cr_expect_eq(judge_line("GET\0/a\0HTTP/1.0\0\0\0\0", 2, 7), PROBLEM_NONE);
    cr_expect_eq(judge_line("GET\0/a\0b\0HTTP/1.0\0\0\0\0", 2, 9), MALFORMED, "a NUL in the target");
    cr_expect_eq(judge_line("GET\0 /a\0HTTP/1.0\0\0\0\0", 2, 8), MALFORMED, "two blanks");
}

static enum problem judge_target(const char *lines, const char *target)
{
    struct guard guard;
    guard_init(&guard, NULL);
    add_lines(&guard, lines);
    return guard_judge(&guard, "GET", target, "HTTP/1.0");
}

Test(guard, target_and_host_name_one_server)
{
    cr_expect_eq(judge_target(H, "http://T:80/v1"), PROBLEM_NONE);
    cr_expect_eq(judge_target("Host: t \n", "http://t/v1"), PROBLEM_NONE);
    cr_expect_eq(judge_target(H, "http://u/v1"), MALFORMED);
    cr_expect_eq(judge_target("", "http://u/v1"), PROBLEM_NONE);
}

/* Keeps out requests that two programs in a row could read differently. libmicrohttpd 0.9 takes all of these
 * without complaint: Content-Length beside Transfer-Encoding, differing Content-Lengths, unknown codings,
 * names with a space, several Hosts. */
#include "server/guard.h"
#include "server/authority.h"

#include <string.h>
#include <strings.h>

void guard_init(struct guard *guard, const char *first_line)
{
    *guard = (struct guard){.line = first_line};
}

static void refuse(struct guard *guard, enum problem problem, const char *detail)
{
    if (guard->problem != PROBLEM_NONE)
        return;
    guard->problem = problem;
    guard->detail = detail;
}

static const char broken_line[] =
    "a header line is folded, has no name, contains a NUL byte or does not end with CR LF";

/* A NUL in the target would end it early, and blanks may be more than one. */
void guard_add_line(struct guard *guard, const char *method, size_t target_size, const char *version)
{
    if (guard->line && version != method + strlen(method) + 1 + target_size + 1)
        refuse(guard, PROBLEM_MALFORMED_REQUEST,
               "the request line is not a method, a target and a version with one blank between them");
}

/* RFC 9110 section 5.6.2. */
static bool is_token(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        const char byte = text[i];
        const bool alphanumeric =
            (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (!alphanumeric && (byte == '\0' || !strchr("!#$%&'*+-.^_`|~", byte)))
            return false;
    }
    return size > 0;
}

static bool is_field_text(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        const unsigned char byte = (unsigned char)text[i];
        if ((byte < 0x20 && byte != '\t') || byte == 0x7f)
            return false;
    }
    return true;
}

static bool parse_length(const char *text, size_t size, uint64_t *length)
{
    uint64_t number = 0;
    for (size_t i = 0; i < size; i++) {
        if (text[i] < '0' || text[i] > '9' || number > UINT64_MAX / 10 - 1)
            return false;
        number = number * 10 + (uint64_t)(text[i] - '0');
    }
    *length = number;
    return size > 0;
}

static void add_length(struct guard *guard, const char *value, size_t size)
{
    while (size > 0 && (value[size - 1] == ' ' || value[size - 1] == '\t'))
        size--;
    uint64_t length = 0;
    if (!parse_length(value, size, &length))
        refuse(guard, PROBLEM_MALFORMED_REQUEST, "Content-Length is not a number");
    else if (guard->has_length && guard->length != length)
        refuse(guard, PROBLEM_MALFORMED_REQUEST, "there are several Content-Length headers that differ");
    guard->has_length = true;
    guard->length = length;
}

static void add_host(struct guard *guard, const char *value, size_t size)
{
    while (size > 0 && (value[size - 1] == ' ' || value[size - 1] == '\t'))
        size--;
    if (!authority_is_valid(value, size))
        refuse(guard, PROBLEM_MALFORMED_REQUEST, "Host is not a name or an address with perhaps a port");
    if (guard->hosts++ > 0)
        return;
    guard->host = value;
    guard->host_size = size;
}

/* Headers that mean one thing only when they come once. */
static void add_single(struct guard *guard, const char *name, size_t size)
{
    static const char *const names[] = {"Authorization", "Content-Type", "Content-Encoding", "If-Match",
                                        "Expect"};
    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strlen(names[i]) != size || strncasecmp(names[i], name, size) != 0)
            continue;
        if (guard->singles & 1u << i)
            refuse(guard, PROBLEM_MALFORMED_REQUEST,
                   "a header that may be given once was given several times");
        guard->singles |= 1u << i;
    }
}

/* See guard_init: the line must begin where the last one ended, two bytes (CR, LF) after its value, and hold
 * nothing between its name and its value but the colon and blanks. */
static void check_line(struct guard *guard, const char *name, size_t name_size, const char *value,
                       size_t value_size)
{
    if (!guard->line)
        return;
    if (name != guard->line || value <= name + name_size)
        refuse(guard, PROBLEM_MALFORMED_REQUEST, broken_line);
    guard->line = value + value_size + 2;
}

/* Behind the last line comes the blank one, and nothing else. */
void guard_end_headers(struct guard *guard, const char *end)
{
    if (guard->line && guard->line + 2 != end)
        refuse(guard, PROBLEM_MALFORMED_REQUEST, broken_line);
}

static bool names_equal(const char *name, size_t size, const char *wanted)
{
    return strlen(wanted) == size && strncasecmp(name, wanted, size) == 0;
}

void guard_add_header(struct guard *guard, const char *name, size_t name_size, const char *value,
                      size_t value_size)
{
    check_line(guard, name, name_size, value, value_size);
    if (!is_token(name, name_size))
        refuse(guard, PROBLEM_MALFORMED_REQUEST,
               "the name of a header contains a character that no name may contain");
    if (!is_field_text(value, value_size))
        refuse(guard, PROBLEM_MALFORMED_REQUEST, "the value of a header contains a control character");

    if (names_equal(name, name_size, "Content-Length")) {
        add_length(guard, value, value_size);
    } else if (names_equal(name, name_size, "Host")) {
        add_host(guard, value, value_size);
    } else if (names_equal(name, name_size, "Transfer-Encoding")) {
        /* Not even a blank behind it: the library would not take that for chunked, and wait for ever. */
        guard->codings++;
        guard->is_chunked = names_equal(value, value_size, "chunked");
    } else {
        guard->expects_other |=
            names_equal(name, name_size, "Expect") && !names_equal(value, value_size, "100-continue");
        add_single(guard, name, name_size);
    }
}

bool guard_parse_method(const char *name, enum method *method)
{
    static const struct {
        const char *name;
        enum method method;
    } known[] = {{"GET", METHOD_GET},     {"HEAD", METHOD_HEAD},   {"OPTIONS", METHOD_OPTIONS},
                 {"POST", METHOD_POST},   {"PUT", METHOD_PUT},     {"DELETE", METHOD_DELETE},
                 {"PATCH", METHOD_OTHER}, {"TRACE", METHOD_OTHER}, {"CONNECT", METHOD_OTHER}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (strcmp(known[i].name, name) == 0) {
            *method = known[i].method;
            return true;
        }
    }
    return false;
}

enum problem guard_judge(struct guard *guard, const char *method, const char *target, const char *version)
{
    enum method known;
    const bool is_1_0 = strcmp(version, "HTTP/1.0") == 0;

    if (guard->codings > 0 && guard->has_length)
        refuse(guard, PROBLEM_MALFORMED_REQUEST, "Content-Length and Transfer-Encoding exclude each other");
    if (guard->codings > 0 && is_1_0)
        refuse(guard, PROBLEM_MALFORMED_REQUEST, "HTTP/1.0 has no Transfer-Encoding");
    if (guard->codings > 1)
        refuse(guard, PROBLEM_MALFORMED_REQUEST, "there are several Transfer-Encoding headers");
    if (guard->hosts > 1)
        refuse(guard, PROBLEM_MALFORMED_REQUEST, "there are several Host headers");
    if (guard->hosts == 0 && !is_1_0)
        refuse(guard, PROBLEM_MALFORMED_REQUEST, "the Host header is missing");
    if (guard->hosts > 0 && !authority_agrees(target, guard->host, guard->host_size))
        refuse(guard, PROBLEM_MALFORMED_REQUEST, "the request target and Host name different servers");
    if (guard->codings == 1 && !guard->is_chunked)
        refuse(guard, PROBLEM_NOT_IMPLEMENTED, "the only transfer coding known here is chunked");
    if (!guard_parse_method(method, &known))
        refuse(guard, PROBLEM_NOT_IMPLEMENTED, "the method is not one this server knows");
    if (guard->expects_other)
        refuse(guard, PROBLEM_EXPECTATION_FAILED, "the only expectation that can be met is 100-continue");
    return guard->problem;
}

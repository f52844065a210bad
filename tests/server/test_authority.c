/* What may stand in Host, and when it agrees with an absolute target. */
#include "server/authority.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

struct valid {
    char text[40];
    bool valid;
};

ParameterizedTestParameters(authority, host_is_a_name_or_an_address)
{
    static struct valid rows[] = {
        {"", true},
        {"t", true},
        {"example.org", true},
        {"example.org:8080", true},
        {"example.org:", true},
        {"xn--caf-dma.example_1~", true},
        {"127.0.0.1:65535", true},
        {"[::1]", true},
        {"[::1]:80", true},
        {"[::ffff:192.0.2.1]:80", true},
        {":80", false},
        {"a:65536", false},
        {"a:80x", false},
        {"a:b:80", false},
        {"::1", false},
        {"[::1", false},
        {"[]", false},
        {"[::1]80", false},
        {"[fe80::1%25eth0]", false},
        {"a, b", false},
        {"a,b", false},
        {"a b", false},
        {"user@a", false},
        {"a/b", false},
        {"a?b", false},
        {"a\\b", false},
        {"http://a", false},
        {"caf\303\251", false},
    };
    return cr_make_param_array(struct valid, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(const struct valid *row, authority, host_is_a_name_or_an_address)
{
    cr_expect_eq(authority_is_valid(row->text, strlen(row->text)), row->valid, "'%s'", row->text);
}

struct agreement {
    char target[40];
    char host[24];
    bool agrees;
};

ParameterizedTestParameters(authority, one_request_is_for_one_server)
{
    static struct agreement rows[] = {
        {"/v1", "t", true},
        {"*", "t", true},
        {"http://t/v1", "t", true},
        {"HTTP://T/v1", "t", true},
        {"http://t:80/v1", "t", true},
        {"http://t/v1", "t:80", true},
        {"http://t:/v1", "t", true},
        {"https://t:443/v1", "t", true},
        {"http://t:8080/v1?x", "t:8080", true},
        {"http://t", "t", true},
        {"http://[::1]:80/", "[::1]", true},
        {"http://t:443/v1", "t", false},
        {"https://t:80/v1", "t", false},
        {"http://u/v1", "t", false},
        {"http://tt/v1", "t", false},
        {"http://t/v1", "tt", false},
        {"http://user@t/v1", "t", false},
        {"http://t/v1", "", false},
        {"http:///v1", "t", false},
    };
    return cr_make_param_array(struct agreement, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(const struct agreement *row, authority, one_request_is_for_one_server)
{
    cr_expect_eq(authority_agrees(row->target, row->host, strlen(row->host)), row->agrees, "%s, Host: %s",
                 row->target, row->host);
}

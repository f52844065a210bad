/* Whose request it is, past the proxies that are trusted. */
#include "server/address.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

static struct address parse(const char *text)
{
    struct address_ranges one;
    cr_assert(address_parse_ranges(text, &one), "%s", text);
    cr_assert_eq(one.count, 1);
    return one.items[0].first;
}

struct list {
    char text[80];
    int count; /* -1: refused */
};

ParameterizedTestParameters(address, a_list_of_ranges_is_read_whole_or_not_at_all)
{
    static struct list rows[] = {
        {"", 0},
        {"127.0.0.1", 1},
        {"::1", 1},
        {"10.0.0.0/8, 192.168.0.0/16,2001:db8::/32 ", 3},
        {"0.0.0.0/0,::/0", 2},
        {"10.0.0.1/8", -1}, /* of which the writer meant either less or more */
        {"2001:db8::1/64", -1},
        {"10.0.0.0/33", -1},
        {"::/129", -1},
        {"10.0.0.0/", -1},
        {"10.0.0.0/-1", -1},
        {"10.0.0.0/8x", -1},
        {"10.0.0.0/0008", -1},
        {"10.0.0", -1},
        {"10.0.0.256", -1},
        {"010.0.0.1", -1},
        {"localhost", -1},
        {"[::1]", -1},
        {"::1,", -1},
        {",::1", -1},
        {" ", -1},
    };
    return cr_make_param_array(struct list, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(const struct list *row, address, a_list_of_ranges_is_read_whole_or_not_at_all)
{
    struct address_ranges ranges;
    const bool good = address_parse_ranges(row->text, &ranges);
    cr_expect_eq(good, row->count >= 0, "'%s'", row->text);
    cr_expect(!good || ranges.count == (size_t)row->count, "'%s': %zu", row->text, ranges.count);
}

Test(address, a_list_may_be_long_but_not_endless)
{
    char list[ADDRESS_RANGES_MAX * 4 + 8] = "::1";
    struct address_ranges ranges;
    for (int i = 1; i < ADDRESS_RANGES_MAX; i++)
        strcat(list, ",::1");
    cr_expect(address_parse_ranges(list, &ranges));
    cr_expect_eq(ranges.count, ADDRESS_RANGES_MAX);
    strcat(list, ",::1");
    cr_expect_not(address_parse_ranges(list, &ranges));
}

struct within {
    char ranges[48];
    char address[48];
    bool within;
};

ParameterizedTestParameters(address, ranges_end_where_they_say)
{
    static struct within rows[] = {
        {"10.0.0.0/8", "10.255.255.255", true},
        {"10.0.0.0/8", "11.0.0.0", false},
        {"10.0.0.0/8", "9.255.255.255", false},
        {"192.168.1.128/25", "192.168.1.128", true},
        {"192.168.1.128/25", "192.168.1.127", false},
        {"192.0.2.1", "192.0.2.1", true},
        {"192.0.2.1", "192.0.2.2", false},
        {"192.0.2.1", "::ffff:192.0.2.1", true},
        {"::ffff:192.0.2.1", "192.0.2.1", true},
        {"0.0.0.0/0", "203.0.113.9", true},
        {"0.0.0.0/0", "2001:db8::1", false},
        {"::/0", "203.0.113.9", true},
        {"2001:db8:8000::/33", "2001:db8:8000::1", true},
        {"2001:db8:8000::/33", "2001:db8:7fff::1", false},
        {"::1", "::1", true},
        {"::1", "127.0.0.1", false},
        {"", "127.0.0.1", false},
    };
    return cr_make_param_array(struct within, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(const struct within *row, address, ranges_end_where_they_say)
{
    struct address_ranges ranges;
    const struct address address = parse(row->address);
    cr_assert(address_parse_ranges(row->ranges, &ranges));
    cr_expect_eq(address_is_within(&address, &ranges), row->within, "%s in %s", row->address, row->ranges);
}

struct behind {
    char headers[80]; /* each ended by a line feed */
    char client[48];
};

/* The peer is 10.0.0.1; trusted are 10.0.0.0/8 and 2001:db8:ffff::/48. */
ParameterizedTestParameters(address, the_client_is_the_nearest_that_is_not_trusted)
{
    static struct behind rows[] = {
        {"", "10.0.0.1"},
        {"203.0.113.9\n", "203.0.113.9"},
        {"203.0.113.9, 10.0.0.2\n", "203.0.113.9"},
        {"198.51.100.1, 203.0.113.9\n", "203.0.113.9"}, /* the first is what the client itself claims */
        {"198.51.100.1,203.0.113.9,10.9.9.9,2001:db8:ffff::7\n", "203.0.113.9"},
        {"198.51.100.1\n203.0.113.9\n", "203.0.113.9"},
        {"203.0.113.9\n10.0.0.2\n", "203.0.113.9"},
        {"nonsense\n203.0.113.9\n", "203.0.113.9"},
        {"10.0.0.3, 10.0.0.2\n", "10.0.0.3"},
        {" \t203.0.113.9 \t,  10.0.0.2\n", "203.0.113.9"},
        {"203.0.113.9:4711\n", "203.0.113.9"},
        {"2001:db8::9\n", "2001:db8::9"},
        {"[2001:db8::9]\n", "2001:db8::9"},
        {"[2001:db8::9]:4711\n", "2001:db8::9"},
        {"::ffff:203.0.113.9\n", "203.0.113.9"},
        /* What cannot be read: the peer. */
        {"\n", "10.0.0.1"},
        {"unknown\n", "10.0.0.1"},
        {"203.0.113.9,\n", "10.0.0.1"},
        {"203.0.113.9, _hidden, 10.0.0.2\n", "10.0.0.1"},
        {"203.0.113.9/32\n", "10.0.0.1"},
        {"203.0.113.9:\n", "10.0.0.1"},
        {"203.0.113.9:x\n", "10.0.0.1"},
        {"203.0.113.9:123456\n", "10.0.0.1"},
        {"[203.0.113.9]\n", "10.0.0.1"},
        {"[2001:db8::9\n", "10.0.0.1"},
        {"[2001:db8::9]x\n", "10.0.0.1"},
        {"203.0.113.9 203.0.113.8\n", "10.0.0.1"},
    };
    return cr_make_param_array(struct behind, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct behind *row, address, the_client_is_the_nearest_that_is_not_trusted)
{
    const char *values[ADDRESS_FORWARDED_MAX];
    size_t count = 0;
    struct address_ranges trusted;
    const struct address peer = parse("10.0.0.1");
    const struct address expected = parse(row->client);
    cr_assert(address_parse_ranges("10.0.0.0/8,2001:db8:ffff::/48", &trusted));
    for (char *at = row->headers, *end; (end = strchr(at, '\n')); at = end + 1) {
        *end = '\0';
        values[count++] = at;
    }
    const struct address client = address_behind(&peer, values, count, &trusted);
    cr_expect_arr_eq(client.bytes, expected.bytes, 16, "row %s", row->headers);
}

static bool is_one_client(const char *a, const char *b)
{
    const struct address first = parse(a);
    const struct address second = parse(b);
    const struct client_address one = address_of_client(&first);
    const struct client_address other = address_of_client(&second);
    return one.high == other.high && one.low == other.low;
}

Test(address, a_client_is_an_ipv4_address_or_a_network_of_ipv6)
{
    cr_expect(is_one_client("192.0.2.1", "::ffff:192.0.2.1"));
    cr_expect_not(is_one_client("192.0.2.1", "192.0.2.2"));
    cr_expect(is_one_client("2001:db8:1:2::3", "2001:db8:1:2:ffff:ffff:ffff:ffff"));
    cr_expect_not(is_one_client("2001:db8:1:2::3", "2001:db8:1:3::3"));
    cr_expect_not(is_one_client("::1", "::"), "this machine is somebody");
    cr_expect_not(is_one_client("::1", "127.0.0.1"));
}

Test(address, a_socket_tells_its_own)
{
    struct sockaddr_in v4 = {.sin_family = AF_INET};
    struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
    const struct sockaddr other = {.sa_family = AF_UNIX};
    struct address address;
    inet_pton(AF_INET, "192.0.2.1", &v4.sin_addr);
    inet_pton(AF_INET6, "2001:db8::1", &v6.sin6_addr);
    cr_expect(address_from_socket((const struct sockaddr *)&v4, &address));
    cr_expect_arr_eq(address.bytes, parse("192.0.2.1").bytes, 16);
    cr_expect(address_from_socket((const struct sockaddr *)&v6, &address));
    cr_expect_arr_eq(address.bytes, parse("2001:db8::1").bytes, 16);
    cr_expect_not(address_from_socket(&other, &address));
    cr_expect_not(address_from_socket(NULL, &address));
}

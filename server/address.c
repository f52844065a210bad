/* Whose request it is. */
#include "server/address.h"

#include <arpa/inet.h>
#include <endian.h>
#include <netinet/in.h>
#include <sodium.h>
#include <string.h>

/* ::ffff:0:0/96 */
static const unsigned char mapped[12] = {[10] = 0xff, [11] = 0xff};

static void map_v4(struct address *address, const struct in_addr *v4)
{
    memcpy(address->bytes, mapped, sizeof mapped);
    memcpy(address->bytes + sizeof mapped, v4, 4);
}

bool address_from_socket(const struct sockaddr *from, struct address *address)
{
    if (from && from->sa_family == AF_INET) {
        struct sockaddr_in v4;
        memcpy(&v4, from, sizeof v4);
        map_v4(address, &v4.sin_addr);
        return true;
    }
    if (from && from->sa_family == AF_INET6) {
        struct sockaddr_in6 v6;
        memcpy(&v6, from, sizeof v6);
        memcpy(address->bytes, &v6.sin6_addr, sizeof address->bytes);
        return true;
    }
    return false;
}

/* `*bits` is how many an address of its family has. */
static bool parse_plain(const char *text, size_t size, struct address *address, unsigned *bits)
{
    char terminated[INET6_ADDRSTRLEN];
    struct in_addr v4;
    struct in6_addr v6;
    if (size == 0 || size >= sizeof terminated)
        return false;
    memcpy(terminated, text, size);
    terminated[size] = '\0';
    if (strlen(terminated) != size)
        return false;
    if (inet_pton(AF_INET, terminated, &v4) == 1) {
        map_v4(address, &v4);
        *bits = 32;
        return true;
    }
    if (inet_pton(AF_INET6, terminated, &v6) != 1)
        return false;
    memcpy(address->bytes, &v6, sizeof address->bytes);
    *bits = 128;
    return true;
}

static bool bit(const struct address *address, unsigned index)
{
    return address->bytes[index / 8] >> (7 - index % 8) & 1;
}

static bool parse_range(const char *text, size_t size, struct address_range *range)
{
    const char *slash = memchr(text, '/', size);
    unsigned width;
    if (!parse_plain(text, slash ? (size_t)(slash - text) : size, &range->first, &width))
        return false;
    unsigned prefix = width;
    if (slash) {
        const char *end = text + size;
        prefix = 0;
        if (slash + 1 == end || end - slash > 4)
            return false;
        for (const char *at = slash + 1; at < end; at++) {
            if (*at < '0' || *at > '9')
                return false;
            prefix = prefix * 10 + (unsigned)(*at - '0');
        }
        if (prefix > width)
            return false;
    }
    range->bits = 128 - width + prefix;
    for (unsigned i = range->bits; i < 128; i++) {
        if (bit(&range->first, i))
            return false;
    }
    return true;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Without the blanks around it. */
static const char *trim(const char *text, size_t *size)
{
    while (*size > 0 && is_blank(text[*size - 1]))
        --*size;
    while (*size > 0 && is_blank(*text)) {
        text++;
        --*size;
    }
    return text;
}

bool address_parse_ranges(const char *list, struct address_ranges *ranges)
{
    ranges->count = 0;
    if (*list == '\0')
        return true;
    for (;;) {
        const size_t whole = strcspn(list, ",");
        size_t size = whole;
        const char *text = trim(list, &size);
        if (ranges->count == ADDRESS_RANGES_MAX || !parse_range(text, size, &ranges->items[ranges->count]))
            return false;
        ranges->count++;
        if (list[whole] == '\0')
            return true;
        list += whole + 1;
    }
}

static bool is_within(const struct address *address, const struct address_range *range)
{
    const unsigned whole = range->bits / 8;
    const unsigned rest = range->bits % 8;
    if (memcmp(address->bytes, range->first.bytes, whole) != 0)
        return false;
    return rest == 0 || (address->bytes[whole] ^ range->first.bytes[whole]) >> (8 - rest) == 0;
}

bool address_is_within(const struct address *address, const struct address_ranges *ranges)
{
    for (size_t i = 0; i < ranges->count; i++) {
        if (is_within(address, &ranges->items[i]))
            return true;
    }
    return false;
}

static bool is_port(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
    }
    return size > 0 && size <= 5;
}

/* As proxies write it: "192.0.2.1", "192.0.2.1:4711", "2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:4711".
 */
static bool parse_named(const char *text, size_t size, struct address *address)
{
    unsigned bits;
    if (size > 0 && *text == '[') {
        const char *end = memchr(text, ']', size);
        const size_t rest = end ? (size_t)(text + size - end - 1) : 0;
        if (!end || (rest > 0 && (end[1] != ':' || !is_port(end + 2, rest - 1))))
            return false;
        return parse_plain(text + 1, (size_t)(end - text - 1), address, &bits) && bits == 128;
    }
    const char *colon = memchr(text, ':', size);
    const size_t host = colon ? (size_t)(colon - text) : size;
    if (colon && memchr(text, '.', host) && is_port(colon + 1, size - host - 1))
        size = host;
    return parse_plain(text, size, address, &bits);
}

struct address address_behind(const struct address *peer, const char *const *forwarded, size_t count,
                              const struct address_ranges *trusted)
{
    struct address client = *peer;
    while (count > 0) {
        const char *list = forwarded[--count];
        size_t end = strlen(list);
        for (bool more = true; more;) {
            size_t begin = end;
            while (begin > 0 && list[begin - 1] != ',')
                begin--;
            size_t size = end - begin;
            const char *text = trim(list + begin, &size);
            if (!parse_named(text, size, &client))
                return *peer;
            if (!address_is_within(&client, trusted))
                return client;
            more = begin > 0;
            end = more ? begin - 1 : 0;
        }
    }
    return client;
}

static uint64_t read_half(const unsigned char *bytes)
{
    uint64_t half;
    memcpy(&half, bytes, sizeof half);
    return be64toh(half);
}

struct client_address address_of_client(const struct address *address)
{
    const uint64_t high = read_half(address->bytes);
    return (struct client_address){.high = high, .low = high == 0 ? read_half(address->bytes + 8) : 0};
}

uint64_t address_hash(struct client_address client, const unsigned char key[static ADDRESS_KEY_SIZE])
{
    _Static_assert(ADDRESS_KEY_SIZE == crypto_shorthash_KEYBYTES, "SipHash takes another key");
    unsigned char bytes[16];
    unsigned char hash[crypto_shorthash_BYTES];
    memcpy(bytes, &client.high, 8);
    memcpy(bytes + 8, &client.low, 8);
    crypto_shorthash(hash, bytes, sizeof bytes, key);
    return read_half(hash);
}

bool address_equal(struct client_address a, struct client_address b)
{
    return a.high == b.high && a.low == b.low;
}

#pragma once
/* Whose request it is: the address of the connection, or, behind a proxy that is trusted, the one it names.
 */

#include "api/request.h"

#include <sys/socket.h>

/* An IPv4 address is ::ffff:a.b.c.d. */
struct address {
    unsigned char bytes[16];
};

struct address_range {
    struct address first;
    unsigned bits; /* of it that count, of 128 */
};

#define ADDRESS_RANGES_MAX 64
#define ADDRESS_FORWARDED_MAX 16

struct address_ranges {
    struct address_range items[ADDRESS_RANGES_MAX];
    size_t count;
};

/* False: neither IPv4 nor IPv6. */
bool address_from_socket(const struct sockaddr *from, struct address *address);
/* "10.0.0.0/8, ::1": addresses and ranges, none of them with a bit set behind its prefix. "" is none. False:
 * something else, or more than ADDRESS_RANGES_MAX. */
bool address_parse_ranges(const char *list, struct address_ranges *ranges);
bool address_is_within(const struct address *address, const struct address_ranges *ranges);

/* The client behind a trusted `peer`: the right-most of what the X-Forwarded-For headers name, in the order
 * in which they came, that is not trusted itself; the left-most where all are. Where one on the way to it
 * cannot be read, and where there is none, it is the peer. */
struct address address_behind(const struct address *peer, const char *const *forwarded, size_t count,
                              const struct address_ranges *trusted);
struct client_address address_of_client(const struct address *address);

/* Of the key that tables of clients are shuffled by, so that nobody can choose addresses that collide. */
#define ADDRESS_KEY_SIZE 16
uint64_t address_hash(struct client_address client, const unsigned char key[static ADDRESS_KEY_SIZE]);
bool address_equal(struct client_address a, struct client_address b);
